#pragma once

#include "report/imports/archive.hpp"
#include "report/imports/table.hpp"

namespace atelier::report::imports {

[[nodiscard]] bool is_workbook(const Archive& archive) noexcept;

/// The first sheet of an XLSX workbook as text: shared and inline strings, numbers as they are
/// stored (a date is a serial number). Formulas are not computed: what was saved of them counts.
/// Rule IM6 here: no document type, so no entities; depth, rows, columns and the bytes of all cells
/// are bounded, a string that a million cells share counted each time.
[[nodiscard]] Read<Table> read_workbook(Archive& archive);

}  // namespace atelier::report::imports
