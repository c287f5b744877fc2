// Impact by effort: a numbered point for each idea at its medians, its quartiles as a cross, and the
// ideas' words in a list below.
#include <algorithm>

#include "insight/impact_effort.hpp"
#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/ranking.hpp"
#include "report/results.hpp"
#include "report/sentences.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double side = 440, left = margin + 104, low = 1, high = 5;

struct Point {
    std::string number;
    insight::Spread impact, effort;
};

double along(double score) { return (score - low) / (high - low) * side; }

void draw_field(Drawing& out, const PictureWords& p, double top) {
    out.rect({left, top, side, side}, ink::white, 0, {ink::line, 1, {}});
    const double half = side / 2;
    out.rect({left, top, half, half}, ink::heat[1]);
    out.line(left + half, top, left + half, top + side, {ink::soft, 1, "4 4"});
    out.line(left, top + half, left + side, top + half, {ink::soft, 1, "4 4"});
    const std::array<std::pair<double, double>, 4> places{{{left + 10, top + 21},
                                                           {left + side - 10, top + 21},
                                                           {left + 10, top + side - 11},
                                                           {left + side - 10, top + side - 11}}};
    for (std::size_t i = 0; i < places.size(); ++i)
        out.text(places[i].first, places[i].second, shortened(p.corners[i], 13.5, half - 20),
                 {13.5, ink::soft, true, i % 2 == 0 ? Anchor::start : Anchor::end});
    for (int score = 1; score <= 5; ++score) {
        out.text(left + along(score), top + side + 19, std::to_string(score),
                 {12.5, ink::soft, false, Anchor::middle});
        out.text(left - 11, top + side - along(score) + 4.5, std::to_string(score),
                 {12.5, ink::soft, false, Anchor::end});
    }
    out.text(left + side / 2, top + side + 42, std::string(p.effort) + " →",
             {14, ink::text, true, Anchor::middle});
    out.text(margin, top + 14, "↑ " + std::string(p.impact), {14, ink::text, true, Anchor::start});
}

}  // namespace

void draw_scores(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y) {
    const PictureWords& p = picture_words(words.language);
    y = drawing.lines(margin, y - 6, wrap(p.impact_title, 13, page_width - 2 * margin, 2),
                      {13, ink::soft, false, Anchor::start}) +
        22;
    draw_field(drawing, p, y);
    std::vector<Point> points;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& tally = std::get<domain::ImpactEffortTally>(rows[i].tally);
        const auto impact = insight::spread(sizes_of(tally.impact));
        const auto effort = insight::spread(sizes_of(tally.effort));
        if (impact && effort) points.push_back({std::to_string(i + 1), *impact, *effort});
    }
    const auto x_of = [](double score) { return left + along(score); };
    const auto y_of = [&](double score) { return y + side - along(score); };
    for (const Point& one : points) {
        drawing.line(x_of(one.effort.lower), y_of(one.impact.median), x_of(one.effort.upper),
                     y_of(one.impact.median), {ink::accent, 1.6, {}});
        drawing.line(x_of(one.effort.median), y_of(one.impact.lower), x_of(one.effort.median),
                     y_of(one.impact.upper), {ink::accent, 1.6, {}});
    }
    // Points that fall together stand side by side, none hidden behind another.
    std::vector<std::pair<double, double>> taken;
    for (const Point& one : points) {
        const double radius = 13;
        double x = x_of(one.effort.median), at = y_of(one.impact.median);
        const auto near = [&](const auto& other) {
            return std::max(x - other.first, other.first - x) < 2 * radius &&
                   std::max(at - other.second, other.second - at) < 2 * radius;
        };
        const double origin = x;
        for (int step = 1; std::ranges::any_of(taken, near); ++step) {
            x = origin + (step % 2 == 1 ? 1 : -1) * (2 * radius + 1) * ((step + 1) / 2);
            if (step % 6 == 0) at += 2 * radius + 1;
        }
        taken.emplace_back(x, at);
        drawing.circle(x, at, radius, ink::accent, {ink::paper, 2, {}});
        drawing.text(x, at + 4.8, one.number, {13, ink::white, true, Anchor::middle});
    }
    y += side + 70;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto text = wrap(rows[i].text, 14, page_width - 2 * margin - 40, 2);
        drawing.circle(margin + 12, y - 5, 12, ink::accent);
        drawing.text(margin + 12, y - .4, std::to_string(i + 1),
                     {12.5, ink::white, true, Anchor::middle});
        const double last = drawing.lines(margin + 36, y, text, {14});
        const FindingText found = finding(words, rows[i].tally);
        drawing.text(
            margin + 36, last + 18,
            shortened(found.head + " · " + found.figures, 12.5, page_width - 2 * margin - 40),
            {12.5, ink::soft, false, Anchor::start});
        y = last + 46;
    }
    y -= 16;
}

}  // namespace atelier::report::pictures
