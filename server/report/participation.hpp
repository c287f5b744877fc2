#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/workshop.hpp"
#include "insight/exposure.hpp"
#include "report/timeline.hpp"

/// Who took part how, when, and whether each idea had its chance to be seen. Pure and thread-safe.
namespace atelier::report {

struct ShownIdea {
    domain::IdeaId idea;
    std::string text;
    std::size_t shown = 0;   ///< to how many people
    std::size_t judged = 0;  ///< by how many, passes included
};
/// Of a vote in which cards are handed out.
struct Exposure {
    std::string vote;  ///< its title
    int round = 1;
    insight::Evenness shown;
    std::vector<ShownIdea> ideas;  ///< the least shown first
};

/// Counts of people who joined; together they are all of them.
struct HowTheyTookPart {
    std::size_t posted_and_voted = 0, posted_only = 0, voted_only = 0, neither = 0;
};

struct Participation {
    HowTheyTookPart how;
    std::optional<insight::Evenness> ideas_per_author;  ///< over those who posted
    std::vector<Exposure> exposure;                     ///< of votes whose counts are shown
    std::vector<Slice> timeline;
    bool votes_timed = false;  ///< whether the timeline knows of votes
};

/// `timeline`: nullptr where nobody fed one; posts are then taken from the state.
[[nodiscard]] Participation participation(const domain::Workshop& workshop,
                                          const Timeline* timeline);

}  // namespace atelier::report
