#include "report/imports/cleaning.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "domain/limits.hpp"

namespace atelier::report::imports {
namespace {

constexpr std::string_view white = " \t\n\r\v\f";

std::size_t length_of_first(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

bool too_long(std::string_view text, std::size_t graphemes_max) {
    if (text.size() > domain::limits::idea_bytes_max) return true;
    return text.size() > graphemes_max && base::grapheme_count(text) > graphemes_max;
}

}  // namespace

std::string_view word_of(Format format) noexcept {
    static constexpr std::array<std::string_view, 4> words{"padlet", "ideas", "polis", "atelier"};
    return words.at(static_cast<std::size_t>(format));
}

void Warnings::add(std::string_view code, std::size_t row, std::string detail) {
    auto found = std::ranges::find(all_, code, &Warning::code);
    if (found == all_.end()) found = all_.insert(found, Warning{std::string(code)});
    ++found->count;
    if (row > 0 && found->rows.size() < limits::warned_rows_max) found->rows.push_back(row);
    if (found->detail.empty()) found->detail = std::move(detail);
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

std::string without_controls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view one = text.substr(0, length_of_first(text));
        text.remove_prefix(one.size());
        if (one == "\r") {
            if (!text.starts_with('\n')) out.push_back('\n');
        } else if (!base::has_forbidden_controls(one)) {
            out += one;
        }
    }
    return out;
}

bool Intake::take(PlannedIdea idea) {
    Warnings& warnings = plan_.warnings;
    if (base::has_forbidden_controls(idea.text)) {
        std::string clean = without_controls(idea.text);
        const auto breaks = static_cast<std::size_t>(std::ranges::count(idea.text, '\r'));
        // A carriage return is a line break in another dress; the rest is worth a word.
        if (clean.size() + breaks < idea.text.size()) warnings.add("controls_removed", idea.row);
        idea.text = std::move(clean);
    }
    idea.text = trimmed(idea.text);
    if (base::blank(idea.text)) {
        warnings.add("row_empty", idea.row);
        return false;
    }
    if (too_long(idea.text, domain::limits::idea_graphemes_max)) {
        warnings.add("text_too_long", idea.row);
        return false;
    }
    const auto [first, fresh] = seen_.try_emplace(idea.lever + '\n' + idea.text, idea.row);
    if (!fresh) {
        warnings.add(keeps_duplicates ? "duplicate_kept" : "duplicate", idea.row);
        if (!keeps_duplicates) return false;
    }
    if (plan_.ideas.size() >= domain::limits::ideas_per_workshop_max) {
        warnings.add("too_many_ideas", idea.row);
        return false;
    }
    const std::string& lever = idea.lever;
    if (!lever.empty() && std::ranges::find(plan_.levers, lever) == plan_.levers.end())
        plan_.levers.push_back(lever);
    plan_.ideas.push_back(std::move(idea));
    return true;
}

std::string Intake::lever_named(std::string_view section, std::size_t row) {
    std::string name = trimmed(without_controls(section));
    std::ranges::replace_if(
        name, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    if (base::blank(name)) return {};
    if (too_long(name, domain::limits::label_graphemes_max)) {
        plan_.warnings.add("lever_too_long", row, "");
        return {};
    }
    const bool known = std::ranges::find(plan_.levers, name) != plan_.levers.end();
    if (!known && plan_.levers.size() >= domain::limits::levers_per_board_max) {
        plan_.warnings.add("too_many_levers", row, name);
        return {};
    }
    return name;
}

}  // namespace atelier::report::imports
