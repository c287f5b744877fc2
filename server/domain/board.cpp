#include "domain/board.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace atelier::domain {

const Lever* Board::lever(const LeverId& wanted) const noexcept {
    const auto found = std::ranges::find(levers, wanted, &Lever::id);
    return found == levers.end() ? nullptr : &*found;
}

const Scale* Board::scale(const ScaleId& wanted) const noexcept {
    const auto found = std::ranges::find(scales, wanted, &Scale::id);
    return found == scales.end() ? nullptr : &*found;
}

const RetiredLever* Board::retired_lever(const LeverId& wanted) const noexcept {
    const auto found =
        std::ranges::find_if(retired, [&](const auto& one) { return one.lever.id == wanted; });
    return found == retired.end() ? nullptr : &*found;
}

std::optional<LeverId> Board::now(const std::optional<LeverId>& put) const {
    std::optional<LeverId> at = put;
    // A lever is merged into one that is there, so the way to the present one ends.
    for (std::size_t steps = 0; at && !lever(*at); ++steps) {
        const RetiredLever* gone = retired_lever(*at);
        ATELIER_CHECK(gone && steps <= retired.size());
        at = gone->into;
    }
    return at;
}

const Placement* Board::put_for_all(const IdeaId& idea) const noexcept {
    const auto found = placements.find(idea);
    if (found == placements.end()) return nullptr;
    return found->second.settled || !crowd_of(idea) ? &found->second : nullptr;
}

const CrowdPlaces* Board::crowd_of(const IdeaId& idea) const noexcept {
    const auto found = crowd.find(idea);
    return found == crowd.end() ? nullptr : &found->second;
}

}  // namespace atelier::domain
