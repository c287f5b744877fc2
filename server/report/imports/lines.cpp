#include <algorithm>

#include "report/imports/cleaning.hpp"
#include "report/imports/readers.hpp"

namespace atelier::report::imports {
namespace {

/// Rule IM8: "- ", "* ", "• ", "3. ", "b) ": what lists have in front.
std::string_view without_bullet(std::string_view line) {
    using namespace std::string_view_literals;
    for (const auto bullet : {"- "sv, "* "sv, "+ "sv, "• "sv, "· "sv, "– "sv, "— "sv, "◦ "sv,
                              "▪ "sv, "‣ "sv, "-\t"sv, "*\t"sv, "•\t"sv})
        if (line.starts_with(bullet)) return line.substr(bullet.size());
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    const bool numbered = digits > 0 && digits + 1 < line.size() &&
                          (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return numbered ? line.substr(digits + 2) : line;
}

/// Whether it is the name of a column rather than an idea.
bool heads(const std::string& line) {
    const Mapping found = map_columns({line});
    return found.at(index_of(Column::text)) || found.at(index_of(Column::title));
}

}  // namespace

Read<ImportPlan> read_lines(std::string_view text, const Wishes& wishes) {
    ImportPlan plan;
    plan.format = Format::ideas;
    if (!wishes.columns.empty()) return Refused{"import_bad_mapping", wishes.columns[0].first};
    // With quotes in front, an idea may have several lines.
    const bool quoted = text.starts_with('"') || text.find("\n\"") != std::string_view::npos;
    auto table = quoted ? read_csv(text, '\0') : Read<Table>(Table{});
    if (!quoted || !table) {
        Table lines;
        for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines.push_back({number, {std::string(text.substr(at, end - at))}});
            at = end + 1;
        }
        if (quoted) plan.warnings.add("quote_not_closed");
        table = std::move(lines);
    }
    Intake intake(plan);
    bool first = true;
    for (const Row& row : table.value()) {
        const std::string line = trimmed(row.cells.front());
        if (line.empty()) continue;
        const bool is_header = first && heads(line);
        first = false;
        if (is_header) continue;
        ++plan.rows;
        const std::string_view idea = without_bullet(line);
        if (idea.size() < line.size()) plan.warnings.add("bullet_left_out", row.number);
        intake.take({row.number, std::string(idea)});
    }
    if (plan.ideas.empty()) return Refused{"import_empty"};
    return plan;
}

}  // namespace atelier::report::imports
