#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "domain/workshop.hpp"
#include "insight/crowd.hpp"

namespace atelier::wire {

/// Where a card rests and why: the one place that asks it, for frames, exports and summaries.
struct Resting {
    domain::Place place;                      ///< as the board is now
    std::optional<domain::ParticipantId> by;  ///< who moved it for everyone
    bool settled = false;
    std::optional<insight::Crowd> crowd;  ///< if people have places of their own for it
    std::vector<std::pair<domain::Place, std::size_t>> places;  ///< people by place, most first
};

/// Rule B8: it rests where a human put it for everyone; else where most people of a crowd put it,
/// in the tray while that is a tie. Nothing if nobody has put it anywhere.
[[nodiscard]] std::optional<Resting> resting(const domain::Board& board,
                                             const domain::IdeaId& idea);

}  // namespace atelier::wire
