#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// How evenly something was given out: how often each idea was shown, how many ideas each person
/// posted. Pure.
namespace atelier::insight {

struct Evenness {
    std::size_t n = 0;  ///< of how many counts
    std::size_t least = 0, most = 0, sum = 0;
    double median = 0;
    double gini = 0;  ///< 0: all the same; towards 1: one has nearly all
};

/// Rule IN28: least, median, most, and Gini's coefficient, Σ(2i − n − 1)·x_i / (n·Σx) over the counts
/// in ascending order; 0 where nothing was given out, nothing without counts. Source: C. Gini,
/// Variabilità e mutabilità, Bologna 1912, in the form of A. Sen, On Economic Inequality, 1973. It
/// says how uneven, not why: an idea posted late was shown less by that alone.
[[nodiscard]] std::optional<Evenness> evenness(std::vector<std::size_t> counts);

}  // namespace atelier::insight
