#pragma once

#include <span>

#include "journal/sqlite/database.hpp"

namespace atelier::journal::sqlite {

/// The steps from an empty file to the present one. Step n brings `PRAGMA user_version` from n to
/// n + 1. Steps are only ever added.
[[nodiscard]] std::span<const char* const> migrations() noexcept;

/// Brings a file up to date, all steps in one transaction. Throws SqlError, in words, for a file of
/// a newer server and for a database that is not ours.
void migrate(Database& database, std::span<const char* const> steps = migrations());

}  // namespace atelier::journal::sqlite
