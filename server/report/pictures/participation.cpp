// When people came, wrote and voted: three bands of bars over the same time.
#include <algorithm>

#include "report/numbers.hpp"
#include "report/pictures/drawing.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double label_width = 112, band_height = 92;

std::string clock(base::Millis at) { return iso_time(at).substr(11, 5); }

}  // namespace

Picture draw_participation(std::string_view language, const std::vector<Slice>& slices) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    Picture out;
    out.name = "participation";
    out.title = p.participation;
    out.table = {
        out.title,
        {std::string(p.time), std::string(p.joined), std::string(p.posted), std::string(p.voted)},
        {}};
    const Slice* busiest = nullptr;
    const auto deeds = [](const Slice& one) { return one.joined + one.posted + one.voted; };
    for (const Slice& one : slices) {
        out.table.rows.push_back(
            {clock(one.from), number(w, one.joined), number(w, one.posted), number(w, one.voted)});
        if (!busiest || deeds(one) > deeds(*busiest)) busiest = &one;
    }
    if (busiest)
        out.description =
            with(p.participation_desc,
                 {clock(slices.front().from), clock(slices.back().from), clock(busiest->from)});
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, out.description) + 8;
    const double width = page_width - 2 * margin - label_width;
    const double slot = width / static_cast<double>(std::max<std::size_t>(slices.size(), 1));
    const double gap = slot > 8 ? 2 : 0;
    for (const auto& [name, of] :
         {std::pair{p.joined, &Slice::joined}, std::pair{p.posted, &Slice::posted},
          std::pair{p.voted, &Slice::voted}}) {
        std::size_t most = 0, all = 0;
        for (const Slice& one : slices) {
            most = std::max(most, one.*of);
            all += one.*of;
        }
        const double base = y + band_height;
        drawing.lines(margin, base - 26, wrap(name, 15, label_width - 10, 2),
                      {15, ink::text, true, Anchor::start});
        drawing.text(margin, base - 6, number(w, all), {14, ink::soft, false, Anchor::start});
        for (std::size_t i = 0; i < slices.size() && most > 0; ++i) {
            const double bar =
                (band_height - 26) * static_cast<double>(slices[i].*of) / static_cast<double>(most);
            const double x = margin + label_width + slot * static_cast<double>(i);
            if (bar > 0) drawing.rect({x, base - bar, slot - gap, bar}, ink::accent);
            if (slices[i].*of == most)
                drawing.text(
                    std::clamp(x + slot / 2, margin + label_width + 16, page_width - margin - 16),
                    base - bar - 6, number(w, most), {13, ink::text, true, Anchor::middle});
        }
        drawing.line(margin + label_width, base, page_width - margin, base, {ink::soft, 1, {}});
        y = base + 8;
    }
    // As many times below as there is room for.
    const std::size_t step = std::max<std::size_t>(1, static_cast<std::size_t>(66 / slot) + 1);
    for (std::size_t i = 0; i < slices.size(); i += step)
        drawing.text(margin + label_width + slot * static_cast<double>(i), y + 14,
                     clock(slices[i].from), {12.5, ink::soft, false, Anchor::start});
    drawing.text(margin, y + 14, shortened(p.time, 12.5, label_width - 8),
                 {12.5, ink::soft, false, Anchor::start});
    out.svg = drawing.finish(y + 14 + margin, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
