#pragma once

#include <cstddef>

/// Every bound of a workshop in one place. Units come last in the name.
namespace atelier::domain::limits {

inline constexpr std::size_t idea_graphemes_default = 500;
inline constexpr std::size_t idea_graphemes_max = 2'000;
inline constexpr std::size_t idea_bytes_max = 8 * 1024;
inline constexpr std::size_t name_graphemes_max = 60;
inline constexpr std::size_t name_bytes_max = 512;
inline constexpr std::size_t title_graphemes_max = 200;
inline constexpr std::size_t prompt_graphemes_max = 600;
inline constexpr std::size_t label_graphemes_max = 80;
inline constexpr std::size_t id_bytes_max = 64;

inline constexpr std::size_t ideas_per_person_default = 3;
inline constexpr std::size_t ideas_per_person_max = 50;
inline constexpr std::size_t ideas_per_workshop_max = 5'000;
inline constexpr std::size_t participants_per_workshop_max = 10'000;
inline constexpr std::size_t phases_per_workshop_max = 40;
inline constexpr std::size_t levers_per_board_max = 16;
inline constexpr std::size_t scales_per_board_max = 16;
inline constexpr std::size_t affiliations_max = 30;
inline constexpr std::size_t charter_lines_max = 20;

inline constexpr std::size_t questions_per_person_default = 3;
inline constexpr std::size_t question_graphemes_default = 300;
inline constexpr std::size_t questions_per_workshop_max = 2'000;
inline constexpr std::size_t answer_graphemes_max = 1'000;
inline constexpr std::size_t commitments_per_person_default = 3;
inline constexpr std::size_t commitments_per_workshop_max = 2'000;
inline constexpr std::size_t commitment_graphemes_max = 500;
inline constexpr std::size_t commitment_part_graphemes_max = 200;
inline constexpr std::size_t sentence_graphemes_max = 300;

inline constexpr std::size_t reason_graphemes_max = 500;
inline constexpr std::size_t cards_in_hand_max = 5;

inline constexpr int dots_budget_max = 20;
inline constexpr int phase_minutes_max = 24 * 60;
inline constexpr int extend_minutes_max = 120;
inline constexpr int shorten_minutes_max = 60;

inline constexpr std::size_t boards_per_workshop_max = 10;
inline constexpr std::size_t retired_levers_per_board_max = 64;
inline constexpr std::size_t ideas_per_merge_max = 100;
inline constexpr std::size_t spotlight_ideas_max = 6;
inline constexpr std::size_t comment_graphemes_max = 500;
inline constexpr std::size_t comments_per_idea_max = 50;
inline constexpr std::size_t comments_per_workshop_max = 5'000;
inline constexpr std::size_t private_answer_graphemes_max = 500;
inline constexpr std::size_t leased_ideas_max = 20;

/// A group smaller than this is never shown on its own (see results: affiliations).
inline constexpr std::size_t shown_group_people_min = 5;

static_assert(idea_graphemes_default <= idea_graphemes_max);
static_assert(idea_graphemes_max <= idea_bytes_max);
static_assert(ideas_per_person_default <= ideas_per_person_max);

}  // namespace atelier::domain::limits
