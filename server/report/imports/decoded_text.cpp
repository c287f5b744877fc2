#include "report/imports/decoded_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"

namespace atelier::report::imports {
namespace {

constexpr char32_t replacement = 0xFFFD;

// 0x80 to 0x9F; what Windows-1252 leaves open stays a control character, and is told later.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

DecodedText from_utf16(std::string_view bytes, bool big) {
    DecodedText out{{}, big ? Encoding::utf16be : Encoding::utf16le};
    out.text.reserve(bytes.size());
    const auto unit = [&](std::size_t i) {
        const unsigned first = byte_at(bytes, i), second = byte_at(bytes, i + 1);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        if (c >= 0xD800 && c < 0xE000) {
            c = replacement;
            ++out.broken;
        }
        append_utf8(out.text, c);
    }
    if (i < bytes.size()) ++out.broken;  // half a unit at the end
    return out;
}

DecodedText from_windows1252(std::string_view bytes) {
    DecodedText out{{}, Encoding::windows1252, true};
    out.text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out.text,
                    byte >= 0x80 && byte < 0xA0 ? windows1252.at(byte - 0x80U) : char32_t{byte});
    }
    return out;
}

/// UTF-16 without a mark: in European texts every other byte is a zero.
std::optional<bool> big_endian_by_zeroes(std::string_view bytes) {
    const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 2'000) / 2;
    if (looked_at < 2) return std::nullopt;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < looked_at; ++i) {
        even += bytes[2 * i] == '\0' ? 1 : 0;
        odd += bytes[2 * i + 1] == '\0' ? 1 : 0;
    }
    if (odd * 10 > looked_at * 7 && even * 10 < looked_at) return false;
    if (even * 10 > looked_at * 7 && odd * 10 < looked_at) return true;
    return std::nullopt;
}

/// What no text file has: a program, a picture, an old office document.
bool is_binary(std::string_view text) {
    const auto strange = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x0C;
    };
    if (text.find('\0') != std::string_view::npos) return true;
    const auto count = static_cast<std::size_t>(std::ranges::count_if(text, strange));
    return count > 16 && count * 50 > text.size();
}

}  // namespace

std::string_view word_of(Encoding encoding) noexcept {
    static constexpr std::array<std::string_view, 4> words{"utf-8", "utf-16le", "utf-16be",
                                                           "windows-1252"};
    return words.at(static_cast<std::size_t>(encoding));
}

void append_utf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = replacement;
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

Read<DecodedText> decode_text(std::string_view bytes) {
    using namespace std::string_view_literals;
    DecodedText out;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
        return unknown("UTF-32");
    if (bytes.starts_with("\xFF\xFE"sv)) {
        out = from_utf16(bytes.substr(2), false);
    } else if (bytes.starts_with("\xFE\xFF"sv)) {
        out = from_utf16(bytes.substr(2), true);
    } else if (const auto big = big_endian_by_zeroes(bytes)) {
        out = from_utf16(bytes, *big);
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
        if (is_binary(bytes)) return unknown("binary");
        if (base::valid_utf8(bytes)) return DecodedText{std::string(bytes)};
        return from_windows1252(bytes);
    }
    if (is_binary(out.text)) return unknown("binary");
    return out;
}

}  // namespace atelier::report::imports
