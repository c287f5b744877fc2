#include "domain/votes.hpp"

#include "base/check.hpp"

namespace atelier::domain {

void Votes::set(const ParticipantId& voter, const IdeaId& idea, int dots) {
    ATELIER_CHECK(dots >= 0);
    Ballot& ballot = ballots[voter];
    const auto found = ballot.find(idea);
    const int before = found == ballot.end() ? 0 : found->second;
    Tally& tally = tallies[idea];
    tally.dots += dots - before;
    tally.voters += (dots > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    ATELIER_CHECK(tally.dots >= 0 && tally.voters >= 0);
    if (dots > 0) {
        ballot[idea] = dots;
    } else if (found != ballot.end()) {
        ballot.erase(found);
    }
    if (ballot.empty()) ballots.erase(voter);
    if (tally.voters == 0) tallies.erase(idea);
}

const Ballot* Votes::ballot(const ParticipantId& voter) const noexcept {
    const auto found = ballots.find(voter);
    return found == ballots.end() ? nullptr : &found->second;
}

std::unordered_map<IdeaId, Tally> recount(const Votes& votes) {
    std::unordered_map<IdeaId, Tally> tallies;
    for (const auto& [voter, ballot] : votes.ballots)
        for (const auto& [idea, dots] : ballot) {
            tallies[idea].dots += dots;
            tallies[idea].voters += 1;
        }
    return tallies;
}

}  // namespace atelier::domain
