#pragma once

#include <string>
#include <string_view>

namespace atelier::report {

/// Any text as HTML that shows exactly it, within an element or a quoted attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace atelier::report
