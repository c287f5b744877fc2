#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace atelier::room {

/// What rooms have done since the start, for the operator. Written on the rooms' thread only.
struct Counters {
    /// Upper bounds of the classes of `commands_per_batch`, the last class being "more".
    static constexpr std::array<std::size_t, 7> batch_bounds{1, 2, 4, 16, 64, 256, 1'024};

    std::uint64_t commands = 0;  ///< decided
    std::array<std::uint64_t, batch_bounds.size() + 1> commands_per_batch{};
    std::uint64_t batched_commands = 0;
    std::uint64_t resumed = 0, welcomed = 0;
    std::map<std::string, std::uint64_t> refused;  ///< by code: a closed list

    void count_batch(std::size_t size) noexcept {
        std::size_t place = 0;
        while (place < batch_bounds.size() && size > batch_bounds[place]) ++place;
        ++commands_per_batch[place];
        batched_commands += size;
    }
};

}  // namespace atelier::room
