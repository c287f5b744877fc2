#include "app/log.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

namespace atelier::app {

void log_line(std::string_view words) {
    std::string line(words);
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 0x20; }, ' ');
    fmt::print(stderr, "{:%Y-%m-%dT%H:%M:%SZ} {}\n", fmt::gmtime(std::time(nullptr)), line);
}

}  // namespace atelier::app
