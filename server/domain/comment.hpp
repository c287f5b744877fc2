#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "domain/idea.hpp"
#include "domain/ids.hpp"

namespace atelier::domain {

enum class CommentStatus {
    shown,     ///< to everyone who sees its idea
    hidden,    ///< kept, with a reason; its author, moderators and facilitators see it
    withdrawn  ///< taken back by its author
};

/// What someone says about an idea.
struct Comment {
    CommentId id;
    IdeaId idea;
    std::optional<ParticipantId> author;  ///< absent: a facilitator
    std::string text;                     ///< exactly as typed
    base::Millis at = 0;
    CommentStatus status = CommentStatus::shown;
    std::optional<HideReason> reason = {};
    bool erased = false;  ///< its author had the text erased
};

}  // namespace atelier::domain
