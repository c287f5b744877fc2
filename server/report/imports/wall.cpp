#include <algorithm>

#include "base/text.hpp"
#include "report/imports/cleaning.hpp"
#include "report/imports/html_strip.hpp"
#include "report/imports/moments.hpp"
#include "report/imports/readers.hpp"

namespace atelier::report::imports {
namespace {

using Cells = std::vector<std::string>;

class Wall {
  public:
    Wall(ImportPlan& plan, const Mapping& mapping)
        : plan_(plan), mapping_(mapping), intake_(plan) {}

    void read(const Row& row) {
        if (std::ranges::all_of(row.cells, [](const auto& cell) { return trimmed(cell).empty(); }))
            return;
        ++plan_.rows;
        if (row.cells.size() > plan_.header.size()) plan_.warnings.add("row_too_long", row.number);
        PlannedIdea idea{row.number, text_of(row)};
        idea.lever = intake_.lever_named(plain(cell(row.cells, Column::lever)), row.number);
        idea.at = time_of(row);
        idea.author_kind = author_of(row.cells);
        const bool attached = !trimmed(cell(row.cells, Column::attachment)).empty();
        const bool named = idea.author_kind == AuthorKind::named;
        if (!intake_.take(std::move(idea))) return;
        if (attached) plan_.warnings.add("attachment_left_out", row.number);
        if (named) plan_.warnings.add("name_left_out", row.number);
    }

  private:
    [[nodiscard]] std::string_view cell(const Cells& cells, Column column) const {
        const auto& at = mapping_.at(index_of(column));
        return at && *at < cells.size() ? std::string_view(cells[*at]) : std::string_view{};
    }
    /// Without markup, if there is any (rule IM5).
    [[nodiscard]] std::string plain(std::string_view cell) const {
        return looks_like_html(cell) ? strip_html(cell) : std::string(cell);
    }
    /// The title stands before the text, unless the text says it already.
    [[nodiscard]] std::string text_of(const Row& row) {
        const std::string_view body = cell(row.cells, Column::text);
        const std::string_view head = cell(row.cells, Column::title);
        if (looks_like_html(body) || looks_like_html(head))
            plan_.warnings.add("html_to_text", row.number);
        const std::string text = trimmed(plain(body)), title = trimmed(plain(head));
        if (title.empty() || text.starts_with(title)) return text;
        return text.empty() ? title : title + "\n" + text;
    }
    [[nodiscard]] std::optional<base::Millis> time_of(const Row& row) {
        const std::string told = trimmed(cell(row.cells, Column::time));
        if (told.empty()) return std::nullopt;
        const auto at = read_moment(told);
        if (!at) plan_.warnings.add("time_unreadable", row.number);
        return at;
    }
    [[nodiscard]] AuthorKind author_of(const Cells& cells) const {
        static constexpr std::string_view nobody[] = {"anonymous", "anonyme", "anonimo", "anonym",
                                                      "anonyma"};
        const std::string author = trimmed(cell(cells, Column::author));
        if (author.empty()) return AuthorKind::none;
        const auto slug = base::slug(author);
        return std::ranges::find(nobody, slug) == std::end(nobody) ? AuthorKind::named
                                                                   : AuthorKind::anonymous;
    }

    ImportPlan& plan_;
    const Mapping& mapping_;
    Intake intake_;
};

/// Where no header says which column holds the texts: the one with most to read.
std::size_t longest_column(const Table& table) {
    std::vector<std::size_t> letters(table.front().cells.size());
    for (auto row = table.begin() + 1; row != table.end(); ++row)
        for (std::size_t i = 0; i < std::min(letters.size(), row->cells.size()); ++i)
            letters[i] += row->cells[i].size();
    return static_cast<std::size_t>(std::ranges::max_element(letters) - letters.begin());
}

void say_what_is_read(ImportPlan& plan) {
    const auto has = [&](Column column) { return plan.mapping.at(index_of(column)).has_value(); };
    const bool wall = (has(Column::text) || has(Column::title)) &&
                      (has(Column::lever) || has(Column::time) || has(Column::author));
    plan.format = wall ? Format::padlet : Format::ideas;
}

}  // namespace

Read<ImportPlan> read_wall(Table table, const Wishes& wishes) {
    ImportPlan plan;
    const auto filled = [](const Row& row) {
        return std::ranges::any_of(row.cells, [](const auto& c) { return !trimmed(c).empty(); });
    };
    const auto first = std::ranges::find_if(table, filled);
    if (first == table.end()) return Refused{"import_empty"};
    table.erase(table.begin(), first);
    for (const std::string& name : table.front().cells)
        plan.header.push_back(trimmed(without_controls(name)));
    Mapping usual = map_columns(plan.header);
    const bool no_text = !usual.at(index_of(Column::text)) && !usual.at(index_of(Column::title));
    auto mapped = map_as_wanted(plan.header, usual, wishes.columns);
    if (!mapped) return mapped.error();
    plan.mapping = std::move(mapped).value();
    auto& text = plan.mapping.at(index_of(Column::text));
    if (no_text && !text && !plan.mapping.at(index_of(Column::title)) && wishes.columns.empty()) {
        text = longest_column(table);
        plan.warnings.add("text_column_guessed", 0, plan.header[*text]);
    }
    if (!text && !plan.mapping.at(index_of(Column::title))) return Refused{"import_no_text"};
    say_what_is_read(plan);
    Wall wall(plan, plan.mapping);
    for (std::size_t i = 1; i < table.size(); ++i) wall.read(table[i]);
    if (plan.ideas.empty()) return Refused{"import_empty"};
    return plan;
}

}  // namespace atelier::report::imports
