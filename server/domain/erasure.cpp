#include "base/check.hpp"
#include "domain/fold.hpp"
#include "domain/rules.hpp"

/// Erasing what people wrote: the rules, and what stays of it in the state. Texts, names, reasons
/// and sentences go; that something was said, where it was put and how it was voted on stays, so
/// that no total changes.
namespace atelier::domain {
namespace rules {

// Rule E2: anyone has their own texts erased; facilitators and organisers those of others, who ask
// them to.
Events erase_participant(const Asked& asked, const EraseParticipant& command) {
    if (asked.actor.role == Role::participant && asked.actor.participant != command.participant)
        return Refusal{Code::not_yours};
    const Participant* person = asked.workshop.participant(command.participant);
    if (!person) return Refusal{Code::no_such_participant};
    if (person->erased) return Refusal{Code::erased};
    return std::vector<Event>{ParticipantErased{command.participant}};
}

// Rule E4: one text alone is erased, for instance where it was carried on to another workshop.
Events erase_idea(const Asked& asked, const EraseIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->erased) return Refusal{Code::erased};
    return std::vector<Event>{IdeaErased{command.idea}};
}

// Rule E5: a workshop that is over is anonymised: its names, tokens and personal links go, its
// texts stay.
Events anonymise(const Asked& asked, const AnonymiseWorkshop&) {
    if (!asked.workshop.closed) return Refusal{Code::workshop_open};
    return std::vector<Event>{WorkshopAnonymised{}};
}

}  // namespace rules

namespace fold {
namespace {

void erase(Idea& idea) {
    idea.text.clear();
    idea.original.reset();
    idea.answer.clear();
    idea.erased = true;
}

void erase(Commitment& commitment) {
    const Commits who = commitment.promise.who;
    commitment.promise = {};
    commitment.promise.who = who;
    commitment.note.clear();
    commitment.erased = true;
}

/// Their objections and reservations are counted as before; the words are gone.
void erase_reasons(Workshop& workshop, const ParticipantId& who) {
    for (auto& [phase, votes] : workshop.votes) {
        const auto ballot = votes.ballots.find(who);
        if (ballot == votes.ballots.end()) continue;
        for (auto& [idea, choice] : ballot->second)
            if (auto* answer = std::get_if<Answer>(&choice)) answer->reason.clear();
    }
}

void erase_sentences(Workshop& workshop, const ParticipantId& who) {
    for (auto& [phase, closings] : workshop.closings) {
        const auto said = closings.find(who);
        if (said == closings.end()) continue;
        said->second.sentence.clear();
        said->second.quote = false;
    }
}

}  // namespace

// Rule E1: what they wrote, their name, and what was written about it to them alone.
void on(Workshop& workshop, const ParticipantErased& e, base::Millis) {
    const auto person = workshop.participants.find(e.participant);
    ATELIER_CHECK(person != workshop.participants.end());
    person->second.name.clear();
    person->second.erased = true;
    for (Idea& idea : workshop.ideas)
        if (idea.author == e.participant) erase(idea);
    for (Comment& comment : workshop.comments) {
        if (comment.author != e.participant) continue;
        comment.text.clear();
        comment.erased = true;
    }
    for (Question& question : workshop.questions) {
        if (question.author != e.participant) continue;
        question.text.clear();
        question.erased = true;
    }
    for (Commitment& commitment : workshop.commitments)
        if (commitment.author == e.participant) erase(commitment);
    erase_reasons(workshop, e.participant);
    erase_sentences(workshop, e.participant);
}

void on(Workshop& workshop, const IdeaErased& e, base::Millis) {
    const auto index = workshop.idea_index.find(e.idea);
    ATELIER_CHECK(index != workshop.idea_index.end());
    erase(workshop.ideas[index->second]);
}

void on(Workshop& workshop, const WorkshopAnonymised&, base::Millis) {
    workshop.anonymised = true;
    for (auto& [id, person] : workshop.participants) person.name.clear();
}

}  // namespace fold
}  // namespace atelier::domain
