#include "insight/ranking.hpp"

namespace atelier::insight {

Shortlist shortlist(const std::vector<Place>& places, std::size_t n) {
    Shortlist out;
    if (n == 0) return out;
    // The rank of the first who is out, if that is a tie with the last who is in.
    const bool cut = places.size() > n && places[n].rank == places[n - 1].rank;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (cut && places[i].rank == places[n].rank) {
            out.tied.push_back(places[i].item);
        } else if (i < n) {
            out.in.push_back(places[i].item);
        }
    }
    out.places_left = cut ? n - out.in.size() : 0;
    return out;
}

}  // namespace atelier::insight
