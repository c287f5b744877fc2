#include "journal/sqlite/projection.hpp"

#include "journal/sqlite/erasing.hpp"
#include "journal/sqlite/moderation_projection.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

namespace atelier::journal::sqlite {

using namespace domain;
using wire::text;

namespace {

/// A text of an optional id; NULL for none.
template <class Id>
OrNull id_of(const std::optional<Id>& id) {
    return {id ? std::string_view(id->text) : std::string_view{}};
}

/// A choice in the columns of its method; the others stay NULL.
struct BallotCells {
    std::optional<int> dots = {}, grade = {}, impact = {}, effort = {};
    std::optional<std::string> judgement = {}, consent = {}, reason = {};
};

struct CellsOf {
    BallotCells& cells;
    void operator()(const Dots& c) const { cells.dots = c.dots; }
    void operator()(const Judgement& c) const { cells.judgement = std::string(text(c)); }
    void operator()(const Grade& c) const { cells.grade = c.grade; }
    void operator()(const Scores& c) const {
        cells.impact = c.impact;
        cells.effort = c.effort;
    }
    void operator()(const Answer& c) const {
        cells.consent = std::string(text(c.consent));
        if (!c.reason.empty()) cells.reason = c.reason;
    }
};

BallotCells cells_of(const Choice& choice) {
    BallotCells cells;
    std::visit(CellsOf{cells}, choice);
    return cells;
}

class Projection {
  public:
    Projection(Database& database, const WorkshopId& workshop, base::Millis at)
        : db_(database), workshop_(workshop), at_(at) {}

    void operator()(const WorkshopCreated& e) {
        // Rebuilding comes here too: the row itself must stay, for everything refers to it.
        db_.run(
            "INSERT INTO workshop (id, code, title, question, language, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET code = excluded.code,"
            " title = excluded.title, question = excluded.question,"
            " language = excluded.language, created_at = excluded.created_at, closed = 0,"
            " posts_stopped = 0, screen_frozen = 0, anonymised = 0",
            workshop_, e.code, e.plan.title, e.plan.question, e.plan.language, at_);
        int position = 0;
        for (const Phase& phase : e.plan.phases) insert(phase, ++position);
        position = 0;
        for (const Affiliation& affiliation : e.plan.affiliations)
            db_.run("INSERT INTO affiliation (workshop, id, position, name) VALUES (?, ?, ?, ?)",
                    workshop_, affiliation.id, ++position, affiliation.name);
        for (const Board& board : e.plan.boards) write_board(db_, workshop_, board);
    }
    void operator()(const WorkshopUpdated& e) {
        db_.run(
            "UPDATE workshop SET title = coalesce(?, title), question = coalesce(?, question)"
            " WHERE id = ?",
            e.title, e.question, workshop_);
    }
    void operator()(const WorkshopClosed&) {
        db_.run("UPDATE workshop SET closed = 1 WHERE id = ?", workshop_);
    }

    void operator()(const ParticipantJoined& e) {
        db_.run(
            "INSERT INTO participant (workshop, id, name, affiliation, joined_at)"
            " VALUES (?, ?, ?, ?, ?)",
            workshop_, e.participant, OrNull{e.name}, e.affiliation, at_);
        add_credential(e.participant, e.credential);
    }
    void operator()(const ParticipantUpdated& e) {
        if (e.name)
            db_.run("UPDATE participant SET name = ? WHERE workshop = ? AND id = ?",
                    OrNull{*e.name}, workshop_, e.participant);
        if (e.affiliation)
            db_.run("UPDATE participant SET affiliation = ? WHERE workshop = ? AND id = ?",
                    e.affiliation, workshop_, e.participant);
        add_credential(e.participant, e.credential);
    }

    void operator()(const PhaseOpened& e) {
        open(e.phase, e.ends_at);
        std::optional<std::string> ideas;
        if (e.ideas) ideas = wire::ids_json(*e.ideas).dump();
        db_.run("UPDATE phase SET ideas = ? WHERE workshop = ? AND id = ?", ideas, workshop_,
                e.phase);
    }
    void operator()(const PhaseReopened& e) { open(e.phase, e.ends_at); }
    void operator()(const PhaseClosed& e) {
        db_.run("UPDATE phase SET status = 'closed' WHERE workshop = ? AND id = ?", workshop_,
                e.phase);
    }
    void operator()(const PhaseExtended& e) {
        db_.run("UPDATE phase SET ends_at = ? WHERE workshop = ? AND id = ?", e.ends_at, workshop_,
                e.phase);
    }
    void operator()(const ResultsRevealed& e) {
        db_.run("UPDATE phase SET revealed = 1 WHERE workshop = ? AND id = ?", workshop_, e.phase);
    }

