#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "api/rehearsals.hpp"

/// What a rehearsal says of what the server can hold. Pure, thread-safe.
///
/// CPU: a person is mostly copies to write, and a copy costs a socket write, whatever is in it. A
/// busy room gathers changes into at most some 40 rounds a second (room/pacer.hpp), so beyond that
/// the cost grows in proportion to the people; below, more people also mean more rounds, and the
/// estimate from a small rehearsal is too good. 0.7 of the cores leaves room for what nobody
/// rehearsed: arrivals all at once, exports, the machine's other work; beyond it, queues grow
/// faster than load (M/M/1: a wait of 0.7 / 0.3 of the service time).
///
///     holds = people x 0.7 / share of the cores
///
/// Latency: 300 ms at p99 from sending to being read is where people notice that others lag (the
/// limit that this server sets itself for 10,000 people). Past it, in proportion, fewer.
/// Descriptors: a person is one; the server takes no more connections than net's limit.
namespace atelier::app::rehearsal {

inline constexpr double cpu_share_max = 0.7;
inline constexpr double p99_ms_max = 300;

struct Measured {
    std::size_t people = 0;  ///< who were really there
    double cpu_share = 0;    ///< of all cores, 0..1
    double p99_ms = 0;       ///< from sending to being read by others
    std::size_t places = 0;  ///< connections that the server could have at all
};

using Limit = api::RehearsalStatus::Limit;

struct Verdict {
    std::size_t holds = 0;
    Limit limit = Limit::cpu;
};

/// 1234 is 1200: an estimate has no more to say.
[[nodiscard]] inline std::size_t two_digits_down(double value) noexcept {
    constexpr double noise =
        1e-9;  // 500 x 0.7 / 0.14 is 2500, whatever binary fractions make of it
    value += value * noise;
    if (!(value >= 1)) return 0;
    std::size_t unit = 1;
    while (value / static_cast<double>(unit) >= 100) unit *= 10;
    return static_cast<std::size_t>(value / static_cast<double>(unit)) * unit;
}

[[nodiscard]] inline Verdict verdict(const Measured& measured) noexcept {
    constexpr double least_share = 0.001;  // less cannot be told from nothing
    const auto people = static_cast<double>(measured.people);
    double holds = people * cpu_share_max / std::max(measured.cpu_share, least_share);
    Limit limit = Limit::cpu;
    if (measured.p99_ms > p99_ms_max) {
        const double in_time = people * p99_ms_max / measured.p99_ms;
        if (in_time < holds) {
            holds = in_time;
            limit = Limit::latency;
        }
    }
    if (static_cast<double>(measured.places) < holds) {
        holds = static_cast<double>(measured.places);
        limit = Limit::descriptors;
    }
    return {two_digits_down(holds), limit};
}

}  // namespace atelier::app::rehearsal
