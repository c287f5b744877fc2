#include "base/text.hpp"
#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

/// The choice that a value is in a method, or why it is none (rule V1).
struct ChoiceIn {
    const Votes* votes;
    const ParticipantId& voter;
    const IdeaId& idea;
    const VoteValue& value;
    using Made = Decided<Choice>;

    // Rule V7: a card is judged by who was handed it, where not any card may be.
    Made operator()(const UsefulSettings& settings) const {
        const auto* judgement = std::get_if<Judgement>(&value);
        if (!judgement) return bad_argument("value");
        if (!settings.any_card && (!votes || !votes->handed(voter, idea)))
            return Refusal{Code::not_in_hand};
        return Choice{*judgement};
    }
    // Rule V4: six grades.
    Made operator()(const JudgmentSettings&) const {
        const auto* grade = std::get_if<int>(&value);
        if (!grade || *grade < 0 || *grade >= static_cast<int>(grades_count))
            return bad_argument("value");
        return Choice{Grade{*grade}};
    }
    // Rule V5: both scores, from 1 to 5.
    Made operator()(const ImpactEffortSettings&) const {
        const auto* scores = std::get_if<Scores>(&value);
        const auto fits = [](int score) {
            return score >= 1 && score <= static_cast<int>(scores_count);
        };
        if (!scores || !fits(scores->impact) || !fits(scores->effort)) return bad_argument("value");
        return Choice{*scores};
    }
    // Rule V6: an objection has a reason; a reason in which nothing can be read is none.
    Made operator()(const ConsentSettings&) const {
        const auto* given = std::get_if<Answer>(&value);
        if (!given) return bad_argument("value");
        Answer answer = *given;
        if (base::valid_utf8(answer.reason) && base::blank(answer.reason)) answer.reason.clear();
        if (answer.reason.empty()) {
            if (answer.consent == Consent::objection) return Refusal{Code::empty_text};
            return Choice{std::move(answer)};
        }
        if (auto bad =
                check_text(answer.reason, limits::reason_graphemes_max, limits::idea_bytes_max))
            return *bad;
        return Choice{std::move(answer)};
    }
    template <class Other>
    Made operator()(const Other&) const {
        return bad_argument("value");
    }
};

Decided<const Phase*> open_vote(const Workshop& workshop) {
    const Phase* phase = workshop.open_phase();
    if (!phase || !vote_rules(phase->settings)) return wrong_phase(workshop, "vote");
    return phase;
}

}  // namespace

Refusal bad_argument(std::string field) {
    return {Code::bad_arguments, {{"field", std::move(field)}}};
}

// V2: on what the vote is on, while it is shown. V3: the last choice counts.
Events cast(const Asked& asked, const CastVote& command) {
    const auto open = open_vote(asked.workshop);
    if (!open) return open.error();
    const Phase& phase = *open.value();
    if (const auto* settings = std::get_if<DotsSettings>(&phase.settings)) {
        const auto* dots = std::get_if<int>(&command.value);
        if (!dots) return bad_argument("value");
        return cast_dots(asked, phase, *settings, command.idea, *dots);
    }
    const IdeaId lead = asked.workshop.standing_for(command.idea);
    if (auto bad = not_votable(asked.workshop, phase, lead)) return *bad;
    const Votes* votes = asked.workshop.votes_of(phase.id);
    const ParticipantId& voter = asked.actor.participant;
    // A card that was handed out and grouped since is judged as it was handed.
    const bool as_handed =
        votes && !votes->handed(voter, lead) && votes->handed(voter, command.idea);
    const IdeaId& idea = as_handed ? command.idea : lead;
    auto choice = std::visit(ChoiceIn{votes, voter, idea, command.value}, phase.settings);
    if (!choice) return choice.error();
    auto events = with_group(asked, phase, idea, choice.value());
    const bool shown_now = std::holds_alternative<UsefulSettings>(phase.settings) &&
                           (!votes || !votes->handed(voter, idea));
    // Whoever judges a card has seen it: the exposure is counted, too.
    if (shown_now)
        events.value().insert(events.value().begin(), CardsDrawn{phase.id, voter, {idea}});
    return events;
}

std::vector<IdeaId> group_of(const Workshop& workshop, const IdeaId& idea) {
    std::vector<IdeaId> group{workshop.standing_for(idea)};
    const auto& members = workshop.members(group.front());
    group.insert(group.end(), members.begin(), members.end());
    return group;
}

std::optional<Choice> choice_about(const Workshop& workshop, const Ballot& ballot,
                                   const IdeaId& idea) {
    std::optional<Choice> best;
    for (const IdeaId& one : group_of(workshop, idea))
        if (const auto found = ballot.find(one);
            found != ballot.end() && (!best || stronger(found->second, *best)))
            best = found->second;
    return best;
}

// Rule G4: what was chosen about others of the group no longer outweighs the last choice.
Events with_group(const Asked& asked, const Phase& phase, const IdeaId& idea,
                  const Choice& choice) {
    const ParticipantId& voter = asked.actor.participant;
    const Ballot& ballot = ballot_of(asked.workshop, phase.id, voter);
    std::vector<Event> events{VoteCast{phase.id, voter, idea, choice}};
    for (const IdeaId& other : group_of(asked.workshop, idea)) {
        const auto found = ballot.find(other);
        if (other != idea && found != ballot.end() && stronger(found->second, choice))
            events.emplace_back(VoteCast{phase.id, voter, other, choice});
    }
    return events;
}

Events clear(const Asked& asked, const ClearVote& command) {
    const auto open = open_vote(asked.workshop);
    if (!open) return open.error();
    if (command.idea && !asked.workshop.idea(*command.idea)) return Refusal{Code::no_such_idea};
    const PhaseId& phase = open.value()->id;
    const ParticipantId& voter = asked.actor.participant;
    if (!command.idea) return std::vector<Event>{VoteCleared{phase, voter, std::nullopt}};
    const IdeaId lead = asked.workshop.standing_for(*command.idea);
    const Ballot& ballot = ballot_of(asked.workshop, phase, voter);
    std::vector<Event> events{VoteCleared{phase, voter, lead}};
    for (const IdeaId& member : asked.workshop.members(lead))
        if (ballot.contains(member)) events.emplace_back(VoteCleared{phase, voter, member});
    return events;
}

}  // namespace atelier::domain::rules
