#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "report/article.hpp"
#include "report/pictures/picture.hpp"
#include "report/summary.hpp"

/// Every picture of a workshop as SVG. Pure and thread-safe; the same arguments give the same bytes.
///
/// Rules on top of the summary's:
///   PI1  every picture has alternative text in the workshop's language and the table behind it;
///        the table has all there is, the picture what can be read
///   PI2  nothing is told by colour alone: labels, patterns and figures stand beside it
///   PI3  whatever people wrote fits its place: it is broken into lines or ends in an ellipsis
///   PI4  a picture holds no script, no style and no address, and its ids are its own
namespace atelier::report::pictures {

/// What belongs into a slot of the article; nothing where there is nothing to draw.
[[nodiscard]] std::optional<Picture> picture_for(const Summary& summary, const Slot& slot);

/// Those of all slots, in the order of the article, and how far a crowd agreed on each board.
[[nodiscard]] std::vector<Picture> pictures_of(const Summary& summary);

/// Columns of levers, with the leading ideas on cards.
[[nodiscard]] Picture draw_board(const Summary& summary, const BoardSummary& board);
/// Levers by scales; an empty cell is hatched.
[[nodiscard]] Picture draw_matrix(const Summary& summary, const BoardSummary& board);

/// Rows by columns of counts; no value: it may not be told (rule R8).
struct Crossing {
    std::string name, title;  ///< name as Picture's
    std::string row_head;
    std::vector<std::string> rows, columns;
    std::vector<std::vector<std::optional<std::size_t>>> cells;
};
[[nodiscard]] Picture draw_crossing(std::string_view language, const Crossing& crossing);

/// By its method: dots as bars, useful as shares with intervals, grades as divided bars, scores as
/// points on impact by effort, consent as divided bars.
[[nodiscard]] Picture draw_vote(const Summary& summary, const VoteSummary& vote);

/// One idea that a crowd has sorted.
struct Sorted {
    std::string idea, lever;  ///< lever: where most put it; empty: a tie, or the tray
    std::size_t most = 0, people = 0;
    bool contested = false;
};
[[nodiscard]] Picture draw_agreement(std::string_view language, const std::vector<Sorted>& sorted,
                                     std::string_view name = "agreement");

/// How many gave 1, 2, … 5.
[[nodiscard]] Picture draw_roti(std::string_view language, const std::array<std::size_t, 5>& counts,
                                std::string_view name = "roti");

/// In the order of domain::Weather.
[[nodiscard]] Picture draw_weather(std::string_view language, const WeatherSummary& weather,
                                   std::string_view name = "weather");

/// The share of each group that is for an idea, each idea on a line of its own.
[[nodiscard]] Picture draw_across(const Summary& summary, const Across& across);

/// Bars over time: ideas, and votes where they are known.
[[nodiscard]] Picture draw_participation(std::string_view language,
                                         const std::vector<Slice>& slices, bool votes_timed);

}  // namespace atelier::report::pictures
