// What each method of voting draws beside an idea.
#include <algorithm>

#include "insight/judgment.hpp"
#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/ranking.hpp"
#include "report/results.hpp"

namespace atelier::report::pictures {
namespace {

std::size_t size(int n) { return static_cast<std::size_t>(n); }

template <class T>
const T& of(const RankRow& row) {
    return std::get<T>(row.tally);
}

/// From the worst to the best: brown and hatched below, teal above; the slants tell them in grey.
struct Shade {
    std::string_view ground, lines;
    int slant;  ///< 0: plain
};
constexpr std::array<Shade, domain::grades_count> grade_shades{{{"#8c510a", "#f6e8c3", 45},
                                                                {"#d8b365", "#8c510a", 45},
                                                                {"#f6e8c3", "#d8b365", 90},
                                                                {"#c7eae5", "", 0},
                                                                {"#5ab4ac", "", 0},
                                                                {"#01665e", "", 0}}};

auto shade(const Shade& one) {
    return [one](Drawing& drawing, Drawing::Box box) {
        if (one.slant == 0) return drawing.rect(box, one.ground);
        drawing.hatched(box, one.ground, one.lines, one.slant);
    };
}

constexpr Shade agree_shade{"#0b5f58", "", 0}, reserve_shade{"#e9d8a6", "#8a5a00", 90},
    object_shade{"#8c3a1f", "#f6d9cc", 45};

}  // namespace

void draw_dots(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y) {
    int most = 1;
    for (const RankRow& row : rows) most = std::max(most, of<domain::DotsTally>(row).dots);
    constexpr double room = 116;  // for the figures behind the bar
    y = draw_rows(drawing, rows, y, [&](const RankRow& row, const Lane& lane) {
        const auto& tally = of<domain::DotsTally>(row);
        const double width = (lane.width - room) * tally.dots / most;
        drawing.rect({lane.x, lane.middle - bar_height / 2, width, bar_height}, ink::accent, 2);
        const double x = lane.x + width + 9;
        const std::string dots = number(words, size(tally.dots));
        drawing.text(x, lane.middle + 5.5, dots, {16, ink::text, true, Anchor::start});
        drawing.text(x + width_of(dots, 17) + 7, lane.middle + 5,
                     shortened(counted(words, words.votes.people, size(tally.voters)), 12, 105),
                     {12, ink::soft, false, Anchor::start});
    });
}

void draw_useful(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y) {
    const PictureWords& p = picture_words(words.language);
    constexpr double room = 92;  // for the figures behind the scale
    const double width = lane_width - room;
    y = drawing.lines(margin, y, wrap(p.useful_axis, 13, page_width - 2 * margin, 2),
                      {13, ink::soft, false, Anchor::start}) +
        26;
    for (const int tick : {0, 50, 100})
        drawing.text(lane_x + width * tick / 100, y - 4, percent(words, size(tick), 100),
                     {12, ink::soft, false, Anchor::middle});
    y += 4;
    y = draw_rows(drawing, rows, y, [&](const RankRow& row, const Lane& lane) {
        const auto& tally = of<domain::UsefulTally>(row);
        const std::size_t judged = size(tally.useful + tally.not_useful);
        for (const double tick : {0.0, .5, 1.0})
            drawing.line(lane.x + width * tick, lane.top, lane.x + width * tick,
                         2 * lane.middle - lane.top, {ink::line, 1, tick == .5 ? "3 3" : ""});
        const auto [low, high] = interval_of(tally);
        const double y0 = lane.middle;
        drawing.rect({lane.x + width * low, y0 - 4, width * (high - low), 8}, ink::heat[2], 4);
        for (const double end : {low, high})
            drawing.line(lane.x + width * end, y0 - 8, lane.x + width * end, y0 + 8,
                         {ink::accent, 2, {}});
        if (judged > 0)
            drawing.circle(lane.x + width * tally.useful / static_cast<double>(judged), y0, 6.5,
                           ink::accent, {ink::paper, 2, {}});
        drawing.text(page_width - margin, y0 - 1, percent(words, size(tally.useful), judged),
                     {15, ink::text, true, Anchor::end});
        drawing.text(page_width - margin, y0 + 14, "n = " + number(words, judged),
                     {12, ink::soft, false, Anchor::end});
    });
}

void draw_grades(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y) {
    std::vector<Key> keys;
    for (std::size_t grade = 0; grade < domain::grades_count; ++grade)
        keys.push_back({std::string(words.results.grades[grade]), shade(grade_shades[grade])});
    y = draw_keys(drawing, keys, y - 8) + 18;
    const double half = lane_x + lane_width / 2;
    drawing.text(half, y - 4, picture_words(words.language).median,
                 {12, ink::soft, false, Anchor::middle});
    y += 3;
    y = draw_rows(
        drawing, rows, y,
        [&](const RankRow& row, const Lane& lane) {
            const auto& tally = of<domain::JudgmentTally>(row);
            std::vector<Part> parts;
            for (std::size_t grade = 0; grade < domain::grades_count; ++grade)
                parts.push_back({size(tally.grades[grade]), shade(grade_shades[grade]), ink::text});
            const Lane raised{lane.x, lane.width, lane.top, lane.middle - 8};
            draw_divided(drawing, words, parts, raised);
            drawing.line(half, raised.middle - 15, half, raised.middle + 15, {ink::text, 2, {}});
            if (const auto found = insight::gauge(sizes_of(tally.grades)))
                drawing.text(lane.x + lane.width, lane.middle + 21,
                             words.results.grades[found->grade],
                             {13, ink::text, true, Anchor::end});
        },
        bar_and_words);
}

void draw_consent(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y) {
    const ResultWords& w = words.results;
    const std::array<Key, 3> keys{{{std::string(w.agree.many), shade(agree_shade)},
                                   {std::string(w.reservation.many), shade(reserve_shade)},
                                   {std::string(w.objection.many), shade(object_shade)}}};
    y = draw_keys(drawing, keys, y - 8) + 10;
    y = draw_rows(
        drawing, rows, y,
        [&](const RankRow& row, const Lane& lane) {
            const auto& tally = of<domain::ConsentTally>(row);
            const std::array<Part, 3> parts{
                {{size(tally.agree), shade(agree_shade), ink::text},
                 {size(tally.reservation), shade(reserve_shade), ink::text},
                 {size(tally.objection), shade(object_shade), ink::text}}};
            const Lane raised{lane.x, lane.width, lane.top, lane.middle - 8};
            draw_divided(drawing, words, parts, raised);
            drawing.text(lane.x + lane.width, lane.middle + 21,
                         w.outcomes[static_cast<std::size_t>(outcome_of(tally))],
                         {13, ink::text, true, Anchor::end});
        },
        bar_and_words);
}

}  // namespace atelier::report::pictures
