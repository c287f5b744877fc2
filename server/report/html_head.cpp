// The top of the summary page: what it is, when, which question, what it contains, and its figures.
#include <fmt/format.h>

#include <set>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"
#include "report/symbols.hpp"

namespace atelier::report::html {
namespace {

void contents_entry(Page& page, std::string_view anchor, std::string_view title) {
    page.out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor, title);
}

void contents(Page& page) {
    const Words& w = page.words;
    page.out += fmt::format("<nav aria-label=\"{}\">\n<ul>\n", w.contents);
    contents_entry(page, "figures", w.figures.title);
    contents_entry(page, "ideas", ideas_title(w, page.summary));
    if (has_matrix(page.summary)) contents_entry(page, "matrix", w.boards.matrix_title);
    contents_entry(page, "votes", w.votes.title);
    contents_entry(page, "method", w.method.title);
    page.out += "</ul>\n</nav>\n";
}

void tile(Page& page, const Plural& label, std::size_t n) {
    page.out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", choose(page.words, label, n),
                            number(page.words, n));
}

void small_tile(Page& page, const Plural& label, std::size_t n) {
    if (n > 0) tile(page, label, n);
}

void table_row(Page& page, std::string_view name, std::size_t n) {
    page.out += fmt::format("<tr><th scope=\"row\" dir=\"auto\">{}</th><td>{}</td></tr>\n",
                            escape_html(name), number(page.words, n));
}

void table_head(Page& page, std::string_view caption, std::string_view name,
                std::string_view value) {
    page.out += fmt::format(
        "<table class=\"counts\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
        "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        caption, name, value);
}

void hidden_table(Page& page) {
    const auto& hidden = page.summary.figures.hidden_by_reason;
    if (hidden.empty()) return;
    const FigureWords& w = page.words.figures;
    table_head(page, w.hidden_title, w.reason, page.words.figures.value);
    for (const auto& [reason, n] : hidden)
        table_row(page, w.reasons[static_cast<std::size_t>(reason)], n);
    page.out += "</tbody>\n</table>\n";
}

void affiliation_table(Page& page) {
    const auto& affiliations = page.summary.affiliations;
    const FigureWords& w = page.words.figures;
    if (affiliations.shown.empty()) return;
    table_head(page, w.affiliations_title, w.affiliation, w.people);
    for (const auto& one : affiliations.shown) table_row(page, one.name, one.people);
    if (affiliations.others > 0) table_row(page, w.others, affiliations.others);
    page.out += "</tbody>\n</table>\n";
}

}  // namespace

void symbol_definitions(Page& page) {
    std::set<std::string_view> used;
    for (const auto& board : page.summary.boards)
        for (const auto& lever : board.levers) used.insert(lever.lever.symbol);
    if (used.empty()) return;
    page.out += "<svg class=\"drawings\" width=\"0\" height=\"0\" aria-hidden=\"true\">\n";
    for (const auto symbol : used)
        page.out +=
            fmt::format("<symbol id=\"mark-{}\" viewBox=\"0 0 24 24\"><path d=\"{}\"/></symbol>\n",
                        escape_html(symbol), symbol_path(symbol));
    page.out += "</svg>\n";
}

void header(Page& page) {
    const Summary& s = page.summary;
    page.out += fmt::format(
        "<header>\n<p class=\"kind\">{}</p>\n<h1 dir=\"auto\">{}</h1>\n"
        "<p class=\"date\"><time datetime=\"{}\">{}</time></p>\n",
        page.words.summary, escape_html(s.title), iso_date(s.held_at),
        long_date(page.words, s.held_at));
    if (!s.question.empty())
        page.out +=
            fmt::format("<p class=\"question\" dir=\"auto\">{}</p>\n", escape_html(s.question));
    page.out += "</header>\n";
    contents(page);
}

void figures(Page& page) {
    const Figures& f = page.summary.figures;
    const FigureWords& w = page.words.figures;
    page.out += fmt::format(
        "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">{}</h2>\n"
        "<dl class=\"tiles\">\n",
        w.title);
    tile(page, w.joined, f.joined);
    tile(page, w.took_part, f.took_part);
    tile(page, w.posted, f.ideas);
    tile(page, w.published, f.published);
    page.out += "</dl>\n";
    if (f.pending + f.hidden + f.withdrawn > 0) {
        page.out += "<dl class=\"tiles small\">\n";
        small_tile(page, w.pending, f.pending);
        small_tile(page, w.hidden, f.hidden);
        small_tile(page, w.withdrawn, f.withdrawn);
        page.out += "</dl>\n";
    }
    page.out += "<div class=\"side-by-side\">\n";
    hidden_table(page);
    affiliation_table(page);
    page.out += "</div>\n</section>\n";
}

}  // namespace atelier::report::html
