#include "wire/projection.hpp"

#include <algorithm>

#include "insight/group_tally.hpp"

#include <algorithm>

#include "insight/group_tally.hpp"

#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

bool may_see(const Workshop& workshop, const Idea& idea, const Viewer& viewer) noexcept {
    if (shown(workshop, idea)) return true;
    if (reviews(viewer.role)) return true;
    return !viewer.participant.empty() && idea.author == viewer.participant;
}

bool keeps_private(const Phase& phase) noexcept {
    const auto* collect = std::get_if<CollectSettings>(&phase.settings);
    return collect && collect->private_until_reveal;
}

IdeaView view_idea(const Workshop& workshop, const Idea& idea, const Viewer& viewer) {
    IdeaView out;
    out.id = idea.id.text;
    out.phase = idea.phase.text;
    out.text = idea.text;
    out.at = idea.at;
    out.status = idea.status;
    if (idea.scale) out.scale = idea.scale->text;
    const bool mine = !viewer.participant.empty() && idea.author == viewer.participant;
    if (mine) {
        out.mine = true;
        out.reason = idea.reason;
    }
    // An author may see a member of a group whose lead is still another's alone.
    if (idea.group && may_see(workshop, *workshop.idea(*idea.group), viewer))
        out.group = idea.group->text;
    out.reworded = idea.original.has_value();
    out.erased = idea.erased;
    if (idea.carried_from) out.carried_from = idea.carried_from->text;
    if (mine || reviews(viewer.role)) {
        out.original = idea.original;
        if (!idea.answer.empty()) out.answer = idea.answer;
    }
    if (!reviews(viewer.role)) return out;
    if (!idea.reviewed && !idea.erased && idea.status != IdeaStatus::withdrawn) {
        out.signs = insight::signs(idea.text);
        if (idea.look_alike) {
            out.signs.push_back(insight::Sign::duplicate);
            out.look_alike = idea.look_alike->text;
        }
    }
    out.reason = idea.reason;
    out.reviewed = idea.reviewed;
    out.author = idea.author ? idea.author->text : "facilitator";
    const Participant* person = idea.author ? workshop.participant(*idea.author) : nullptr;
    if (person && !person->name.empty()) out.author_name = person->name;
    if (person && person->affiliation) out.author_affiliation = person->affiliation->text;
    return out;
}

void add_tallies(TalliesView& out, const Workshop& workshop, const Phase& phase, Role role) {
    add_voices(out, workshop, phase, role);
    if (!counts_shown(workshop, phase)) return;
    auto& counts = out[phase.id.text];
    const Votes* votes = workshop.votes_of(phase.id);
    if (!votes) return;
    const Method method = vote_rules(phase.settings)->method;
    for (const auto& [id, tally] : votes->tallies)
        for (const IdeaId& shown : {id, workshop.standing_for(id)})
            if (may_see(workshop, *workshop.idea(shown), {role}))
                counts[shown.text] = insight::group_tally(workshop, *votes, shown, method);
}

std::vector<ReasonView> view_reasons(const Workshop& workshop, const Phase& phase, Role role) {
    std::vector<ReasonView> out;
    const Votes* votes = workshop.votes_of(phase.id);
    if (role != Role::facilitator || !votes || !(phase.revealed || workshop.closed)) return out;
    for (const auto& [voter, ballot] : votes->ballots)
        for (const auto& [idea, choice] : ballot)
            if (const auto* answer = std::get_if<Answer>(&choice);
                answer && !answer->reason.empty())
                out.push_back({phase.id.text, workshop.standing_for(idea).text, answer->consent,
                               answer->reason});
    std::ranges::sort(out);
    return out;
}

WorkshopView project_workshop(const Workshop& workshop) {
    const Blueprint& plan = workshop.plan;
    return {workshop.id.text, workshop.code,     plan.title,   plan.question,         plan.language,
            workshop.closed,  plan.affiliations, plan.charter, workshop.posts_stopped};
}

PeopleView project_people(const Workshop& workshop, Role role, const Presence& presence) {
    PeopleView out;
    out.connected = presence.people;
    if (role == Role::participant) return out;
    out.voted = people_voted(workshop);
    if (!reviews(role)) return out;
    out.joined = workshop.participants.size();
    out.posted = people_posted(workshop);
    out.transports = presence.transports;
    return out;
}

