#pragma once

#include <vector>

#include "domain/events.hpp"
#include "domain/refusal.hpp"
#include "domain/workshop.hpp"

/// What a new workshop takes along from an earlier one. Pure.
///
/// Rules (tests carry their ids):
///   CA1  boards come with the ids of their levers and scales, and with nothing on them; the
///        workshop says which one it continues
///   CA2  an idea comes with its id and its exact words, says from where it came, stands in the
///        first collection, is seen at once and is nobody's in the new workshop
///   CA3  only what everyone may see is carried, and not what was erased
namespace atelier::domain {

struct Carrying {
    bool boards = false;
    std::vector<IdeaId> ideas = {};
};
struct Carried {
    Blueprint plan;
    std::vector<Event> events;  ///< right behind the workshop's creation
};

[[nodiscard]] Decided<Carried> carry(const Workshop& from, Blueprint plan, const Carrying& what);

}  // namespace atelier::domain
