#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "domain/events.hpp"
#include "domain/workshop.hpp"

namespace atelier::report::imports {

/// When somebody chose something, if that is known.
using VotedAt = std::function<std::optional<base::Millis>(
    const domain::PhaseId&, const domain::ParticipantId&, const domain::IdeaId&)>;

/// A journal that tells a state again: ordinary events, which folded in order give that workshop, so
/// that whatever is imported is its journal like any other and its tallies can be counted again.
/// Honest about what it is: the first event has the time of the import, all of them the organiser as
/// their actor and no command, and what is told of earlier has the time that the file tells.
///
/// Takes the workshop's people, ideas, groups, votes and voices; muted people, spotlight and review
/// marks of pairs are of the moment and are not told again. The state must fit together, as a fold
/// does (ATELIER_CHECK when it is folded).
[[nodiscard]] std::vector<domain::Recorded> retell(const domain::Workshop& workshop,
                                                   base::Millis now, const VotedAt& voted_at = {});

}  // namespace atelier::report::imports
