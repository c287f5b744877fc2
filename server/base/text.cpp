#include "base/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

#include "base/check.hpp"

namespace atelier::base {
namespace {

/// Calls see(code point) for each; stops early when see returns false. Negative for bad UTF-8.
template <class See>
bool each_code_point(std::string_view text, See see) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (!see(c)) return false;
    }
    return true;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Small letters without accents, œ as oe, ø as o; other alphabets stay as they are.
std::string to_ascii(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> fold(
        icu::Transliterator::createInstance("NFKD; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    ATELIER_CHECK(U_SUCCESS(status));
    icu::UnicodeString wide = utf16(text);
    fold->transliterate(wide);
    std::string plain;
    wide.toUTF8String(plain);
    return plain;
}

/// ASCII punctuation, or the first byte of general punctuation (’ « – …); accents are dropped.
bool separates(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 || byte == 0xE2;
}

bool forbidden(UChar32 c) noexcept {
    if (c == '\n' || c == '\t') return false;
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidi;
}

/// Takes room at most. Some letters do, too: the Hangul fillers, the Braille cell without a dot.
bool unseen(UChar32 c) noexcept {
    constexpr UChar32 empty_braille_cell = 0x2800;
    const auto kind = u_charType(c);
    return u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
           kind == U_FORMAT_CHAR || kind == U_CONTROL_CHAR || kind == U_NON_SPACING_MARK ||
           kind == U_UNASSIGNED || c == empty_braille_cell;
}

}  // namespace

bool valid_utf8(std::string_view text) noexcept {
    return each_code_point(text, [](UChar32 c) { return c >= 0; });
}

std::size_t grapheme_count(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    ATELIER_CHECK(U_SUCCESS(status));
    const icu::UnicodeString wide = utf16(text);
    breaks->setText(wide);
    std::size_t count = 0;
    while (breaks->next() != icu::BreakIterator::DONE) ++count;
    return count;
}

std::size_t code_point_count(std::string_view text) noexcept {
    std::size_t count = 0;
    each_code_point(text, [&](UChar32) { return ++count > 0; });
    return count;
}

bool has_forbidden_controls(std::string_view text) noexcept {
    return !each_code_point(text, [](UChar32 c) { return !forbidden(c); });
}

bool blank(std::string_view text) {
    return each_code_point(text, [](UChar32 c) { return c < 0 || unseen(c); });
}

std::string slug(std::string_view text, std::size_t letters_max) {
    const std::string plain = to_ascii(text);
    std::string out;
    for (const char c : plain) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        } else if (separates(c) && !out.empty() && out.back() != '-') {
            out += '-';
        }
        if (out.size() == letters_max) break;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace atelier::base
