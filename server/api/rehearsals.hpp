#pragma once

#include <optional>
#include <string_view>

#include "api/services.hpp"

/// A rehearsal: simulated people in a throw-away copy of a workshop, and what the server made of
/// them. The routes are in rehearsal.cpp; app does it. All on the reactor's thread.
namespace atelier::api {

inline constexpr std::size_t rehearsal_people_max = 2'000;
inline constexpr int rehearsal_seconds_min = 10;
inline constexpr int rehearsal_seconds_max = 300;

/// A throw-away workshop's id says so (RH1, RH2): other ids have no dash. So whoever starts after a
/// crash, or restores a backup made meanwhile, knows what to erase without any other note.
inline constexpr std::string_view throw_away_prefix = "rehearsal-";
[[nodiscard]] inline bool is_throw_away(const domain::WorkshopId& workshop) noexcept {
    return workshop.text.starts_with(throw_away_prefix);
}

struct RehearsalWish {
    std::size_t participants = 0;
    int seconds = 0;
};

/// Milliseconds that so many in a hundred did not exceed.
struct Percentiles {
    double p50 = 0, p95 = 0, p99 = 0;
};

struct RehearsalStatus {
    enum class State { running, done, stopped, failed };
    enum class Limit { cpu, latency, descriptors };

    State state = State::running;
    std::size_t participants = 0;  ///< asked for
    std::size_t joined = 0;        ///< of them here now, or at the end
    int seconds = 0;               ///< asked for
    int elapsed_s = 0;
    std::size_t ideas = 0;    ///< acknowledged
    std::size_t votes = 0;    ///< acknowledged
    Percentiles ack_ms;       ///< from sending to acknowledged: on disk
    Percentiles seen_ms;      ///< from sending to the change being read by others
    std::size_t missing = 0;  ///< what someone should have read or been answered and was not
    double cpu_share = 0;     ///< of all cores, 0..1, in the busiest seconds; without the bots
    double bots_share = 0;    ///< of one core: what the bots' own thread took
    std::optional<std::size_t> holds;  ///< absent until everyone is in and something was measured
    std::optional<Limit> limit;        ///< what ends first; with `holds`
};

class Rehearsals {
  public:
    virtual ~Rehearsals() = default;

    /// 404 no_such_workshop, 409 rehearsal_running, 400 bad_request (more people than descriptors),
    /// 503 draining or read_only. Otherwise it goes on by itself and ends by itself.
    virtual Task<base::Result<RehearsalStatus, Problem>> begin(domain::WorkshopId workshop,
                                                               RehearsalWish wish) = 0;
    /// Of the server's last rehearsal, if it was of that workshop.
    [[nodiscard]] virtual std::optional<RehearsalStatus> status(
        const domain::WorkshopId& workshop) const = 0;
    /// Ends it, and waits until nothing is left of it.
    virtual Task<std::optional<RehearsalStatus>> stop(domain::WorkshopId workshop) = 0;
};

}  // namespace atelier::api
