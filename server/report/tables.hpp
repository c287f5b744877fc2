#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "report/summary.hpp"

/// The workshop as tables for spreadsheets, one a sheet: ideas, votes, placements, questions,
/// commitments, figures, the register of what was hidden, and where it all comes from. The words are
/// the workshop's. Pure and thread-safe.
///
/// Rules on top of the summary's:
///   TB1  a text is a text cell and a count is a number, so that nothing people wrote can be taken
///        for a formula
///   TB2  the ideas are those of the CSV, cell by cell
namespace atelier::report {

using Cell = std::variant<std::string, std::int64_t, double>;

struct Column {
    std::string head;
    double width = 14;  ///< in characters
};

struct Sheet {
    std::string name;  ///< at most 31 characters
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

struct Tables {
    std::string language, title;
    std::vector<Sheet> sheets;
};

[[nodiscard]] Tables tables_of(const domain::Workshop& workshop, const Fingerprint& fingerprint,
                               base::Millis exported_at);

/// The tables as an OpenDocument spreadsheet.
[[nodiscard]] std::string export_ods(const Tables& tables);

}  // namespace atelier::report
