#include "report/pictures/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_text.hpp"
#include "report/pictures/lettering.hpp"
#include "report/symbols.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double leading = 1.32;
constexpr double title_size = 21, subtitle_size = 14;

/// As short as it can be with one decimal: the same everywhere.
std::string n(double value) {
    std::string out = fmt::format("{:.1f}", value);
    if (out.ends_with(".0")) out.resize(out.size() - 2);
    return out == "-0" ? "0" : out;
}

std::string stroked(const Drawing::Stroke& stroke) {
    if (stroke.colour.empty() || stroke.width <= 0) return {};
    std::string out =
        fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", stroke.colour, n(stroke.width));
    if (!stroke.dashes.empty()) out += fmt::format(" stroke-dasharray=\"{}\"", stroke.dashes);
    return out;
}

/// Characters that XML cannot hold are left out; rule T3 keeps them out of texts already.
std::string xml(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20) plain += c;
    return escape_html(plain);
}

struct Colour {
    std::string_view name, value;
};
constexpr std::array<Colour, 8> colours{{{"teal", "#0f6e66"},
                                         {"amber", "#8a5a00"},
                                         {"violet", "#6b3fb8"},
                                         {"rose", "#b02a5b"},
                                         {"blue", "#1f55b5"},
                                         {"green", "#2f6f1e"},
                                         {"orange", "#b0440c"},
                                         {"slate", "#4d5866"}}};

}  // namespace

std::string_view colour_value(std::string_view name) noexcept {
    const auto found = std::ranges::find(colours, name, &Colour::name);
    return found == colours.end() ? colours.back().value : found->value;
}

void Drawing::rect(Box box, std::string_view fill, double radius, Stroke stroke) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", n(box.x), n(box.y),
                         n(box.width), n(box.height));
    if (radius > 0) body_ += fmt::format(" rx=\"{}\"", n(radius));
    body_ += fmt::format(" fill=\"{}\"{}/>\n", fill, stroked(stroke));
}

void Drawing::hatched(Box box, std::string_view ground, std::string_view lines, int slant) {
    const std::string id =
        fmt::format("{}-{}-{}-{}", name_, ground.substr(1), lines.substr(1), slant + 360);
    if (std::ranges::find(known_patterns_, id) == known_patterns_.end()) {
        known_patterns_.push_back(id);
        patterns_ += fmt::format(
            "<pattern id=\"{}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate({})\"><rect width=\"7\" height=\"7\" fill=\"{}\"/>"
            "<rect width=\"2\" height=\"7\" fill=\"{}\"/></pattern>\n",
            id, slant, ground, lines);
    }
    rect(box, fmt::format("url(#{})", id));
}

void Drawing::line(double x1, double y1, double x2, double y2, Stroke stroke) {
    body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", n(x1), n(y1), n(x2),
                         n(y2), stroked(stroke));
}

void Drawing::circle(double x, double y, double radius, std::string_view fill, Stroke stroke) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>\n", n(x), n(y),
                         n(radius), fill, stroked(stroke));
}

void Drawing::text(double x, double y, std::string_view content, Pen pen) {
    static constexpr std::array<std::string_view, 3> anchors{"", " text-anchor=\"middle\"",
                                                             " text-anchor=\"end\""};
    body_ +=
        fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>\n", n(x),
                    n(y), n(pen.size), pen.colour, anchors[static_cast<std::size_t>(pen.anchor)],
                    pen.bold ? " font-weight=\"700\"" : "", xml(content));
}

double Drawing::lines(double x, double y, const std::vector<std::string>& wrapped, Pen pen) {
    double at = y;
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        at = y + static_cast<double>(i) * pen.size * leading;
        text(x, at, wrapped[i], pen);
    }
    return at;
}

void Drawing::symbol(double x, double y, double radius, std::string_view symbol,
                     std::string_view colour) {
    circle(x, y, radius, colour);
    const double scale = radius * 1.15 / 24;
    body_ += fmt::format(
        "<g transform=\"translate({} {}) scale({:.3f})\"><path d=\"{}\" fill=\"none\" "
        "stroke=\"#ffffff\" stroke-width=\"2.2\" stroke-linecap=\"round\" "
        "stroke-linejoin=\"round\"/></g>\n",
        n(x - 12 * scale), n(y - 12 * scale), scale, symbol_path(symbol));
}

double Drawing::heading(std::string_view title, std::string_view subtitle) {
    const double room = page_width - 2 * margin;
    double y = lines(margin, margin + title_size, wrap(title, title_size * 1.05, room, 2),
                     {title_size, ink::text, true, Anchor::start});
    if (!subtitle.empty())
        y = lines(margin, y + subtitle_size * 1.8, wrap(subtitle, subtitle_size, room, 3),
                  {subtitle_size, ink::soft, false, Anchor::start});
    return y + 26;
}

std::string Drawing::finish(double height, std::string_view language, std::string_view title,
                            std::string_view description) const {
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" role=\"img\" lang=\"{2}\" aria-labelledby=\"{3}-title {3}-desc\" "
        "font-family=\"Atkinson Hyperlegible Next, Atkinson Hyperlegible, Helvetica, Arial, "
        "Liberation Sans, Noto Sans, DejaVu Sans, sans-serif\">\n"
        "<title id=\"{3}-title\">{4}</title>\n<desc id=\"{3}-desc\">{5}</desc>\n",
        n(page_width), n(height), language, name_, xml(title), xml(description));
    if (!patterns_.empty()) out += "<defs>\n" + patterns_ + "</defs>\n";
    out += fmt::format("<rect width=\"{}\" height=\"{}\" rx=\"10\" fill=\"{}\"/>\n", n(page_width),
                       n(height), ink::paper);
    return out + body_ + "</svg>\n";
}

}  // namespace atelier::report::pictures
