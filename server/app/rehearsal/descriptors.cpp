#include "app/rehearsal/descriptors.hpp"

#include <sys/resource.h>

#include <filesystem>
#include <iterator>

#include "net/limits.hpp"

namespace atelier::app::rehearsal {

std::size_t free_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
    std::error_code unknown;
    const std::filesystem::directory_iterator open("/proc/self/fd", unknown);
    const auto taken =
        unknown ? 0 : static_cast<std::size_t>(std::distance(begin(open), end(open)));
    const auto most = static_cast<std::size_t>(limit.rlim_cur);
    return most > taken ? most - taken : 0;
}

std::size_t places_of(std::size_t free) noexcept {
    const std::size_t left = free > descriptors_kept ? free - descriptors_kept : 0;
    return std::min(left, net::default_limits.connections_max);
}

}  // namespace atelier::app::rehearsal
