#include "report/pictures/lettering.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace atelier::report::pictures {
namespace {

constexpr std::string_view ellipsis = "…";

/// In thousandths of the font size: those of the widest of the usual sans serifs.
double em_width(UChar32 c) {
    if (c < 0x20 || c == 0x7F) return 0;
    if (c == ' ' || c == 0xA0) return 320;
    if (c == 0x202F || c == 0x2009) return 220;
    if (c < 0x80) {
        if (std::string_view("iljI.,:;'|!").find(static_cast<char>(c)) != std::string_view::npos)
            return 340;
        if (std::string_view("mwMW@%").find(static_cast<char>(c)) != std::string_view::npos)
            return 970;
        if (std::string_view("frt()[]{}/\\-\"").find(static_cast<char>(c)) !=
            std::string_view::npos)
            return 430;
        return u_isupper(c) != 0 ? 740 : 630;
    }
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH || c >= 0x1F000) return 1'250;
    if (c == 0xAB || c == 0xBB || c == 0x2019 || c == 0x2018) return 560;
    if (c == 0x2026 || c == 0x2014 || c == 0x153 || c == 0x152 || c == 0xE6) return 1'030;
    return u_isupper(c) != 0 ? 740 : 640;
}

bool breaks_line(UChar32 c) {
    // No-break spaces hold what they stand between together.
    return u_isUWhiteSpace(c) != 0 && c != 0xA0 && c != 0x202F && c != 0x2007;
}

/// The words, by what separates them in print.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    const auto length = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t begin = -1;
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t at = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        const bool space = c >= 0 && breaks_line(c);
        if (space && begin >= 0)
            out.push_back(
                text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
        if (space) begin = -1;
        if (!space && begin < 0) begin = at;
    }
    if (begin >= 0) out.push_back(text.substr(static_cast<std::size_t>(begin)));
    return out;
}

/// The longest beginning, in whole characters as people count them, that fits; at least one.
std::size_t fitting(std::string_view word, double size, double width) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> characters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText* text =
        utext_openUTF8(nullptr, word.data(), static_cast<std::int64_t>(word.size()), &status);
    if (U_FAILURE(status) != 0) return word.size();
    characters->setText(text, status);
    std::size_t best = 0;
    for (auto at = characters->next(); at != icu::BreakIterator::DONE; at = characters->next()) {
        const auto end = static_cast<std::size_t>(at);
        if (best > 0 && width_of(word.substr(0, end), size) > width) break;
        best = end;
    }
    utext_close(text);
    return best == 0 ? word.size() : best;
}

/// `line` cut so that it and the ellipsis fit.
std::string cut(std::string line, double size, double width) {
    const double room = width - width_of(ellipsis, size);
    if (width_of(line, size) > room) line.resize(fitting(line, size, std::max(room, 1.0)));
    while (!line.empty() && (line.back() == ' ' || line.back() == ',' || line.back() == '.'))
        line.pop_back();
    return line.append(ellipsis);
}

}  // namespace

double width_of(std::string_view text, double size) {
    double thousandths = 0;
    const auto length = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        thousandths += c < 0 ? 700 : em_width(c);
    }
    return thousandths * size / 1'000;
}

std::vector<std::string> wrap(std::string_view text, double size, double width,
                              std::size_t lines_max) {
    std::vector<std::string> lines(1);
    for (std::string_view word : words_of(text)) {
        const std::string joined =
            lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
        if (width_of(joined, size) <= width) {
            lines.back() = joined;
            continue;
        }
        while (!word.empty()) {
            if (!lines.back().empty()) {
                if (lines.size() == lines_max) {
                    lines.back() = cut(std::move(lines.back()), size, width);
                    return lines;
                }
                lines.emplace_back();
            }
            const std::size_t part =
                width_of(word, size) <= width ? word.size() : fitting(word, size, width);
            lines.back() = word.substr(0, part);
            word.remove_prefix(part);
        }
    }
    return lines;
}

std::string shortened(std::string_view text, double size, double width) {
    return wrap(text, size, width, 1).front();
}

}  // namespace atelier::report::pictures
