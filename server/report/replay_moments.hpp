#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/events.hpp"

/// What happened when, of what may be shown; used by replay_json() alone. Pure.
namespace atelier::report {

/// In the words of the protocol's events, where there is one.
enum class What {
    workshop_opened,  ///< the first step is
    workshop_closed,
    phase_opened,
    phase_reopened,
    phase_closed,
    results_revealed,
    idea_published,
    idea_merged,
    idea_unmerged,
    placement_set,
    question_published,
    question_answered,
    commitment_made,
    people_joined,
    people_voted
};

struct Moment {
    base::Millis at = 0;
    What what = What::workshop_opened;
    std::string about = {};    ///< the id of what it is about; empty: the workshop
    std::string other = {};    ///< of a place: the board; of a group: the idea that leads it
    domain::Place place = {};  ///< by the board's levers of the end
    std::size_t people = 0;    ///< how many have joined, or voted in that phase

    /// What a later moment of the same kind takes the place of; empty: it stays whatever follows.
    [[nodiscard]] std::string stands_for() const;
};

/// The ideas that the summary quotes (rule RP1).
using Quoted = std::unordered_set<domain::IdeaId>;
[[nodiscard]] Quoted quoted_ideas(const domain::Workshop& end);
[[nodiscard]] bool quoted(const domain::Question& question) noexcept;
[[nodiscard]] bool quoted(const domain::Commitment& commitment) noexcept;

/// Rules RP1, RP4, RP5 and RP7.
[[nodiscard]] std::vector<Moment> moments_of(const domain::Workshop& end, const Quoted& ideas,
                                             std::span<const domain::Recorded> events);
/// Rule RP6.
[[nodiscard]] std::vector<Moment> thinned(std::vector<Moment> moments, std::size_t moments_max);

}  // namespace atelier::report
