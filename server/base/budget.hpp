#pragma once

#include <algorithm>

#include "base/clock.hpp"

namespace atelier::base {

/// So much a second, with a burst: a bucket that fills with time. Time is an argument, and any clock
/// will do that counts milliseconds. One thread at a time.
class Budget {
  public:
    Budget(double per_second, double burst)
        : per_second_(per_second), burst_(burst), left_(burst) {}

    /// Takes one if there is one.
    bool take(Millis now) noexcept {
        fill(now);
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }
    /// Takes so much in any case, into debt if need be, but never deeper than that.
    void spend(Millis now, double cost, double debt_max) noexcept {
        fill(now);
        left_ = std::max(left_ - cost, -debt_max);
    }

    /// When there will be `wanted` again; 0: there is.
    [[nodiscard]] Millis wait_ms(double wanted = 1) const noexcept {
        if (left_ >= wanted) return 0;
        return static_cast<Millis>((wanted - left_) * 1000 / per_second_) + 1;
    }
    [[nodiscard]] Millis wait_ms(Millis now, double wanted) noexcept {
        fill(now);
        return wait_ms(wanted);
    }

    /// Nothing is owed and nothing was spent.
    [[nodiscard]] bool full(Millis now) noexcept {
        fill(now);
        return left_ >= burst_;
    }

  private:
    void fill(Millis now) noexcept {
        if (last_ != 0) {
            const auto passed = static_cast<double>(std::max<Millis>(now - last_, 0));
            left_ = std::min(burst_, left_ + passed * per_second_ / 1000);
        }
        last_ = now;
    }

    double per_second_;
    double burst_;
    double left_;
    Millis last_ = 0;
};

}  // namespace atelier::base
