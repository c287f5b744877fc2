#pragma once

#include <string_view>

/// The drawings of the lever symbols: SVG path data on a 24 x 24 grid, to be stroked, not filled.
/// A symbol stands beside its lever's name and colour, so it needs no alternative text.
namespace atelier::report {

/// A plain ring for a name that is not in the closed list.
[[nodiscard]] std::string_view symbol_path(std::string_view symbol) noexcept;

}  // namespace atelier::report
