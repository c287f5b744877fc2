#pragma once

#include <string>

#include "report/summary.hpp"

namespace atelier::report {

/// The summary as Markdown that pastes into an editor without mending: headings, lists, tables, and
/// every text of people escaped so that it shows as typed (rule R9). Pure.
[[nodiscard]] std::string export_markdown(const Summary& summary);

}  // namespace atelier::report
