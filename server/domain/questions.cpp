#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

bool is_author(const Question& question, const Actor& actor) noexcept {
    if (question.author)
        return actor.role == Role::participant && *question.author == actor.participant;
    return actor.role == Role::facilitator;
}

std::size_t asked_by(const Workshop& workshop, const ParticipantId& person, const PhaseId& phase) {
    return static_cast<std::size_t>(
        std::ranges::count_if(workshop.questions, [&](const Question& each) {
            return each.author == person && each.phase == phase &&
                   each.status != IdeaStatus::withdrawn;
        }));
}

}  // namespace

// QU1: in an open listen phase, a text as ideas are, so many a person. QU2: moderated as ideas are.
Events ask(const Asked& asked, const AskQuestion& command) {
    const auto open = open_of<ListenSettings>(asked.workshop, "listen");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    if (auto bad = check_text(command.text, settings->max_graphemes, limits::idea_bytes_max))
        return *bad;
    if (asked.workshop.questions.size() >= limits::questions_per_workshop_max)
        return Refusal{Code::questions_spent,
                       {{"max", static_cast<std::int64_t>(limits::questions_per_workshop_max)}}};
    const bool participant = asked.actor.role == Role::participant;
    if (participant &&
        asked_by(asked.workshop, asked.actor.participant, phase->id) >= settings->max_per_person)
        return Refusal{Code::questions_spent,
                       {{"max", static_cast<std::int64_t>(settings->max_per_person)}}};
    const auto [status, reviewed] = first_status(settings->moderation, asked.actor.role);
    auto author = participant ? std::optional(asked.actor.participant) : std::nullopt;
    return std::vector<Event>{QuestionAsked{QuestionId{asked.moment.fresh_id}, phase->id,
                                            std::move(author), command.text, status, reviewed}};
}

// QU3: a question that everyone sees is supported once by each person, while its phase is open, and
// never by who asked it.
Events upvote(const Asked& asked, const UpvoteQuestion& command) {
    const auto open = open_of<ListenSettings>(asked.workshop, "listen");
    if (!open) return open.error();
    const Question* question = asked.workshop.question(command.question);
    if (!question || question->status == IdeaStatus::pending)
        return Refusal{Code::no_such_question};
    if (question->phase != open.value().phase->id) return wrong_phase(asked.workshop, "listen");
    if (is_author(*question, asked.actor)) return Refusal{Code::own_question};
    if (question->status != IdeaStatus::published && command.value)
        return Refusal{Code::no_such_question};
    return std::vector<Event>{
        QuestionUpvoted{question->id, asked.actor.participant, command.value}};
}

// QU4: what someone asked they may take back until the workshop is closed.
Events withdraw_question(const Asked& asked, const WithdrawQuestion& command) {
    const Question* question = asked.workshop.question(command.question);
    if (!question) return Refusal{Code::no_such_question};
    if (!is_author(*question, asked.actor)) return Refusal{Code::not_yours};
    if (question->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    return std::vector<Event>{
        QuestionWithdrawn{question->id, question->status == IdeaStatus::published}};
}

Events publish_question(const Asked& asked, const PublishQuestion& command) {
    const Question* question = asked.workshop.question(command.question);
    if (!question) return Refusal{Code::no_such_question};
    if (question->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (question->status == IdeaStatus::published && question->reviewed)
        return Refusal{Code::already_published};
    return std::vector<Event>{QuestionPublished{question->id}};
}

Events hide_question(const Asked& asked, const HideQuestion& command) {
    const Question* question = asked.workshop.question(command.question);
    if (!question) return Refusal{Code::no_such_question};
    if (question->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (question->status == IdeaStatus::hidden) return Refusal{Code::already_hidden};
    return std::vector<Event>{
        QuestionHidden{question->id, command.reason, question->status == IdeaStatus::published}};
}

// QU5: a question is marked as answered at any time, with words or without; doing it again changes
// the words.
Events answer(const Asked& asked, const AnswerQuestion& command) {
    const Question* question = asked.workshop.question(command.question);
    if (!question) return Refusal{Code::no_such_question};
    if (question->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (command.text)
        if (auto bad =
                check_text(*command.text, limits::answer_graphemes_max, limits::idea_bytes_max))
            return *bad;
    return std::vector<Event>{QuestionAnswered{question->id, command.text.value_or("")}};
}

}  // namespace atelier::domain::rules
