// What groups of people made of the same ideas: a mark for each group on each idea's line.
#include <algorithm>

#include "base/text.hpp"
#include "report/article_words.hpp"
#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/ranking.hpp"
#include "report/sentences.hpp"

namespace atelier::report::pictures {
namespace {

/// Told apart by their letters; the grounds only help.
constexpr std::array<std::string_view, 4> grounds{"#0b5f58", "#8a5a00", "#1f55b5", "#8c3a1f"};

std::string letter(std::size_t group) {
    return {static_cast<char>('A' + static_cast<int>(group % 26))};
}

double share_of_group(const insight::GroupVotes& votes) {
    return votes.saw == 0 ? 0 : static_cast<double>(votes.agree) / static_cast<double>(votes.saw);
}

void draw_marks(Drawing& drawing, const IdeaAcross& idea, const Lane& lane) {
    constexpr double radius = 9.5;
    double low = 1, high = 0;
    for (const auto& votes : idea.groups) {
        low = std::min(low, share_of_group(votes));
        high = std::max(high, share_of_group(votes));
    }
    drawing.line(lane.x + lane.width * low, lane.middle, lane.x + lane.width * high, lane.middle,
                 {ink::heat[2], 4, {}});
    // Marks that fall together stand above each other.
    std::vector<std::pair<double, double>> taken;
    for (std::size_t g = 0; g < idea.groups.size(); ++g) {
        const double x = lane.x + lane.width * share_of_group(idea.groups[g]);
        double y = lane.middle;
        const auto near = [&](const auto& other) {
            return std::max(x - other.first, other.first - x) < 2 * radius &&
                   std::max(y - other.second, other.second - y) < 2 * radius - 3;
        };
        for (int step = 1; step < 5 && std::ranges::any_of(taken, near); ++step)
            y = lane.middle + (step % 2 == 1 ? -1 : 1) * (2 * radius - 3) * ((step + 1) / 2);
        taken.emplace_back(x, y);
        drawing.circle(x, y, radius, grounds[g % grounds.size()], {ink::paper, 1.5, {}});
        drawing.text(x, y + 4.2, letter(g), {11.5, ink::white, true, Anchor::middle});
    }
}

}  // namespace

Picture draw_across(const Summary& summary, const Across& across) {
    const Words& w = words(summary.language);
    const PictureWords& p = picture_words(summary.language);
    const AgreementWords& a = article_words(summary.language).agreement;
    Picture out;
    const std::string slug = base::slug(across.phase.text);
    out.name = "across" + (slug.empty() ? "" : "-" + slug);
    out.title = with(p.across, {vote_title(w, across.vote, across.round)});
    out.table = {out.title, {std::string(a.idea)}, {}};
    std::vector<Key> keys;
    for (std::size_t g = 0; g < across.groups.size(); ++g) {
        const PeopleGroup& group = across.groups[g];
        out.table.head.push_back(group.name);
        keys.push_back({with(a.group, {group.name, number(w, group.people)}),
                        [g](Drawing& drawing, Drawing::Box box) {
                            drawing.rect(box, grounds[g % grounds.size()]);
                            drawing.text(box.x + box.width / 2, box.y + 11.8, letter(g),
                                         {11.5, ink::white, true, Anchor::middle});
                        }});
    }
    out.table.head.emplace_back(a.agreement);
    std::vector<RankRow> rows;
    for (const IdeaAcross& idea : across.ideas) {
        if (rows.size() < rows_max) rows.push_back({"", idea.text, domain::PeopleTally{}});
        auto& row = out.table.rows.emplace_back(std::vector{idea.text});
        for (const auto& [agree, saw] : idea.groups)
            row.push_back(number(w, agree) + "\u00A0/\u00A0" + number(w, saw));
        row.push_back(decimal(w, idea.agreement, 2));
    }
    const auto named = [&](const std::vector<std::size_t>& ideas, std::string_view pattern) {
        return ideas.empty()
                   ? std::string()
                   : " " + with(pattern, {shortened(across.ideas[ideas.front()].text, 10, 700)});
    };
    out.description = with(p.across_desc, {counted(w, w.boards.ideas, across.ideas.size())}) +
                      named(across.common.unites, p.across_unites) +
                      named(across.common.divides, p.across_divides);
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, p.across_axis);
    y = draw_keys(drawing, keys, y - 8) + 18;
    const double left = lane_x + 12, width = lane_width - 24;
    for (const int tick : {0, 50, 100})
        drawing.text(left + width * tick / 100, y - 4,
                     percent(w, static_cast<std::size_t>(tick), 100),
                     {12, ink::soft, false, Anchor::middle});
    y += 4;
    std::size_t at = 0;
    y = draw_rows(
        drawing, rows, y,
        [&](const RankRow&, const Lane& lane) {
            for (const double tick : {0.0, .5, 1.0})
                drawing.line(left + width * tick, lane.top, left + width * tick,
                             2 * lane.middle - lane.top, {ink::line, 1, tick == .5 ? "3 3" : ""});
            draw_marks(drawing, across.ideas[at++], {left, width, lane.top, lane.middle});
        },
        bar_and_words);
    y += 14;
    if (rows.size() < across.ideas.size()) {
        drawing.text(margin, y + 4,
                     with(p.shown_of, {number(w, rows.size()), number(w, across.ideas.size())}),
                     {13, ink::soft, false, Anchor::start});
        y += 22;
    }
    out.height = y + margin - 18;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
