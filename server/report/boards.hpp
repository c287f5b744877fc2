#pragma once

#include <vector>

#include "report/summary.hpp"

/// One board of the summary; used by summarise() alone. Pure.
namespace atelier::report {

/// `ideas` in the order they were posted; `votes` are those that rank, or nullptr.
[[nodiscard]] BoardSummary summarise_board(const domain::Workshop& workshop,
                                           const domain::Board& board,
                                           const std::vector<const domain::Idea*>& ideas,
                                           const domain::Votes* votes);

/// The counts of what stands for a group: the union of its voters (rule G7). Zero where nobody put a
/// dot, and where the vote is of another method.
[[nodiscard]] domain::DotsTally standing_tally(const domain::Workshop& workshop,
                                               const domain::Votes* votes,
                                               const domain::IdeaId& idea);
/// An idea's own counts, whatever group it is in. Zero where nobody put a dot.
[[nodiscard]] domain::DotsTally tally_of(const domain::Votes* votes, const domain::IdeaId& idea);

}  // namespace atelier::report
