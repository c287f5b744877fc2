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

/// Rule B7: the row of a person's own place: the one they chose before, or the author's suggestion.
std::optional<ScaleId> own_scale(const Board& board, const Idea& idea, const ParticipantId& who) {
    const CrowdPlaces* places = board.crowd_of(idea.id);
    const auto mine = places ? places->find(who) : CrowdPlaces::const_iterator{};
    if (places && mine != places->end()) return mine->second.scale;
    return idea.scale && board.scale(*idea.scale) ? idea.scale : std::nullopt;
}

struct Aim {
    const std::optional<LeverId>& lever;
    const std::optional<ScaleId>& scale;
};
std::optional<Refusal> check_aim(const Board& board, const Aim& aim) {
    if (aim.lever && !board.lever(*aim.lever)) return Refusal{Code::no_such_lever};
    if (aim.scale && !board.scale(*aim.scale)) return Refusal{Code::no_such_scale};
    return std::nullopt;
}

/// The board that is meant in any phase: the one named, else the one being sorted onto, else the
/// only one.
const Board* board_meant(const Workshop& workshop, const std::optional<BoardId>& named) {
    if (named) return workshop.board(*named);
    const Phase* open = workshop.open_phase();
    const auto* sort = open ? std::get_if<SortSettings>(&open->settings) : nullptr;
    if (sort) return workshop.board(sort->board);
    return workshop.plan.boards.size() == 1 ? &workshop.plan.boards.front() : nullptr;
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
    const Idea* idea = asked.workshop.idea(asked.workshop.standing_for(command.idea));  // rule G4
    if (!idea || (participant && idea->status == IdeaStatus::pending))
        return Refusal{Code::no_such_idea};
    if (!shown(asked.workshop, *idea)) return Refusal{Code::idea_not_published};
    if (auto wrong = check_aim(*board, {command.lever, command.scale})) return *wrong;
    const bool crowd = settings.mode == SortMode::crowd;
    if (crowd && participant) {
        Place place{command.lever, command.scale};
        if (command.keep_scale) place.scale = own_scale(*board, *idea, asked.actor.participant);
        return std::vector<Event>{
            PlacementChosen{board->id, idea->id, asked.actor.participant, std::move(place)}};
    }
    Placement placement{command.lever, command.scale, std::nullopt};
    if (command.keep_scale) placement.scale = kept_scale(*board, *idea);
    if (participant) placement.by = asked.actor.participant;
    placement.settled = crowd || board->crowd_of(idea->id);  // rule B9
    return std::vector<Event>{PlacementSet{board->id, idea->id, std::move(placement)}};
}

// Rule B9: a facilitator settles where a card rests whatever the crowd says, in any phase.
Events settle(const Asked& asked, const SettlePlacement& command) {
    const Board* board = board_meant(asked.workshop, command.board);
    if (!board) return Refusal{Code::no_such_board};
    const Idea* idea = asked.workshop.idea(asked.workshop.standing_for(command.idea));
    if (!idea) return Refusal{Code::no_such_idea};
    if (!shown(asked.workshop, *idea)) return Refusal{Code::idea_not_published};
    if (auto wrong = check_aim(*board, {command.lever, command.scale})) return *wrong;
    Placement placement{command.lever, command.scale, std::nullopt, true};
    if (command.keep_scale) placement.scale = kept_scale(*board, *idea);
    return std::vector<Event>{PlacementSet{board->id, idea->id, std::move(placement)}};
}

// Rule B10: released, it rests where the crowd says, or in the tray if nobody has said anything.
Events release(const Asked& asked, const ReleasePlacement& command) {
    const Board* board = board_meant(asked.workshop, command.board);
    if (!board) return Refusal{Code::no_such_board};
    const IdeaId id = asked.workshop.standing_for(command.idea);
    if (!asked.workshop.idea(id)) return Refusal{Code::no_such_idea};
    const auto found = board->placements.find(id);
    if (found == board->placements.end() || !found->second.settled)
        return Refusal{Code::not_settled};
    if (!board->crowd_of(id))
        return std::vector<Event>{
            PlacementSet{board->id, id, {std::nullopt, found->second.scale, std::nullopt}}};
    return std::vector<Event>{PlacementReleased{board->id, id}};
}

}  // namespace atelier::domain::rules
