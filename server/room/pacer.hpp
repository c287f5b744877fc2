#pragma once

#include <algorithm>
#include <cstddef>

#include "room/limits.hpp"

namespace atelier::room {

/// How long after the beginning of a round the next one may begin. A round is one frame to every
/// audience, and what it costs is one write to each socket, however much is in it.
///
/// Alone, a change costs one round and may be followed by the next after as long again, so that half
/// of the time is left for reading and deciding. The more changes a round carried, the more would
/// have been saved by waiting: the pause grows with them, to `round_interval_max`. A round that
/// itself takes longer than that is given half as much again, and the server never falls behind.
class Pacer {
  public:
    [[nodiscard]] static constexpr base::Micros interval(base::Micros round,
                                                         std::size_t changes) noexcept {
        const auto factor = static_cast<base::Micros>(std::min(changes, changes_max)) + 1;
        const base::Micros longest = std::max(limits::round_interval_max, round + round / 2);
        return std::min(round * factor, longest);
    }

  private:
    static constexpr std::size_t changes_max = 1'000;  // more would make no difference
};

static_assert(Pacer::interval(0, 5) == 0);
static_assert(Pacer::interval(6'000, 1) == 12'000);

}  // namespace atelier::room
