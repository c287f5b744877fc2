#pragma once

#include <string>
#include <vector>

#include "domain/commands.hpp"
#include "domain/counsel.hpp"
#include "domain/events.hpp"
#include "domain/refusal.hpp"
#include "domain/workshop.hpp"

namespace atelier::domain {

/// What a decision may not find out by itself: the time, one fresh name, and what takes mathematics
/// (opening a vote on the first of another, handing cards out); who asks for those brings a counsel.
struct Moment {
    base::Millis now = 0;
    std::string fresh_id = {};  ///< used as the id of what the command makes, if it makes anything
    const Counsel* counsel = nullptr;
    std::optional<IdeaId> look_alike = {};  ///< an idea that seems to say what is posted here
};

/// The rules of a workshop. Pure (rule W5): the same arguments give the same answer, nothing is
/// changed.
/// An accepted command gives at least one event; a refused one gives its code and changes nothing.
///
///     auto events = decide(workshop, PostIdea{"Planter des haies", {}}, ada, {now, "idea-1"});
[[nodiscard]] Decided<std::vector<Event>> decide(const Workshop& workshop, const Command& command,
                                                 const Actor& actor, const Moment& moment);

/// Folds one event into the state, so that the same events give the same workshop (rule W6). Total:
/// an event that was decided always applies; one that does not fit is a broken invariant
/// (ATELIER_CHECK).
void apply(Workshop& workshop, const Event& event, base::Millis at);

/// Who may ever do what (rule W1): the one place where a role is held against a command. What the
/// open phase allows is decided after it.
[[nodiscard]] bool permitted(Role role, const Command& command) noexcept;

}  // namespace atelier::domain
