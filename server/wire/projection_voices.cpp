#include <array>

#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

namespace {

template <class Said>
bool theirs(const Said& said, const Viewer& viewer) noexcept {
    return !viewer.participant.empty() && said.author == viewer.participant;
}

template <class Said>
bool seen(const Said& said, const Viewer& viewer) noexcept {
    return said.status == IdeaStatus::published || reviews(viewer.role) || theirs(said, viewer);
}

/// What authors know of what they said, and what facilitators know of its author.
template <class View, class Said>
void add_author(View& out, const Workshop& workshop, const Said& said, const Viewer& viewer) {
    if (theirs(said, viewer)) {
        out.mine = true;
        out.reason = said.reason;
    }
    if (!reviews(viewer.role)) return;
    out.reason = said.reason;
    out.author = said.author ? said.author->text : "facilitator";
    const Participant* person = said.author ? workshop.participant(*said.author) : nullptr;
    if (person && !person->name.empty()) out.author_name = person->name;
    if (person && person->affiliation) out.author_affiliation = person->affiliation->text;
}

std::map<std::string, Tally> weather_tallies(const Weathers& weathers) {
    std::map<std::string, Tally> out;
    if (weathers.empty()) return out;
    std::array<int, 4> people{};
    for (const auto& [person, weather] : weathers) ++people[static_cast<std::size_t>(weather)];
    for (std::size_t i = 0; i < people.size(); ++i)
        out[std::string(text(static_cast<Weather>(i)))] = PeopleTally{people[i]};
    return out;
}

std::map<std::string, Tally> closing_tallies(const Closings& closings) {
    std::map<std::string, Tally> out;
    std::array<int, 5> people{};
    for (const auto& [person, said] : closings)
        if (said.roti) ++people.at(static_cast<std::size_t>(*said.roti - 1));
    if (closings.empty()) return out;
    for (std::size_t i = 0; i < people.size(); ++i)
        out[std::to_string(i + 1)] = PeopleTally{people[i]};
    return out;
}

}  // namespace

bool may_see(const Question& question, const Viewer& viewer) noexcept {
    return seen(question, viewer);
}
bool may_see(const Commitment& commitment, const Viewer& viewer) noexcept {
    return seen(commitment, viewer);
}

QuestionView view_question(const Workshop& workshop, const Question& question,
                           const Viewer& viewer) {
    QuestionView out;
    out.id = question.id.text;
    out.phase = question.phase.text;
    out.text = question.text;
    out.at = question.at;
    out.status = question.status;
    out.answered = question.answered;
    out.answer = question.answer;
    out.erased = question.erased;
    add_author(out, workshop, question, viewer);
    if (reviews(viewer.role)) out.reviewed = question.reviewed;
    return out;
}

CommitmentView view_commitment(const Workshop& workshop, const Commitment& commitment,
                               const Viewer& viewer) {
    CommitmentView out;
    out.id = commitment.id.text;
    out.phase = commitment.phase.text;
    out.promise = commitment.promise;
    out.at = commitment.at;
    out.status = commitment.status;
    out.erased = commitment.erased;
    if (commitment.follow_up)
        out.follow_up =
            FollowUpView{*commitment.follow_up, commitment.note, commitment.followed_at};
    add_author(out, workshop, commitment, viewer);
    return out;
}

EventView shown_voice(const char* event, const Workshop& workshop, const Question& question,
                      const Viewer& viewer) {
    return QuestionShown{event, view_question(workshop, question, viewer)};
}
EventView shown_voice(const char* event, const Workshop& workshop, const Commitment& commitment,
                      const Viewer& viewer) {
    return CommitmentShown{event, view_commitment(workshop, commitment, viewer)};
}
EventView gone_voice(const char* event, const Workshop& workshop, const Question& question,
                     const Viewer& viewer) {
    QuestionGone out{event, question.id.text, std::nullopt};
    if (reviews(viewer.role) || theirs(question, viewer))
        out.question = view_question(workshop, question, viewer);
    return out;
}
EventView gone_voice(const char* event, const Workshop& workshop, const Commitment& commitment,
                     const Viewer& viewer) {
    CommitmentGone out{event, commitment.id.text, std::nullopt};
    if (reviews(viewer.role) || theirs(commitment, viewer))
        out.commitment = view_commitment(workshop, commitment, viewer);
    return out;
}

SentenceView view_sentence(const Workshop& workshop, const PhaseId& phase,
                           const ParticipantId& author) {
    SentenceView out{phase.text, author.text, {}, {}, false};
    const Participant* person = workshop.participant(author);
    if (person && !person->name.empty()) out.author_name = person->name;
    const Closings& closings = workshop.closings_of(phase);
    if (const auto said = closings.find(author);
        said != closings.end() && !said->second.sentence.empty()) {
        out.text = said->second.sentence;
        out.quote = said->second.quote;
    }
    return out;
}

std::vector<SentenceView> view_sentences(const Workshop& workshop, Role role) {
    std::vector<SentenceView> out;
    if (role != Role::facilitator) return out;
    for (const Phase& phase : workshop.plan.phases)
        for (const auto& [person, said] : workshop.closings_of(phase.id))
            if (!said.sentence.empty()) out.push_back(view_sentence(workshop, phase.id, person));
    return out;
}

std::vector<std::string> view_supports(const Workshop& workshop, const ParticipantId& person) {
    std::vector<std::string> out;
    for (const Question& question : workshop.questions)
        if (question.supporters.contains(person)) out.push_back(question.id.text);
    return out;
}

void add_voices(TalliesView& out, const Workshop& workshop, const Phase& phase, Role role) {
    std::map<std::string, Tally> people;
    switch (kind_of(phase.settings)) {
        case PhaseKind::welcome:
            people = weather_tallies(workshop.weathers_of(phase.id));
            break;
        case PhaseKind::close:
            if (role != Role::participant) people = closing_tallies(workshop.closings_of(phase.id));
            break;
        case PhaseKind::listen:
            for (const Question& question : workshop.questions)
                if (question.phase == phase.id && !question.supporters.empty() &&
                    may_see(question, {role}))
                    people[question.id.text] = people_of(question);
            break;
        case PhaseKind::collect:
            for (const auto& [id, supporters] : workshop.reactions.people)
                for (const IdeaId& shown : {id, workshop.standing_for(id)}) {
                    const Idea& idea = *workshop.idea(shown);
                    if (idea.phase == phase.id && may_see(workshop, idea, {role}))
                        people[shown.text] = people_of(workshop, idea);
                }
            break;
        default:
            break;
    }
    if (!people.empty()) out[phase.id.text].merge(std::move(people));
}

std::vector<std::string> view_reactions(const Workshop& workshop, const ParticipantId& person) {
    std::vector<std::string> out;
    for (const IdeaId& idea : workshop.reactions.supported(person)) out.push_back(idea.text);
    return out;
}

Tally people_of(const Workshop& workshop, const Idea& idea) {
    return PeopleTally{static_cast<int>(support_of(workshop, idea.id))};
}

Tally people_of(const Question& question) {
    return PeopleTally{static_cast<int>(question.supporters.size())};
}

}  // namespace atelier::wire
