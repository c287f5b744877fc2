// The page of a series: its workshops, what was carried from one to the next, and what became of
// the commitments of all of them.
#include <fmt/format.h>

#include <algorithm>

#include "report/html_text.hpp"
#include "report/markdown_text.hpp"
#include "report/numbers.hpp"
#include "report/public_page.hpp"
#include "report/public_words.hpp"
#include "report/words.hpp"

namespace atelier::report {

namespace embedded {
std::string_view summary_css();
}

namespace {

using domain::IdeaStatus;
using domain::Workshop;

template <class... Values>
std::string say(std::string_view pattern, const Values&... values) {
    return fmt::format(fmt::runtime(pattern), values...);
}

const Workshop* workshop_of(const SeriesPage& page, const domain::WorkshopId& id) {
    const auto found = std::ranges::find_if(
        page.workshops, [&](const SeriesWorkshop& each) { return each.workshop->id == id; });
    return found == page.workshops.end() ? nullptr : found->workshop;
}

/// One line of what a workshop has from another of the series.
std::vector<std::string> carried_into(const SeriesPage& page, const Workshop& workshop,
                                      const PublicWords& w) {
    std::vector<std::string> out;
    if (workshop.plan.continues)
        if (const Workshop* from = workshop_of(page, *workshop.plan.continues))
            out.push_back(say(w.carried_levers, from->plan.title, workshop.plan.title));
    for (const SeriesWorkshop& other : page.workshops) {
        const auto count = std::ranges::count_if(workshop.ideas, [&](const domain::Idea& idea) {
            return idea.carried_from == other.workshop->id && domain::shown(workshop, idea);
        });
        if (count == 0) continue;
        const std::string ideas = say(count == 1 ? w.one_idea : w.ideas, count);
        out.push_back(say(w.carried_ideas, ideas, other.workshop->plan.title, workshop.plan.title));
    }
    return out;
}

struct Told {
    const Workshop* workshop;
    const domain::Commitment* commitment;
};
std::vector<Told> commitments_of(const SeriesPage& page) {
    std::vector<Told> out;
    for (const SeriesWorkshop& each : page.workshops)
        for (const domain::Commitment& commitment : each.workshop->commitments)
            if (commitment.status == IdeaStatus::published)
                out.push_back({each.workshop, &commitment});
    return out;
}

std::string text_of(const domain::Commitment& commitment, const PublicWords& w) {
    return commitment.erased ? std::string(w.erased) : commitment.promise.text;
}

std::string status_of(const domain::Commitment& commitment, const PublicWords& w,
                      const Words& words) {
    if (!commitment.follow_up) return std::string(w.not_followed);
    return fmt::format("{}, {}", w.follow_up[static_cast<std::size_t>(*commitment.follow_up)],
                       say(w.followed_on, long_date(words, commitment.followed_at)));
}

void workshops(std::string& out, const SeriesPage& page, const PublicWords& w, const Words& words) {
    out += fmt::format("<section aria-labelledby=\"workshops\">\n<h2 id=\"workshops\">{}</h2>\n",
                       w.workshops);
    if (page.workshops.empty()) out += fmt::format("<p>{}</p>\n", w.no_workshops);
    int number = 0;
    for (const SeriesWorkshop& each : page.workshops) {
        const std::string title = escape_html(each.workshop->plan.title);
        const base::Millis at = held_at(*each.workshop);
        out += fmt::format(
            "<article>\n<h3>{}<span dir=\"auto\">{}</span></h3>\n<p><time "
            "datetime=\"{}\">{}</time></p>\n",
            say(w.workshop_number, ++number),
            each.address.empty()
                ? title
                : fmt::format("<a href=\"{}\">{}</a>", escape_html(each.address), title),
            iso_date(at), long_date(words, at));
        if (!each.workshop->plan.question.empty())
            out +=
                fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(each.workshop->plan.question));
        if (each.address.empty()) out += fmt::format("<p>{}</p>\n", w.not_published);
        out += "</article>\n";
    }
    out += "</section>\n";
}

void carried(std::string& out, const SeriesPage& page, const PublicWords& w) {
    std::string lines;
    for (const SeriesWorkshop& each : page.workshops)
        for (const std::string& line : carried_into(page, *each.workshop, w))
            lines += fmt::format("<li dir=\"auto\">{}</li>\n", escape_html(line));
    if (lines.empty()) return;
    out += fmt::format(
        "<section aria-labelledby=\"carried\">\n<h2 id=\"carried\">{}</h2>\n<ul>\n{}</ul>\n"
        "</section>\n",
        w.carried, lines);
}

void commitments(std::string& out, const SeriesPage& page, const PublicWords& w,
                 const Words& words) {
    out +=
        fmt::format("<section aria-labelledby=\"commitments\">\n<h2 id=\"commitments\">{}</h2>\n",
                    w.commitments);
    const auto all = commitments_of(page);
    if (all.empty()) out += fmt::format("<p>{}</p>\n", w.no_commitments);
    if (!all.empty()) out += "<ul>\n";
    for (const auto& [workshop, commitment] : all) {
        out += fmt::format("<li><p dir=\"auto\">{}</p>\n<p><strong>{}</strong> – {}</p>\n",
                           escape_html(text_of(*commitment, w)),
                           escape_html(status_of(*commitment, w, words)),
                           escape_html(workshop->plan.title));
        const domain::Promise& promise = commitment->promise;
        if (!promise.by.empty())
            out += fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(say(w.by, promise.by)));
        if (!promise.with.empty())
            out += fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(say(w.with, promise.with)));
        if (!commitment->note.empty())
            out += fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(commitment->note));
        out += "</li>\n";
    }
    if (!all.empty()) out += "</ul>\n";
    out += "</section>\n";
}

}  // namespace

