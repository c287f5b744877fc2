#pragma once

#include <string>

#include "report/imports/plan.hpp"
#include "report/imports/table.hpp"

/// What each kind of file becomes. Called by read_import(), which has found the kind.
namespace atelier::report::imports {

/// A wall, or any table with a header: sections, titles, texts, times.
[[nodiscard]] Read<ImportPlan> read_wall(Table table, const Wishes& wishes);

/// One idea a line.
[[nodiscard]] Read<ImportPlan> read_lines(std::string_view text, const Wishes& wishes);

[[nodiscard]] bool is_polis_comments(const std::vector<std::string>& header);
[[nodiscard]] bool is_polis_votes(const std::vector<std::string>& header);
/// Comments, and votes if there are any (an empty table otherwise).
[[nodiscard]] Read<ImportPlan> read_polis(const Table& comments, const Table& votes);

/// Our own JSON.
[[nodiscard]] Read<ImportPlan> read_export(std::string_view text);

}  // namespace atelier::report::imports
