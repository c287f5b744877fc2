#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

bool votable(const Workshop& workshop, const IdeaId& id) noexcept {
    const Idea* idea = workshop.idea(id);
    return idea && idea->status == IdeaStatus::published;
}

// Rule D7: dots on an idea that is no longer shown are kept but not counted as spent.
int spent_elsewhere(const Workshop& workshop, const Ballot& ballot, const IdeaId& except) {
    int spent = 0;
    for (const auto& [idea, dots] : ballot)
        if (idea != except && votable(workshop, idea)) spent += dots;
    return spent;
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
    const int before = dots_on(ballot, command.idea);
    const Idea* idea = asked.workshop.idea(command.idea);
    if (command.dots >= before) {
        if (!idea || idea->status == IdeaStatus::pending) return Refusal{Code::no_such_idea};
        if (!votable(asked.workshop, command.idea)) return Refusal{Code::idea_not_published};
    }
    if (command.dots < 0) return Refusal{Code::bad_arguments, {{"field", std::string("value")}}};
    if (command.dots > settings->max_per_idea)
        return Refusal{Code::too_many_on_idea, {{"max", settings->max_per_idea}}};
    const int elsewhere = spent_elsewhere(asked.workshop, ballot, command.idea);
    if (command.dots > before && elsewhere + command.dots > settings->budget)
        return spent(settings->budget, elsewhere + before);
    return std::vector<Event>{
        VoteCast{phase->id, asked.actor.participant, command.idea, command.dots}};
}

Events clear(const Asked& asked, const ClearVote& command) {
    const auto open = open_of<DotsSettings>(asked.workshop, "vote");
    if (!open) return open.error();
    if (command.idea && !asked.workshop.idea(*command.idea)) return Refusal{Code::no_such_idea};
    return std::vector<Event>{
        VoteCleared{open.value().phase->id, asked.actor.participant, command.idea}};
}

}  // namespace atelier::domain::rules
