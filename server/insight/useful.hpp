#pragma once

#include "insight/ranking.hpp"

/// The method `useful`: one card at a time is judged useful, not useful, or passed.
namespace atelier::insight {

/// In the order in which the best of several is found: see union.hpp.
enum class Judgement { pass, not_useful, useful };

/// Counts of people.
struct UsefulTally {
    std::size_t useful = 0;
    std::size_t not_useful = 0;
    std::size_t pass = 0;
    std::size_t shown = 0;  ///< to how many it was handed out, judged or not: the exposure
    [[nodiscard]] std::size_t judged() const noexcept { return useful + not_useful; }
    void add(Judgement judgement) noexcept;
};

/// Shares, 0 to 1.
struct Interval {
    double low = 0;
    double high = 1;
};

/// Rule IN3. Score interval of a share at 95 % (z = 1.96):
///     (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
/// Journal of the American Statistical Association 22 (1927), 209–212. Of nobody: 0 to 1. `yes`
/// beyond `n` is a broken invariant.
[[nodiscard]] Interval wilson(std::size_t yes, std::size_t n);

/// Rule IN4: ranked by the lower bound of the share of useful among those who judged; a pass counts
/// neither way, nor does having been shown more often.
[[nodiscard]] std::vector<Place> rank_useful(const std::vector<UsefulTally>& tallies);

}  // namespace atelier::insight
