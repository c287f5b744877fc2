// How far people agreed where ideas belong.
#include <algorithm>

#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/ranking.hpp"

namespace atelier::report::pictures {

Picture draw_agreement(std::string_view language, const std::vector<Sorted>& sorted,
                       std::string_view name) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    Picture out;
    out.name = name;
    out.title = p.agreement;
    const auto contested =
        static_cast<std::size_t>(std::ranges::count(sorted, true, &Sorted::contested));
    out.description =
        with(p.agreement_desc, {counted(w, w.boards.ideas, sorted.size()), number(w, contested)});
    out.table = {out.title,
                 {std::string(p.idea), std::string(p.placed), std::string(p.agreement),
                  std::string(p.people)},
                 {}};
    std::vector<RankRow> rows;
    for (const Sorted& one : sorted) {
        out.table.rows.push_back(
            {one.idea, one.lever, percent(w, one.most, one.people), number(w, one.people)});
        if (rows.size() < rows_max) rows.push_back({"", one.idea, domain::PeopleTally{}});
    }
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, p.agreement_axis);
    std::size_t at = 0;
    y = draw_rows(
        drawing, rows, y,
        [&](const RankRow&, const Lane& lane) {
            const Sorted& one = sorted[at++];
            constexpr double room = 64;
            const double width = lane.width - room;
            const double share =
                one.people == 0 ? 0
                                : static_cast<double>(one.most) / static_cast<double>(one.people);
            const double top = lane.middle - 14;
            drawing.rect({lane.x, top, width, 12}, ink::wash, 2);
            const Drawing::Box bar{lane.x, top, width * share, 12};
            if (one.contested) {
                drawing.hatched(bar, "#f6d9cc", ink::wine, 45);
            } else {
                drawing.rect(bar, ink::accent, 2);
            }
            drawing.line(lane.x + width / 2, top - 3, lane.x + width / 2, top + 15,
                         {ink::text, 1.4, {}});
            drawing.text(page_width - margin, top + 11, percent(w, one.most, one.people),
                         {15, ink::text, true, Anchor::end});
            const std::string note = (one.lever.empty() ? std::string(p.kept_back) : one.lever) +
                                     (one.contested ? " · " + std::string(p.contested) : "");
            drawing.text(lane.x, top + 28, shortened(note, 12.5, width - 4),
                         {12.5, ink::soft, false, Anchor::start});
            drawing.text(page_width - margin, top + 28, "n = " + number(w, one.people),
                         {12, ink::soft, false, Anchor::end});
        },
        bar_and_words);
    y += 14;
    if (rows.size() < sorted.size()) {
        drawing.text(margin, y + 4,
                     with(p.shown_of, {number(w, rows.size()), number(w, sorted.size())}),
                     {13, ink::soft, false, Anchor::start});
        y += 22;
    }
    out.height = y + margin - 18;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
