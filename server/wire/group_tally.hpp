#pragma once

#include "domain/workshop.hpp"

namespace atelier::wire {

/// Rule G7: the counts of what stands for a group are the union of its voters, each with the best
/// they gave to any of it, never the sum; of any other idea its own. The one place where votes and
/// groups meet, for frames, exports and summaries.
[[nodiscard]] domain::Tally group_tally(const domain::Workshop& workshop,
                                        const domain::Votes& votes, const domain::IdeaId& idea);

}  // namespace atelier::wire
