#include "insight/group_tally.hpp"

#include <algorithm>
#include <map>

#include "insight/union.hpp"

namespace atelier::insight {

using namespace domain;

namespace {

using Choices = std::map<ParticipantId, Choice>;

/// What each person chose about each of these ideas.
std::vector<Choices> chosen_about(const Votes& votes, const std::vector<IdeaId>& ideas) {
    std::vector<Choices> out(ideas.size());
    for (const auto& [voter, ballot] : votes.ballots)
        for (std::size_t i = 0; i < ideas.size(); ++i)
            if (const auto found = ballot.find(ideas[i]); found != ballot.end())
                out[i].emplace(voter, found->second);
    return out;
}

int handed_any(const Votes& votes, const std::vector<IdeaId>& ideas) {
    const auto handed = [&](const auto& hand) {
        return std::ranges::find_first_of(hand.second, ideas) != hand.second.end();
    };
    return static_cast<int>(std::ranges::count_if(votes.hands, handed));
}

}  // namespace

Tally group_tally(const Workshop& workshop, const Votes& votes, const IdeaId& idea, Method method) {
    const auto& members = workshop.members(idea);
    if (members.empty()) {
        const auto found = votes.tallies.find(idea);
        return found == votes.tallies.end() ? no_votes(method) : found->second;
    }
    std::vector<IdeaId> group{idea};
    group.insert(group.end(), members.begin(), members.end());
    const std::vector<Choices> chosen = chosen_about(votes, group);
    std::vector<const Choices*> all;
    for (const Choices& one : chosen) all.push_back(&one);
    const auto weaker = [](const Choice& a, const Choice& b) { return stronger(b, a); };
    Tally out = no_votes(method);
    for (const auto& [voter, choice] : united<ParticipantId, Choice>(all, weaker))
        count(out, choice);
    if (auto* useful = std::get_if<UsefulTally>(&out)) useful->shown = handed_any(votes, group);
    return out;
}

}  // namespace atelier::insight
