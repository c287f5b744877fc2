#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace atelier::domain {

enum class IdeaStatus {
    pending,    ///< waits for a facilitator; its author and facilitators see it
    published,  ///< everyone sees it
    hidden,     ///< kept, with a reason; its author and facilitators see it
    withdrawn   ///< taken back by its author
};

enum class HideReason { off_topic, duplicate, names_person, insulting, advertising, technical };

struct Idea {
    IdeaId id;
    PhaseId phase;
    std::optional<ParticipantId> author;  ///< absent: a facilitator
    std::string text;                     ///< exactly as typed
    std::optional<ScaleId> scale;         ///< the author's suggestion
    base::Millis at = 0;
    IdeaStatus status = IdeaStatus::pending;
    bool reviewed = false;
    std::optional<HideReason> reason;
    std::optional<IdeaId> group = {};             ///< the idea that leads the group it is in
    std::optional<std::string> original = {};     ///< what the author wrote, if it was reworded
    std::string answer = {};                      ///< to its author alone; empty: none
    std::optional<IdeaId> look_alike = {};        ///< an earlier one that seemed to say the same
    std::optional<WorkshopId> carried_from = {};  ///< the workshop it was brought along from
    bool erased = false;                          ///< its text was erased for good
};

}  // namespace atelier::domain
