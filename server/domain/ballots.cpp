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

}  // namespace

// Rules D1 to D5: on published ideas of the open vote, at most max_per_idea on one and budget in
// all; the last choice counts, and taking dots away is always possible.
Events cast(const Asked& asked, const CastVote& command) {
    const auto open = open_of<DotsSettings>(asked.workshop, "vote");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea || idea->status == IdeaStatus::pending) return Refusal{Code::no_such_idea};
    if (!votable(asked.workshop, command.idea)) return Refusal{Code::idea_not_published};
    if (command.dots < 0) return Refusal{Code::bad_arguments, {{"field", std::string("value")}}};
    if (command.dots > settings->max_per_idea)
        return Refusal{Code::too_many_on_idea, {{"max", settings->max_per_idea}}};
    const Ballot& ballot = ballot_of(asked.workshop, phase->id, asked.actor.participant);
    const int elsewhere = spent_elsewhere(asked.workshop, ballot, command.idea);
    if (command.dots > dots_on(ballot, command.idea) && elsewhere + command.dots > settings->budget)
        return Refusal{Code::votes_spent,
                       {{"budget", settings->budget},
                        {"left", settings->budget - elsewhere - dots_on(ballot, command.idea)}}};
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
