// The top of the summary page and its end: what it is, when, which question, what it contains, and
// the place in the journal that it was made from.
#include <fmt/format.h>

#include <set>

#include "report/article_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/numbers.hpp"
#include "report/symbols.hpp"
#include "wire/templates.hpp"

namespace atelier::report::html {

std::string_view colour_of(const domain::Lever& lever) {
    return wire::known_lever_colour(lever.colour) ? std::string_view(lever.colour) : "slate";
}

std::string lever_mark(const domain::Lever& lever) {
    return fmt::format(
        "<svg class=\"mark {}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
        "<use href=\"#mark-{}\"/></svg>",
        colour_of(lever), escape_html(lever.symbol));
}

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

void paragraphs(Page& page, std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find("\n\n"), text.size());
        if (const auto one = text.substr(0, end); one.find_first_not_of(" \t\n") != one.npos)
            page.out += fmt::format("<p class=\"text\" dir=\"auto\">{}</p>\n", escape_html(one));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

void header(Page& page) {
    const Summary& s = page.summary;
    page.out += "<header>\n";
    page.out += fmt::format("<p class=\"kind\"><time datetime=\"{}\">{}</time></p>\n",
                            iso_date(s.held_at), escape_html(page.article.kind));
    page.out += fmt::format("<h1 dir=\"auto\">{}</h1>\n", heading_html(s.title));
    if (!page.article.series.empty())
        page.out += fmt::format("<p class=\"series\" dir=\"auto\">{}</p>\n",
                                escape_html(page.article.series));
    for (const std::string& credit : page.article.credits)
        page.out += fmt::format("<p class=\"credit\" dir=\"auto\">{}</p>\n", escape_html(credit));
    if (!s.question.empty())
        page.out +=
            fmt::format("<p class=\"question\" dir=\"auto\">{}</p>\n", heading_html(s.question));
    if (!s.draft.introduction.empty()) {
        page.out += "<div class=\"lead\">\n";
        paragraphs(page, s.draft.introduction);
        page.out +=
            fmt::format("<p class=\"by\">{}</p>\n</div>\n", article_words(s.language).head.said);
    }
    page.out += "</header>\n";
}

void contents(Page& page) {
    page.out += fmt::format("<nav aria-label=\"{}\">\n<ul>\n", page.words.contents);
    for (const Part& part : page.article.parts)
        page.out +=
            fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.anchor, escape_html(part.title));
    page.out += "</ul>\n</nav>\n";
}

void footer(Page& page) {
    const MethodWords& w = page.words.method;
    const Summary& s = page.summary;
    page.out += fmt::format(
        "<footer>\n<dl>\n<div><dt>{}</dt><dd>{}</dd></div>\n<div><dt>{}</dt><dd>{}</dd></div>\n"
        "<div><dt>{}</dt><dd><code>{}</code></dd></div>\n</dl>\n</footer>\n",
        w.made_at, long_time(page.words, s.exported_at), w.event, s.fingerprint.seq, w.digest,
        escape_html(s.fingerprint.digest));
}

}  // namespace atelier::report::html
