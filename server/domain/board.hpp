#pragma once

#include <array>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// The closed lists of what a lever may look like.
inline constexpr std::array<std::string_view, 12> lever_symbols{"network", "bulb", "link", "hands",
                                                                "shield",  "leaf", "star", "flag",
                                                                "heart",   "bolt", "book", "house"};
inline constexpr std::array<std::string_view, 8> lever_colours{"teal", "amber", "violet", "rose",
                                                               "blue", "green", "orange", "slate"};

/// A lever that is not on its board any more. Cards keep the name they were put on; where that is
/// now is looked up, so that a lever that comes back finds its cards, but for those moved since.
struct RetiredLever {
    Lever lever;
    std::optional<LeverId> into;  ///< what it was merged into; none: its cards are in the tray
};

/// Where one person puts a card. No lever: they cannot say.
struct Place {
    std::optional<LeverId> lever;
    std::optional<ScaleId> scale;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// Each person's place for one card; the last one counts.
using CrowdPlaces = std::map<ParticipantId, Place>;

/// Where a card rests. No lever: the unsorted tray.
struct Placement {
    std::optional<LeverId> lever;
    std::optional<ScaleId> scale;
    std::optional<ParticipantId> by;  ///< who moved it last; absent: a facilitator
    bool settled = false;             ///< it rests here whatever the crowd says
};

struct Board {
    BoardId id;
    std::vector<Lever> levers;
    std::vector<Scale> scales;
    std::unordered_map<IdeaId, Placement> placements;
    std::string title = {};  ///< empty: not given
    std::vector<RetiredLever> retired = {};
    std::unordered_map<IdeaId, CrowdPlaces> crowd = {};

    [[nodiscard]] const Lever* lever(const LeverId& wanted) const noexcept;
    [[nodiscard]] const Scale* scale(const ScaleId& wanted) const noexcept;
    [[nodiscard]] const RetiredLever* retired_lever(const LeverId& wanted) const noexcept;
    /// Where what was put on a lever is now: there, on what it was merged into, or in the tray.
    [[nodiscard]] std::optional<LeverId> now(const std::optional<LeverId>& put) const;
    [[nodiscard]] Place now(const Place& put) const { return {now(put.lever), put.scale}; }
    /// Where a human put the card for everyone, or nullptr: then it rests where the crowd says.
    [[nodiscard]] const Placement* put_for_all(const IdeaId& idea) const noexcept;
    [[nodiscard]] const CrowdPlaces* crowd_of(const IdeaId& idea) const noexcept;
};

}  // namespace atelier::domain
