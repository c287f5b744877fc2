#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How much room a text takes in a picture, without any font at hand: widths are estimated per
/// character, on the generous side, so that what is broken by them fits whatever sans serif the
/// reader's machine has. Pure and thread-safe.
namespace atelier::report::pictures {

/// In pixels, at a font size in pixels.
[[nodiscard]] double width_of(std::string_view text, double size);

/// The text on lines of at most `width`, at most `lines_max` of them, the last one ending in "…" if
/// something is left out. White space of any kind counts as one space; a word that is too long is
/// broken between characters as people count them. At least one line, which may be empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, double width,
                                            std::size_t lines_max);

/// One line of at most that width.
[[nodiscard]] std::string shortened(std::string_view text, double size, double width);

}  // namespace atelier::report::pictures
