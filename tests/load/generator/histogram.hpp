#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace load {

/// Counts of durations in microseconds, in buckets that are at most 1.6 % wide (as HdrHistogram
/// does): any number of values in a fixed 14 KiB. Values past 2^32 µs count as that.
class Histogram {
  public:
    void record(std::int64_t micros) noexcept {
        const auto value = static_cast<std::uint64_t>(std::clamp<std::int64_t>(micros, 0, most));
        ++counts_[place(value)];
        ++total_;
        max_ = std::max(max_, value);
    }

    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
    [[nodiscard]] double max_ms() const noexcept { return static_cast<double>(max_) / 1000; }

    /// The value that the share `q` (0..1) does not pass, in milliseconds; 0 when empty.
    [[nodiscard]] double quantile_ms(double q) const noexcept {
        const auto wanted = static_cast<std::uint64_t>(q * static_cast<double>(total_) + 0.5);
        std::uint64_t passed = 0;
        for (std::size_t at = 0; at < counts_.size(); ++at) {
            passed += counts_[at];
            if (counts_[at] != 0 && passed >= wanted) return static_cast<double>(top(at)) / 1000;
        }
        return 0;
    }

  private:
    static constexpr std::int64_t most = std::int64_t{1} << 32;
    static constexpr std::size_t exact = 128;  // below it, a bucket for each value
    static constexpr std::size_t half = exact / 2;

    static std::size_t place(std::uint64_t value) noexcept {
        if (value < exact) return value;
        const auto shift = static_cast<std::size_t>(std::bit_width(value)) - 7;
        return exact + (shift - 1) * half + (value >> shift) - half;
    }
    static std::uint64_t top(std::size_t place) noexcept {
        if (place < exact) return place;
        const std::size_t shift = (place - exact) / half + 1;
        return ((place - exact) % half + half + 1) << shift;
    }

    std::array<std::uint64_t, exact + 27 * half> counts_{};
    std::uint64_t total_ = 0;
    std::uint64_t max_ = 0;
};

}  // namespace load
