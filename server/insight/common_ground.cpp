#include "insight/common_ground.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace atelier::insight {
namespace {

constexpr std::size_t people_compared_min = 5;

double as_real(std::size_t n) noexcept { return static_cast<double>(n); }

GroupVotes rest_of(const std::vector<GroupVotes>& groups, std::size_t but) noexcept {
    GroupVotes out;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == but) continue;
        out.agree += groups[i].agree;
        out.saw += groups[i].saw;
    }
    return out;
}

/// One idea, as far as its groups are high on it or low.
struct Sides {
    const std::vector<GroupVotes>& groups;
    const std::vector<Levels>& levels;

    [[nodiscard]] bool high(std::size_t g) const { return leaning(groups[g]) >= levels[g].high; }
    [[nodiscard]] bool low(std::size_t g) const { return leaning(groups[g]) <= levels[g].low; }
    [[nodiscard]] bool unites() const {
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (!high(g)) return false;
        return true;
    }
    /// The only group that is for it, if all others are not.
    [[nodiscard]] std::optional<std::size_t> alone() const {
        std::optional<std::size_t> found;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (low(g)) continue;
            if (found || !high(g)) return std::nullopt;
            found = g;
        }
        if (!found || !differ(groups[*found], rest_of(groups, *found))) return std::nullopt;
        if (groups.size() == 2 && groups[*found].saw >= groups[1 - *found].saw) return std::nullopt;
        return found;
    }
    [[nodiscard]] bool divides() const {
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (std::size_t h = 0; h < groups.size(); ++h)
                if (high(g) && low(h) && differ(groups[g], groups[h])) return true;
        return false;
    }
};

double gap(const std::vector<GroupVotes>& groups) {
    const auto [least, most] = std::ranges::minmax(groups, {}, leaning);
    return leaning(most) - leaning(least);
}

template <class Item, class Score>
void best_first(std::vector<Item>& items, Score score) {
    std::ranges::stable_sort(items, std::ranges::greater{}, score);
}

}  // namespace

double leaning(const GroupVotes& votes) noexcept {
    return (as_real(votes.agree) + 1) / (as_real(votes.saw) + 2);
}

bool differ(const GroupVotes& a, const GroupVotes& b) noexcept {
    constexpr double z = 1.96;
    if (a.saw < people_compared_min || b.saw < people_compared_min) return false;
    const double pooled = as_real(a.agree + b.agree) / as_real(a.saw + b.saw);
    const double spread = pooled * (1 - pooled) * (1 / as_real(a.saw) + 1 / as_real(b.saw));
    const double difference = as_real(a.agree) / as_real(a.saw) - as_real(b.agree) / as_real(b.saw);
    return spread > 0 && difference * difference >= z * z * spread;
}

CommonGround common_ground(const std::vector<std::vector<GroupVotes>>& ideas,
                           const std::vector<Levels>& levels) {
    CommonGround out;
    if (levels.size() < 2) return out;
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        const Sides sides{ideas[i], levels};
        if (sides.unites()) {
            out.unites.push_back(i);
        } else if (const auto group = sides.alone()) {
            out.minority.push_back({i, *group});
        } else if (sides.divides()) {
            out.divides.push_back(i);
        }
    }
    best_first(out.unites, [&](std::size_t i) { return agreement(ideas[i]).value_or(0); });
    best_first(out.divides, [&](std::size_t i) { return gap(ideas[i]); });
    best_first(out.minority, [&](const Minority& one) {
        return leaning(ideas[one.idea][one.group]) - leaning(rest_of(ideas[one.idea], one.group));
    });
    return out;
}

std::vector<Levels> relative_levels(const std::vector<std::vector<GroupVotes>>& ideas) {
    std::vector<Levels> out;
    const std::size_t groups = ideas.empty() ? 0 : ideas.front().size();
    for (std::size_t g = 0; g < groups; ++g) {
        std::vector<double> leanings;
        for (const auto& idea : ideas) leanings.push_back(leaning(idea[g]));
        std::ranges::sort(leanings);
        const double middle = leanings[(leanings.size() - 1) / 2];
        const double upper = leanings[(3 * leanings.size() + 3) / 4 - 1];
        // Where most ideas lean the same way, high still has to be above the middle.
        out.push_back({std::max(upper, std::nextafter(middle, 1.0)), middle});
    }
    return out;
}

}  // namespace atelier::insight
