#pragma once

#include "domain/events.hpp"

/// Which events erase: those that take sealed texts with them (rule J16). Pure.
namespace atelier::journal {

[[nodiscard]] inline bool erases(const domain::Event& event) noexcept {
    return std::holds_alternative<domain::ParticipantErased>(event) ||
           std::holds_alternative<domain::IdeaErased>(event) ||
           std::holds_alternative<domain::WorkshopAnonymised>(event);
}

}  // namespace atelier::journal
