#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The pen of all pictures: SVG by presentation attributes alone, so that it may stand in a page
/// whose policy allows no inline style, in a slide, or in a document. Everything is drawn on a light
/// card of its own and reads alike on a dark page, on paper and in greyscale. One thread at a time.
namespace atelier::report::pictures {

namespace ink {
inline constexpr std::string_view paper = "#fcfbf8", text = "#1d1c1a", soft = "#5a5750",
                                  line = "#dcd8cf", wash = "#f3f0e9", accent = "#0b5f58",
                                  white = "#ffffff", wine = "#8c3a1f";
/// From a light to a full tint of the accent.
inline constexpr std::array<std::string_view, 5> heat{"#ffffff", "#e1efec", "#b9dad4", "#7fbcb3",
                                                      "#0b5f58"};
}  // namespace ink

/// Of a lever; slate for a name that is not in the closed list.
[[nodiscard]] std::string_view colour_value(std::string_view name) noexcept;

inline constexpr double page_width = 760;
inline constexpr double margin = 28;

enum class Anchor { start, middle, end };

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};
struct Stroke {
    std::string_view colour = ink::line;
    double width = 1;
    std::string_view dashes = {};
};
struct Pen {
    double size = 15;
    std::string_view colour = ink::text;
    bool bold = false;
    Anchor anchor = Anchor::start;
};

class Drawing {
  public:
    /// `name` goes in front of every id, so that several pictures can stand in one page.
    explicit Drawing(std::string_view name) : name_(name) {}

    using Box = pictures::Box;
    using Stroke = pictures::Stroke;
    using Pen = pictures::Pen;

    void rect(Box box, std::string_view fill, double radius = 0, Stroke stroke = {{}, 0, {}});
    /// Filled with lines of that slant over a ground: told apart without colour.
    void hatched(Box box, std::string_view ground, std::string_view lines, int slant);
    void line(double x1, double y1, double x2, double y2, Stroke stroke = {});
    void circle(double x, double y, double radius, std::string_view fill,
                Stroke stroke = {{}, 0, {}});
    /// `y` is the base line.
    void text(double x, double y, std::string_view content, Pen pen = {});
    /// Lines of it below each other, the first with its base line at y; the base line of the last.
    double lines(double x, double y, const std::vector<std::string>& wrapped, Pen pen = {});
    /// A lever's symbol in a disc.
    void symbol(double x, double y, double radius, std::string_view symbol,
                std::string_view colour);

    /// The heading over the picture; the y below it.
    double heading(std::string_view title, std::string_view subtitle = {});

    /// The whole picture. `title` and `description` are its alternative text.
    [[nodiscard]] std::string finish(double height, std::string_view language,
                                     std::string_view title, std::string_view description) const;

  private:
    std::string name_;
    std::string patterns_, body_;
    std::vector<std::string> known_patterns_;
};

}  // namespace atelier::report::pictures
