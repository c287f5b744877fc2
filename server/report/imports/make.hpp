#pragma once

#include "domain/decide.hpp"
#include "report/imports/plan.hpp"

/// What a plan becomes. Pure: the caller writes it, in one append or not at all.
///
/// Rules:
///   IM1  ideas from a file go into a collection all together or not at all; they are a
///        facilitator's, seen at once
///   IM2  a section goes to the lever of its name on the board; what the board lacks is added
namespace atelier::report::imports {

/// The first events of a workshop of its own.
[[nodiscard]] std::vector<domain::Recorded> new_workshop(const ImportPlan& plan,
                                                         const domain::WorkshopId& id,
                                                         const std::string& code, base::Millis now);

/// Where ideas go in a workshop that is there.
struct Into {
    std::optional<domain::PhaseId> phase = {};  ///< absent: the open collection, else the last one
    std::optional<domain::BoardId> board = {};  ///< absent: the first
};

/// The events that add the plan's ideas. Refused as the domain refuses: no_such_phase,
/// wrong_phase, workshop_closed, too_many_ideas, too_many_levers…
[[nodiscard]] domain::Decided<std::vector<domain::Event>> added_ideas(
    const domain::Workshop& workshop, const ImportPlan& plan, const Into& into,
    const std::string& fresh_id);

}  // namespace atelier::report::imports
