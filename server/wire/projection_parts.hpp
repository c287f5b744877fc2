#pragma once

#include "wire/projection.hpp"

/// The pieces that whole states and deltas share; see projection.hpp.
namespace atelier::wire {

[[nodiscard]] IdeaView view_idea(const domain::Workshop& workshop, const domain::Idea& idea,
                                 const Viewer& viewer);
/// Where a card rests; nothing if nobody has put it anywhere.
[[nodiscard]] std::optional<PlacementView> view_placement(const domain::Workshop& workshop,
                                                          const domain::Board& board,
                                                          const domain::IdeaId& idea,
                                                          domain::Role role);
/// Whether an idea stands on walls and boards by itself, for the whole of a role.
[[nodiscard]] bool stands(const domain::Workshop& workshop, const domain::IdeaId& idea,
                          domain::Role role);
[[nodiscard]] OwnPlaceView view_own_place(const domain::Board& board, const domain::Place& place);
[[nodiscard]] domain::Board view_board(const domain::Board& board, domain::Role role);
[[nodiscard]] ScreenView view_screen(const domain::Workshop& workshop);
[[nodiscard]] bool may_see(const domain::Workshop& workshop, const domain::Comment& comment,
                           const Viewer& viewer);
[[nodiscard]] CommentView view_comment(const domain::Workshop& workshop,
                                       const domain::Comment& comment, const Viewer& viewer);
[[nodiscard]] RestrictedView view_restricted(const domain::Participant& person);
/// All counts of a phase that may be shown (rule D6), of the ideas that may be seen.
void add_tallies(TalliesView& out, const domain::Workshop& workshop, const domain::Phase& phase,
                 domain::Role role);

}  // namespace atelier::wire
