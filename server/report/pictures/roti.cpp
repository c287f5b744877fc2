// Counts of people in a few columns: what the time was worth to them, how they came.
#include <algorithm>
#include <numeric>
#include <span>

#include "report/article_words.hpp"
#include "report/numbers.hpp"
#include "report/pictures/drawing.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"

namespace atelier::report::pictures {
namespace {

struct Bar {
    std::string mark, name;  ///< the mark is large, the name below it
    std::size_t n = 0;
};

/// The picture and its table, once name, title and description are set.
void draw_bars(Picture& out, const Words& w, std::string_view first_head,
               std::string_view second_head, std::span<const Bar> bars) {
    std::size_t most = 1;
    for (const Bar& bar : bars) most = std::max(most, bar.n);
    out.table = {out.title, {std::string(first_head), std::string(second_head)}, {}};
    Drawing drawing(out.name);
    const double y = drawing.heading(out.title, out.description);
    constexpr double height = 190;
    const double slot = (page_width - 2 * margin) / static_cast<double>(bars.size());
    const double base = y + height + 14;
    double x = margin;
    for (const Bar& bar : bars) {
        out.table.rows.push_back(
            {bar.mark.empty() ? bar.name : bar.mark + " – " + bar.name, number(w, bar.n)});
        const double rise = height * static_cast<double>(bar.n) / static_cast<double>(most);
        if (bar.n > 0) drawing.rect({x + 18, base - rise, slot - 36, rise}, ink::accent, 3);
        const double middle = x + slot / 2;
        drawing.text(middle, base - rise - 8, number(w, bar.n),
                     {16, ink::text, true, Anchor::middle});
        if (!bar.mark.empty())
            drawing.text(middle, base + 24, bar.mark, {16, ink::text, true, Anchor::middle});
        drawing.lines(middle, base + (bar.mark.empty() ? 24 : 43), wrap(bar.name, 13, slot - 10, 2),
                      {13, ink::soft, false, Anchor::middle});
        x += slot;
    }
    drawing.line(margin, base, page_width - margin, base, {ink::soft, 1.2, {}});
    out.height = base + 66 + margin - 12;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
}

}  // namespace

Picture draw_roti(std::string_view language, const std::array<std::size_t, 5>& counts,
                  std::string_view name) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    const VoiceWords& v = article_words(language).voice;
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    std::size_t sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) sum += (i + 1) * counts[i];
    Picture out;
    out.name = name;
    out.title = p.roti;
    out.description =
        with(p.roti_desc,
             {counted(w, w.votes.people, all),
              all == 0 ? "–" : decimal(w, static_cast<double>(sum) / static_cast<double>(all), 1)});
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < counts.size(); ++i)
        bars.push_back({std::to_string(i + 1), std::string(p.rotis[i]), counts[i]});
    draw_bars(out, w, v.score, v.people, bars);
    return out;
}

Picture draw_weather(std::string_view language, const WeatherSummary& weather,
                     std::string_view name) {
    const Words& w = words(language);
    const VoiceWords& v = article_words(language).voice;
    Picture out;
    out.name = name;
    out.title = v.weather_caption;
    std::vector<std::string> skies;
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < weather.counts.size(); ++i) {
        bars.push_back({"", std::string(v.sky_names[i]), weather.counts[i]});
        if (weather.counts[i] > 0) skies.push_back(said(w, v.skies[i], weather.counts[i]));
    }
    if (weather.n > 0)
        out.description = said(w, v.weather, weather.n, {listed(article_words(language), skies)});
    draw_bars(out, w, v.sky, v.people, bars);
    return out;
}

}  // namespace atelier::report::pictures
