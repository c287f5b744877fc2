#include "domain/support/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace atelier::tests {
namespace {

int integer(std::string_view text, int radix) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, radix);
    if (error != std::errc{} || end != text.data() + text.size())
        throw ScriptError(fmt::format("\"{}\" is not a number", text));
    return value;
}

std::string utf8(std::uint32_t c) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000)
        return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

/// What stands behind a backslash; `at` is left on its last letter.
std::string escaped(std::string_view line, std::size_t& at) {
    const char letter = at < line.size() ? line[at] : '\0';
    if (letter == 'n') return "\n";
    if (letter == 't') return "\t";
    if (letter == '"' || letter == '\\') return {letter};
    if (letter == 'x') {
        const auto digits = line.substr(at + 1, 2);
        at += 2;
        return {static_cast<char>(integer(digits, 16))};
    }
    const std::size_t end = line.find('}', at);
    if (letter != 'u' || line.substr(at + 1, 1) != "{" || end == std::string_view::npos)
        throw ScriptError("unknown escape in a quoted text");
    const auto digits = line.substr(at + 2, end - at - 2);
    at = end;
    return utf8(static_cast<std::uint32_t>(integer(digits, 16)));
}

bool space(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

Words::Words(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (space(line[at])) continue;
        if (line[at] == '#') break;
        if (line[at] == '"') {
            read_quoted(line, at);
            continue;
        }
        const std::size_t begin = at;
        while (at < line.size() && !space(line[at])) ++at;
        words_.push_back({std::string(line.substr(begin, at - begin))});
        repeat();
    }
}

void Words::read_quoted(std::string_view line, std::size_t& at) {
    std::string text;
    for (++at; at < line.size() && line[at] != '"'; ++at)
        if (line[at] == '\\')
            text += escaped(line, ++at);
        else
            text += line[at];
    if (at >= line.size()) throw ScriptError("a quoted text does not end");
    words_.push_back({std::move(text), true});
}

/// "text" x 500 -> one word
void Words::repeat() {
    const std::size_t size = words_.size();
    if (size < 3 || words_[size - 2].text != "x" || !words_[size - 3].quoted) return;
    const int times = integer(words_[size - 1].text, 10);
    std::string out;
    for (int i = 0; i < times; ++i) out += words_[size - 3].text;
    words_.resize(size - 2);
    words_.back().text = std::move(out);
}

bool Words::ahead(std::string_view word) const noexcept {
    return !done() && !words_[next_].quoted && words_[next_].text == word;
}

bool Words::later(std::string_view word) const noexcept {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(next_), words_.end(),
                       [&](const Word& one) { return !one.quoted && one.text == word; });
}

bool Words::take(std::string_view word) noexcept {
    if (!ahead(word)) return false;
    ++next_;
    return true;
}

void Words::expect(std::string_view word) {
    if (!take(word))
        throw ScriptError(fmt::format("expected \"{}\" before \"{}\"", word,
                                      done() ? "the end of the line" : words_[next_].text));
}

std::string Words::word() {
    if (done() || words_[next_].quoted) throw ScriptError("a word is missing");
    return words_[next_++].text;
}

std::string Words::quoted() {
    if (done() || !words_[next_].quoted) throw ScriptError("a quoted text is missing");
    return words_[next_++].text;
}

int Words::number() { return integer(word(), 10); }

std::string Words::rest() {
    std::string out;
    for (; !done(); ++next_) out += (out.empty() ? "" : " ") + words_[next_].text;
    return out;
}

void Words::end() const {
    if (!done()) throw ScriptError(fmt::format("nothing is known of \"{}\"", words_[next_].text));
}

}  // namespace atelier::tests
