#pragma once

#include <cstddef>

#include "domain/votes.hpp"
#include "insight/useful.hpp"

/// When someone counts as being for an idea, by each method of voting, so that intervals, agreement
/// across groups and groups of opinion can be told of every vote in the same way. Pure.
///
///   R15  for: at least one dot; useful; a grade of 3 or better (the upper half of the six); an
///        impact of 4 or 5; consent, with reservations or without. Against: not useful; a lower
///        grade; an impact of 1 or 2; an objection. Nothing of a pass and of an impact of 3.
namespace atelier::report {

/// How many are for it, of how many, and the interval of that share (rule IN3).
struct Share {
    std::size_t yes = 0;
    std::size_t n = 0;  ///< ballots of the vote for dots, who judged for useful, else who answered
    insight::Interval interval;
    [[nodiscard]] double value() const noexcept {
        return n == 0 ? 0 : static_cast<double>(yes) / static_cast<double>(n);
    }
};

/// `ballots`: of the vote, for which no dot says something, too.
[[nodiscard]] Share share_of(const domain::Tally& tally, std::size_t ballots);

/// +1 for it, −1 against it, 0 neither (rule R15).
[[nodiscard]] int favour(const domain::Choice& choice) noexcept;

}  // namespace atelier::report
