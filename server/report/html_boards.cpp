// The ideas of each lever, and the lever x scale matrix.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"
#include "wire/templates.hpp"

namespace atelier::report::html {
namespace {

std::string_view colour_of(const domain::Lever& lever) {
    return wire::known_lever_colour(lever.colour) ? std::string_view(lever.colour) : "slate";
}

std::string lever_mark(const domain::Lever& lever) {
    return fmt::format(
        "<svg class=\"mark {}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
        "<use href=\"#mark-{}\"/></svg>",
        colour_of(lever), escape_html(lever.symbol));
}

void idea(Page& page, const IdeaLine& line, bool ranked) {
    const Words& w = page.words;
    page.out += "<li>\n";
    if (ranked) {
        const auto dots = static_cast<std::size_t>(line.votes.dots);
        page.out +=
            fmt::format("<p class=\"score{}\"><b>{}</b> <span>{}</span></p>\n",
                        dots == 0 ? " none" : "", number(w, dots), choose(w, w.boards.dots, dots));
    }
    page.out += fmt::format("<p class=\"text\" dir=\"auto\">{}</p>\n", escape_html(line.text));
    if (!line.scale.empty())
        page.out +=
            fmt::format("<p class=\"scale\" dir=\"auto\">{}</p>\n", escape_html(line.scale));
    for (const std::string& variant : line.variants)  // what it stands for, word for word
        page.out +=
            fmt::format("<p class=\"variant\" dir=\"auto\">+ {}</p>\n", escape_html(variant));
    page.out += "</li>\n";
}

void idea_list(Page& page, const std::vector<IdeaLine>& ideas, std::string_view colour) {
    const bool ranked = page.summary.ranked_by.has_value();
    page.out += fmt::format("<ol class=\"ideas {}{}\">\n", colour, ranked ? " ranked" : "");
    for (const auto& line : ideas) idea(page, line, ranked);
    page.out += "</ol>\n";
}

/// Headings go one level down where there are several boards, each with a heading of its own.
void group(Page& page, int level, std::string_view mark, std::string_view name,
           const std::vector<IdeaLine>& ideas, std::string_view colour) {
    const BoardWords& w = page.words.boards;
    page.out += fmt::format(
        "<h{0} class=\"lever {1}\">{2}<span class=\"name\" dir=\"auto\">{3}</span> "
        "<span class=\"count\">{4}</span></h{0}>\n",
        level, colour, mark, escape_html(name), counted(page.words, w.ideas, ideas.size()));
    if (ideas.empty()) {
        page.out += fmt::format("<p class=\"nothing\">{}</p>\n", w.none_here);
        return;
    }
    idea_list(page, ideas, colour);
}

void board(Page& page, const BoardSummary& board) {
    const BoardWords& w = page.words.boards;
    const bool several = page.summary.boards.size() > 1;
    if (several)
        page.out += fmt::format("<h3>{}</h3>\n", with(w.of_board, {escape_html(board.id.text)}));
    if (board.levers.empty()) return idea_list(page, board.tray, "slate");
    const int level = several ? 4 : 3;
    for (const auto& lever : board.levers)
        group(page, level, lever_mark(lever.lever), lever.lever.name, lever.ideas,
              colour_of(lever.lever));
    if (!board.tray.empty()) group(page, level, "", w.tray, board.tray, "slate");
}

/// From 0 (nothing) to 4 (as many as the fullest cell), for the depth of its tint.
std::size_t heat(std::size_t n, std::size_t most) { return n == 0 ? 0 : (4 * n + most - 1) / most; }

void cell(Page& page, std::size_t n, std::size_t most) {
    page.out += fmt::format("<td class=\"heat-{}\">{}</td>", heat(n, most), number(page.words, n));
}

/// Nothing in the row without a scale is no finding, so it is not marked as one.
void plain_cell(Page& page, std::size_t n) {
    page.out += fmt::format("<td>{}</td>", number(page.words, n));
}

std::size_t fullest(const BoardSummary& board) {
    std::size_t most = 1;
    for (const auto& row : board.matrix)
        for (const auto& one : row.levers) most = std::max(most, one.own);
    return most;
}

void matrix_head(Page& page, const BoardSummary& board) {
    const BoardWords& w = page.words.boards;
    page.out += fmt::format(
        "<table class=\"matrix\">\n<caption><span>{}</span></caption>\n<thead><tr><th "
        "scope=\"col\">{}</th>",
        escape_html(matrix_caption(page.words, page.summary, board)), w.scale);
    for (const auto& lever : board.levers)
        page.out += fmt::format("<th scope=\"col\" dir=\"auto\">{}<span>{}</span></th>",
                                lever_mark(lever.lever), escape_html(lever.lever.name));
    page.out += fmt::format("<th scope=\"col\">{}</th><th scope=\"col\">{}</th>", w.tray, w.total);
    if (has_roll_up(board)) page.out += fmt::format("<th scope=\"col\">{}</th>", w.nested_total);
    page.out += "</tr></thead>\n<tbody>\n";
}

void matrix_row(Page& page, const BoardSummary& board, const MatrixRow& row) {
    const std::string_view name =
        row.scale.empty() ? page.words.boards.no_scale : std::string_view(row.scale);
    page.out += fmt::format("<tr><th scope=\"row\" dir=\"auto\">{}</th>", escape_html(name));
    const std::size_t most = fullest(board);
    for (const auto& one : row.levers)
        row.scale.empty() ? plain_cell(page, one.own) : cell(page, one.own, most);
    page.out += fmt::format("<td>{}</td><td class=\"total\">{}</td>",
                            number(page.words, row.tray.own), number(page.words, row.total.own));
    if (has_roll_up(board))
        page.out +=
            fmt::format("<td class=\"total\">{}</td>", number(page.words, row.total.nested));
    page.out += "</tr>\n";
}

void matrix(Page& page, const BoardSummary& board) {
    const BoardWords& w = page.words.boards;
    page.out +=
        fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n",
                    escape_html(matrix_caption(page.words, page.summary, board)));
    matrix_head(page, board);
    for (const auto& row : board.matrix) matrix_row(page, board, row);
    page.out += "</tbody>\n</table>\n</div>\n";
    if (has_roll_up(board)) page.out += fmt::format("<p class=\"note\">{}</p>\n", w.nested_note);
    page.out += fmt::format("<p class=\"note\">{}</p>\n", matrix_finding(page.words, board));
}

}  // namespace

void boards(Page& page) {
    page.out += fmt::format("<section aria-labelledby=\"ideas\">\n<h2 id=\"ideas\">{}</h2>\n",
                            ideas_title(page.words, page.summary));
    if (page.summary.figures.published == 0) {
        page.out += fmt::format("<p class=\"nothing\">{}</p>\n", page.words.boards.no_idea);
    } else {
        for (const auto& one : page.summary.boards) board(page, one);
    }
    page.out += "</section>\n";
}

void matrices(Page& page) {
    if (!has_matrix(page.summary)) return;
    page.out += fmt::format("<section aria-labelledby=\"matrix\">\n<h2 id=\"matrix\">{}</h2>\n",
                            page.words.boards.matrix_title);
    for (const auto& one : page.summary.boards)
        if (one.cells() > 0) matrix(page, one);
    page.out += "</section>\n";
}

}  // namespace atelier::report::html
