#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/ids.hpp"

/// Lever boards: levers are columns, scales are rows and may be nested (commune within
/// département).
namespace atelier::domain {

struct Lever {
    LeverId id;
    std::string name;
    std::string symbol;  ///< from the closed list of symbols: a lever is never told by colour alone
    std::string colour;  ///< from the closed list of colour names, not a colour value
    std::string help;
};

struct Scale {
    ScaleId id;
    std::string name;
    std::optional<ScaleId> parent;
};

/// Where a card rests. No lever: the unsorted tray.
struct Placement {
    std::optional<LeverId> lever;
    std::optional<ScaleId> scale;
    std::optional<ParticipantId> by;  ///< who moved it last; absent: a facilitator
};

struct Board {
    BoardId id;
    std::vector<Lever> levers;
    std::vector<Scale> scales;
    std::unordered_map<IdeaId, Placement> placements;

    [[nodiscard]] const Lever* lever(const LeverId& wanted) const noexcept;
    [[nodiscard]] const Scale* scale(const ScaleId& wanted) const noexcept;
};

}  // namespace atelier::domain
