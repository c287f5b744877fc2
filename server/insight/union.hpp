#pragma once

#include <functional>
#include <map>
#include <vector>

/// Votes on ideas that were grouped.
namespace atelier::insight {

/// Rule IN6: a group has the union of its members' voters, never the sum; a person's vote on it is
/// the best they gave to any member. The members' own votes are left as they are, so that
/// separating them again gives every tally back. `worse(a, b)`: b is better than a.
///
///     const auto group = united<domain::ParticipantId, int>({&dots_on_a, &dots_on_b});
template <class Voter, class Choice, class Worse = std::less<Choice>>
[[nodiscard]] std::map<Voter, Choice> united(
    const std::vector<const std::map<Voter, Choice>*>& members, Worse worse = {}) {
    std::map<Voter, Choice> votes;
    for (const auto* member : members) {
        for (const auto& [voter, choice] : *member) {
            const auto [at, first] = votes.try_emplace(voter, choice);
            if (!first && worse(at->second, choice)) at->second = choice;
        }
    }
    return votes;
}

}  // namespace atelier::insight
