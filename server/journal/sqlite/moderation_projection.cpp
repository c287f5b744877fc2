#include "journal/sqlite/moderation_projection.hpp"

#include <algorithm>

#include "wire/enums.hpp"

namespace atelier::journal::sqlite {

using namespace domain;
using wire::text;

namespace {

/// A split's cards: what is on the old lever now, by whatever name it was put there, goes to the
/// new one.
void split(Database& db, const WorkshopId& w, const BoardChanged& e) {
    for (const IdeaId& idea : e.ideas) {
        db.run(
            "UPDATE placement SET lever = ? WHERE workshop = ? AND board = ? AND idea = ?"
            " AND lever IN (SELECT id FROM lever_now WHERE lever_now.workshop = ?"
            " AND lever_now.board = ? AND lever_now.lever = ?)",
            e.levers.back(), w, e.board.id, idea, w, e.board.id, e.levers.front());
        db.run(
            "UPDATE crowd_placement SET lever = ? WHERE workshop = ? AND board = ? AND idea = ?"
            " AND lever IN (SELECT id FROM lever_now WHERE lever_now.workshop = ?"
            " AND lever_now.board = ? AND lever_now.lever = ?)",
            e.levers.back(), w, e.board.id, idea, w, e.board.id, e.levers.front());
    }
}

void set_removed(Database& db, const WorkshopId& w, const ParticipantId& who, bool removed) {
    db.run("UPDATE participant SET removed = ? WHERE workshop = ? AND id = ?", removed, w, who);
}

}  // namespace

void write_board(Database& db, const WorkshopId& w, const Board& board) {
    db.run("INSERT OR REPLACE INTO board (workshop, id, title) VALUES (?, ?, ?)", w, board.id,
           OrNull{board.title});
    db.run("DELETE FROM lever WHERE workshop = ? AND board = ?", w, board.id);
    db.run("DELETE FROM scale WHERE workshop = ? AND board = ?", w, board.id);
    db.run("DELETE FROM retired_lever WHERE workshop = ? AND board = ?", w, board.id);
    int position = 0;
    for (const Lever& lever : board.levers)
        db.run("INSERT INTO lever (workshop, board, id, position, name) VALUES (?, ?, ?, ?, ?)", w,
               board.id, lever.id, ++position, lever.name);
    position = 0;
    for (const Scale& scale : board.scales)
        db.run(
            "INSERT INTO scale (workshop, board, id, position, name, parent)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            w, board.id, scale.id, ++position, scale.name, scale.parent);
    for (const RetiredLever& gone : board.retired)
        db.run(
            "INSERT INTO retired_lever (workshop, board, id, name, into_lever)"
            " VALUES (?, ?, ?, ?, ?)",
            w, board.id, gone.lever.id, gone.lever.name, gone.into);
}

void clear_moderation(Database& db, const WorkshopId& w) {
    db.run("DELETE FROM board WHERE workshop = ?", w);
    db.run("DELETE FROM retired_lever WHERE workshop = ?", w);
    db.run("DELETE FROM crowd_placement WHERE workshop = ?", w);
    db.run("DELETE FROM comment WHERE workshop = ?", w);
    db.run("DELETE FROM dismissed_pair WHERE workshop = ?", w);
    db.run("DELETE FROM spotlight WHERE workshop = ?", w);
}

void project_moderation(Database& db, const WorkshopId& w, const BoardChanged& e, base::Millis) {
    write_board(db, w, e.board);
    if (e.what == BoardChange::lever_split) split(db, w, e);
}

void project_moderation(Database& db, const WorkshopId& w, const PlacementChosen& e, base::Millis) {
    db.run(
        "INSERT OR REPLACE INTO crowd_placement (workshop, board, idea, participant, lever, scale)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        w, e.board, e.idea, e.participant, e.place.lever, e.place.scale);
}

void project_moderation(Database& db, const WorkshopId& w, const PlacementReleased& e,
                        base::Millis) {
    db.run("DELETE FROM placement WHERE workshop = ? AND board = ? AND idea = ?", w, e.board,
           e.idea);
}

void project_moderation(Database& db, const WorkshopId& w, const IdeasMerged& e, base::Millis) {
    for (const IdeaId& id : e.members)
        db.run("UPDATE idea SET lead = ? WHERE workshop = ? AND id = ?", e.lead, w, id);
}

void project_moderation(Database& db, const WorkshopId& w, const IdeasUnmerged& e, base::Millis) {
    for (const IdeaId& id : e.members)
        db.run("UPDATE idea SET lead = NULL WHERE workshop = ? AND id = ?", w, id);
}

void project_moderation(Database& db, const WorkshopId& w, const PairDismissed& e, base::Millis) {
    db.run("INSERT OR REPLACE INTO dismissed_pair (workshop, one, other) VALUES (?, ?, ?)", w,
           std::min(e.one, e.other), std::max(e.one, e.other));
}

void project_moderation(Database& db, const WorkshopId& w, const IdeaReworded& e, base::Millis) {
    db.run(
        "UPDATE idea SET original = nullif(coalesce(original, text), ?), text = ?"
        " WHERE workshop = ? AND id = ?",
        e.text, e.text, w, e.idea);
}

void project_moderation(Database& db, const WorkshopId& w, const IdeaAnswered& e, base::Millis) {
    db.run("UPDATE idea SET answer = ? WHERE workshop = ? AND id = ?", OrNull{e.text}, w, e.idea);
}

void project_moderation(Database& db, const WorkshopId& w, const ParticipantMuted& e,
                        base::Millis) {
    db.run("UPDATE participant SET muted = ? WHERE workshop = ? AND id = ?", e.muted, w,
           e.participant);
}

void project_moderation(Database& db, const WorkshopId& w, const ParticipantRemoved& e,
                        base::Millis) {
    set_removed(db, w, e.participant, true);
}

void project_moderation(Database& db, const WorkshopId& w, const ParticipantRestored& e,
                        base::Millis) {
    set_removed(db, w, e.participant, false);
}

void project_moderation(Database& db, const WorkshopId& w, const PostsStopped& e, base::Millis) {
    db.run("UPDATE workshop SET posts_stopped = ? WHERE id = ?", e.stopped, w);
}

void project_moderation(Database& db, const WorkshopId& w, const ScreenFrozen& e, base::Millis) {
    db.run("UPDATE workshop SET screen_frozen = ? WHERE id = ?", e.frozen, w);
}

void project_moderation(Database& db, const WorkshopId& w, const SpotlightSet& e, base::Millis) {
    db.run("DELETE FROM spotlight WHERE workshop = ?", w);
    int position = 0;
    for (const IdeaId& id : e.ideas)
        db.run("INSERT INTO spotlight (workshop, idea, position) VALUES (?, ?, ?)", w, id,
               ++position);
}

void project_moderation(Database& db, const WorkshopId& w, const CommentPosted& e,
                        base::Millis at) {
    db.run(
        "INSERT INTO comment (workshop, id, idea, author, text, at, status)"
        " VALUES (?, ?, ?, ?, ?, ?, 'shown')",
        w, e.comment, e.idea, e.author, e.text, at);
}

void project_moderation(Database& db, const WorkshopId& w, const CommentHidden& e, base::Millis) {
    db.run("UPDATE comment SET status = 'hidden', reason = ? WHERE workshop = ? AND id = ?",
           text(e.reason), w, e.comment);
}

void project_moderation(Database& db, const WorkshopId& w, const CommentWithdrawn& e,
                        base::Millis) {
    db.run("UPDATE comment SET status = 'withdrawn' WHERE workshop = ? AND id = ?", w, e.comment);
}

}  // namespace atelier::journal::sqlite
