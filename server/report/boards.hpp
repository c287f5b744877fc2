#pragma once

#include <unordered_map>
#include <vector>

#include "report/summary.hpp"

/// The boards of the summary; used by summarise() alone, but for tally_of(). Pure.
namespace atelier::report {

using Scores = std::unordered_map<domain::IdeaId, IdeaScore>;
using Agreements = std::unordered_map<domain::IdeaId, double>;

/// What the boards are drawn from besides the board itself. Borrows.
struct BoardSources {
    const domain::Workshop& workshop;
    const std::vector<const domain::Idea*>& ideas;  ///< that stand by themselves, as posted
    const Scores& scores;
    const Agreements& agreements;
    const Affiliations& affiliations;
};

[[nodiscard]] BoardSummary summarise_board(const BoardSources& sources, const domain::Board& board);

/// Rule R23; nothing where no affiliation may be told, or the board has no scales.
[[nodiscard]] std::optional<AffiliationMatrix> affiliation_matrix(const BoardSources& sources,
                                                                  const domain::Board& board);
/// Nothing where nobody sorted anything for themselves.
[[nodiscard]] std::optional<CrowdSummary> crowd_summary(const BoardSources& sources,
                                                        const domain::Board& board);
/// Each affiliation's people in figures (R8); empty where none may be told.
[[nodiscard]] std::vector<AffiliationTurnout> turnout_by_affiliation(
    const domain::Workshop& workshop, const Affiliations& affiliations,
    const std::vector<VoteSummary>& votes);
/// How many people voted on what lies at each scale of the first board that has any.
[[nodiscard]] std::vector<ScaleTurnout> turnout_by_scale(const domain::Workshop& workshop,
                                                         const domain::Phase& vote);

/// An idea's own counts, whatever group it is in. Zero where nobody put a dot.
[[nodiscard]] domain::DotsTally tally_of(const domain::Votes* votes, const domain::IdeaId& idea);

}  // namespace atelier::report