    void operator()(const IdeaPosted& e) {
        db_.run(
            "INSERT INTO idea (workshop, id, phase, author, text, scale, at, status, reviewed,"
            " look_alike, carried_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            workshop_, e.idea, e.phase, e.author, e.text, e.scale, at_, text(e.status), e.reviewed,
            e.look_alike, e.carried_from);
    }
    void operator()(const IdeaEdited& e) {
        db_.run(
            "UPDATE idea SET text = ?, status = ?, reviewed = ?, original = NULL"
            " WHERE workshop = ? AND id = ?",
            e.text, text(e.status), e.reviewed, workshop_, e.idea);
    }
    void operator()(const IdeaWithdrawn& e) {
        db_.run("UPDATE idea SET status = 'withdrawn' WHERE workshop = ? AND id = ?", workshop_,
                e.idea);
    }
    void operator()(const IdeaPublished& e) {
        db_.run(
            "UPDATE idea SET status = 'published', reviewed = 1, reason = NULL"
            " WHERE workshop = ? AND id = ?",
            workshop_, e.idea);
    }
    void operator()(const IdeaHidden& e) {
        db_.run(
            "UPDATE idea SET status = 'hidden', reviewed = 1, reason = ?"
            " WHERE workshop = ? AND id = ?",
            text(e.reason), workshop_, e.idea);
    }

    void operator()(const VoteCast& e) {
        if (!chosen(e.choice)) return clear(e.phase, e.participant, e.idea);
        const BallotCells cells = cells_of(e.choice);
        db_.run(
            "INSERT OR REPLACE INTO ballot (workshop, phase, participant, idea, dots, judgement,"
            " grade, impact, effort, consent, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            workshop_, e.phase, e.participant, e.idea, cells.dots, cells.judgement, cells.grade,
            cells.impact, cells.effort, cells.consent, cells.reason);
    }
    void operator()(const VoteCleared& e) {
        if (e.idea) return clear(e.phase, e.participant, *e.idea);
        db_.run("DELETE FROM ballot WHERE workshop = ? AND phase = ? AND participant = ?",
                workshop_, e.phase, e.participant);
    }

    void operator()(const PlacementSet& e) {
        db_.run(
            "INSERT OR REPLACE INTO placement (workshop, board, idea, lever, scale,"
            " participant, settled) VALUES (?, ?, ?, ?, ?, ?, ?)",
            workshop_, e.board, e.idea, e.placement.lever, e.placement.scale, e.placement.by,
            e.placement.settled);
    }

    /// Boards, groups, moderation.
    template <class Other>
    void operator()(const Other& e) {
        project_moderation(db_, workshop_, e, at_);
    }

    void operator()(const PhaseInserted& e) {
        const std::int64_t position = place_behind(e.after);
        insert(e.phase, position);
    }
    void operator()(const PhaseUpdated& e) {
        db_.run(
            "UPDATE phase SET title = ?, prompt = ?, minutes = ?, kind = ?, settings = ?"
            " WHERE workshop = ? AND id = ?",
            e.phase.title, e.phase.prompt, e.phase.minutes, text(wire::kind_of(e.phase.settings)),
            wire::encode(e.phase.settings).dump(), workshop_, e.phase.id);
    }
    void operator()(const PhaseMoved& e) {
        take_out(e.phase);
        const std::int64_t position = place_behind(e.after);
        db_.run("UPDATE phase SET position = ? WHERE workshop = ? AND id = ?", position, workshop_,
                e.phase);
    }
    void operator()(const PhaseRemoved& e) {
        take_out(e.phase);
        db_.run("DELETE FROM phase WHERE workshop = ? AND id = ?", workshop_, e.phase);
    }
    void operator()(const CardsDrawn& e) {
        for (const IdeaId& card : e.ideas)
            db_.run(
                "INSERT OR IGNORE INTO card (workshop, phase, participant, idea, at)"
                " VALUES (?, ?, ?, ?, ?)",
                workshop_, e.phase, e.participant, card, at_);
    }

