#include "insight/exposure.hpp"

#include <algorithm>

namespace atelier::insight {

std::optional<Evenness> evenness(std::vector<std::size_t> counts) {
    if (counts.empty()) return std::nullopt;
    std::ranges::sort(counts);
    Evenness out;
    out.n = counts.size();
    out.least = counts.front();
    out.most = counts.back();
    out.median = static_cast<double>(counts[(out.n - 1) / 2] + counts[out.n / 2]) / 2;
    double weighted = 0;
    for (std::size_t i = 0; i < out.n; ++i) {
        out.sum += counts[i];
        weighted += (2.0 * static_cast<double>(i + 1) - static_cast<double>(out.n) - 1) *
                    static_cast<double>(counts[i]);
    }
    if (out.sum > 0)
        out.gini = weighted / (static_cast<double>(out.n) * static_cast<double>(out.sum));
    return out;
}

}  // namespace atelier::insight
