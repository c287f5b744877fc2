#include "report/markdown_text.hpp"

#include <algorithm>

namespace atelier::report {
namespace {

constexpr std::string_view always_marks = "\\`*_{}[]<>#|~&$^@";
constexpr std::string_view blanks = " \t";

bool digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::string_view trimmed_right(std::string_view line) {
    const auto last = line.find_last_not_of(" \t\r");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// How many letters at the start would make a list, a rule or a heading out of the line; the last of
/// them is the one to escape. "- ", "12.", "==="
std::size_t opening(std::string_view line) {
    if (line.empty()) return 0;
    if (line[0] == '-' || line[0] == '+' || line[0] == '=' || line[0] == ':') return 1;
    const auto end = std::ranges::find_if_not(line, digit);
    const auto digits = static_cast<std::size_t>(end - line.begin());
    const bool numbered =
        digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return numbered ? digits + 1 : 0;
}

/// Links that some readers make of bare addresses would show our escapes: they are kept from it.
bool address_mark(std::string_view line, std::size_t at) {
    if (line[at] == ':') return line.substr(at, 3) == "://";
    return line[at] == '.' && at >= 3 && line.substr(at - 3, 3) == "www";
}

std::string escaped_line(std::string_view line) {
    line = trimmed_right(line);
    std::string out;
    const std::size_t text_at = std::min(line.find_first_not_of(blanks), line.size());
    for (const char c : line.substr(0, text_at)) out += c == '\t' ? "&emsp;" : "&nbsp;";
    line.remove_prefix(text_at);
    const std::size_t open = opening(line);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == ' ' && i > 0 && line[i - 1] == ' ') {
            out += "&nbsp;";
            continue;
        }
        const bool mark = always_marks.find(c) != std::string_view::npos || i + 1 == open ||
                          address_mark(line, i);
        if (mark) out += '\\';
        out += c;
    }
    return out;
}

std::string_view without_empty_ends(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos || !trimmed_right(text.substr(0, end)).empty()) break;
        text.remove_prefix(end + 1);
    }
    const auto last = text.find_last_not_of(" \t\r\n");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::string markdown_text(std::string_view text, std::string_view indent) {
    text = without_empty_ends(text);
    std::string out;
    for (;;) {
        const auto end = std::min(text.find('\n'), text.size());
        out += escaped_line(text.substr(0, end));
        if (end == text.size()) return out;
        out.append("\\\n").append(indent);
        text.remove_prefix(end + 1);
    }
}

std::string markdown_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    const auto first = line.find_first_not_of(blanks);
    return escaped_line(first == std::string::npos ? "" : std::string_view(line).substr(first));
}

}  // namespace atelier::report
