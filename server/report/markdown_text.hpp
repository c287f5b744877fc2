#pragma once

#include <string>
#include <string_view>

/// Any text as Markdown (CommonMark, with GitHub's tables and links) that shows exactly it. Pure.
namespace atelier::report {

/// Within a block: each further line begins with `indent`, after a hard line break. White space at
/// the end of lines and empty lines around the text, which nobody sees, are left out.
///
///     markdown_text("*oui*\n- non", "  ") == "\\*oui\\*\\\n  \\- non"
[[nodiscard]] std::string markdown_text(std::string_view text, std::string_view indent = {});

/// On one line, for headings and table cells: line breaks become spaces.
[[nodiscard]] std::string markdown_line(std::string_view text);

}  // namespace atelier::report
