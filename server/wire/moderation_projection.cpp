#include <algorithm>
#include <cmath>

#include "wire/projection_parts.hpp"
#include "wire/resting.hpp"

/// What each role sees of boards, comments and moderation.
namespace atelier::wire {

using namespace domain;

namespace {

template <class Id>
std::optional<std::string> text_of(const std::optional<Id>& id) {
    return id ? std::optional(id->text) : std::nullopt;
}

double hundredths(double share) { return std::round(share * 100) / 100; }

}  // namespace

bool stands(const Workshop& workshop, const IdeaId& id, Role role) {
    const Idea& idea = *workshop.idea(id);
    return !idea.group && may_see(workshop, idea, {role});
}

OwnPlaceView view_own_place(const Board& board, const Place& place) {
    return {text_of(board.now(place.lever)), text_of(place.scale)};
}

std::optional<PlacementView> view_placement(const Workshop& workshop, const Board& board,
                                            const IdeaId& idea, Role role) {
    const auto found = resting(board, idea);
    if (!found) return std::nullopt;
    PlacementView out{
        board.id.text, idea.text, text_of(found->place.lever), text_of(found->place.scale), {}};
    const Participant* mover = found->by ? workshop.participant(*found->by) : nullptr;
    if (role != Role::screen && mover && !mover->name.empty()) out.by = mover->name;
    out.settled = found->settled;
    if (found->crowd)
        out.crowd = CrowdView{found->crowd->people, hundredths(found->crowd->agreement),
                              found->crowd->contested};
    if (reviews(role))
        for (const auto& [place, people] : found->places)
            out.places.push_back({text_of(place.lever), text_of(place.scale), people});
    return out;
}

Board view_board(const Board& board, Role role) {
    Board out{board.id, board.levers, board.scales, {}, board.title, {}, {}};
    if (reviews(role)) out.retired = board.retired;
    return out;
}

ScreenView view_screen(const Workshop& workshop) {
    ScreenView out{workshop.screen_frozen, {}};
    for (const IdeaId& id : workshop.spotlight) out.spotlight.push_back(id.text);
    return out;
}

bool may_see(const Workshop& workshop, const Comment& comment, const Viewer& viewer) {
    if (reviews(viewer.role)) return true;
    if (!viewer.participant.empty() && comment.author == viewer.participant) return true;
    return comment.status == CommentStatus::shown && shown(workshop, *workshop.idea(comment.idea));
}

CommentView view_comment(const Workshop& workshop, const Comment& comment, const Viewer& viewer) {
    CommentView out;
    out.id = comment.id.text;
    out.idea = comment.idea.text;
    out.erased = comment.erased;
    out.text = comment.text;
    out.at = comment.at;
    out.status = comment.status;
    out.mine = !viewer.participant.empty() && comment.author == viewer.participant;
    if (out.mine || reviews(viewer.role)) out.reason = comment.reason;
    if (!reviews(viewer.role)) return out;
    out.author = comment.author ? comment.author->text : "facilitator";
    const Participant* person = comment.author ? workshop.participant(*comment.author) : nullptr;
    if (person && !person->name.empty()) out.author_name = person->name;
    return out;
}

RestrictedView view_restricted(const Participant& person) {
    RestrictedView out{person.id.text, std::nullopt, person.muted, person.removed};
    if (!person.name.empty()) out.name = person.name;
    return out;
}

}  // namespace atelier::wire
