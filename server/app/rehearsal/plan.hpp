#pragma once

#include <vector>

#include "domain/workshop.hpp"

/// What is rehearsed, and when. Pure, thread-safe.
namespace atelier::app::rehearsal {

/// The workshop's plan as on its first day: nothing opened, nothing revealed, titled as a rehearsal.
/// Nobody reviews there, so what would wait for a review is shown at once: that is more work for
/// the server, not less.
[[nodiscard]] domain::Blueprint as_new(domain::Blueprint plan);

/// A round of the agenda within the time there is: people arrive, then every phase in turn has an
/// equal share of what is left.
struct Timetable {
    base::Millis arriving_ms = 0;  ///< from the first to the last
    base::Millis phase_ms = 0;
};
[[nodiscard]] Timetable timetable(std::size_t people, int seconds, std::size_t phases) noexcept;

}  // namespace atelier::app::rehearsal
