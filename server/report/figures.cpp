// Counting people and ideas: rules R1, R2, R3 and R8.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "domain/limits.hpp"
#include "report/summary.hpp"

namespace atelier::report {
namespace {

using domain::IdeaStatus;

std::size_t count_took_part(const domain::Workshop& workshop) {
    std::unordered_set<domain::ParticipantId> people;
    for (const auto& idea : workshop.ideas)
        if (idea.author) people.insert(*idea.author);
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [voter, ballot] : votes.ballots) people.insert(voter);
    return people.size();
}

}  // namespace

base::Millis held_at(const domain::Workshop& workshop) {
    std::optional<base::Millis> first;
    for (const auto& phase : workshop.plan.phases)
        if (phase.opened_at) first = std::min(first.value_or(*phase.opened_at), *phase.opened_at);
    // A phase that was opened again has forgotten its first opening; its ideas have not.
    if (!workshop.ideas.empty()) {
        const base::Millis idea_at = workshop.ideas.front().at;
        first = std::min(first.value_or(idea_at), idea_at);
    }
    return first.value_or(workshop.created_at);
}

Figures count_figures(const domain::Workshop& workshop) {
    Figures out;
    out.joined = workshop.participants.size();
    out.took_part = count_took_part(workshop);
    out.ideas = workshop.ideas.size();
    std::map<domain::HideReason, std::size_t> reasons;
    for (const auto& idea : workshop.ideas) {
        out.published += idea.status == IdeaStatus::published ? 1 : 0;
        out.grouped += shown(workshop, idea) && idea.group ? 1 : 0;
        out.pending += idea.status == IdeaStatus::pending ? 1 : 0;
        out.withdrawn += idea.status == IdeaStatus::withdrawn ? 1 : 0;
        out.hidden += idea.status == IdeaStatus::hidden ? 1 : 0;
        if (idea.status == IdeaStatus::hidden && idea.reason) ++reasons[*idea.reason];
    }
    for (const auto& [lead, members] : workshop.groups) out.groups += members.empty() ? 0 : 1;
    out.hidden_by_reason.assign(reasons.begin(), reasons.end());
    return out;
}

Affiliations count_affiliations(const domain::Workshop& workshop) {
    constexpr std::size_t least = domain::limits::shown_group_people_min;
    std::map<domain::AffiliationId, std::size_t> people;
    for (const auto& [id, person] : workshop.participants)
        if (person.affiliation) ++people[*person.affiliation];
    Affiliations out;
    out.others = workshop.participants.size();
    for (const auto& affiliation : workshop.plan.affiliations) {
        const std::size_t count = people[affiliation.id];
        if (count < least) continue;
        out.shown.push_back({affiliation.id, affiliation.name, count});
        out.others -= count;
    }
    while (out.others > 0 && out.others < least && !out.shown.empty()) {
        const auto smallest = std::ranges::min_element(out.shown, {}, &AffiliationCount::people);
        out.others += smallest->people;
        out.shown.erase(smallest);
    }
    return out;
}

}  // namespace atelier::report
