#pragma once

#include <algorithm>
#include <cstddef>

namespace atelier::app::rehearsal {

/// For what is neither a person nor a bot: files, polls, people who come meanwhile.
inline constexpr std::size_t descriptors_kept = 64;

/// How many more this process may open now.
[[nodiscard]] std::size_t free_descriptors();

/// A bot has two: its end of the line and the server's.
[[nodiscard]] constexpr std::size_t people_that_fit(std::size_t free) noexcept {
    return free <= descriptors_kept ? 0 : (free - descriptors_kept) / 2;
}

/// Connections that the server could have of people who are elsewhere.
[[nodiscard]] std::size_t places_of(std::size_t free) noexcept;

}  // namespace atelier::app::rehearsal
