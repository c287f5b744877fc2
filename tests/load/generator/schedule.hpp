#pragma once

#include <cstddef>

#include "generator/clock.hpp"

namespace load {

/// When each message is due: fixed before the first leaves, whatever the server does (open loop).
struct Schedule {
    Nanos start = 0;
    double per_second = 1;
    std::size_t count = 0;

    [[nodiscard]] Nanos due(std::size_t message) const noexcept {
        return start + static_cast<Nanos>(static_cast<double>(message) * 1e9 / per_second);
    }
    [[nodiscard]] Nanos end() const noexcept { return due(count); }
};

/// Connections stand in groups (workshops) in turn; a message belongs to one group and is sent by
/// one of its connections, another each time. `extra` connections come after them: they send
/// nothing, and leave and come back.
struct Groups {
    std::size_t connections = 1;
    std::size_t groups = 1;
    std::size_t extra = 0;

    [[nodiscard]] std::size_t all() const noexcept { return connections + extra; }

    [[nodiscard]] std::size_t of_link(std::size_t link) const noexcept { return link % groups; }
    [[nodiscard]] std::size_t of_message(std::size_t message) const noexcept {
        return message % groups;
    }
    [[nodiscard]] std::size_t size(std::size_t group) const noexcept {
        return connections / groups + (group < connections % groups ? 1 : 0);
    }
    [[nodiscard]] std::size_t sender(std::size_t message) const noexcept {
        const std::size_t group = of_message(message);
        // A step without a divisor in common with the size would visit all; a prime nearly always is.
        return group + groups * ((message / groups * 7919) % size(group));
    }
};

}  // namespace load
