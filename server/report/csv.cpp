#include "report/csv.hpp"

#include <algorithm>

namespace atelier::report {
namespace {

bool letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Up to three letters and a number: A1, XFD1048576.
bool cell_reference(std::string_view word) noexcept {
    const auto letters =
        static_cast<std::size_t>(std::ranges::find_if_not(word, letter) - word.begin());
    return letters >= 1 && letters <= 3 && letters < word.size() && digit(word[letters]);
}

/// What follows a minus sign: a number, a formula, or a word as people write lists with.
bool counts_after_minus(std::string_view rest) noexcept {
    if (rest.empty()) return false;
    if (letter(rest[0])) return true;  // -A1, -SUM(…), -cmd|…: no blank, as nobody begins a list
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest.empty()) return false;
    if (digit(rest[0]) || std::string_view("=+-@(.,\"'[{").find(rest[0]) != std::string_view::npos)
        return true;
    const auto word_end = std::ranges::find_if_not(
        rest, [](char c) { return letter(c) || digit(c) || c == '_' || c == '.'; });
    const auto word = rest.substr(0, static_cast<std::size_t>(word_end - rest.begin()));
    const char after = word.size() < rest.size() ? rest[word.size()] : '\0';
    return !word.empty() && (after == '(' || after == '|' || after == '!' || cell_reference(word));
}

}  // namespace

std::string formula_safe(std::string_view text) {
    std::string out(text);
    const auto start = text.find_first_not_of(" \n\v\f");
    if (start == std::string_view::npos) return out;
    const char first = text[start];
    const bool formula = std::string_view("=+@\t\r").find(first) != std::string_view::npos ||
                         (first == '-' && counts_after_minus(text.substr(start + 1)));
    return formula ? out.insert(0, "'") : out;
}

void CsvWriter::row(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += separator_;
        const std::string cell = formula_safe(cells[i]);
        if (cell.find_first_of("\"\r\n") == std::string::npos &&
            cell.find(separator_) == std::string::npos) {
            text_ += cell;
            continue;
        }
        text_ += '"';
        for (const char c : cell) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }
    text_ += "\r\n";
}

}  // namespace atelier::report
