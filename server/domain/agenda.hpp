#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/clock.hpp"
#include "domain/ids.hpp"
#include "domain/limits.hpp"

/// The agenda: phases in order, at most one of them open. What a phase allows is in its settings,
/// and the settings' type is its kind.
namespace atelier::domain {

enum class Moderation {
    before,  ///< an idea waits for a facilitator before anyone else sees it
    after,   ///< an idea is seen at once and waits for review
    none     ///< an idea is seen at once; a facilitator may still hide it
};

struct CollectSettings {
    Moderation moderation = Moderation::after;
    std::size_t max_per_person = limits::ideas_per_person_default;
    std::size_t max_graphemes = limits::idea_graphemes_default;
    bool ask_scale = false;
    bool comments = false;  ///< people may comment on published ideas
};

enum class SortMode {
    facilitators,  ///< only they move cards
    shared,        ///< everyone moves the same card; the last move wins
    crowd          ///< each person's place is their own; a card rests where most put it
};

struct SortSettings {
    BoardId board;
    SortMode mode = SortMode::facilitators;
};

struct DotsSettings {
    int budget = 5;
    int max_per_idea = 2;
    bool hidden = true;  ///< counts are kept from every role until the reveal
};

using PhaseSettings = std::variant<CollectSettings, SortSettings, DotsSettings>;

enum class PhaseStatus { planned, open, closed };

struct Phase {
    PhaseId id;
    std::string title;
    std::string prompt;
    int minutes = 10;
    PhaseSettings settings;
    PhaseStatus status = PhaseStatus::planned;
    std::optional<base::Millis> opened_at;
    std::optional<base::Millis> ends_at;  ///< informs; a human closes the phase
    bool revealed = false;
};

}  // namespace atelier::domain
