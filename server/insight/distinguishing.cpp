#include "insight/distinguishing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace atelier::insight {
namespace {

constexpr double z_min = 1.2816;

double real(std::size_t n) noexcept { return static_cast<double>(n); }

/// Whether more than half are of this opinion: normal approximation, one added on either side.
double z_of_half(std::size_t yes, std::size_t n) {
    return 2 * std::sqrt(real(n) + 2) * ((real(yes) + 1) / (real(n) + 2) - 0.5);
}

/// Whether one share is larger than another: pooled two-proportion test, one added on either side.
double z_of_two(std::size_t yes, std::size_t n, std::size_t yes_2, std::size_t n_2) {
    const double a = real(yes) + 1, m = real(n) + 2, b = real(yes_2) + 1, m_2 = real(n_2) + 2;
    const double pooled = (a + b) / (m + m_2);
    return (a / m - b / m_2) / std::sqrt(pooled * (1 - pooled) * (1 / m + 1 / m_2));
}

/// How telling one opinion is; nothing if it is not.
std::optional<double> telling(std::size_t yes, std::size_t n, std::size_t yes_2, std::size_t n_2) {
    const double p = (real(yes) + 1) / (real(n) + 2);
    const double r = p / ((real(yes_2) + 1) / (real(n_2) + 2));
    const double half = z_of_half(yes, n), two = z_of_two(yes, n, yes_2, n_2);
    if (half < z_min || two < z_min) return std::nullopt;
    return p * r * half * two;
}

}  // namespace

std::vector<Distinguishing> distinguishing(const std::vector<Contrast>& ideas, std::size_t count,
                                           std::size_t people_min) {
    std::vector<Distinguishing> out;
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        const auto& [in, others] = ideas[i];
        if (in.saw < people_min || others.saw < people_min) continue;
        const auto with = telling(in.agree, in.saw, others.agree, others.saw);
        const auto against = telling(in.disagree, in.saw, others.disagree, others.saw);
        if (with && (!against || *with >= *against)) {
            out.push_back({i, true, *with});
        } else if (against) {
            out.push_back({i, false, *against});
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater{}, &Distinguishing::weight);
    if (out.size() > count) out.resize(count);
    return out;
}

}  // namespace atelier::insight
