#pragma once

#include <array>
#include <optional>

#include "insight/ranking.hpp"

/// The method `judgment`: majority judgment on six worded grades. Source: M. Balinski, R. Laraki,
/// Majority Judgment: Measuring, Ranking, and Electing, MIT Press 2010.
namespace atelier::insight {

inline constexpr std::size_t grades = 6;

/// How many people gave each grade, from worst (0) to best (5).
using GradeCounts = std::array<std::size_t, grades>;

/// Rule IN7: the lower median. With an even number of people it is the worse of the two middle
/// grades; nothing where nobody graded.
[[nodiscard]] std::optional<std::size_t> majority_grade(const GradeCounts& counts);

/// The majority grade and how many stand on either side of it.
struct Gauge {
    std::size_t grade = 0;
    std::size_t below = 0;  ///< people who gave less: the contestation
    std::size_t above = 0;  ///< people who gave more
    std::size_t people = 0;
    /// The larger group decides which way it leans; the contestation where they are equal.
    [[nodiscard]] bool leans_up() const noexcept { return above > below; }
    [[nodiscard]] std::size_t larger() const noexcept { return leans_up() ? above : below; }
};
[[nodiscard]] std::optional<Gauge> gauge(const GradeCounts& counts);

/// Rule IN8: whether `a` is ranked before `b`. The better majority grade; then the gauge: leaning up
/// before leaning down, a larger share of those above, a smaller share of those below; then the same
/// again with the people of the majority grade counted with the larger group's nearest grade, until
/// they differ. Shares are compared exactly, so that ideas graded by different numbers of people can
/// be ranked. What nobody graded comes last.
[[nodiscard]] bool judged_better(const GradeCounts& a, const GradeCounts& b);

[[nodiscard]] std::vector<Place> rank_judgment(const std::vector<GradeCounts>& tallies);

}  // namespace atelier::insight
