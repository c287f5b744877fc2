#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace atelier::domain {

/// Why something was not done. Rule W8: the text of a code is part of the protocol and never
/// changes; the words people read are in the clients' catalogues.
enum class Code {
    malformed_json,
    invalid_utf8,
    too_deep,
    too_large,
    unknown_type,
    unknown_command,
    bad_command_id,
    bad_arguments,
    not_allowed,
    hello_first,
    wrong_phase,
    no_such_idea,
    no_such_phase,
    no_such_lever,
    no_such_scale,
    no_such_board,
    empty_text,
    text_too_long,
    control_characters,
    ideas_spent,
    idea_not_published,
    idea_hidden,
    not_yours,
    votes_spent,
    too_many_on_idea,
    phase_not_planned,
    phase_not_closed,
    phase_not_open,
    already_revealed,
    workshop_closed,
    already_hidden,
    already_published,
    already_withdrawn,
    bad_reason,
    unknown_affiliation,
    name_too_long,
    too_many_ideas,
    too_many_people,
    time_out_of_range,
    busy,
    read_only,
    draining,
    rate_limited,
    // boards, groups, moderation
    already_grouped,
    bad_group,
    not_grouped,
    too_many_levers,
    too_many_boards,
    not_settled,
    no_such_participant,
    muted,
    removed,
    posts_stopped,
    comments_off,
    no_such_comment,
    too_many_comments,
    leased,
    // votes and agenda
    shortlist_tied,
    not_revealed,
    idea_not_in_vote,
    not_in_hand,
    no_cards_left,
    too_many_phases,
    // questions and commitments
    no_such_question,
    questions_spent,
    own_question,
    no_such_commitment,
    commitments_spent,
    // reactions
    reactions_off,
    own_idea,
    // erasure
    erased,
    workshop_open
};

[[nodiscard]] std::string_view text(Code code) noexcept;

/// A refusal explains itself with data: {"max", 500}, {"field", "text"}.
struct Refusal {
    using Value = std::variant<std::int64_t, std::string, std::vector<std::string>>;
    Code code;
    std::vector<std::pair<std::string_view, Value>> data = {};
};

template <class T>
using Decided = base::Result<T, Refusal>;

}  // namespace atelier::domain
