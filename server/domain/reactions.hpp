#pragma once

#include <set>
#include <unordered_map>

#include "domain/ids.hpp"

namespace atelier::domain {

/// Who supports which ideas. Rule RE1: once for each person and idea. A calm sign among people while
/// ideas are collected; no vote, and nothing is ranked by it. Both sides are kept in step, so that
/// one idea's supporters and one person's ideas are found without looking through the others.
struct Reactions {
    std::unordered_map<IdeaId, std::set<ParticipantId>> people;  ///< none: no entry
    std::unordered_map<ParticipantId, std::set<IdeaId>> ideas;

    void set(const IdeaId& idea, const ParticipantId& person, bool value);
    [[nodiscard]] const std::set<ParticipantId>& supporters(const IdeaId& idea) const noexcept;
    [[nodiscard]] const std::set<IdeaId>& supported(const ParticipantId& person) const noexcept;
};

}  // namespace atelier::domain
