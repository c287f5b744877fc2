#pragma once

#include <array>
#include <cstdint>

namespace atelier::simulation {

/// Seeds whose worlds showed a mistake once; each is lived through again every time. What they draw
/// changes with the simulation, so the mistakes that matter have a test of their own as well.
inline constexpr std::array<std::uint64_t, 14> bad_seeds{
    6,    17,  // a new name did not reach those who had read the old one
    13,   16,  // a draining room was opened again by a disk that was mended
    303,  628, 680, 762, 773, 1245, 1300, 1729,  // cut before one's own part, which then never came
    1459,  // the last reaction of all was taken back while its giver was away
    3561,  // a room that was loaded again did not know what its forerunner had refused
};

}  // namespace atelier::simulation
