// Groups of opinion: rules R17 and R18.
#include <algorithm>

#include "domain/limits.hpp"
#include "report/across.hpp"
#include "report/opinions.hpp"

namespace atelier::report {
namespace {

constexpr std::size_t least = domain::limits::shown_group_people_min;
constexpr std::size_t telling_ideas_max = 5;

/// The same vote gives the same groups on every machine.
std::uint64_t seed_of(std::string_view text) noexcept {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

insight::Stance sum(const std::vector<insight::Stance>& stances, std::size_t but) {
    insight::Stance out;
    for (std::size_t g = 0; g < stances.size(); ++g) {
        if (g == but) continue;
        out.agree += stances[g].agree;
        out.disagree += stances[g].disagree;
        out.saw += stances[g].saw;
    }
    return out;
}

std::vector<TellingIdea> telling(const Opinions& opinions,
                                 const std::vector<std::vector<insight::Stance>>& said,
                                 std::size_t group) {
    std::vector<insight::Contrast> contrasts;
    for (const auto& stances : said) contrasts.push_back({stances[group], sum(stances, group)});
    std::vector<TellingIdea> out;
    for (const auto& one : insight::distinguishing(contrasts, telling_ideas_max, least)) {
        const domain::Idea& idea = *opinions.ideas[one.idea];
        out.push_back({idea.id, idea.text, one.agrees, contrasts[one.idea].inside,
                       contrasts[one.idea].outside});
    }
    return out;
}

/// The same rule as for affiliations: enough of each group answered, or nothing is told of it.
void tell_ideas(Across& out, const Opinions& opinions,
                const std::vector<std::vector<insight::Stance>>& said) {
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (std::ranges::any_of(said[i], [](const auto& one) { return one.saw < least; })) {
            ++out.not_told;
            continue;
        }
        IdeaAcross idea{opinions.ideas[i]->id, opinions.ideas[i]->text, {}, 0};
        for (const auto& one : said[i]) idea.groups.push_back({one.agree, one.saw});
        idea.agreement = insight::agreement(idea.groups).value_or(0);
        out.ideas.push_back(std::move(idea));
    }
    find_common_ground(out);
}

}  // namespace

std::optional<OpinionSummary> opinion_summary(const domain::Workshop& workshop,
                                              const domain::Phase& vote) {
    const auto rules = vote_rules(vote.settings);
    if (!rules || rules->method != domain::Method::useful || !vote.opened_at ||
        !counts_shown(workshop, vote))
        return std::nullopt;
    const Opinions opinions = opinions_of(workshop, vote);
    const auto found =
        insight::opinion_groups(opinions.of, opinions.ideas.size(), seed_of(vote.id.text), least);
    if (!found) return std::nullopt;
    const std::size_t groups = found->people.size();
    OpinionSummary out;
    out.across = {vote.id, vote.title, vote.round, rules->method, {}, {}, 0, {}};
    out.left_out = opinions.voters.size();
    for (const std::size_t people : found->people) {
        out.across.groups.push_back({"", people});
        out.left_out -= people;
    }
    out.ideas_used = found->ideas;
    out.silhouette = found->silhouette;
    const auto said = stances(opinions, found->group_of, groups);
    for (std::size_t g = 0; g < groups; ++g) out.telling.push_back(telling(opinions, said, g));
    tell_ideas(out.across, opinions, said);
    return out;
}

}  // namespace atelier::report
