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

/// A choice as it was cast.
[[nodiscard]] domain::VoteValue value_of(const domain::Choice& choice);
/// The cards a person was handed, in that order.
[[nodiscard]] std::vector<std::string> view_hand(const domain::Workshop& workshop,
                                                 const domain::Phase& phase,
                                                 const domain::ParticipantId& person);
/// Rule V13: the reasons given in a consent vote, to facilitators once it is revealed; in an order
/// that tells nothing of who gave them.
[[nodiscard]] std::vector<ReasonView> view_reasons(const domain::Workshop& workshop,
                                                   const domain::Phase& phase, domain::Role role);

}  // namespace atelier::wire
