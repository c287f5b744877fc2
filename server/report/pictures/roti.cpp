// What the time was worth to people, from 1 to 5.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/numbers.hpp"
#include "report/pictures/drawing.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"

namespace atelier::report::pictures {
namespace {

std::string mean_of(const Words& w, const std::array<std::size_t, 5>& counts, std::size_t all) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) sum += (i + 1) * counts[i];
    const std::size_t tenths = (20 * sum + all) / (2 * all);
    return fmt::format("{}{}{}", tenths / 10, w.notation.decimal, tenths % 10);
}

}  // namespace

Picture draw_roti(std::string_view language, const std::array<std::size_t, 5>& counts) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    const std::size_t most = std::max<std::size_t>(1, *std::ranges::max_element(counts));
    Picture out;
    out.name = "roti";
    out.title = p.roti;
    const std::string answers =
        number(w, all) + "\u00A0" +
        std::string(choose(
            w, w.language == "en" ? Plural{"answer", "answers"} : Plural{"réponse", "réponses"},
            all));
    out.description =
        all == 0 ? answers + "." : with(p.roti_desc, {answers, mean_of(w, counts, all)});
    out.table = {out.title, {std::string(p.score), std::string(p.answers)}, {}};
    Drawing drawing(out.name);
    double y = drawing.heading(out.title, out.description);
    const double height = 190, slot = (page_width - 2 * margin) / 5, base = y + height + 14;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string score = std::to_string(i + 1);
        out.table.rows.push_back({score + " – " + std::string(p.rotis[i]), number(w, counts[i])});
        const double bar = height * static_cast<double>(counts[i]) / static_cast<double>(most);
        const double x = margin + slot * static_cast<double>(i);
        if (counts[i] > 0) drawing.rect({x + 18, base - bar, slot - 36, bar}, ink::accent, 3);
        drawing.text(x + slot / 2, base - bar - 8, number(w, counts[i]),
                     {16, ink::text, true, Anchor::middle});
        drawing.text(x + slot / 2, base + 24, score, {16, ink::text, true, Anchor::middle});
        drawing.lines(x + slot / 2, base + 43, wrap(p.rotis[i], 13, slot - 10, 2),
                      {13, ink::soft, false, Anchor::middle});
    }
    drawing.line(margin, base, page_width - margin, base, {ink::soft, 1.2, {}});
    out.svg = drawing.finish(base + 66 + margin - 12, w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
