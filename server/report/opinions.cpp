#include "report/opinions.hpp"

#include <algorithm>
#include <unordered_map>

#include "report/favour.hpp"

namespace atelier::report {
namespace {

using Positions = std::unordered_map<domain::IdeaId, std::size_t>;

/// Where each idea's votes count: at its own place, or at that of the lead it stands behind.
Positions positions_of(const domain::Workshop& workshop, const Opinions& opinions) {
    Positions out;
    for (std::size_t i = 0; i < opinions.ideas.size(); ++i) {
        out[opinions.ideas[i]->id] = i;
        for (const domain::IdeaId& member : workshop.members(opinions.ideas[i]->id))
            out[member] = i;
    }
    return out;
}

insight::VoterOpinions opinions_in(const domain::Ballot& ballot, const Positions& positions) {
    std::unordered_map<std::size_t, const domain::Choice*> strongest;
    for (const auto& [idea, choice] : ballot) {
        const auto at = positions.find(idea);
        if (at == positions.end() || !chosen(choice)) continue;
        const domain::Choice*& held = strongest[at->second];
        if (!held || stronger(choice, *held)) held = &choice;
    }
    insight::VoterOpinions out;
    for (const auto& [idea, choice] : strongest) out.push_back({idea, favour(*choice)});
    std::ranges::sort(out, {}, &insight::Opinion::idea);
    return out;
}

}  // namespace

Opinions opinions_of(const domain::Workshop& workshop, const domain::Phase& vote) {
    Opinions out;
    out.ideas = ideas_in(workshop, vote);
    const auto rules = vote_rules(vote.settings);
    out.all_seen = rules && rules->method == domain::Method::dots;
    const domain::Votes* votes = workshop.votes_of(vote.id);
    if (!votes) return out;
    for (const auto& [voter, ballot] : votes->ballots) out.voters.push_back(voter);
    std::ranges::sort(out.voters);
    const Positions positions = positions_of(workshop, out);
    for (const auto& voter : out.voters)
        out.of.push_back(opinions_in(votes->ballots.at(voter), positions));
    return out;
}

std::vector<std::vector<insight::Stance>> stances(
    const Opinions& opinions, const std::vector<std::optional<std::size_t>>& group_of,
    std::size_t groups) {
    std::vector<std::vector<insight::Stance>> out(opinions.ideas.size(),
                                                  std::vector<insight::Stance>(groups));
    std::vector<std::size_t> people(groups);
    for (std::size_t v = 0; v < opinions.voters.size(); ++v) {
        if (!group_of[v]) continue;
        ++people[*group_of[v]];
        for (const insight::Opinion& one : opinions.of[v]) {
            insight::Stance& stance = out[one.idea][*group_of[v]];
            stance.agree += one.value > 0 ? 1 : 0;
            stance.disagree += one.value < 0 ? 1 : 0;
            ++stance.saw;
        }
    }
    if (opinions.all_seen)
        for (auto& of_idea : out)
            for (std::size_t g = 0; g < groups; ++g) of_idea[g].saw = people[g];
    return out;
}

}  // namespace atelier::report
