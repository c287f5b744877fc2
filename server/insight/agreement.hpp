#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// What different groups of people (affiliations, or groups of opinion) make of the same idea.
namespace atelier::insight {

/// Counts of people of one group.
struct GroupVotes {
    std::size_t agree = 0;
    std::size_t saw = 0;
};

/// Rule IN12: geometric mean over the groups of (agree + 1) / (saw + 2), from 0 to 1; nothing
/// without a group. High only where every group agrees; a column beside the ranking, never a weight
/// in it. Which groups are large enough to count is the caller's business (shown_groups). `agree`
/// beyond `saw` is a broken invariant. Source: C. Small et al., Polis: scaling deliberation by
/// mapping high dimensional opinion spaces, Recerca 26 (2021), group-informed consensus; the mean
/// instead of the product, so that it does not depend on the number of groups.
[[nodiscard]] std::optional<double> agreement(const std::vector<GroupVotes>& groups);

/// Rule IN13: which groups of these numbers of people may be shown beside the total. None with fewer
/// than `people_min`; and where what is left out, all together, has fewer than that, or is one group
/// that a subtraction would give away, the smallest shown ones are left out as well. Groups of
/// nobody hide nothing and are never shown. Source: primary and complementary suppression, A.
/// Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 4.
[[nodiscard]] std::vector<bool> shown_groups(const std::vector<std::size_t>& people,
                                             std::size_t people_min);

}  // namespace atelier::insight
