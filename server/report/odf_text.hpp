#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/zip.hpp"

/// What OpenDocument spreadsheets and texts have in common. Pure.
namespace atelier::report::odf {

/// The XML declaration and the root element with every name space that is used here.
[[nodiscard]] std::string opening(std::string_view root);

/// A text that keeps its spaces and tabs, within a paragraph; a line break becomes a break.
[[nodiscard]] std::string inline_text(std::string_view text);

/// One text:p for each line, of that style (none: the cell's).
void paragraphs(std::string& out, std::string_view text, std::string_view style);

/// The attributes that say which language a text is in.
[[nodiscard]] std::string language(std::string_view language);

[[nodiscard]] std::string meta(std::string_view title, std::string_view language);

/// The zip with its type first and its manifest last. `parts`: XML and pictures.
[[nodiscard]] std::string package(std::string_view type, std::vector<ZipEntry> parts);

}  // namespace atelier::report::odf
