#pragma once

#include <vector>

#include "report/summary.hpp"

/// One board of the summary; used by summarise() alone. Pure.
namespace atelier::report {

/// `ideas` in the order they were posted; `votes` are those that rank, or nullptr.
[[nodiscard]] BoardSummary summarise_board(const domain::Board& board,
                                           const std::vector<const domain::Idea*>& ideas,
                                           const domain::Votes* votes);

/// Zero where nobody put a dot.
[[nodiscard]] domain::DotsTally tally_of(const domain::Votes* votes, const domain::IdeaId& idea);

}  // namespace atelier::report