VoteValue value_of(const Choice& choice) {
    if (const auto* dots = std::get_if<Dots>(&choice)) return dots->dots;
    if (const auto* grade = std::get_if<Grade>(&choice)) return grade->grade;
    if (const auto* scores = std::get_if<Scores>(&choice)) return *scores;
    if (const auto* answer = std::get_if<Answer>(&choice)) return *answer;
    return std::get<Judgement>(choice);
}

std::vector<std::string> view_hand(const Workshop& workshop, const Phase& phase,
                                   const ParticipantId& person) {
    std::vector<std::string> out;
    const Votes* votes = workshop.votes_of(phase.id);
    if (!votes) return out;
    if (const auto hand = votes->hands.find(person); hand != votes->hands.end())
        for (const IdeaId& card : hand->second) out.push_back(card.text);
    return out;
}

YouView project_you(const Workshop& workshop, const Viewer& viewer) {
    YouView out;
    out.role = viewer.role;
    const Participant* person = workshop.participant(viewer.participant);
    if (!person) return out;
    out.participant = person->id.text;
    if (!person->name.empty()) out.name = person->name;
    if (person->affiliation) out.affiliation = person->affiliation->text;
    out.muted = person->muted;
    for (const Board& board : workshop.plan.boards)
        for (const auto& [idea, places] : board.crowd)
            if (const auto mine = places.find(person->id); mine != places.end())
                out.placements[board.id.text][idea.text] = view_own_place(board, mine->second);
    auto& ballots = out.ballots.emplace();
    for (const Phase& phase : workshop.plan.phases) {
        const Votes* votes = workshop.votes_of(phase.id);
        const Ballot* ballot = votes ? votes->ballot(person->id) : nullptr;
        if (!ballot) continue;
        auto& choices = ballots[phase.id.text];
        for (const auto& [idea, choice] : *ballot) choices[idea.text] = value_of(choice);
    }
    for (const Phase& phase : workshop.plan.phases)
        if (auto cards = view_hand(workshop, phase, person->id); !cards.empty())
            out.hands[phase.id.text] = std::move(cards);
    for (const Phase& phase : workshop.plan.phases) {
        const Weathers& weathers = workshop.weathers_of(phase.id);
        if (const auto mine = weathers.find(person->id); mine != weathers.end())
            out.weathers[phase.id.text] = mine->second;
        const Closings& closings = workshop.closings_of(phase.id);
        if (const auto mine = closings.find(person->id); mine != closings.end())
            out.closings[phase.id.text] = mine->second;
    }
    out.supports = view_supports(workshop, person->id);
    out.reactions = view_reactions(workshop, person->id);
    return out;
}

StateView project_state(const Workshop& workshop, const Viewer& viewer, const Presence& presence) {
    StateView out;
    out.workshop = project_workshop(workshop);
    out.phases = workshop.plan.phases;
    out.people = project_people(workshop, viewer.role, presence);
    for (const Idea& idea : workshop.ideas)
        if (may_see(workshop, idea, viewer)) out.ideas.push_back(view_idea(workshop, idea, viewer));
    for (const Board& board : workshop.plan.boards) {
        out.boards.push_back(view_board(board, viewer.role));
        for (const Idea& idea : workshop.ideas) {
            if (!stands(workshop, idea.id, viewer.role)) continue;
            if (auto placed = view_placement(workshop, board, idea.id, viewer.role))
                out.placements.push_back(*std::move(placed));
        }
    }
    out.screen = view_screen(workshop);
    for (const Comment& comment : workshop.comments)
        if (may_see(workshop, comment, viewer))
            out.comments.push_back(view_comment(workshop, comment, viewer));
    if (reviews(viewer.role)) {
        out.leases.emplace();  // the room's to tell
        auto& restricted = out.restricted.emplace();
        for (const auto& [id, person] : workshop.participants)
            if (person.muted || person.removed) restricted.push_back(view_restricted(person));
        std::ranges::sort(restricted, {}, &RestrictedView::participant);
    }
    for (const Phase& phase : workshop.plan.phases)
        add_tallies(out.tallies, workshop, phase, viewer.role);
    for (const Phase& phase : workshop.plan.phases)
        std::ranges::move(view_reasons(workshop, phase, viewer.role),
                          std::back_inserter(out.reasons));
    for (const Question& question : workshop.questions)
        if (may_see(question, viewer))
            out.questions.push_back(view_question(workshop, question, viewer));
    for (const Commitment& commitment : workshop.commitments)
        if (may_see(commitment, viewer))
            out.commitments.push_back(view_commitment(workshop, commitment, viewer));
    out.sentences = view_sentences(workshop, viewer.role);
    return out;
}

}  // namespace atelier::wire
