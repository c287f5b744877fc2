#include "insight/useful.hpp"

#include <cmath>
#include <functional>

#include "base/check.hpp"

namespace atelier::insight {

void UsefulTally::add(Judgement judgement) noexcept {
    switch (judgement) {
        case Judgement::useful:
            ++useful;
            break;
        case Judgement::not_useful:
            ++not_useful;
            break;
        case Judgement::pass:
            ++pass;
            break;
    }
}

Interval wilson(std::size_t yes, std::size_t n) {
    ATELIER_CHECK(yes <= n);
    if (n == 0) return {};
    constexpr double z = 1.96;
    const auto count = static_cast<double>(n);
    const double p = static_cast<double>(yes) / count;
    const double middle = p + z * z / (2 * count);
    const double reach = z * std::sqrt(p * (1 - p) / count + z * z / (4 * count * count));
    const double scale = 1 + z * z / count;
    // At the ends the bound is known exactly, and rounding would break ties there.
    return {yes == 0 ? 0 : (middle - reach) / scale, yes == n ? 1 : (middle + reach) / scale};
}

std::vector<Place> rank_useful(const std::vector<UsefulTally>& tallies) {
    std::vector<double> scores;
    scores.reserve(tallies.size());
    for (const auto& tally : tallies) scores.push_back(wilson(tally.useful, tally.judged()).low);
    return ranked(scores, std::greater<>());
}

}  // namespace atelier::insight
