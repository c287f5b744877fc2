#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/imports/refused.hpp"

namespace atelier::report::imports {

/// What a spreadsheet has: rows of cells, the header among them.
struct Row {
    std::size_t number = 0;  ///< as a person counts them in the file: lines, or a sheet's rows
    std::vector<std::string> cells;
};
using Table = std::vector<Row>;

/// Reads CSV as RFC 4180 has it, line breaks within quotes included, and forgives what
/// spreadsheets forgive: a quote in the middle of a cell, rows of unequal length, any line ending.
/// A quote that is never closed means that the end is missing: damaged.
/// '\0' as separator: one cell a line.
[[nodiscard]] Read<Table> read_csv(std::string_view text, char separator);

/// The first row alone, however the rest goes on.
[[nodiscard]] std::vector<std::string> first_row(std::string_view text, char separator);

/// The separator that cuts the first rows most evenly into several columns; '\0' if none does.
[[nodiscard]] char find_separator(std::string_view text);

}  // namespace atelier::report::imports
