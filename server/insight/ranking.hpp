#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

/// What was measured, brought into order. Everything in insight/ is a pure function: no clock, no
/// chance, no state, safe from any thread. Items are named by their position in what was given.
namespace atelier::insight {

/// Rule IN1: equal scores share a rank, and the next one counts all before it (1, 2, 2, 4).
struct Place {
    std::size_t item = 0;
    std::size_t rank = 1;
    friend bool operator==(const Place&, const Place&) = default;
};

/// Best first; items of the same rank in the order they were given. `better(a, b)` is a strict weak
/// order of scores.
template <class Score, class Better>
[[nodiscard]] std::vector<Place> ranked(const std::vector<Score>& scores, Better better) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return better(scores[a], scores[b]); });
    std::vector<Place> places;
    places.reserve(order.size());
    for (const std::size_t item : order) {
        const bool tied = !places.empty() && !better(scores[places.back().item], scores[item]);
        places.push_back({item, tied ? places.back().rank : places.size() + 1});
    }
    return places;
}

/// Rule IN2: the first n of a ranking. A tie across the cut stays unsettled: those who are in
/// whatever happens, and those among whom a human chooses for the places that are left.
///
///     const Shortlist list = shortlist(places, 5);   // 4 are in, 3 are tied for the fifth place
struct Shortlist {
    std::vector<std::size_t> in;    ///< items, best first
    std::vector<std::size_t> tied;  ///< items; empty, or more than places_left
    std::size_t places_left = 0;
};
[[nodiscard]] Shortlist shortlist(const std::vector<Place>& places, std::size_t n);

}  // namespace atelier::insight
