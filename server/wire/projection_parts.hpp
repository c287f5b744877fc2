#pragma once

#include "wire/projection.hpp"

/// The pieces that whole states and deltas share; see projection.hpp.
namespace atelier::wire {

[[nodiscard]] IdeaView view_idea(const domain::Workshop& workshop, const domain::Idea& idea,
                                 const Viewer& viewer);
[[nodiscard]] PlacementView view_placement(const domain::Workshop& workshop,
                                           const domain::Board& board, const domain::IdeaId& idea,
                                           const domain::Placement& placement, domain::Role role);
/// All counts of a phase that may be shown (rule D6), of the ideas that may be seen.
void add_tallies(TalliesView& out, const domain::Workshop& workshop, const domain::Phase& phase,
                 domain::Role role);

}  // namespace atelier::wire
