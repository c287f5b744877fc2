#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What people write, measured and compared but never altered. Input is UTF-8; every function is
/// pure and thread-safe.
namespace atelier::base {

[[nodiscard]] bool valid_utf8(std::string_view text) noexcept;

/// Characters as a person counts them (extended grapheme clusters): a family emoji is one.
[[nodiscard]] std::size_t grapheme_count(std::string_view text);

/// Never fewer than characters, and much cheaper to count.
[[nodiscard]] std::size_t code_point_count(std::string_view text) noexcept;

/// Control characters other than newline and tab, and the bidi embeddings, overrides and isolates
/// (U+202A–202E, U+2066–2069) that can make a text read as another.
[[nodiscard]] bool has_forbidden_controls(std::string_view text) noexcept;

/// Nothing in it that could be read: only white space, format characters, letters that show nothing
/// (Hangul fillers) or nothing at all.
[[nodiscard]] bool blank(std::string_view text);

/// "Résilience : 5 leviers !" -> "resilience-5-leviers": accents folded, for file names.
[[nodiscard]] std::string slug(std::string_view text, std::size_t letters_max = 60);

}  // namespace atelier::base
