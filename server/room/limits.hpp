#pragma once

#include <cstddef>

#include "base/clock.hpp"

namespace atelier::room::limits {

inline constexpr std::size_t mailbox_commands_max = 4'096;
inline constexpr std::size_t remembered_refusals_max = 4'096;
/// How far back a client may be and still be brought up to date by deltas.
inline constexpr std::size_t recent_events_max = 4'096;
inline constexpr std::size_t recent_events_on_load = recent_events_max;

inline constexpr double participant_commands_per_second = 10;
inline constexpr double participant_burst_commands = 30;
inline constexpr double facilitator_commands_per_second = 100;
inline constexpr double facilitator_burst_commands = 1'000;

/// What one may have decided before the others have their turn.
inline constexpr std::size_t participant_commands_per_round = 2;
inline constexpr std::size_t facilitator_commands_per_round = 64;

inline constexpr base::Millis busy_retry_ms = 500;
inline constexpr base::Millis read_only_retry_ms = 2'000;
inline constexpr base::Millis draining_retry_ms = 1'000;

/// A busy room lets no more pass between two rounds, as long as they can be written in time.
inline constexpr base::Micros round_pause_max = 25'000;

/// After a restart people come back over so much time for every thousand of them.
inline constexpr base::Millis return_ms_per_thousand = 1'000;
inline constexpr base::Millis return_ms_min = 1'000;
inline constexpr base::Millis return_ms_max = 20'000;

}  // namespace atelier::room::limits
