#pragma once

#include <cstddef>
#include <vector>

#include "insight/agreement.hpp"

/// What unites groups of people, what divides them, and what one of them thinks alone. Pure.
///
/// Everything rests on a group's leaning, (agree + 1) / (saw + 2): Laplace's rule of succession, so
/// that two people of two are not taken for everyone. Its n is `saw`, a few people where a group is
/// small: a leaning says what those who voted made of it, nothing about those who did not come.
/// Many ideas are looked at at once, so that at 95 % one in twenty differences is chance: these are
/// lists to talk about, not findings.
namespace atelier::insight {

/// From which leaning on a group is for an idea, and up to which it is not.
struct Levels {
    double high = 0.6;
    double low = 0.4;
};

/// Source: the posterior mean under a uniform prior, as in Polis (agreement.hpp).
[[nodiscard]] double leaning(const GroupVotes& votes) noexcept;

/// Whether two shares differ by more than chance at 95 %: the pooled two-proportion z-test, |z| >=
/// 1.96. Source: any textbook; with fewer than five people on either side it is never said.
[[nodiscard]] bool differ(const GroupVotes& a, const GroupVotes& b) noexcept;

struct Minority {
    std::size_t idea = 0;
    std::size_t group = 0;  ///< the one that is for it
    friend bool operator==(const Minority&, const Minority&) = default;
};

/// Ideas by their position in what was given.
struct CommonGround {
    std::vector<std::size_t> unites;   ///< most agreed first
    std::vector<std::size_t> divides;  ///< widest gap first
    std::vector<Minority> minority;    ///< the furthest from the others first
};

/// Rule IN24. An idea unites if every group is high on it; it is a minority idea if one group is,
/// all others are low and the difference is more than chance (of two groups, the smaller one); it
/// divides if one group is high, another low, and the difference is more than chance. Nothing with
/// fewer than two groups. `ideas`: for each idea the votes of each group, all in the same order;
/// `levels`: of each group.
[[nodiscard]] CommonGround common_ground(const std::vector<std::vector<GroupVotes>>& ideas,
                                         const std::vector<Levels>& levels);

/// The levels of a method by which nobody can be for everything, such as a budget of dots: a group
/// is high on what is in the upper quarter of its own leanings (and above the middle one), low up to
/// the middle. Source: quartiles by nearest rank.
[[nodiscard]] std::vector<Levels> relative_levels(
    const std::vector<std::vector<GroupVotes>>& ideas);

}  // namespace atelier::insight
