#include "api/attempts.hpp"

namespace atelier::api {
namespace {

constexpr base::Millis window_ms = 10 * 60 * 1000;
constexpr int address_failures_max = 300;
constexpr int server_failures_max = 20'000;
constexpr std::size_t addresses_max = 50'000;

}  // namespace

bool Attempts::over(Count& count, int max, base::Millis now) {
    if (now - count.since > window_ms) count = {now, 0};
    return count.failures >= max;
}

bool Attempts::exhausted(const std::string& address, base::Millis now) {
    if (over(all_, server_failures_max, now)) return true;
    const auto found = by_address_.find(address);
    return found != by_address_.end() && over(found->second, address_failures_max, now);
}

void Attempts::failed(const std::string& address, base::Millis now) {
    over(all_, server_failures_max, now);
    ++all_.failures;
    if (by_address_.size() >= addresses_max)
        std::erase_if(by_address_, [&](const auto& e) { return now - e.second.since > window_ms; });
    Count& count = by_address_[address];
    over(count, address_failures_max, now);
    ++count.failures;
}

}  // namespace atelier::api
