#include <algorithm>

#include "base/check.hpp"
#include "domain/fold.hpp"

namespace atelier::domain::fold {
namespace {

Board& board_of(Workshop& workshop, const BoardId& id) {
    const auto found = std::ranges::find(workshop.plan.boards, id, &Board::id);
    ATELIER_CHECK(found != workshop.plan.boards.end());
    return *found;
}

/// Rule LV6: each card that is on the old lever goes to the new one, for everyone who put it there.
void split(Board& board, const BoardChanged& e) {
    ATELIER_CHECK(e.levers.size() == 2);
    const auto moves = [&](std::optional<LeverId>& lever) {
        if (board.now(lever) == e.levers.front()) lever = e.levers.back();
    };
    for (const IdeaId& id : e.ideas) {
        const auto placed = board.placements.find(id);
        if (placed != board.placements.end()) moves(placed->second.lever);
        const auto crowd = board.crowd.find(id);
        if (crowd == board.crowd.end()) continue;
        for (auto& [who, place] : crowd->second) moves(place.lever);
    }
}

}  // namespace

void on(Workshop& workshop, const BoardChanged& e, base::Millis) {
    if (e.what == BoardChange::board_added) {
        ATELIER_CHECK(!workshop.board(e.board.id));
        workshop.plan.boards.push_back(e.board);
        return;
    }
    Board& board = board_of(workshop, e.board.id);
    board.title = e.board.title;
    board.levers = e.board.levers;
    board.scales = e.board.scales;
    board.retired = e.board.retired;
    if (e.what == BoardChange::lever_split) split(board, e);
}

void on(Workshop& workshop, const PlacementChosen& e, base::Millis) {
    board_of(workshop, e.board).crowd[e.idea][e.participant] = e.place;
}

void on(Workshop& workshop, const PlacementReleased& e, base::Millis) {
    board_of(workshop, e.board).placements.erase(e.idea);
}

}  // namespace atelier::domain::fold
