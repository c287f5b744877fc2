#pragma once

#include <algorithm>

#include "base/clock.hpp"

namespace atelier::room {

/// So many commands a second, with a burst: a bucket that fills with time. Time is an argument.
class Budget {
  public:
    Budget(double per_second, double burst)
        : per_second_(per_second), burst_(burst), left_(burst) {}

    /// Takes one if there is one.
    bool take(base::Millis now) noexcept {
        if (last_ != 0) {
            const auto passed = static_cast<double>(std::max<base::Millis>(now - last_, 0));
            left_ = std::min(burst_, left_ + passed * per_second_ / 1000);
        }
        last_ = now;
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }

    /// When there will be one again.
    [[nodiscard]] base::Millis wait_ms() const noexcept {
        return static_cast<base::Millis>((1 - std::min(left_, 1.0)) * 1000 / per_second_) + 1;
    }

  private:
    double per_second_;
    double burst_;
    double left_;
    base::Millis last_ = 0;
};

}  // namespace atelier::room
