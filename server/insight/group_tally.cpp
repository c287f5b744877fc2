#include "insight/group_tally.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

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
    if (auto* useful = std::get_if<domain::UsefulTally>(&out))
        useful->shown = handed_any(votes, group);
    return out;
}

std::vector<Tally> group_tallies(const Workshop& workshop, const Votes& votes,
                                 const std::vector<const Idea*>& ideas, Method method) {
    std::vector<Tally> out;
    std::unordered_map<IdeaId, std::size_t> group_of;  // of leads and members; not of lone ideas
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        const auto& members = workshop.members(ideas[i]->id);
        out.push_back(members.empty() ? group_tally(workshop, votes, ideas[i]->id, method)
                                      : no_votes(method));
        if (members.empty()) continue;
        group_of[ideas[i]->id] = i;
        for (const IdeaId& member : members) group_of[member] = i;
    }
    if (group_of.empty()) return out;
    for (const auto& [voter, ballot] : votes.ballots) {
        std::map<std::size_t, const Choice*> strongest;
        for (const auto& [idea, choice] : ballot) {
            const auto group = group_of.find(idea);
            if (group == group_of.end()) continue;
            const Choice*& held = strongest[group->second];
            if (!held || stronger(choice, *held)) held = &choice;
        }
        for (const auto& [group, choice] : strongest) count(out[group], *choice);
    }
    for (const auto& [person, hand] : votes.hands) {
        std::set<std::size_t> groups;
        for (const IdeaId& card : hand)
            if (const auto group = group_of.find(card); group != group_of.end())
                groups.insert(group->second);
        for (const std::size_t group : groups)
            if (auto* useful = std::get_if<domain::UsefulTally>(&out[group])) ++useful->shown;
    }
    return out;
}

}  // namespace atelier::insight
