#pragma once

#include <string>
#include <vector>

#include "domain/workshop.hpp"

/// The ideas as a table, one row each in the order of posting, whatever became of them; the text of
/// a withdrawn idea is left out. Formula-safe (rule R10). Pure.
///
/// Columns: id, status, reason, phase, text, then lever and scale for each board, then dots, voters
/// and share of ballots for each vote whose counts are shown, posted at (UTC), and the author's
/// affiliation where it may be told (rule R8). Where there are several boards or votes, the column
/// also names which.
namespace atelier::report {

/// The table before it is written: what every spreadsheet has of the ideas.
struct IdeaTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    /// The columns from `counts_begin` on and before `counts_end` are what votes came to: numbers and
    /// words of ours, never what people wrote.
    std::size_t counts_begin = 0, counts_end = 0;
};
/// `french`: French heads, statuses and decimal commas, else the words of the protocol.
[[nodiscard]] IdeaTable idea_table(const domain::Workshop& workshop, bool french);

/// RFC 4180 with the words of the protocol, for machines and for spreadsheets set to English.
[[nodiscard]] std::string export_csv(const domain::Workshop& workshop);

/// For a French Excel: byte order mark, semicolons, decimal commas, French heads and statuses.
[[nodiscard]] std::string export_csv_fr(const domain::Workshop& workshop);

}  // namespace atelier::report
