#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"
#include "domain/limits.hpp"
#include "domain/votes.hpp"

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
    bool comments = false;   ///< people may comment on published ideas
    bool reactions = false;  ///< people may support published ideas
    /// Ideas are their author's and those who review them alone until the phase is revealed.
    bool private_until_reveal = false;
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

/// What a vote is on. Whatever is published, also later:
struct Published {
    friend bool operator==(const Published&, const Published&) = default;
};
/// The first of an earlier vote's ranking, as it stands when this vote is opened:
struct FirstOf {
    PhaseId phase;
    std::size_t top = 5;
    friend bool operator==(const FirstOf&, const FirstOf&) = default;
};
/// These and no others:
struct Chosen {
    std::vector<IdeaId> ideas;
    friend bool operator==(const Chosen&, const Chosen&) = default;
};
using Selection = std::variant<Published, FirstOf, Chosen>;

/// Each method of voting has settings of its own. `hidden`: counts are kept from every role until
/// the reveal.
struct DotsSettings {
    int budget = 5;
    int max_per_idea = 2;
    bool hidden = true;
    Selection ideas = {};
};
struct UsefulSettings {
    bool hidden = true;
    Selection ideas = {};
    bool any_card = false;  ///< one that was not handed out may be judged, too
};
struct JudgmentSettings {
    bool hidden = true;
    Selection ideas = {};
};
struct ImpactEffortSettings {
    bool hidden = true;
    Selection ideas = {};
};
struct ConsentSettings {
    bool hidden = true;
    Selection ideas = {};
};

struct WelcomeSettings {
    bool weather = true;  ///< people may say how they are
    bool charter = true;  ///< the charter is there to read
};
struct ListenSettings {
    Moderation moderation = Moderation::after;
    std::size_t max_per_person = limits::questions_per_person_default;
    std::size_t max_graphemes = limits::question_graphemes_default;
};
struct CommitSettings {
    std::size_t max_per_person = limits::commitments_per_person_default;
};
struct CloseSettings {
    bool roti = true;
    bool sentence = true;
    std::string action = {}, next = {};  ///< what to do now, what comes next; may be empty
};

using PhaseSettings = std::variant<CollectSettings, SortSettings, DotsSettings, UsefulSettings,
                                   JudgmentSettings, ImpactEffortSettings, ConsentSettings,
                                   WelcomeSettings, ListenSettings, CommitSettings, CloseSettings>;

enum class PhaseKind { collect, sort, vote, welcome, listen, commit, close };
[[nodiscard]] PhaseKind kind_of(const PhaseSettings& settings) noexcept;
/// The word that the protocol and the refusals have for it.
[[nodiscard]] std::string_view word_of(PhaseKind kind) noexcept;

/// What all methods of voting have in common; nothing for a phase of another kind. Borrows.
struct VoteRules {
    Method method;
    bool hidden;
    const Selection* ideas;
};
[[nodiscard]] std::optional<VoteRules> vote_rules(const PhaseSettings& settings) noexcept;

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
    /// What a vote was found to be on when it was opened; absent: whatever is published.
    std::optional<std::vector<IdeaId>> ideas = {};
    int round = 1;
    std::optional<PhaseId> repeats = {};  ///< the vote of which this one is another round
};

}  // namespace atelier::domain
