#pragma once

#include <chrono>
#include <cstdint>

namespace load {

/// Nanoseconds of the steady clock.
using Nanos = std::int64_t;

inline constexpr Nanos millisecond = 1'000'000;
inline constexpr Nanos second = 1'000 * millisecond;

inline Nanos now() noexcept {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace load
