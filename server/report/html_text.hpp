#pragma once

#include <string>
#include <string_view>

namespace atelier::report {

/// Any text as HTML that shows exactly it, within an element or a quoted attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

/// What organisers wrote to be read in large, as HTML: no line begins with a sign that French sets
/// apart by a space. Other languages have no such space, so it holds for all of them.
[[nodiscard]] std::string heading_html(std::string_view text);

}  // namespace atelier::report
