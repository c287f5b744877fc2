#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace atelier::app {

/// What the live engine has done since the start. `copies`, `dropped` and `resynced` are written on
/// every thread, the rest at home.
struct LiveStats {
    /// Upper bounds of the classes of `round_counts`, in microseconds, the last class being "more".
    static constexpr std::array<std::int64_t, 9> round_bounds_us{
        100, 500, 2'000, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000};

    std::atomic<std::uint64_t> copies = 0;    ///< frames given to a connection
    std::atomic<std::uint64_t> dropped = 0;   ///< times a slow reader lost its deltas
    std::atomic<std::uint64_t> resynced = 0;  ///< times one had caught up
    std::array<std::uint64_t, round_bounds_us.size() + 1> round_counts{};
    std::int64_t round_sum_us = 0;

    void count_round(std::chrono::microseconds took) noexcept {
        std::size_t place = 0;
        while (place < round_bounds_us.size() && took.count() > round_bounds_us[place]) ++place;
        ++round_counts[place];
        round_sum_us += took.count();
    }
};

}  // namespace atelier::app
