#pragma once

#include <functional>
#include <span>

#include "report/pictures/drawing.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"

/// What the pictures of ranked ideas share: a row for each idea, its words on the left, and on the
/// right whatever the method draws. Used within this folder. Pure.
namespace atelier::report::pictures {

struct RankRow {
    std::string rank, text;
    domain::Tally tally;
};

struct Lane {
    double x = 0, width = 0;     ///< where the method may draw
    double top = 0, middle = 0;  ///< of the row
};

inline constexpr std::size_t rows_max = 15;
inline constexpr double lane_x = 372;
inline constexpr double lane_width = page_width - margin - lane_x;
inline constexpr double bar_height = 22;
inline constexpr double bar_and_words = 40;  ///< a bar with a line of words below it

/// Draws the rows from y on; the y below them. `draw` is called for each row and has at least so much
/// height.
double draw_rows(Drawing& drawing, std::span<const RankRow> rows, double y,
                 const std::function<void(const RankRow&, const Lane&)>& draw,
                 double least = bar_height);

/// A square of the bar's own drawing and its name, one behind the other, broken into lines.
struct Key {
    std::string name;
    std::function<void(Drawing&, Drawing::Box)> draw;
};
double draw_keys(Drawing& drawing, std::span<const Key> keys, double y);

/// One part of a divided bar.
struct Part {
    std::size_t n = 0;
    std::function<void(Drawing&, Drawing::Box)> draw;
    std::string_view label_colour;
};
/// The parts one after the other over the whole lane, with their numbers where there is room.
void draw_divided(Drawing& drawing, const Words& words, std::span<const Part> parts,
                  const Lane& lane);

/// The vote's rows, of whatever method.
[[nodiscard]] std::vector<RankRow> rank_rows(const Words& words, const VoteSummary& vote);

void draw_useful(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y);
void draw_dots(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y);
void draw_grades(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y);
void draw_consent(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y);
void draw_scores(Drawing& drawing, const Words& words, std::span<const RankRow> rows, double& y);

}  // namespace atelier::report::pictures
