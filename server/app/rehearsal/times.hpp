#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "api/rehearsals.hpp"

namespace atelier::app::rehearsal {

/// How long many things took, in classes of 5 %: a million of them cost what one does. A quantile
/// is the upper bound of its class, so it never flatters. One thread at a time.
class Times {
  public:
    void add(std::chrono::microseconds took) noexcept {
        ++counts_[class_of(took)];
        ++total_;
    }
    [[nodiscard]] std::uint64_t count() const noexcept { return total_; }

    /// In ms; 0 when there are none.
    [[nodiscard]] double quantile(double share) const noexcept {
        if (total_ == 0) return 0;
        const auto rank =
            static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(total_)));
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            below += counts_[i];
            if (below >= rank && below > 0) return bound_us(i) / us_per_ms;
        }
        return bound_us(counts_.size() - 1) / us_per_ms;
    }
    [[nodiscard]] api::Percentiles percentiles() const noexcept {
        return {quantile(0.50), quantile(0.95), quantile(0.99)};
    }

  private:
    static constexpr double growth = 1.05;
    static constexpr double us_per_ms = 1'000;
    static constexpr std::size_t classes = 400;  // up to five minutes

    /// The upper bound of a class.
    [[nodiscard]] static double bound_us(std::size_t index) noexcept {
        return std::pow(growth, static_cast<double>(index));
    }
    [[nodiscard]] static std::size_t class_of(std::chrono::microseconds took) noexcept {
        if (took.count() <= 1) return 0;
        static const double log_growth = std::log(growth);
        const double exact = std::log(static_cast<double>(took.count())) / log_growth;
        return std::min(static_cast<std::size_t>(std::ceil(exact)), classes - 1);
    }

    std::array<std::uint64_t, classes> counts_{};
    std::uint64_t total_ = 0;
};

}  // namespace atelier::app::rehearsal
