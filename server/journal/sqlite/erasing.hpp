#pragma once

#include "domain/events.hpp"
#include "journal/sqlite/database.hpp"

/// What goes when something is erased, and what follows visibility into the search. Inside a
/// transaction of the caller's.
namespace atelier::journal::sqlite {

/// Takes what earlier events sealed, if this one erases (rule J16). True: it did.
bool take_back(Database& database, const domain::WorkshopId& workshop, const domain::Event& event);

/// After an event was projected: puts what has come into sight into the search, and takes out what
/// left it (rule J20).
void index(Database& database, const domain::WorkshopId& workshop, const domain::Event& event);

/// Takes all that is of a workshop out of the search.
void clear_index(Database& database, const domain::WorkshopId& workshop);

/// Writes the whole index anew, so that words that were taken out are in none of its pages.
void compact_index(Database& database);

void project_erasure(Database& database, const domain::WorkshopId& workshop,
                     const domain::ParticipantErased& event);
void project_erasure(Database& database, const domain::WorkshopId& workshop,
                     const domain::IdeaErased& event);
void project_erasure(Database& database, const domain::WorkshopId& workshop,
                     const domain::WorkshopAnonymised& event);

}  // namespace atelier::journal::sqlite
