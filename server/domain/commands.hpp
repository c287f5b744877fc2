#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/idea.hpp"
#include "domain/ids.hpp"

/// What people ask for. A command is decided against the workshop's state and becomes events or a
/// refusal; it is never applied itself.
namespace atelier::domain {

enum class Role { participant, facilitator, screen, reader, organiser };

struct Actor {
    Role role = Role::screen;
    ParticipantId participant = {};  ///< empty unless the role is participant
};

struct PostIdea {
    std::string text;
    std::optional<ScaleId> scale;
};
struct EditIdea {
    IdeaId idea;
    std::string text;
};
struct WithdrawIdea {
    IdeaId idea;
};
struct PublishIdea {
    IdeaId idea;
};
struct HideIdea {
    IdeaId idea;
    HideReason reason;
};

struct CastVote {
    IdeaId idea;
    int dots;
};
struct ClearVote {
    std::optional<IdeaId> idea;
};  ///< absent: the whole ballot

struct SetPlacement {
    std::optional<BoardId> board;  ///< absent: the board of the open phase
    IdeaId idea;
    std::optional<LeverId> lever;  ///< absent: back to the unsorted tray
    std::optional<ScaleId> scale;
    bool keep_scale = false;  ///< leave the card in its row, or in the one its author suggested
};

struct OpenPhase {
    PhaseId phase;
};
struct ReopenPhase {
    PhaseId phase;
};
struct ClosePhase {
    PhaseId phase;
};
struct ExtendPhase {
    PhaseId phase;
    int minutes;
};
struct RevealResults {
    PhaseId phase;
};
struct CloseWorkshop {};

/// These two come from the HTTP API, never in a client's frame.
struct Join {
    ParticipantId participant;  ///< fresh, or someone who comes back
    std::optional<std::string> name;
    std::optional<AffiliationId> affiliation;
    std::string credential;  ///< digest of the token that will prove who it is; empty if unchanged
};
struct UpdateWorkshop {
    std::optional<std::string> title, question;
};

using Command = std::variant<PostIdea, EditIdea, WithdrawIdea, PublishIdea, HideIdea, CastVote,
                             ClearVote, SetPlacement, OpenPhase, ReopenPhase, ClosePhase,
                             ExtendPhase, RevealResults, CloseWorkshop, Join, UpdateWorkshop>;

}  // namespace atelier::domain
