// When people wrote and voted: bands of bars over the same time.
#include <algorithm>

#include "report/article_words.hpp"
#include "report/numbers.hpp"
#include "report/pictures/drawing.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double label_width = 112, band_height = 96;
constexpr double bars_x = margin + label_width;

struct Band {
    std::string_view name;
    std::size_t Slice::*of;
};

double draw_band(Drawing& drawing, const Words& w, const Band& band,
                 const std::vector<Slice>& slices, double slot, double y) {
    std::size_t most = 0, all = 0;
    for (const Slice& one : slices) {
        most = std::max(most, one.*band.of);
        all += one.*band.of;
    }
    const double base = y + band_height, gap = slot > 8 ? 2 : 0;
    drawing.lines(margin, base - 26, wrap(band.name, 15, label_width - 10, 2),
                  {15, ink::text, true, Anchor::start});
    drawing.text(margin, base - 6, number(w, all), {14, ink::soft, false, Anchor::start});
    bool told = false;
    for (std::size_t i = 0; i < slices.size() && most > 0; ++i) {
        const double bar = (band_height - 26) * static_cast<double>(slices[i].*band.of) /
                           static_cast<double>(most);
        const double x = bars_x + slot * static_cast<double>(i);
        if (bar > 0) drawing.rect({x, base - bar, slot - gap, bar}, ink::accent);
        if (slices[i].*band.of != most || told) continue;
        told = true;  // the highest, once
        drawing.text(std::clamp(x + slot / 2, bars_x + 16, page_width - margin - 16),
                     base - bar - 6, number(w, most), {13, ink::text, true, Anchor::middle});
    }
    drawing.line(bars_x, base, page_width - margin, base, {ink::soft, 1, {}});
    return base + 8;
}

}  // namespace

Picture draw_participation(std::string_view language, const std::vector<Slice>& slices,
                           bool votes_timed) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    const ParticipationWords& a = article_words(language).participation;
    std::vector<Band> bands{{a.ideas, &Slice::posts}};
    if (votes_timed) bands.push_back({a.votes, &Slice::votes});
    Picture out;
    out.name = "participation";
    out.title = a.timeline;
    out.table = {out.title, {std::string(a.when)}, {}};
    for (const Band& band : bands) out.table.head.emplace_back(band.name);
    for (const Slice& one : slices) {
        auto& row = out.table.rows.emplace_back(std::vector{clock_time(w, one.from)});
        for (const Band& band : bands) row.push_back(number(w, one.*band.of));
    }
    const auto busiest = std::ranges::max_element(
        slices, {}, [](const Slice& one) { return one.posts + one.votes; });
    if (busiest != slices.end())
        out.description = with(p.participation_desc,
                               {clock_time(w, slices.front().from),
                                clock_time(w, slices.back().from), clock_time(w, busiest->from)});
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, out.description) + 8;
    const double slot = (page_width - margin - bars_x) /
                        static_cast<double>(std::max<std::size_t>(slices.size(), 1));
    for (const Band& band : bands) y = draw_band(drawing, w, band, slices, slot, y);
    // As many times below as there is room for.
    const std::size_t step = std::max<std::size_t>(1, static_cast<std::size_t>(84 / slot) + 1);
    for (std::size_t i = 0; i < slices.size(); i += step) {
        const double x = bars_x + slot * static_cast<double>(i);
        const std::string time = clock_time(w, slices[i].from);
        if (x + width_of(time, 12.5) > page_width - margin) break;
        drawing.text(x, y + 14, time, {12.5, ink::soft, false, Anchor::start});
    }
    drawing.text(margin, y + 14, shortened(a.when, 12.5, label_width - 8),
                 {12.5, ink::soft, false, Anchor::start});
    out.height = y + 14 + margin;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
