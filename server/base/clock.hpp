#pragma once

#include <chrono>
#include <cstdint>

namespace atelier::base {

/// Milliseconds since the Unix epoch, UTC: the only time the domain, the journal and the wire know.
using Millis = std::int64_t;
/// A length of time in microseconds, for what is measured.
using Micros = std::int64_t;

inline Millis now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace atelier::base
