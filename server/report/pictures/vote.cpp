// The picture of a vote, whatever its method.
#include <algorithm>

#include "base/text.hpp"
#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/ranking.hpp"
#include "report/results.hpp"
#include "report/sentences.hpp"

namespace atelier::report::pictures {
namespace {

using domain::Method;

std::string share(const Words& w, double part) {
    return percent(w, static_cast<std::size_t>(part * 1'000 + .5), 1'000);
}

Rows table_of(const Words& w, const PictureWords& p, const VoteSummary& vote,
              const std::vector<RankRow>& rows, std::string_view caption) {
    Rows out{std::string(caption), {std::string(p.rank), std::string(p.idea)}, {}};
    const bool useful = vote.method == Method::useful, dots = vote.method == Method::dots;
    if (useful)
        for (const auto head : {p.share, p.interval, p.judged}) out.head.emplace_back(head);
    if (dots)
        for (const auto head : {p.dots, p.people}) out.head.emplace_back(head);
    if (!useful && !dots)
        for (const auto head : {p.result, p.answers}) out.head.emplace_back(head);
    for (const RankRow& row : rows) {
        auto& cells = out.rows.emplace_back(std::vector<std::string>{row.rank, row.text});
        if (const auto* t = std::get_if<domain::UsefulTally>(&row.tally)) {
            const auto judged = static_cast<std::size_t>(t->useful + t->not_useful);
            const auto [low, high] = interval_of(*t);
            cells.push_back(percent(w, static_cast<std::size_t>(t->useful), judged));
            cells.push_back(share(w, low) + " – " + share(w, high));
            cells.push_back(number(w, judged));
        } else if (const auto* d = std::get_if<domain::DotsTally>(&row.tally)) {
            cells.push_back(number(w, static_cast<std::size_t>(d->dots)));
            cells.push_back(number(w, static_cast<std::size_t>(d->voters)));
        } else {
            const FindingText found = finding(w, row.tally);
            cells.push_back(found.head);
            cells.push_back(found.figures);
        }
    }
    return out;
}

void draw(Method method, Drawing& drawing, const Words& w, std::span<const RankRow> rows,
          double& y) {
    switch (method) {
        case Method::dots:
            return draw_dots(drawing, w, rows, y);
        case Method::useful:
            return draw_useful(drawing, w, rows, y);
        case Method::judgment:
            return draw_grades(drawing, w, rows, y);
        case Method::impact_effort:
            return draw_scores(drawing, w, rows, y);
        case Method::consent:
            return draw_consent(drawing, w, rows, y);
    }
}

}  // namespace

Picture draw_vote(const Summary& summary, const VoteSummary& vote) {
    const Words& w = words(summary.language);
    const PictureWords& p = picture_words(summary.language);
    const auto rows = rank_rows(w, vote);
    Picture out;
    const std::string slug = base::slug(vote.phase.text);
    out.name = "vote" + (slug.empty() ? "" : "-" + slug);
    out.title = vote_title(w, vote.title, vote.round);
    if (rows.empty()) {
        out.description = with(p.nothing_cast, {out.title});
    } else {
        const FindingText found = finding(w, rows.front().tally);
        out.description = with(p.ranking_desc,
                               {out.title, counted(w, w.boards.ideas, rows.size()),
                                shortened(rows.front().text, 10, 700),
                                found.head + (found.figures.empty() ? "" : ", ") + found.figures});
    }
    out.table = table_of(w, p, vote, rows, out.title);
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, turnout(w, summary, vote));
    const std::span<const RankRow> shown(rows.data(), std::min(rows.size(), rows_max));
    draw(vote.method, drawing, w, shown, y);
    y += 14;
    if (shown.size() < rows.size()) {
        drawing.text(margin, y + 4,
                     with(p.shown_of, {number(w, shown.size()), number(w, rows.size())}),
                     {13, ink::soft, false, Anchor::start});
        y += 22;
    }
    out.height = y + margin - 18;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
