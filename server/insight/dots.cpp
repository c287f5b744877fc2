#include "insight/dots.hpp"

namespace atelier::insight {

std::vector<Place> rank_dots(const std::vector<domain::DotsTally>& tallies) {
    return ranked(tallies, [](const auto& a, const auto& b) { return a.dots > b.dots; });
}

}  // namespace atelier::insight
