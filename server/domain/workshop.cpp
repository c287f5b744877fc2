#include "domain/workshop.hpp"

#include <algorithm>

namespace atelier::domain {
namespace {

template <class Items, class Key>
auto find_by_id(Items& items, const Key& wanted) noexcept -> decltype(items.data()) {
    const auto found =
        std::ranges::find_if(items, [&](const auto& item) { return item.id == wanted; });
    return found == items.end() ? nullptr : &*found;
}

template <class Map, class Key>
auto find_in(Map& map, const Key& wanted) noexcept -> decltype(&map.begin()->second) {
    const auto found = map.find(wanted);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const Idea* Workshop::idea(const IdeaId& wanted) const noexcept {
    const auto* index = find_in(idea_index, wanted);
    return index ? &ideas[*index] : nullptr;
}

const Phase* Workshop::phase(const PhaseId& wanted) const noexcept {
    return find_by_id(plan.phases, wanted);
}

const Phase* Workshop::open_phase() const noexcept {
    const auto found = std::ranges::find(plan.phases, PhaseStatus::open, &Phase::status);
    return found == plan.phases.end() ? nullptr : &*found;
}

const Board* Workshop::board(const BoardId& wanted) const noexcept {
    return find_by_id(plan.boards, wanted);
}

const Participant* Workshop::participant(const ParticipantId& wanted) const noexcept {
    return find_in(participants, wanted);
}

const Affiliation* Workshop::affiliation(const AffiliationId& wanted) const noexcept {
    return find_by_id(plan.affiliations, wanted);
}

const Votes* Workshop::votes_of(const PhaseId& wanted) const noexcept {
    return find_in(votes, wanted);
}

const Comment* Workshop::comment(const CommentId& wanted) const noexcept {
    return find_by_id(comments, wanted);
}

const std::vector<IdeaId>& Workshop::members(const IdeaId& lead) const noexcept {
    static const std::vector<IdeaId> none;
    const auto* found = find_in(groups, lead);
    return found ? *found : none;
}

IdeaId Workshop::standing_for(const IdeaId& wanted) const {
    const Idea* found = idea(wanted);
    return found && found->group ? *found->group : wanted;
}

const Question* Workshop::question(const QuestionId& wanted) const noexcept {
    return find_by_id(questions, wanted);
}

const Commitment* Workshop::commitment(const CommitmentId& wanted) const noexcept {
    return find_by_id(commitments, wanted);
}

const Weathers& Workshop::weathers_of(const PhaseId& wanted) const noexcept {
    static const Weathers none;
    const auto* found = find_in(weathers, wanted);
    return found ? *found : none;
}

const Closings& Workshop::closings_of(const PhaseId& wanted) const noexcept {
    static const Closings none;
    const auto* found = find_in(closings, wanted);
    return found ? *found : none;
}

bool kept_private(const Workshop& workshop, const Idea& idea) noexcept {
    const Phase* phase = workshop.closed ? nullptr : workshop.phase(idea.phase);
    const auto* collect = phase ? std::get_if<CollectSettings>(&phase->settings) : nullptr;
    return collect && collect->private_until_reveal && !phase->revealed;
}

bool shown(const Workshop& workshop, const Idea& idea) noexcept {
    return idea.status == IdeaStatus::published && !kept_private(workshop, idea);
}

bool in_vote(const Workshop& workshop, const Phase& vote, const IdeaId& idea) noexcept {
    if (!vote.ideas) return true;
    const auto listed = [&](const IdeaId& id) {
        return std::ranges::find(*vote.ideas, id) != vote.ideas->end();
    };
    return listed(idea) || std::ranges::any_of(workshop.members(idea), listed);
}

std::vector<const Idea*> ideas_in(const Workshop& workshop, const Phase& vote) {
    std::vector<const Idea*> out;
    for (const Idea& idea : workshop.ideas)
        if (shown(workshop, idea) && !idea.group && in_vote(workshop, vote, idea.id))
            out.push_back(&idea);
    return out;
}

bool counts_shown(const Workshop& workshop, const Phase& phase) noexcept {
    const auto rules = vote_rules(phase.settings);
    return rules && (!rules->hidden || phase.revealed || workshop.closed);
}

std::size_t people_voted(const Workshop& workshop) noexcept {
    if (const Phase* open = workshop.open_phase()) {
        const PhaseKind kind = kind_of(open->settings);
        if (kind == PhaseKind::welcome) return workshop.weathers_of(open->id).size();
        if (kind == PhaseKind::close) return workshop.closings_of(open->id).size();
    }
    const Phase* vote = nullptr;
    for (const Phase& phase : workshop.plan.phases) {
        if (!vote_rules(phase.settings) || !phase.opened_at) continue;
        if (!vote || phase.status == PhaseStatus::open ||
            (vote->status != PhaseStatus::open && *phase.opened_at > *vote->opened_at))
            vote = &phase;
    }
    const Votes* votes = vote ? workshop.votes_of(vote->id) : nullptr;
    return votes ? votes->ballots.size() : 0;
}

std::size_t people_posted(const Workshop& workshop) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        workshop.participants, [](const auto& entry) { return entry.second.ideas_posted > 0; }));
}

}  // namespace atelier::domain
