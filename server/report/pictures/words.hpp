#pragma once

#include <array>
#include <string_view>

#include "report/words.hpp"

/// The words of the pictures, in the workshop's language. `{}` as in report/words.hpp. Constant.
namespace atelier::report::pictures {

struct PictureWords {
    std::string_view board;       ///< title, where a board has none
    std::string_view board_desc;  ///< {} ideas with their number, {} levers with their number
    std::string_view lever_desc;  ///< {} lever, {} ideas with their number
    std::string_view leading;     ///< {} idea: the one in front
    std::string_view more;        ///< {} number: further ideas
    std::string_view lever, idea, scale, ideas, tray, dots, variants;
    Plural levers;
    std::string_view matrix_desc;  ///< {} caption, {} fullest cell's text
    std::string_view fullest;      ///< {} row, {} column, {} number
    std::string_view no_cell;      ///< nothing anywhere
    std::string_view kept_back;    ///< a cell that is not told
    std::string_view kept_note;
    std::string_view empty_note;  ///< what a hatched cell is
    std::string_view crossing;    ///< title: scales by affiliations
    std::string_view
        ranking_desc;  ///< {} title, {} number of ideas, {} leading idea, {} its result
    std::string_view nothing_cast;  ///< {} title
    std::string_view shown_of;      ///< {} shown, {} all
    std::string_view useful_axis, interval, judged, share;
    std::string_view median;  ///< mark at the half
    std::string_view impact, effort, number_head, impact_title;
    std::array<std::string_view, 4> corners;  ///< as insight::Quadrant
    std::string_view agreement, agreement_axis, contested, placed, people;
    std::string_view agreement_desc;   ///< {} ideas, {} contested
    std::string_view roti, roti_desc;  ///< {} answers, {} mean
    std::array<std::string_view, 5> rotis;
    std::string_view score, answers;
    std::string_view participation_desc;   ///< {} from, {} to, {} busiest time
    std::string_view across, across_axis;  ///< title: {} vote
    std::string_view across_desc, across_unites, across_divides;  ///< {} ideas; {} idea
    std::string_view rank, result;
};

[[nodiscard]] const PictureWords& picture_words(std::string_view language) noexcept;

}  // namespace atelier::report::pictures
