#include "insight/signs.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace atelier::insight {
namespace {

bool digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool named(char c) noexcept { return digit(c) || letter(c) || c == '-' || c == '_' || c == '.'; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// Endings that names of sites have and words of a sentence have not.
constexpr std::array<std::string_view, 8> endings{".fr", ".com",  ".org", ".net",
                                                  ".eu", ".info", ".io",  ".re"};

bool has_address_of_site(const std::string& text) {
    for (const std::string_view start : {"http://", "https://", "www."}) {
        const auto at = text.find(start);
        if (at != std::string::npos && at + start.size() < text.size() &&
            named(text[at + start.size()]))
            return true;
    }
    for (const std::string_view ending : endings)
        for (auto at = text.find(ending); at != std::string::npos; at = text.find(ending, at + 1)) {
            const std::size_t end = at + ending.size();
            const bool begins = at > 0 && (letter(text[at - 1]) || digit(text[at - 1]));
            if (begins && (end == text.size() || !(letter(text[end]) || digit(text[end]))))
                return true;
        }
    return false;
}

bool has_mail_address(const std::string& text) {
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        if (at == 0 || !named(text[at - 1])) continue;
        std::size_t end = at + 1;
        while (end < text.size() && named(text[end])) ++end;
        const auto dot = text.find('.', at + 2);
        if (dot != std::string::npos && dot + 1 < end) return true;
    }
    return false;
}

/// What mail addresses contain of names of sites is no link of its own.
std::string without_mail(std::string text) {
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
        std::size_t from = at, end = at + 1;
        while (from > 0 && named(text[from - 1])) --from;
        while (end < text.size() && named(text[end])) ++end;
        text.erase(from, end - from);
        at = from;
    }
    return text;
}

/// As people write them in France or for abroad: ten digits from 0, or + and up to fifteen.
bool phone_like(std::string_view digits, bool plus) noexcept {
    if (plus) return digits.size() >= 8 && digits.size() <= 15;
    if (digits.starts_with("00")) return digits.size() >= 11 && digits.size() <= 15;
    return digits.starts_with('0') && digits.size() == 10;
}

bool has_phone_number(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool plus = text[at] == '+';
        const bool after_word = at > 0 && (digit(text[at - 1]) || letter(text[at - 1]));
        if ((!plus && !digit(text[at])) || after_word) continue;
        std::string digits;
        std::size_t next = at + (plus ? 1 : 0);
        for (; next < text.size(); ++next) {
            if (digit(text[next]))
                digits += text[next];
            else if (std::string_view(" .-/()").find(text[next]) == std::string_view::npos)
                break;
        }
        if (phone_like(digits, plus)) return true;
        if (next > at + 1) at = next - 1;
    }
    return false;
}

/// What is said: addresses are no words of a sentence, and nobody writes them in capitals.
std::string without_addresses(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
        const std::string word(text.substr(0, end));
        const std::string plain = lower(word);
        if (!has_address_of_site(plain) && !has_mail_address(plain)) out += word + " ";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Most words in capitals, and more of them than a few acronyms; or three exclamation marks.
bool shouts(std::string_view text) {
    constexpr int letters_min = 12, words_min = 2;
    const auto wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    int letters = 0, words = 0, loud = 0, length = 0, capitals = 0;
    const auto end_word = [&] {
        if (length > 1) ++words;
        if (length > 1 && capitals == length) ++loud;
        length = capitals = 0;
    };
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 c = wide.char32At(at);
        if (!u_isalpha(c)) {
            end_word();
            continue;
        }
        ++letters;
        ++length;
        capitals += u_isupper(c) ? 1 : 0;
    }
    end_word();
    return (letters >= letters_min && loud >= words_min && loud * 10 >= words * 7) ||
           text.find("!!!") != std::string_view::npos;
}

}  // namespace

std::vector<Sign> signs(std::string_view text) {
    const std::string plain = lower(text);
    std::vector<Sign> out;
    if (has_address_of_site(without_mail(plain))) out.push_back(Sign::link);
    if (has_phone_number(plain)) out.push_back(Sign::phone);
    if (has_mail_address(plain)) out.push_back(Sign::email);
    if (shouts(without_addresses(text))) out.push_back(Sign::shouting);
    return out;
}

}  // namespace atelier::insight
