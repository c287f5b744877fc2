#include "report/pictures/ranking.hpp"

#include <algorithm>

#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double text_size = 14, text_leading = text_size * 1.32;
constexpr double text_x = margin + 38;
constexpr double text_width = lane_x - text_x - 22;
constexpr std::size_t text_lines_max = 3;

}  // namespace

double draw_rows(Drawing& drawing, std::span<const RankRow> rows, double y,
                 const std::function<void(const RankRow&, const Lane&)>& draw, double least) {
    for (const RankRow& row : rows) {
        const auto text = wrap(row.text, text_size, text_width, text_lines_max);
        const double height = std::max(static_cast<double>(text.size()) * text_leading, least) + 18;
        const double middle = y + height / 2;
        const double first = middle - static_cast<double>(text.size() - 1) * text_leading / 2 + 5;
        drawing.line(margin, y, page_width - margin, y);
        drawing.text(margin + 26, first, row.rank, {15, ink::accent, true, Anchor::end});
        drawing.lines(text_x, first, text, {text_size});
        draw(row, {lane_x, lane_width, y, middle});
        y += height;
    }
    drawing.line(margin, y, page_width - margin, y);
    return y + 8;
}

double draw_keys(Drawing& drawing, std::span<const Key> keys, double y) {
    constexpr double side = 15, size = 13;
    double x = margin;
    for (const Key& key : keys) {
        const double width = side + 8 + width_of(key.name, size) + 18;
        if (x > margin && x + width > page_width - margin) {
            x = margin;
            y += 24;
        }
        key.draw(drawing, {x, y, side, side});
        drawing.rect({x, y, side, side}, "none", 0, {ink::soft, .8, {}});
        drawing.text(x + side + 8, y + 12.5, key.name, {size});
        x += width;
    }
    return y + side + 16;
}

void draw_divided(Drawing& drawing, const Words& words, std::span<const Part> parts,
                  const Lane& lane) {
    std::size_t all = 0;
    for (const Part& part : parts) all += part.n;
    if (all == 0) return;
    double x = lane.x;
    const double top = lane.middle - bar_height / 2;
    for (const Part& part : parts) {
        if (part.n == 0) continue;
        const double width = lane.width * static_cast<double>(part.n) / static_cast<double>(all);
        part.draw(drawing, {x, top, width, bar_height});
        drawing.rect({x, top, width, bar_height}, "none", 0, {ink::paper, 1.4, {}});
        const std::string label = number(words, part.n);
        if (width_of(label, 13) + 10 < width) {
            const double half = width_of(label, 13) / 2 + 4;
            drawing.rect({x + width / 2 - half, top + 3, 2 * half, bar_height - 6}, ink::paper, 3);
            drawing.text(x + width / 2, top + 15.8, label,
                         {13, part.label_colour, true, Anchor::middle});
        }
        x += width;
    }
}

std::vector<RankRow> rank_rows(const Words& words, const VoteSummary& vote) {
    std::vector<RankRow> out;
    for (const auto& one : vote.ranking)
        out.push_back({number(words, one.rank), one.text, one.tally});
    return out;
}

}  // namespace atelier::report::pictures