    void operator()(const WeatherChosen& e) {
        db_.run(
            "INSERT OR REPLACE INTO weather (workshop, phase, participant, weather)"
            " VALUES (?, ?, ?, ?)",
            workshop_, e.phase, e.participant, text(e.weather));
    }
    void operator()(const AffiliationChosen& e) {
        db_.run("UPDATE participant SET affiliation = ? WHERE workshop = ? AND id = ?",
                e.affiliation, workshop_, e.participant);
    }
    void operator()(const QuestionAsked& e) {
        db_.run(
            "INSERT INTO question (workshop, id, phase, author, text, at, status, reviewed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            workshop_, e.question, e.phase, e.author, e.text, at_, text(e.status), e.reviewed);
    }
    void operator()(const QuestionUpvoted& e) {
        db_.run(e.value ? "INSERT OR IGNORE INTO support (workshop, question, participant)"
                          " VALUES (?, ?, ?)"
                        : "DELETE FROM support WHERE workshop = ? AND question = ?"
                          " AND participant = ?",
                workshop_, e.question, e.participant);
    }
    void operator()(const ReactionSet& e) {
        db_.run(e.value ? "INSERT OR IGNORE INTO reaction (workshop, idea, participant)"
                          " VALUES (?, ?, ?)"
                        : "DELETE FROM reaction WHERE workshop = ? AND idea = ?"
                          " AND participant = ?",
                workshop_, e.idea, e.participant);
    }
    void operator()(const QuestionWithdrawn& e) {
        db_.run("UPDATE question SET status = 'withdrawn' WHERE workshop = ? AND id = ?", workshop_,
                e.question);
    }
    void operator()(const QuestionPublished& e) {
        db_.run(
            "UPDATE question SET status = 'published', reviewed = 1, reason = NULL"
            " WHERE workshop = ? AND id = ?",
            workshop_, e.question);
    }
    void operator()(const QuestionHidden& e) {
        db_.run(
            "UPDATE question SET status = 'hidden', reviewed = 1, reason = ?"
            " WHERE workshop = ? AND id = ?",
            text(e.reason), workshop_, e.question);
    }
    void operator()(const QuestionAnswered& e) {
        db_.run("UPDATE question SET answered = 1, answer = ? WHERE workshop = ? AND id = ?",
                OrNull{e.text}, workshop_, e.question);
    }
    void operator()(const CommitmentMade& e) {
        const Promise& p = e.promise;
        db_.run(
            "INSERT INTO commitment (workshop, id, phase, author, text, who, by, with_whom,"
            " looking_for, bringing, at, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            " 'published')",
            workshop_, e.commitment, e.phase, e.author, p.text, text(p.who), OrNull{p.by},
            OrNull{p.with}, OrNull{p.looking_for}, OrNull{p.bringing}, at_);
    }
    void operator()(const CommitmentEdited& e) {
        const Promise& p = e.promise;
        db_.run(
            "UPDATE commitment SET text = ?, who = ?, by = ?, with_whom = ?, looking_for = ?,"
            " bringing = ? WHERE workshop = ? AND id = ?",
            p.text, text(p.who), OrNull{p.by}, OrNull{p.with}, OrNull{p.looking_for},
            OrNull{p.bringing}, workshop_, e.commitment);
    }
    void operator()(const CommitmentWithdrawn& e) {
        db_.run("UPDATE commitment SET status = 'withdrawn' WHERE workshop = ? AND id = ?",
                workshop_, e.commitment);
    }
    void operator()(const CommitmentPublished& e) {
        db_.run(
            "UPDATE commitment SET status = 'published', reason = NULL"
            " WHERE workshop = ? AND id = ?",
            workshop_, e.commitment);
    }
    void operator()(const CommitmentHidden& e) {
        db_.run("UPDATE commitment SET status = 'hidden', reason = ? WHERE workshop = ? AND id = ?",
                text(e.reason), workshop_, e.commitment);
    }
    void operator()(const CommitmentFollowed& e) {
        db_.run(
            "UPDATE commitment SET follow_up = ?, note = ?, followed_at = ?"
            " WHERE workshop = ? AND id = ?",
            text(e.status), OrNull{e.note}, at_, workshop_, e.commitment);
    }
    void operator()(const ParticipantErased& e) { project_erasure(db_, workshop_, e); }
    void operator()(const IdeaErased& e) { project_erasure(db_, workshop_, e); }
    void operator()(const WorkshopAnonymised& e) { project_erasure(db_, workshop_, e); }
    void operator()(const ClosingSaid& e) {
        db_.run(
            "INSERT OR REPLACE INTO closing (workshop, phase, participant, roti, sentence, quote)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            workshop_, e.phase, e.participant, e.closing.roti, OrNull{e.closing.sentence},
            e.closing.quote);
    }

