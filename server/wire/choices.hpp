#pragma once

#include "domain/agenda.hpp"
#include "domain/commands.hpp"
#include "domain/votes.hpp"
#include "wire/fields.hpp"

/// The JSON of what people choose and of what it comes to, by method. Pure, thread-safe.
///
///     dots 2 | "useful" | 3 | {"impact":4,"effort":2} | {"answer":"objection","reason":"…"}
namespace atelier::wire {

/// A choice as it was cast.
[[nodiscard]] nlohmann::json encode(const domain::Choice& choice);
[[nodiscard]] nlohmann::json encode(const domain::VoteValue& value);
/// A value whose method is the open phase's to say: a number is dots or a grade.
[[nodiscard]] domain::VoteValue decode_value(const Fields& in, std::string_view key);

/// A choice as the journal keeps it: members of its own for each method.
void put_choice(nlohmann::json& out, const domain::Choice& choice);
[[nodiscard]] domain::Choice decode_choice(const Fields& in);

[[nodiscard]] nlohmann::json encode(const domain::Tally& tally);
[[nodiscard]] domain::Tally decode_tally(const Fields& in);

/// {"from":"published"} | {"from":"phase","phase":…,"top":5} | {"from":"chosen","ideas":[…]}
[[nodiscard]] nlohmann::json encode(const domain::Selection& selection);
[[nodiscard]] domain::Selection decode_selection(const Fields& in);

[[nodiscard]] nlohmann::json ids_json(const std::vector<domain::IdeaId>& ids);
[[nodiscard]] std::vector<domain::IdeaId> decode_ids(const Fields& in, std::string_view key);

}  // namespace atelier::wire
