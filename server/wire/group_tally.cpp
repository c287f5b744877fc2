#include "wire/group_tally.hpp"

#include <map>

#include "insight/union.hpp"

namespace atelier::wire {

using namespace domain;

Tally group_tally(const Workshop& workshop, const Votes& votes, const IdeaId& idea) {
    const auto& members = workshop.members(idea);
    if (members.empty()) {
        const auto found = votes.tallies.find(idea);
        return found == votes.tallies.end() ? Tally{} : found->second;
    }
    using Choices = std::map<ParticipantId, int>;
    std::vector<Choices> chosen(members.size() + 1);
    for (const auto& [voter, ballot] : votes.ballots) {
        const auto note = [&, who = &voter, all = &ballot](Choices& choices, const IdeaId& on) {
            if (const auto found = all->find(on); found != all->end())
                choices.emplace(*who, found->second);
        };
        note(chosen.front(), idea);
        for (std::size_t i = 0; i < members.size(); ++i) note(chosen[i + 1], members[i]);
    }
    std::vector<const Choices*> all;
    for (const Choices& one : chosen) all.push_back(&one);
    Tally out;
    for (const auto& [voter, dots] : insight::united<ParticipantId, int>(all)) {
        out.dots += dots;
        out.voters += 1;
    }
    return out;
}

}  // namespace atelier::wire
