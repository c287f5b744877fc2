#include "insight/judgment.hpp"

#include <numeric>
#include <utility>

namespace atelier::insight {
namespace {

std::size_t sum(const GradeCounts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// Counts the people of the majority grade with the nearest grade of the larger group. False when
/// there is no such group: all gave the same grade.
bool regrade(GradeCounts& counts, const Gauge& at) {
    if (at.larger() == 0) return false;
    std::size_t to = at.grade;
    do {
        to = at.leans_up() ? to + 1 : to - 1;
    } while (counts[to] == 0);
    counts[to] += std::exchange(counts[at.grade], 0);
    return true;
}

/// Positive when a is better.
int compare(const Gauge& a, const Gauge& b) {
    if (a.grade != b.grade) return a.grade > b.grade ? 1 : -1;
    if (a.leans_up() != b.leans_up()) return a.leans_up() ? 1 : -1;
    const std::size_t left = a.larger() * b.people;
    const std::size_t right = b.larger() * a.people;
    if (left == right) return 0;
    return (left > right) == a.leans_up() ? 1 : -1;
}

}  // namespace

std::optional<std::size_t> majority_grade(const GradeCounts& counts) {
    const std::size_t people = sum(counts);
    std::size_t upto = 0;
    for (std::size_t grade = 0; grade < grades; ++grade) {
        upto += counts[grade];
        if (2 * upto >= people && upto > 0) return grade;
    }
    return std::nullopt;
}

std::optional<Gauge> gauge(const GradeCounts& counts) {
    const auto grade = majority_grade(counts);
    if (!grade) return std::nullopt;
    Gauge out{*grade, 0, 0, sum(counts)};
    for (std::size_t i = 0; i < grades; ++i) {
        if (i < *grade) out.below += counts[i];
        if (i > *grade) out.above += counts[i];
    }
    return out;
}

bool judged_better(const GradeCounts& a, const GradeCounts& b) {
    GradeCounts left = a;
    GradeCounts right = b;
    for (;;) {
        const auto one = gauge(left);
        const auto other = gauge(right);
        if (!one || !other) return one.has_value() && !other;
        if (const int order = compare(*one, *other)) return order > 0;
        // Equal gauges: either both have a larger group, or neither has.
        if (!regrade(left, *one) || !regrade(right, *other)) return false;
    }
}

std::vector<Place> rank_judgment(const std::vector<GradeCounts>& tallies) {
    return ranked(tallies, judged_better);
}

}  // namespace atelier::insight
