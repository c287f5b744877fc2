#pragma once

#include "domain/events.hpp"

/// What the events of boards, groups and moderation change, for apply(). Each fits the workshop as
/// decide() saw it, or it is a broken invariant.
namespace atelier::domain::fold {

// fold_boards.cpp
void on(Workshop& workshop, const BoardChanged& e, base::Millis at);
void on(Workshop& workshop, const PlacementChosen& e, base::Millis at);
void on(Workshop& workshop, const PlacementReleased& e, base::Millis at);

// fold_moderation.cpp
void on(Workshop& workshop, const IdeasMerged& e, base::Millis at);
void on(Workshop& workshop, const IdeasUnmerged& e, base::Millis at);
void on(Workshop& workshop, const PairDismissed& e, base::Millis at);
void on(Workshop& workshop, const IdeaReworded& e, base::Millis at);
void on(Workshop& workshop, const IdeaAnswered& e, base::Millis at);
void on(Workshop& workshop, const ParticipantMuted& e, base::Millis at);
void on(Workshop& workshop, const ParticipantRemoved& e, base::Millis at);
void on(Workshop& workshop, const ParticipantRestored& e, base::Millis at);
void on(Workshop& workshop, const PostsStopped& e, base::Millis at);
void on(Workshop& workshop, const ScreenFrozen& e, base::Millis at);
void on(Workshop& workshop, const SpotlightSet& e, base::Millis at);
void on(Workshop& workshop, const CommentPosted& e, base::Millis at);
void on(Workshop& workshop, const CommentHidden& e, base::Millis at);
void on(Workshop& workshop, const CommentWithdrawn& e, base::Millis at);

// erasure.cpp
void on(Workshop& workshop, const ParticipantErased& e, base::Millis at);
void on(Workshop& workshop, const IdeaErased& e, base::Millis at);
void on(Workshop& workshop, const WorkshopAnonymised& e, base::Millis at);

}  // namespace atelier::domain::fold
