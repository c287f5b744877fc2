// blamed: domain has no clock, chance, thread, socket or file: chrono
// blamed: domain is told the time and given its names: now_ms
#include <chrono>

#include "base/clock.hpp"

inline auto today() { return atelier::base::now_ms() / 86'400'000; }  // now_ms in a remark is fine
