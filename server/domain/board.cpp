#include "domain/board.hpp"

#include <algorithm>

namespace atelier::domain {

const Lever* Board::lever(const LeverId& wanted) const noexcept {
    const auto found = std::ranges::find(levers, wanted, &Lever::id);
    return found == levers.end() ? nullptr : &*found;
}

const Scale* Board::scale(const ScaleId& wanted) const noexcept {
    const auto found = std::ranges::find(scales, wanted, &Scale::id);
    return found == scales.end() ? nullptr : &*found;
}

}  // namespace atelier::domain