  private:
    [[nodiscard]] std::int64_t position_of(const PhaseId& phase) {
        auto rows =
            db_.query("SELECT position FROM phase WHERE workshop = ? AND id = ?", workshop_, phase);
        return rows.next() ? rows->integer(0) : 0;
    }
    /// Makes room for one phase there.
    [[nodiscard]] std::int64_t place_behind(const std::optional<PhaseId>& after) {
        const std::int64_t position = (after ? position_of(*after) : 0) + 1;
        db_.run("UPDATE phase SET position = position + 1 WHERE workshop = ? AND position >= ?",
                workshop_, position);
        return position;
    }
    /// Closes the ranks behind a phase; it stands nowhere until it is put somewhere.
    void take_out(const PhaseId& phase) {
        const std::int64_t position = position_of(phase);
        db_.run("UPDATE phase SET position = 0 WHERE workshop = ? AND id = ?", workshop_, phase);
        db_.run("UPDATE phase SET position = position - 1 WHERE workshop = ? AND position > ?",
                workshop_, position);
    }
    void insert(const Phase& phase, std::int64_t position) {
        const std::string settings = wire::encode(phase.settings).dump();
        db_.run(
            "INSERT INTO phase (workshop, id, position, kind, title, prompt, minutes, status,"
            " opened_at, ends_at, revealed, settings, round, repeats)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            workshop_, phase.id, position, text(wire::kind_of(phase.settings)), phase.title,
            phase.prompt, phase.minutes, text(phase.status), phase.opened_at, phase.ends_at,
            phase.revealed, settings, phase.round, phase.repeats);
    }
    void open(const PhaseId& phase, base::Millis ends_at) {
        db_.run(
            "UPDATE phase SET status = 'open', opened_at = ?, ends_at = ?"
            " WHERE workshop = ? AND id = ?",
            at_, ends_at, workshop_, phase);
    }
    void clear(const PhaseId& phase, const ParticipantId& voter, const IdeaId& idea) {
        db_.run(
            "DELETE FROM ballot WHERE workshop = ? AND phase = ? AND participant = ?"
            " AND idea = ?",
            workshop_, phase, voter, idea);
    }
    void add_credential(const ParticipantId& participant, const std::string& digest) {
        if (digest.empty()) return;
        db_.run(
            "INSERT OR REPLACE INTO credential (digest, workshop, participant, created_at)"
            " VALUES (?, ?, ?, ?)",
            digest, workshop_, participant, at_);
    }

    Database& db_;
    const WorkshopId& workshop_;
    base::Millis at_;
};

}  // namespace

void project(Database& database, const WorkshopId& workshop, const Recorded& recorded) {
    std::visit(Projection(database, workshop, recorded.at), recorded.event);
}

void clear_projection(Database& database, const WorkshopId& workshop) {
    database.run("DELETE FROM affiliation WHERE workshop = ?", workshop);
    database.run("DELETE FROM lever WHERE workshop = ?", workshop);
    database.run("DELETE FROM scale WHERE workshop = ?", workshop);
    database.run("DELETE FROM phase WHERE workshop = ?", workshop);
    database.run("DELETE FROM participant WHERE workshop = ?", workshop);
    database.run("DELETE FROM idea WHERE workshop = ?", workshop);
    database.run("DELETE FROM ballot WHERE workshop = ?", workshop);
    database.run("DELETE FROM placement WHERE workshop = ?", workshop);
    database.run("DELETE FROM card WHERE workshop = ?", workshop);
    database.run("DELETE FROM weather WHERE workshop = ?", workshop);
    database.run("DELETE FROM question WHERE workshop = ?", workshop);
    database.run("DELETE FROM support WHERE workshop = ?", workshop);
    database.run("DELETE FROM reaction WHERE workshop = ?", workshop);
    database.run("DELETE FROM commitment WHERE workshop = ?", workshop);
    database.run("DELETE FROM closing WHERE workshop = ?", workshop);
    database.run("DELETE FROM credential WHERE workshop = ?", workshop);
    clear_index(database, workshop);
    clear_moderation(database, workshop);
}

}  // namespace atelier::journal::sqlite
