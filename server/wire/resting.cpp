#include "wire/resting.hpp"

#include <algorithm>
#include <map>

namespace atelier::wire {

using namespace domain;

namespace {

void ask_the_crowd(Resting& out, const Board& board, const CrowdPlaces& places) {
    std::map<Place, std::size_t> people;
    for (const auto& [who, place] : places) ++people[board.now(place)];
    std::vector<std::size_t> counts;
    for (const auto& [place, count] : people) {
        out.places.emplace_back(place, count);
        counts.push_back(count);
    }
    out.crowd = insight::crowd(counts);
    if (!out.settled && out.crowd->place) out.place = out.places[*out.crowd->place].first;
    std::ranges::stable_sort(out.places, std::ranges::greater{},
                             &std::pair<Place, std::size_t>::second);
}

}  // namespace

std::optional<Resting> resting(const Board& board, const IdeaId& idea) {
    const Placement* put = board.put_for_all(idea);
    const CrowdPlaces* crowd = board.crowd_of(idea);
    if (!put && !crowd) return std::nullopt;
    Resting out;
    if (put) {
        out.place = board.now(Place{put->lever, put->scale});
        out.by = put->by;
        out.settled = put->settled;
    }
    if (crowd) ask_the_crowd(out, board, *crowd);
    return out;
}

}  // namespace atelier::wire