std::string series_html(const SeriesPage& page) {
    const PublicWords& w = public_words(page.language);
    const Words& all = words(page.language);
    std::string out = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<title>{} – {}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#content\">{}</a>\n<header>\n<p class=\"kind\">{}</p>\n"
        "<h1 dir=\"auto\">{}</h1>\n",
        w.language, escape_html(page.title), w.series, embedded::summary_css(), w.skip, w.series,
        escape_html(page.title));
    if (!page.question.empty())
        out +=
            fmt::format("<p class=\"question\" dir=\"auto\">{}</p>\n", escape_html(page.question));
    out += "</header>\n<main id=\"content\">\n";
    if (!page.description.empty())
        out += fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(page.description));
    workshops(out, page, w, all);
    carried(out, page, w);
    commitments(out, page, w, all);
    return out + "</main>\n</body>\n</html>\n";
}

std::string series_markdown(const SeriesPage& page) {
    const PublicWords& w = public_words(page.language);
    const Words& all = words(page.language);
    std::string out = fmt::format("# {}\n\n", markdown_line(page.title));
    if (!page.question.empty()) out += fmt::format("*{}*\n\n", markdown_line(page.question));
    if (!page.description.empty()) out += markdown_text(page.description, "") + "\n\n";
    out += fmt::format("## {}\n\n", w.workshops);
    int number = 0;
    for (const SeriesWorkshop& each : page.workshops)
        out += fmt::format("{}. {} ({})\n", ++number, markdown_line(each.workshop->plan.title),
                           long_date(all, held_at(*each.workshop)));
    std::string lines;
    for (const SeriesWorkshop& each : page.workshops)
        for (const std::string& line : carried_into(page, *each.workshop, w))
            lines += fmt::format("- {}\n", markdown_line(line));
    if (!lines.empty()) out += fmt::format("\n## {}\n\n{}", w.carried, lines);
    out += fmt::format("\n## {}\n\n", w.commitments);
    for (const auto& [workshop, commitment] : commitments_of(page))
        out += fmt::format("- {} ({}; {})\n", markdown_text(text_of(*commitment, w), "  "),
                           status_of(*commitment, w, all), markdown_line(workshop->plan.title));
    return out;
}

}  // namespace atelier::report
