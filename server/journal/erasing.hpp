#pragma once

#include "domain/events.hpp"

/// Which events erase: those that take sealed texts with them (rule J16), and what of a journal a
/// version that was published earlier is a fold of. Pure.
namespace atelier::journal {

[[nodiscard]] inline bool erases(const domain::Event& event) noexcept {
    return std::holds_alternative<domain::ParticipantErased>(event) ||
           std::holds_alternative<domain::IdeaErased>(event) ||
           std::holds_alternative<domain::WorkshopAnonymised>(event);
}

/// Whether an event is part of what may be shown of a workshop as it was after the event `until`:
/// what came up to it, and what has been erased since of that.
[[nodiscard]] inline bool belongs(const domain::Workshop& so_far, const domain::Recorded& recorded,
                                  domain::Seq until) noexcept {
    if (recorded.seq <= until) return true;
    if (const auto* erased = std::get_if<domain::ParticipantErased>(&recorded.event))
        return so_far.participant(erased->participant) != nullptr;
    if (const auto* erased = std::get_if<domain::IdeaErased>(&recorded.event))
        return so_far.idea(erased->idea) != nullptr;
    return std::holds_alternative<domain::WorkshopAnonymised>(recorded.event);
}

}  // namespace atelier::journal
