#pragma once

#include <nlohmann/json.hpp>

#include "report/summary.hpp"

namespace atelier::report {

/// The ballots of a vote, one row for each person who chose something or was handed a card, without
/// anything that tells who (rule R11): rows stand in the order of what is in them and are numbered
/// by it, so that the same votes give the same rows whoever cast them, and a number says nothing.
/// The numbers of one vote have nothing to do with those of another.
///
/// An affiliation stands on a row only where it may be told of the whole workshop and at least 5 of
/// it are in this vote, what is left over being nobody or at least 5, too (rule R8).
void add_ballots(nlohmann::json& out, const domain::Workshop& workshop,
                 const Affiliations& affiliations, const domain::Phase& phase);

/// Which of these counts may be told: each at least 5, and what is left over of `all` nobody or at
/// least 5.
[[nodiscard]] std::vector<domain::AffiliationId> tellable(
    std::vector<std::pair<domain::AffiliationId, std::size_t>> counts, std::size_t all);

}  // namespace atelier::report
