// Affiliations beside each other: rules R16 and R18.
#include "report/across.hpp"

#include <algorithm>
#include <functional>

#include "domain/limits.hpp"
#include "report/opinions.hpp"
#include "report/results.hpp"

namespace atelier::report {
namespace {

constexpr std::size_t least = domain::limits::shown_group_people_min;

std::vector<std::size_t> saw_of(const std::vector<insight::Stance>& stances) {
    std::vector<std::size_t> out;
    for (const insight::Stance& one : stances) out.push_back(one.saw);
    return out;
}

/// The position of each voter's affiliation in the list; one behind it for those without.
std::vector<std::optional<std::size_t>> affiliations_of(const domain::Workshop& workshop,
                                                        const Opinions& opinions) {
    const auto& known = workshop.plan.affiliations;
    std::vector<std::optional<std::size_t>> out;
    for (const auto& voter : opinions.voters) {
        const domain::Participant* person = workshop.participant(voter);
        const auto found =
            person && person->affiliation
                ? std::ranges::find(known, *person->affiliation, &domain::Affiliation::id)
                : known.end();
        out.push_back(static_cast<std::size_t>(found - known.begin()));
    }
    return out;
}

/// Positions of the groups that may be told: affiliations, not what is left over.
std::vector<std::size_t> told_groups(const std::vector<std::size_t>& people) {
    const std::vector<bool> shown = insight::shown_groups(people, least);
    std::vector<std::size_t> out;
    for (std::size_t g = 0; g + 1 < people.size(); ++g)
        if (shown[g]) out.push_back(g);
    return out;
}

/// Rule R16: on this idea, too, each of the groups may be told.
bool may_be_told(const std::vector<insight::Stance>& stances,
                 const std::vector<std::size_t>& groups) {
    const std::vector<bool> shown = insight::shown_groups(saw_of(stances), least);
    return std::ranges::all_of(groups, [&](std::size_t g) { return shown[g]; });
}

}  // namespace

void find_common_ground(Across& out) {
    std::ranges::stable_sort(out.ideas, std::ranges::greater{}, &IdeaAcross::agreement);
    std::vector<std::vector<insight::GroupVotes>> votes;
    for (const IdeaAcross& idea : out.ideas) votes.push_back(idea.groups);
    const bool relative = out.method == domain::Method::dots;
    out.common =
        insight::common_ground(votes, relative ? insight::relative_levels(votes)
                                               : std::vector<insight::Levels>(out.groups.size()));
}

std::optional<Across> across_affiliations(const domain::Workshop& workshop,
                                          const domain::Phase& vote) {
    const auto rules = vote_rules(vote.settings);
    if (!rules || !vote.opened_at || !counts_shown(workshop, vote)) return std::nullopt;
    const Opinions opinions = opinions_of(workshop, vote);
    const auto& known = workshop.plan.affiliations;
    const auto group_of = affiliations_of(workshop, opinions);
    std::vector<std::size_t> people(known.size() + 1);
    for (const auto& group : group_of) ++people[*group];
    const auto groups = told_groups(people);
    if (groups.size() < 2) return std::nullopt;
    Across out{vote.id, vote.title, vote.round, rules->method, {}, {}, 0, {}};
    for (const std::size_t g : groups) out.groups.push_back({known[g].name, people[g]});
    const auto said = stances(opinions, group_of, people.size());
    for (std::size_t i = 0; i < opinions.ideas.size(); ++i) {
        if (!may_be_told(said[i], groups)) {
            ++out.not_told;
            continue;
        }
        IdeaAcross idea{opinions.ideas[i]->id, opinions.ideas[i]->text, {}, 0};
        for (const std::size_t g : groups)
            idea.groups.push_back({said[i][g].agree, said[i][g].saw});
        idea.agreement = insight::agreement(idea.groups).value_or(0);
        out.ideas.push_back(std::move(idea));
    }
    if (out.ideas.empty()) return std::nullopt;
    find_common_ground(out);
    return out;
}

}  // namespace atelier::report
