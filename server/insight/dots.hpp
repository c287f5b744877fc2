#pragma once

#include "domain/votes.hpp"
#include "insight/ranking.hpp"

/// The method `dots`: a budget of dots, at most so many on one idea.
namespace atelier::insight {

/// Rule IN5: more dots are better, equal dots share a rank, whatever the number of voters.
/// Source: cumulative voting, a plain sum; nothing is inferred from it.
[[nodiscard]] std::vector<Place> rank_dots(const std::vector<domain::DotsTally>& tallies);

}  // namespace atelier::insight
