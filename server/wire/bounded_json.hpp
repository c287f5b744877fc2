#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "domain/refusal.hpp"

namespace atelier::wire {

inline constexpr std::size_t client_json_depth_max = 8;
inline constexpr std::size_t template_json_depth_max = 16;

/// JSON from outside. Refuses invalid_utf8, too_deep (before anything is built, so that no hostile
/// nesting ever becomes a tree) and malformed_json. The caller has bounded the size. Thread-safe.
[[nodiscard]] domain::Decided<nlohmann::json> parse_bounded(std::string_view text,
                                                            std::size_t depth_max);

}  // namespace atelier::wire
