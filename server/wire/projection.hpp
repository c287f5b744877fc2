#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "domain/events.hpp"
#include "wire/server_frames.hpp"

/// The one place where it is decided what a role may know (protocol P5). Everything is taken from
/// the workshop as it is now, so replaying old events can never show what has been hidden since.
/// Pure, thread-safe.
namespace atelier::wire {

/// Who looks. The audience of a role has no participant; one person's view has.
struct Viewer {
    domain::Role role = domain::Role::screen;
    domain::ParticipantId participant = {};
};

/// Who reviews sees all that people wrote: facilitators and moderators.
[[nodiscard]] constexpr bool reviews(domain::Role role) noexcept {
    return role == domain::Role::facilitator || role == domain::Role::moderator;
}

[[nodiscard]] bool may_see(const domain::Workshop& workshop, const domain::Idea& idea,
                           const Viewer& viewer) noexcept;

[[nodiscard]] StateView project_state(const domain::Workshop& workshop, const Viewer& viewer,
                                      const Presence& presence);
[[nodiscard]] YouView project_you(const domain::Workshop& workshop, const Viewer& viewer);
[[nodiscard]] WorkshopView project_workshop(const domain::Workshop& workshop);
[[nodiscard]] PeopleView project_people(const domain::Workshop& workshop, domain::Role role,
                                        const Presence& presence);

/// What the whole audience of a role sees of these events; `people` is left to the caller.
[[nodiscard]] Delta project_delta(const domain::Workshop& workshop,
                                  std::span<const domain::Recorded> events, domain::Role role);

/// What concerns one participant alone: the fate of their ideas, their ballot, how they are called.
struct OwnEvent {
    domain::ParticipantId participant;
    EventView event;
};
[[nodiscard]] std::vector<OwnEvent> project_own(const domain::Workshop& workshop,
                                                const domain::Event& event);
/// All that concerns one participant alone, as it is now: puts right whatever they had before.
[[nodiscard]] std::vector<EventView> project_all_own(const domain::Workshop& workshop,
                                                     const domain::ParticipantId& participant);

}  // namespace atelier::wire
