#pragma once

#include "domain/events.hpp"
#include "journal/sqlite/database.hpp"

/// The tables of boards, groups and moderation; see projection.hpp.
namespace atelier::journal::sqlite {

/// The levers, gone ones too, and scales of a board, in place of those that are there.
void write_board(Database& database, const domain::WorkshopId& workshop,
                 const domain::Board& board);
void clear_moderation(Database& database, const domain::WorkshopId& workshop);

using domain::WorkshopId;
void project_moderation(Database& db, const WorkshopId& w, const domain::BoardChanged& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::PlacementChosen& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::PlacementReleased& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::IdeasMerged& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::IdeasUnmerged& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::PairDismissed& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::IdeaReworded& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::IdeaAnswered& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::ParticipantMuted& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::ParticipantRemoved& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::ParticipantRestored& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::PostsStopped& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::ScreenFrozen& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::SpotlightSet& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::CommentPosted& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::CommentHidden& e,
                        base::Millis at);
void project_moderation(Database& db, const WorkshopId& w, const domain::CommentWithdrawn& e,
                        base::Millis at);

}  // namespace atelier::journal::sqlite
