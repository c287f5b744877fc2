#pragma once

#include <map>
#include <vector>

#include "domain/events.hpp"

/// How many ideas and votes came in when, in slices of five minutes: a fold of its own, since the
/// state of a workshop does not keep when a vote was cast. Whoever has the journal's events at hand
/// feeds them, all of them, in any order; whoever has not gives none, and the summary tells the
/// posts alone, which the state does keep.
///
///     Timeline timeline;
///     for (const Recorded& event : events) timeline.tell(event);
namespace atelier::report {

inline constexpr base::Millis slice_ms = 5 * 60 * 1'000;

struct Slice {
    base::Millis from = 0;  ///< a multiple of slice_ms
    std::size_t posts = 0;  ///< ideas
    std::size_t votes = 0;  ///< choices made, changed ones included; none where they are not known
    friend bool operator==(const Slice&, const Slice&) = default;
};

class Timeline {
  public:
    void tell(const domain::Recorded& event);
    void post(base::Millis at) { ++slice_at(at).posts; }
    void vote(base::Millis at) { ++slice_at(at).votes; }
    /// From the first slice in which something happened to the last, the empty ones between them
    /// included, as long as that is a day at most; else only those in which something happened.
    [[nodiscard]] std::vector<Slice> slices() const;
    [[nodiscard]] bool empty() const noexcept { return slices_.empty(); }

  private:
    Slice& slice_at(base::Millis at);
    std::map<base::Millis, Slice> slices_;
};

}  // namespace atelier::report
