#include "insight/agreement.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace atelier::insight {
namespace {

struct Hidden {
    std::size_t groups = 0;
    std::size_t people = 0;
};

Hidden hidden(const std::vector<std::size_t>& people, const std::vector<bool>& shown) {
    Hidden out;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (shown[i] || people[i] == 0) continue;
        out.groups += 1;
        out.people += people[i];
    }
    return out;
}

}  // namespace

std::optional<double> agreement(const std::vector<GroupVotes>& groups) {
    if (groups.empty()) return std::nullopt;
    // Added up in one order, so that groups given in another make no other rounding.
    std::vector<double> logs;
    for (const auto& [agree, saw] : groups) {
        ATELIER_CHECK(agree <= saw);
        logs.push_back(std::log(static_cast<double>(agree + 1) / static_cast<double>(saw + 2)));
    }
    std::ranges::sort(logs);
    double sum = 0;
    for (const double log : logs) sum += log;
    return std::exp(sum / static_cast<double>(logs.size()));
}

std::vector<bool> shown_groups(const std::vector<std::size_t>& people, std::size_t people_min) {
    std::vector<bool> shown(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        shown[i] = people[i] > 0 && people[i] >= people_min;
    for (Hidden out = hidden(people, shown);
         out.groups == 1 || (out.groups > 0 && out.people < people_min);
         out = hidden(people, shown)) {
        std::size_t smallest = people.size();
        for (std::size_t i = 0; i < people.size(); ++i)
            if (shown[i] && (smallest == people.size() || people[i] < people[smallest]))
                smallest = i;
        if (smallest == people.size()) break;
        shown[smallest] = false;
    }
    return shown;
}

}  // namespace atelier::insight
