// Tables, and the places of pictures.
#include <fmt/format.h>

#include "report/html_page.hpp"
#include "report/html_text.hpp"

namespace atelier::report::html {
namespace {

void head(Page& page, const Table& table) {
    page.out += fmt::format("<caption><span dir=\"auto\">{}</span></caption>\n<thead><tr>",
                            escape_html(table.caption));
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
        const bool marked = i > 0 && i <= table.levers.size();
        page.out += fmt::format("<th scope=\"col\" dir=\"auto\">{}<span>{}</span></th>",
                                marked ? lever_mark(*table.levers[i - 1]) : std::string{},
                                escape_html(table.heads[i]));
    }
    page.out += "</tr></thead>\n";
}

std::string_view tint(const Table& table, std::size_t row, std::size_t cell) {
    static constexpr std::array<std::string_view, 5> classes{
        " class=\"heat-0\"", " class=\"heat-1\"", " class=\"heat-2\"", " class=\"heat-3\"",
        " class=\"heat-4\""};
    if (row >= table.heat.size() || cell >= table.heat[row].size()) return {};
    const auto& depth = table.heat[row][cell];
    return depth ? classes[static_cast<std::size_t>(*depth)] : std::string_view{};
}

void body(Page& page, const Table& table) {
    page.out += "<tbody>\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        page.out += fmt::format("<tr><th scope=\"row\" dir=\"auto\">{}</th>",
                                escape_html(row.empty() ? "" : row.front()));
        for (std::size_t c = 1; c < row.size(); ++c)
            page.out += fmt::format("<td{}>{}</td>", tint(table, r, c - 1), escape_html(row[c]));
        page.out += "</tr>\n";
    }
    page.out += "</tbody>\n";
}

}  // namespace

void table(Page& page, const Table& table) {
    // What is wider than a phone is scrolled by itself, by keyboard too, so it needs a name.
    constexpr std::size_t columns_on_a_phone_max = 3;
    const bool wide = table.heads.size() > columns_on_a_phone_max;
    if (wide)
        page.out += fmt::format("<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\">\n",
                                escape_html(table.caption));
    page.out += fmt::format("<table class=\"{}\">\n",
                            table.kind == Table::Kind::matrix ? "matrix" : "counts");
    head(page, table);
    body(page, table);
    page.out += "</table>\n";
    if (wide) page.out += "</section>\n";
}

}  // namespace atelier::report::html
