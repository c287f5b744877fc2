#include "wire/projection.hpp"

#include "wire/projection_parts.hpp"

namespace atelier::wire {

using namespace domain;

bool may_see(const Workshop&, const Idea& idea, const Viewer& viewer) noexcept {
    if (idea.status == IdeaStatus::published) return true;
    if (viewer.role == Role::facilitator) return true;
    return !viewer.participant.empty() && idea.author == viewer.participant;
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
    if (viewer.role != Role::facilitator) return out;
    out.reason = idea.reason;
    out.reviewed = idea.reviewed;
    out.author = idea.author ? idea.author->text : "facilitator";
    const Participant* person = idea.author ? workshop.participant(*idea.author) : nullptr;
    if (person && !person->name.empty()) out.author_name = person->name;
    if (person && person->affiliation) out.author_affiliation = person->affiliation->text;
    return out;
}

PlacementView view_placement(const Workshop& workshop, const Board& board, const IdeaId& idea,
                             const Placement& placement, Role role) {
    PlacementView out{board.id.text, idea.text, {}, {}, {}};
    if (placement.lever) out.lever = placement.lever->text;
    if (placement.scale) out.scale = placement.scale->text;
    const Participant* mover = placement.by ? workshop.participant(*placement.by) : nullptr;
    if (role != Role::screen && mover && !mover->name.empty()) out.by = mover->name;
    return out;
}

void add_tallies(TalliesView& out, const Workshop& workshop, const Phase& phase, Role role) {
    if (!counts_shown(workshop, phase)) return;
    auto& counts = out[phase.id.text];
    const Votes* votes = workshop.votes_of(phase.id);
    if (!votes) return;
    for (const auto& [id, tally] : votes->tallies)
        if (may_see(workshop, *workshop.idea(id), {role})) counts[id.text] = tally;
}

WorkshopView project_workshop(const Workshop& workshop) {
    const Blueprint& plan = workshop.plan;
    return {workshop.id.text, workshop.code,   plan.title,        plan.question,
            plan.language,    workshop.closed, plan.affiliations, plan.charter};
}

PeopleView project_people(const Workshop& workshop, Role role, const Presence& presence) {
    PeopleView out;
    out.connected = presence.people;
    if (role == Role::participant) return out;
    out.voted = people_voted(workshop);
    if (role != Role::facilitator) return out;
    out.joined = workshop.participants.size();
    out.posted = people_posted(workshop);
    out.transports = presence.transports;
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
    auto& ballots = out.ballots.emplace();
    for (const Phase& phase : workshop.plan.phases) {
        const Votes* votes = workshop.votes_of(phase.id);
        const Ballot* ballot = votes ? votes->ballot(person->id) : nullptr;
        if (!ballot) continue;
        auto& dots = ballots[phase.id.text];
        for (const auto& [idea, count] : *ballot) dots[idea.text] = count;
    }
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
        out.boards.push_back({board.id, board.levers, board.scales, {}});
        for (const Idea& idea : workshop.ideas) {
            const auto placed = board.placements.find(idea.id);
            if (placed != board.placements.end() && may_see(workshop, idea, {viewer.role}))
                out.placements.push_back(
                    view_placement(workshop, board, idea.id, placed->second, viewer.role));
        }
    }
    for (const Phase& phase : workshop.plan.phases)
        add_tallies(out.tallies, workshop, phase, viewer.role);
    return out;
}

}  // namespace atelier::wire
