#pragma once

#include <array>
#include <cstdint>

namespace atelier::simulation {

/// Seeds whose worlds showed a mistake once; each is lived through again every time.
inline constexpr std::array<std::uint64_t, 1> bad_seeds{1};

}  // namespace atelier::simulation
