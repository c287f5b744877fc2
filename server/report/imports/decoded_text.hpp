#pragma once

#include <string>
#include <string_view>

#include "report/imports/refused.hpp"

namespace atelier::report::imports {

enum class Encoding { utf8, utf16le, utf16be, windows1252 };
[[nodiscard]] std::string_view word_of(Encoding encoding) noexcept;

struct DecodedText {
    std::string text;  ///< UTF-8, without a byte order mark
    Encoding encoding = Encoding::utf8;
    bool guessed = false;    ///< nothing said so: it was not UTF-8, and is taken for Windows-1252
    std::size_t broken = 0;  ///< halves of characters that became U+FFFD
};

/// The bytes of a text file as UTF-8 (rule IM3): a byte order mark is believed; then UTF-16 by its
/// zeroes; then UTF-8 if it is; else Windows-1252. Bytes that no text has are refused.
[[nodiscard]] Read<DecodedText> decode_text(std::string_view bytes);

/// Appends a code point, or U+FFFD for what is none.
void append_utf8(std::string& out, char32_t c);

}  // namespace atelier::report::imports
