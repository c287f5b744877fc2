// The votes, how everything was computed, and the fingerprint.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::html {
namespace {

/// A picture of a number that stands beside it, so it is kept from assistive technologies.
std::string bar(int dots, int most) {
    return fmt::format(
        "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect width=\"{}\" height=\"4\"/></svg>",
        100 * dots / std::max(most, 1));
}

void ranking(Page& page, const VoteSummary& vote) {
    const VoteWords& w = page.words.votes;
    page.out += fmt::format(
        "<table class=\"ranking\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
        "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        w.caption, w.rank, w.idea, w.dots_head);
    for (const auto& idea : vote.leading())
        page.out += fmt::format(
            "<tr><td>{}</td><th scope=\"row\"><span class=\"text\" dir=\"auto\">{}</span>{}</th>"
            "<td><b>{}</b> <span>{}</span></td></tr>\n",
            idea.rank, escape_html(idea.text),
            bar(idea.tally.dots, vote.ranking.front().tally.dots),
            number(page.words, static_cast<std::size_t>(idea.tally.dots)),
            counted(page.words, w.people, static_cast<std::size_t>(idea.tally.voters)));
    page.out += "</tbody>\n</table>\n";
}

/// A ranking by another method: what it finds stands in words beside each idea, the figures below.
void findings(Page& page, const VoteSummary& vote) {
    const VoteWords& w = page.words.votes;
    page.out += fmt::format(
        "<table class=\"ranking findings\">\n<caption>{}</caption>\n<thead><tr>"
        "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n"
        "<tbody>\n",
        w.caption, w.rank, w.idea, page.words.results.head);
    for (const auto& idea : vote.leading_findings()) {
        const FindingText found = finding(page.words, idea.tally);
        page.out += fmt::format(
            "<tr><td>{}</td><th scope=\"row\"><span class=\"text\" dir=\"auto\">{}</span></th>"
            "<td><b>{}</b> <span>{}</span></td></tr>\n",
            idea.rank, escape_html(idea.text), escape_html(found.head), escape_html(found.figures));
    }
    page.out += "</tbody>\n</table>\n";
}

void vote(Page& page, const VoteSummary& one) {
    const VoteWords& w = page.words.votes;
    page.out += fmt::format("<h3 dir=\"auto\">{}</h3>\n<p>{}<br>{}</p>\n",
                            escape_html(vote_title(page.words, one.title, one.round)),
                            turnout(page.words, page.summary, one), vote_rule(page.words, one));
    if (one.running) page.out += fmt::format("<p class=\"note\">{}</p>\n", w.running);
    const bool dots = one.method == domain::Method::dots;
    if (one.ranking.empty() && one.findings.empty()) {
        page.out += fmt::format("<p class=\"nothing\">{}</p>\n",
                                dots ? w.none_cast : page.words.results.none);
        return;
    }
    if (dots) {
        ranking(page, one);
    } else {
        findings(page, one);
    }
    for (const auto& sentence : rest_of_ranking(page.words, one))
        page.out += fmt::format("<p class=\"note\">{}</p>\n", sentence);
}

}  // namespace

void votes(Page& page) {
    const Summary& s = page.summary;
    page.out += fmt::format("<section aria-labelledby=\"votes\">\n<h2 id=\"votes\">{}</h2>\n",
                            page.words.votes.title);
    for (const auto& one : s.votes) vote(page, one);
    for (const auto& one : s.withheld)
        page.out +=
            fmt::format("<p class=\"withheld\">{}</p>\n", escape_html(withheld(page.words, one)));
    if (s.votes.empty() && s.withheld.empty())
        page.out += fmt::format("<p class=\"nothing\">{}</p>\n", page.words.votes.none);
    page.out += "</section>\n";
}

void method(Page& page) {
    const MethodWords& w = page.words.method;
    page.out += fmt::format(
        "<section class=\"method\" aria-labelledby=\"method\">\n<h2 id=\"method\">{}</h2>\n<ul>\n",
        w.title);
    for (const auto& note : method_notes(page.words, page.summary))
        page.out += fmt::format("<li>{}</li>\n", escape_html(note));
    page.out += "</ul>\n</section>\n";
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
