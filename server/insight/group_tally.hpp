#pragma once

#include <vector>

#include "domain/workshop.hpp"

namespace atelier::insight {

/// Rule G7: the counts of what stands for a group are the union of its voters, each with the
/// strongest choice they made about any of it, never the sum; a card is shown to who was handed any
/// of it. Of any other idea its own counts. Empty ones of `method` where nobody chose anything. The
/// one place where votes and groups meet, for frames, exports and summaries.
[[nodiscard]] domain::Tally group_tally(const domain::Workshop& workshop,
                                        const domain::Votes& votes, const domain::IdeaId& idea,
                                        domain::Method method);

/// The same of many ideas at once, in one walk over the ballots: what costs nothing for one group
/// costs seconds for hundreds.
[[nodiscard]] std::vector<domain::Tally> group_tallies(
    const domain::Workshop& workshop, const domain::Votes& votes,
    const std::vector<const domain::Idea*>& ideas, domain::Method method);

}  // namespace atelier::insight
