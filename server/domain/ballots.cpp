#include <algorithm>
#include <map>
#include <numeric>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

bool votable(const Workshop& workshop, const IdeaId& id) noexcept {
    const Idea* idea = workshop.idea(id);
    return idea && idea->status == IdeaStatus::published;
}

// Rule D7: dots on an idea that is no longer shown are kept but not counted as spent.
// Rule G4: what was given to ideas of one group is spent once.
int spent_elsewhere(const Workshop& workshop, const Ballot& ballot, const IdeaId& except) {
    std::map<IdeaId, int> spent;
    for (const auto& [idea, dots] : ballot) {
        if (!votable(workshop, idea)) continue;
        int& most = spent[workshop.standing_for(idea)];
        most = std::max(most, dots);
    }
    spent.erase(except);
    return std::accumulate(spent.begin(), spent.end(), 0,
                           [](int sum, const auto& one) { return sum + one.second; });
}

int dots_on(const Ballot& ballot, const IdeaId& idea) noexcept {
    const auto found = ballot.find(idea);
    return found == ballot.end() ? 0 : found->second;
}

const Ballot& ballot_of(const Workshop& workshop, const PhaseId& phase, const ParticipantId& who) {
    static const Ballot none;
    const Votes* votes = workshop.votes_of(phase);
    const Ballot* ballot = votes ? votes->ballot(who) : nullptr;
    return ballot ? *ballot : none;
}

/// What may still be spent: nothing, rather than less, once an idea shown again brought dots back.
Refusal spent(int budget, int in_use) {
    return {Code::votes_spent, {{"budget", budget}, {"left", std::max(budget - in_use, 0)}}};
}

}  // namespace

// D1: on published ideas, while a vote is open. D2: at most max_per_idea on one. D3: at most the
// budget in all. D4: a value is all the dots on that idea, so the last choice counts. D5: taking
// dots away is always possible, from an idea that is no longer shown, too.
Events cast(const Asked& asked, const CastVote& command) {
    const auto open = open_of<DotsSettings>(asked.workshop, "vote");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    const Ballot& ballot = ballot_of(asked.workshop, phase->id, asked.actor.participant);
    const IdeaId target = asked.workshop.standing_for(command.idea);
    const int before = dots_on_group(asked.workshop, ballot, target);
    const Idea* idea = asked.workshop.idea(target);
    if (command.dots >= before) {
        if (!idea || idea->status == IdeaStatus::pending) return Refusal{Code::no_such_idea};
        if (!votable(asked.workshop, target)) return Refusal{Code::idea_not_published};
    }
    if (command.dots < 0) return Refusal{Code::bad_arguments, {{"field", std::string("value")}}};
    if (command.dots > settings->max_per_idea)
        return Refusal{Code::too_many_on_idea, {{"max", settings->max_per_idea}}};
    const int elsewhere = spent_elsewhere(asked.workshop, ballot, target);
    if (command.dots > before && elsewhere + command.dots > settings->budget)
        return spent(settings->budget, elsewhere + before);
    std::vector<Event> events{VoteCast{phase->id, asked.actor.participant, target, command.dots}};
    for (const IdeaId& member : asked.workshop.members(target))  // the last choice counts (D4)
        if (dots_on(ballot, member) > command.dots)
            events.emplace_back(VoteCast{phase->id, asked.actor.participant, member, command.dots});
    return events;
}

int dots_on_group(const Workshop& workshop, const Ballot& ballot, const IdeaId& lead) {
    int most = dots_on(ballot, lead);
    for (const IdeaId& member : workshop.members(lead))
        most = std::max(most, dots_on(ballot, member));
    return most;
}

Events clear(const Asked& asked, const ClearVote& command) {
    const auto open = open_of<DotsSettings>(asked.workshop, "vote");
    if (!open) return open.error();
    if (command.idea && !asked.workshop.idea(*command.idea)) return Refusal{Code::no_such_idea};
    const PhaseId& phase = open.value().phase->id;
    if (!command.idea)
        return std::vector<Event>{VoteCleared{phase, asked.actor.participant, std::nullopt}};
    const IdeaId target = asked.workshop.standing_for(*command.idea);
    const Ballot& ballot = ballot_of(asked.workshop, phase, asked.actor.participant);
    std::vector<Event> events{VoteCleared{phase, asked.actor.participant, target}};
    for (const IdeaId& member : asked.workshop.members(target))
        if (dots_on(ballot, member) > 0)
            events.emplace_back(VoteCleared{phase, asked.actor.participant, member});
    return events;
}

}  // namespace atelier::domain::rules
