#include "domain/refusal.hpp"

#include <array>

namespace atelier::domain {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 68> texts{"malformed_json",
                                                 "invalid_utf8",
                                                 "too_deep",
                                                 "too_large",
                                                 "unknown_type",
                                                 "unknown_command",
                                                 "bad_command_id",
                                                 "bad_arguments",
                                                 "not_allowed",
                                                 "hello_first",
                                                 "wrong_phase",
                                                 "no_such_idea",
                                                 "no_such_phase",
                                                 "no_such_lever",
                                                 "no_such_scale",
                                                 "no_such_board",
                                                 "empty_text",
                                                 "text_too_long",
                                                 "control_characters",
                                                 "ideas_spent",
                                                 "idea_not_published",
                                                 "idea_hidden",
                                                 "not_yours",
                                                 "votes_spent",
                                                 "too_many_on_idea",
                                                 "phase_not_planned",
                                                 "phase_not_closed",
                                                 "phase_not_open",
                                                 "already_revealed",
                                                 "workshop_closed",
                                                 "already_hidden",
                                                 "already_published",
                                                 "already_withdrawn",
                                                 "bad_reason",
                                                 "unknown_affiliation",
                                                 "name_too_long",
                                                 "too_many_ideas",
                                                 "too_many_people",
                                                 "time_out_of_range",
                                                 "busy",
                                                 "read_only",
                                                 "draining",
                                                 "rate_limited",
                                                 "already_grouped",
                                                 "bad_group",
                                                 "not_grouped",
                                                 "too_many_levers",
                                                 "too_many_boards",
                                                 "not_settled",
                                                 "no_such_participant",
                                                 "muted",
                                                 "removed",
                                                 "posts_stopped",
                                                 "comments_off",
                                                 "no_such_comment",
                                                 "too_many_comments",
                                                 "leased",
                                                 "shortlist_tied",
                                                 "not_revealed",
                                                 "idea_not_in_vote",
                                                 "not_in_hand",
                                                 "no_cards_left",
                                                 "too_many_phases",
                                                 "no_such_question",
                                                 "questions_spent",
                                                 "own_question",
                                                 "no_such_commitment",
                                                 "commitments_spent"};
static_assert(texts.size() == static_cast<std::size_t>(Code::commitments_spent) + 1);

}  // namespace

std::string_view text(Code code) noexcept { return texts[static_cast<std::size_t>(code)]; }

}  // namespace atelier::domain
