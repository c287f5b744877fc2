#include "wire/moderation_events.hpp"

#include "wire/parts.hpp"

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

json encode_event(const BoardChanged& e) {
    json out{{"what", text(e.what)}, {"board", encode(e.board)}, {"levers", id_texts(e.levers)}};
    if (!e.ideas.empty()) out["ideas"] = id_texts(e.ideas);
    return out;
}
json encode_event(const PlacementChosen& e) {
    return {{"board", e.board.text},
            {"idea", e.idea.text},
            {"participant", e.participant.text},
            {"lever", id_or_null(e.place.lever)},
            {"scale", id_or_null(e.place.scale)}};
}
json encode_event(const PlacementReleased& e) {
    return {{"board", e.board.text}, {"idea", e.idea.text}};
}
json encode_event(const IdeasMerged& e) {
    return {{"lead", e.lead.text}, {"members", id_texts(e.members)}};
}
json encode_event(const IdeasUnmerged& e) {
    return {{"lead", e.lead.text}, {"members", id_texts(e.members)}};
}
json encode_event(const PairDismissed& e) { return {{"one", e.one.text}, {"other", e.other.text}}; }
json encode_event(const IdeaReworded& e) { return {{"idea", e.idea.text}, {"text", e.text}}; }
json encode_event(const IdeaAnswered& e) { return {{"idea", e.idea.text}, {"text", e.text}}; }
json encode_event(const ParticipantMuted& e) {
    return {{"participant", e.participant.text}, {"muted", e.muted}};
}
json encode_event(const ParticipantRemoved& e) { return {{"participant", e.participant.text}}; }
json encode_event(const ParticipantRestored& e) { return {{"participant", e.participant.text}}; }
json encode_event(const PostsStopped& e) { return {{"stopped", e.stopped}}; }
json encode_event(const ScreenFrozen& e) { return {{"frozen", e.frozen}}; }
json encode_event(const SpotlightSet& e) { return {{"ideas", id_texts(e.ideas)}}; }
json encode_event(const CommentPosted& e) {
    json out{{"comment", e.comment.text}, {"idea", e.idea.text}, {"text", e.text}};
    if (e.author) out["author"] = e.author->text;
    return out;
}
json encode_event(const CommentHidden& e) {
    return {{"comment", e.comment.text}, {"reason", text(e.reason)}};
}
json encode_event(const CommentWithdrawn& e) { return {{"comment", e.comment.text}}; }

template <>
BoardChanged decode_event(const Fields& in) {
    return {in.word<BoardChange>("what"), decode_board(in.object("board")),
            decode_ids<LeverId>(in, "levers"), decode_ids<IdeaId>(in, "ideas")};
}
template <>
PlacementChosen decode_event(const Fields& in) {
    return {in.id<BoardId>("board"),
            in.id<IdeaId>("idea"),
            in.id<ParticipantId>("participant"),
            {in.maybe_id<LeverId>("lever"), in.maybe_id<ScaleId>("scale")}};
}
template <>
PlacementReleased decode_event(const Fields& in) {
    return {in.id<BoardId>("board"), in.id<IdeaId>("idea")};
}
template <>
IdeasMerged decode_event(const Fields& in) {
    return {in.id<IdeaId>("lead"), decode_ids<IdeaId>(in, "members")};
}
template <>
IdeasUnmerged decode_event(const Fields& in) {
    return {in.id<IdeaId>("lead"), decode_ids<IdeaId>(in, "members")};
}
template <>
PairDismissed decode_event(const Fields& in) {
    return {in.id<IdeaId>("one"), in.id<IdeaId>("other")};
}
template <>
IdeaReworded decode_event(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.text("text")};
}
template <>
IdeaAnswered decode_event(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.text("text")};
}
template <>
ParticipantMuted decode_event(const Fields& in) {
    return {in.id<ParticipantId>("participant"), in.flag("muted")};
}
template <>
ParticipantRemoved decode_event(const Fields& in) {
    return {in.id<ParticipantId>("participant")};
}
template <>
ParticipantRestored decode_event(const Fields& in) {
    return {in.id<ParticipantId>("participant")};
}
template <>
PostsStopped decode_event(const Fields& in) {
    return {in.flag("stopped")};
}
template <>
ScreenFrozen decode_event(const Fields& in) {
    return {in.flag("frozen")};
}
template <>
SpotlightSet decode_event(const Fields& in) {
    return {decode_ids<IdeaId>(in, "ideas")};
}
template <>
CommentPosted decode_event(const Fields& in) {
    return {in.id<CommentId>("comment"), in.id<IdeaId>("idea"),
            in.maybe_id<ParticipantId>("author"), in.text("text")};
}
template <>
CommentHidden decode_event(const Fields& in) {
    return {in.id<CommentId>("comment"), in.word<HideReason>("reason")};
}
template <>
CommentWithdrawn decode_event(const Fields& in) {
    return {in.id<CommentId>("comment")};
}

}  // namespace atelier::wire
