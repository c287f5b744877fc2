#pragma once

#include <span>
#include <string_view>

namespace atelier::app::rehearsal {

/// What simulated people write, in the workshop's language ("fr", else English).
[[nodiscard]] std::span<const std::string_view> sentences(std::string_view language) noexcept;

}  // namespace atelier::app::rehearsal
