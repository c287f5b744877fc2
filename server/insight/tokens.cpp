#include "insight/tokens.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "base/check.hpp"

namespace atelier::insight {
namespace {

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString normal(const icu::UnicodeString& text, bool composed) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = composed ? icu::Normalizer2::getNFKCInstance(status)
                                : icu::Normalizer2::getNFKDInstance(status);
    ATELIER_CHECK(U_SUCCESS(status));
    icu::UnicodeString out = form->normalize(text, status);
    ATELIER_CHECK(U_SUCCESS(status));
    return out;
}

bool letter(UChar32 c) noexcept {
    const auto kind = u_charType(c);
    return u_isalnum(c) || kind == U_NON_SPACING_MARK || kind == U_COMBINING_SPACING_MARK;
}

bool hyphen(UChar32 c) noexcept {
    constexpr UChar32 soft_hyphen = 0xAD;
    constexpr UChar32 typographic = 0x2010;
    constexpr UChar32 no_break = 0x2011;
    return c == '-' || c == soft_hyphen || c == typographic || c == no_break;
}

/// "https://exemple.org/carte", "www.exemple.org", "quelqu.un@exemple.org".
bool address(const icu::UnicodeString& chunk) {
    return chunk.indexOf("://") >= 0 || chunk.startsWith("www.") || chunk.indexOf('@') > 0;
}

void cut(const icu::UnicodeString& chunk, std::vector<Token>& out) {
    Token token;
    icu::UnicodeString part;
    const auto end_part = [&] {
        if (!part.isEmpty()) token.push_back(narrow(part));
        part.remove();
    };
    const auto end_token = [&] {
        end_part();
        if (!token.empty()) out.push_back(std::exchange(token, {}));
    };
    for (std::int32_t i = 0; i < chunk.length(); i = chunk.moveIndex32(i, 1)) {
        const UChar32 c = chunk.char32At(i);
        if (letter(c)) {
            part.append(c);
        } else if (hyphen(c)) {
            end_part();
        } else {
            end_token();
        }
    }
    end_token();
}

std::string_view latin(UChar32 c) noexcept {
    switch (c) {
        case U'œ':
            return "oe";
        case U'æ':
            return "ae";
        case U'ß':
            return "ss";
        case U'ø':
            return "o";
        case U'ł':
            return "l";
        default:
            return {};
    }
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
    icu::UnicodeString plain = normal(wide(text), true);
    plain.toLower(icu::Locale::getRoot());
    std::vector<Token> out;
    std::int32_t start = 0;
    while (start < plain.length()) {
        std::int32_t end = start;
        while (end < plain.length() && !u_isUWhiteSpace(plain.char32At(end)))
            end = plain.moveIndex32(end, 1);
        const icu::UnicodeString chunk(plain, start, end - start);
        if (!address(chunk)) cut(chunk, out);
        start = end < plain.length() ? plain.moveIndex32(end, 1) : end;
    }
    return out;
}

std::string folded(std::string_view word) {
    const bool ascii =
        std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return std::string(word);
    const icu::UnicodeString apart = normal(wide(word), false);
    std::string out;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        const std::string_view spelt = latin(c);
        if (spelt.empty()) {
            icu::UnicodeString(c).toUTF8String(out);
        } else {
            out += spelt;
        }
    }
    return out;
}

}  // namespace atelier::insight
