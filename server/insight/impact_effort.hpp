#pragma once

#include <array>
#include <cstddef>
#include <optional>

/// The method `impact_effort`: two scores of 1 to 5 for each idea.
namespace atelier::insight {

/// How many people gave each score; the first is 1.
using ScoreCounts = std::array<std::size_t, 5>;

/// Scores, 1 to 5.
struct Spread {
    double mean = 0;
    double median = 0;
    double lower = 0;  ///< first quartile
    double upper = 0;  ///< third quartile
    std::size_t people = 0;
};

/// Rule IN9. Quartiles by linear interpolation, of which the usual median is one; nothing where
/// nobody scored. Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The
/// American Statistician 50 (1996), 361–365, definition 7.
[[nodiscard]] std::optional<Spread> spread(const ScoreCounts& counts);

enum class Quadrant { quick_win, large_project, small_gain, not_worth_it, undecided };

/// Rule IN10: which side of 3 the two medians lie on. High impact and low effort is a quick win;
/// high and high a large project; low and low a small gain; low impact and high effort not worth it.
/// A median of 3 is on no side: undecided. Source: the 2 × 2 of the action priority matrix.
[[nodiscard]] Quadrant quadrant(const Spread& impact, const Spread& effort) noexcept;

}  // namespace atelier::insight
