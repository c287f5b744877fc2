#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

/// Rule B6: the row a card keeps when nothing is said of rows: its present one, or its author's
/// suggestion.
std::optional<ScaleId> kept_scale(const Board& board, const Idea& idea) {
    const auto resting = board.placements.find(idea.id);
    if (resting != board.placements.end()) return resting->second.scale;
    if (idea.scale && board.scale(*idea.scale)) return idea.scale;
    return std::nullopt;
}

}  // namespace

// B1: in an open sort phase. B2: a published idea. B3: onto a lever and scale of the phase's board,
// or back to the tray. B4: by facilitators, or by everyone where the mode is shared. B5: the last
// move wins.
Events place(const Asked& asked, const SetPlacement& command) {
    const auto open = open_of<SortSettings>(asked.workshop, "sort");
    if (!open) return open.error();
    const SortSettings& settings = *open.value().settings;
    const bool participant = asked.actor.role == Role::participant;
    if (participant && settings.mode == SortMode::facilitators) return Refusal{Code::not_allowed};
    if (command.board && *command.board != settings.board) return Refusal{Code::no_such_board};
    const Board* board = asked.workshop.board(settings.board);
    if (!board) return Refusal{Code::no_such_board};
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea || (participant && idea->status == IdeaStatus::pending))
        return Refusal{Code::no_such_idea};
    if (idea->status != IdeaStatus::published) return Refusal{Code::idea_not_published};
    if (command.lever && !board->lever(*command.lever)) return Refusal{Code::no_such_lever};
    if (command.scale && !board->scale(*command.scale)) return Refusal{Code::no_such_scale};
    Placement placement{command.lever, command.scale, std::nullopt};
    if (command.keep_scale) placement.scale = kept_scale(*board, *idea);
    if (participant) placement.by = asked.actor.participant;
    return std::vector<Event>{PlacementSet{board->id, idea->id, std::move(placement)}};
}

}  // namespace atelier::domain::rules
