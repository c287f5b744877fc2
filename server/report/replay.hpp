#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "domain/events.hpp"

/// A workshop's published life as a timeline: what the page /replay plays. Pure and thread-safe; the
/// same arguments give the same bytes. Costs a fold of the journal.
///
/// Rules:
///   RP1  what the summary does not quote at the end (hidden, withdrawn, waiting, private, erased, or
///        grouped behind one of these) is nowhere in it, neither as text nor as id
///   RP2  a text is the last one from its first moment on; that something was hidden for a while, or
///        said otherwise before, is not told
///   RP3  no name and no id of a participant, no affiliation, nobody's own choice
///   RP4  the counts of a vote are there only if they are shown at the end (D6), from the moment they
///        were first shown; before that, and of all others, only how many took part
///   RP5  moments are in the order of time, and all of them folded give the summary's state: the same
///        ideas in the same places and groups
///   RP6  of numbers of people, of places and of groups, each has one moment a second at most; past
///        `replay_moments_max` moments it is one in two seconds, in four, and so on. What was
///        published, opened, closed or shown is never left out
///   RP7  where a crowd puts a card is told when its step is closed, not while people choose
namespace atelier::report {

inline constexpr std::size_t replay_moments_max = 20'000;

/// `end`: the workshop as it may be shown now; `events`: what it became that by, in order.
///
///     auto json = replay_json(workshop, events);   // http.replay.response.schema.json
[[nodiscard]] nlohmann::json replay_json(const domain::Workshop& end,
                                         std::span<const domain::Recorded> events,
                                         std::size_t moments_max = replay_moments_max);

}  // namespace atelier::report
