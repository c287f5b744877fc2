#include "insight/crowd.hpp"

#include <algorithm>
#include <numeric>

namespace atelier::insight {

Crowd crowd(const std::vector<std::size_t>& people_by_place) {
    constexpr std::size_t contested_from_people = 5;
    Crowd out;
    out.people = std::accumulate(people_by_place.begin(), people_by_place.end(), std::size_t{0});
    if (out.people == 0) return out;
    const auto top = std::ranges::max_element(people_by_place);
    if (std::ranges::count(people_by_place, *top) == 1)
        out.place = static_cast<std::size_t>(top - people_by_place.begin());
    out.agreement = static_cast<double>(*top) / static_cast<double>(out.people);
    out.contested = out.people >= contested_from_people && 2 * *top < out.people;
    return out;
}

}  // namespace atelier::insight
