#include "api/pace.hpp"

#include <algorithm>

namespace atelier::api {
namespace {

constexpr double units_per_second = 20;
constexpr double units_burst = 40;
constexpr base::Millis wait_max = 3'000;
constexpr double debt_max = wait_max * units_per_second / 1'000;

}  // namespace

std::optional<base::Millis> Pace::wait(const std::string& token, double cost, base::Millis now) {
    if (budgets_.size() >= crowded_from_) forget_rested(now);
    base::Budget& budget = budgets_.try_emplace(token, units_per_second, units_burst).first->second;
    const base::Millis wait = budget.wait_ms(now, cost);
    if (wait > wait_max) return std::nullopt;
    budget.spend(now, cost, debt_max);
    return wait;
}

/// Who has a full budget again is as good as new. Looked at when there are twice as many as were left.
void Pace::forget_rested(base::Millis now) {
    for (auto at = budgets_.begin(); at != budgets_.end();)
        at = at->second.full(now) ? budgets_.erase(at) : std::next(at);
    crowded_from_ = std::max<std::size_t>(1'024, 2 * budgets_.size());
}

}  // namespace atelier::api
