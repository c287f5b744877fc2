#pragma once

namespace atelier::base {

/// Thrown by ATELIER_CHECK, so that the host of a room can close that room alone.
struct BrokenInvariant {
    const char* condition;
    const char* file;
    int line;
};

}  // namespace atelier::base

/// An invariant of our own code: stays on in production. Never for anything that comes from
/// outside.
#define ATELIER_CHECK(condition)                                                    \
    do {                                                                            \
        if (!(condition)) [[unlikely]]                                              \
            throw ::atelier::base::BrokenInvariant{#condition, __FILE__, __LINE__}; \
    } while (false)
