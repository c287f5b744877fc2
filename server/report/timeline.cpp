#include "report/timeline.hpp"

#include <variant>

namespace atelier::report {

void Timeline::tell(const domain::Recorded& event) {
    if (std::holds_alternative<domain::IdeaPosted>(event.event)) post(event.at);
    if (std::holds_alternative<domain::VoteCast>(event.event)) vote(event.at);
}

Slice& Timeline::slice_at(base::Millis at) {
    const base::Millis from = at - at % slice_ms;
    Slice& slice = slices_[from];
    slice.from = from;
    return slice;
}

std::vector<Slice> Timeline::slices() const {
    constexpr base::Millis day_ms = 24 * 3'600'000;
    std::vector<Slice> out;
    if (slices_.empty()) return out;
    const base::Millis first = slices_.begin()->first, last = slices_.rbegin()->first;
    const bool gapless = last - first < day_ms;
    for (const auto& [from, slice] : slices_) {
        while (gapless && !out.empty() && out.back().from + slice_ms < from)
            out.push_back({out.back().from + slice_ms, 0, 0});
        out.push_back(slice);
    }
    return out;
}

}  // namespace atelier::report
