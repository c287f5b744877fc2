#pragma once

#include <map>
#include <unordered_map>

#include "domain/ids.hpp"

namespace atelier::domain {

/// One participant's dots: idea -> dots on it, never zero.
using Ballot = std::map<IdeaId, int>;

struct Tally {
    int dots = 0;
    int voters = 0;
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// The votes of one phase. Rule D8: the tallies are the sums of the ballots, kept in step; they
/// depend on each person's last choices only, never on the order of arrival between people.
struct Votes {
    std::unordered_map<ParticipantId, Ballot> ballots;
    std::unordered_map<IdeaId, Tally> tallies;

    /// Sets a person's dots on an idea; 0 takes them away.
    void set(const ParticipantId& voter, const IdeaId& idea, int dots);
    [[nodiscard]] const Ballot* ballot(const ParticipantId& voter) const noexcept;
};

/// Adds the ballots up again from nothing: the check that tallies are what they claim.
[[nodiscard]] std::unordered_map<IdeaId, Tally> recount(const Votes& votes);

}  // namespace atelier::domain
