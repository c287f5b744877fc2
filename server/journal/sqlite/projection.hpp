#pragma once

#include <optional>
#include <string>

#include "domain/events.hpp"
#include "domain/workshop.hpp"
#include "journal/sqlite/database.hpp"

/// The relational tables: what the journal says, as rows to ask (rule J8). Inside a transaction of
/// the caller's.
namespace atelier::journal::sqlite {

/// Writes what one event changes. Says the same as domain::apply, in SQL.
void project(Database& database, const domain::WorkshopId& workshop,
             const domain::Recorded& recorded);

/// Empties the tables of a workshop, but for its own row, which project() writes over.
void clear_projection(Database& database, const domain::WorkshopId& workshop);

/// The first place where the tables differ from a state, in words; nothing if they agree.
[[nodiscard]] std::optional<std::string> projection_difference(Database& database,
                                                               const domain::Workshop& state);

}  // namespace atelier::journal::sqlite
