#pragma once

#include <algorithm>
#include <cstddef>

#include "room/limits.hpp"

namespace atelier::room {

/// How long after the end of a round the next one may begin. A round is one frame to every audience,
/// and what it costs is one write to each socket, however much is in it.
///
/// Alone, a change costs one round and may be followed by the next after half as long again, so that
/// a third of the time is left for reading and deciding. The more changes a round carried, the more
/// would have been saved by waiting: the pause grows with their square, which settles quickly either
/// at one change a round or at `round_pause_max`. A round that itself takes much longer than that is
/// followed by half as much again, and the server never falls behind.
class Pacer {
  public:
    [[nodiscard]] static constexpr base::Micros pause(base::Micros round,
                                                      std::size_t changes) noexcept {
        const auto gathered = static_cast<base::Micros>(std::clamp(changes, one, changes_max));
        return std::min(round * gathered * gathered / 2,
                        std::max(limits::round_pause_max, round / 2));
    }

  private:
    static constexpr std::size_t one = 1;  // a round without a change was one all the same
    static constexpr std::size_t changes_max = 1'000;  // more would make no difference
};

static_assert(Pacer::pause(0, 5) == 0);
static_assert(Pacer::pause(6'000, 1) == 3'000);

}  // namespace atelier::room
