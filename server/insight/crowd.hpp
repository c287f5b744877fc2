#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// Where a crowd put a card, each person for themselves.
namespace atelier::insight {

struct Crowd {
    std::optional<std::size_t> place;  ///< position in what was given; none while it is unsettled
    double agreement = 0;              ///< the largest share, 0 to 1
    std::size_t people = 0;
    bool contested = false;
};

/// Rule IN14: a card rests where most put it (plurality of each person's last placement); agreement
/// is that share; a tie stays unsettled; with five people or more and an agreement below one half it
/// is contested. `people_by_place`: how many people have it at each place.
[[nodiscard]] Crowd crowd(const std::vector<std::size_t>& people_by_place);

}  // namespace atelier::insight
