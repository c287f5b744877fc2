#pragma once

#include <string>
#include <string_view>

namespace atelier::report {

/// Text within an XML document: escaped, and without the control characters that XML cannot hold.
/// Line breaks and tabs are kept. Pure.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace atelier::report
