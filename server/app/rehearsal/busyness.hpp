#pragma once

#include <chrono>
#include <deque>

namespace atelier::app::rehearsal {

/// How busy this process and the calling thread are: CPU time over elapsed time. One thread at a
/// time, always the same: it is the one that is told from the others.
///
/// What the kernel does for a write on the loopback, the receiving side included, is counted to who
/// writes: so the server's share is a little too high, never too low.
class Busyness {
  public:
    using Clock = std::chrono::steady_clock;

    Busyness();
    /// From here on.
    void begin();
    /// Call it a few times a second.
    void sample();

    /// Of all cores, 0..1, the process without this thread, in the busiest `window`.
    [[nodiscard]] double others_share() const noexcept { return others_; }
    /// Of one core, this thread, in its busiest window.
    [[nodiscard]] double own_share() const noexcept { return own_; }
    /// Whether there has been enough time to say so.
    [[nodiscard]] bool measured() const noexcept { return measured_; }

  private:
    struct Moment {
        Clock::time_point at;
        double process_s = 0, thread_s = 0;
    };
    [[nodiscard]] static Moment now();

    double cores_;
    std::deque<Moment> moments_;
    double others_ = 0, own_ = 0;
    bool measured_ = false;
};

}  // namespace atelier::app::rehearsal
