#include "insight/impact_effort.hpp"

#include <cmath>

namespace atelier::insight {
namespace {

/// The score of the person at this place, counted from 0 in ascending order.
double at(const ScoreCounts& counts, std::size_t place) {
    std::size_t upto = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        upto += counts[i];
        if (place < upto) return static_cast<double>(i + 1);
    }
    return static_cast<double>(counts.size());
}

double quantile(const ScoreCounts& counts, std::size_t people, double share) {
    const double place = share * static_cast<double>(people - 1);
    const double whole = std::floor(place);
    const auto index = static_cast<std::size_t>(whole);
    const double low = at(counts, index);
    if (index + 1 >= people) return low;
    return low + (place - whole) * (at(counts, index + 1) - low);
}

}  // namespace

std::optional<Spread> spread(const ScoreCounts& counts) {
    Spread out;
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        out.people += counts[i];
        sum += static_cast<double>(counts[i] * (i + 1));
    }
    if (out.people == 0) return std::nullopt;
    out.mean = sum / static_cast<double>(out.people);
    out.lower = quantile(counts, out.people, 0.25);
    out.median = quantile(counts, out.people, 0.5);
    out.upper = quantile(counts, out.people, 0.75);
    return out;
}

Quadrant quadrant(const Spread& impact, const Spread& effort) noexcept {
    constexpr double middle = 3;
    const bool high = impact.median > middle;
    const bool costly = effort.median > middle;
    // Medians are halves, which doubles hold exactly.
    if ((!high && !(impact.median < middle)) || (!costly && !(effort.median < middle)))
        return Quadrant::undecided;
    if (high) return costly ? Quadrant::large_project : Quadrant::quick_win;
    return costly ? Quadrant::not_worth_it : Quadrant::small_gain;
}

}  // namespace atelier::insight
