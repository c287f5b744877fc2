#include "journal/sqlite/erasing.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "journal/erasing.hpp"

namespace atelier::journal::sqlite {

using namespace domain;

namespace {

/// Deletes the sealed texts of the events that a query names, and links to other devices: a device
/// that comes later would be the person that is no more.
struct Seals {
    Database& db;
    const WorkshopId& workshop;

    void operator()(const ParticipantErased& e) const {
        // Their own events; what was made of their ideas and told of their commitments.
        db.run(
            "DELETE FROM sealed WHERE workshop = ?1 AND seq IN (SELECT seq FROM event"
            " WHERE workshop = ?1 AND (actor = ?2"
            " OR (kind IN ('participant.joined', 'participant.updated')"
            "  AND json_extract(payload, '$.participant') = ?2)"
            " OR (kind LIKE 'idea.%' AND json_extract(payload, '$.idea') IN"
            "  (SELECT id FROM idea WHERE workshop = ?1 AND author = ?2))"
            " OR (kind = 'commitment.followed' AND json_extract(payload, '$.commitment') IN"
            "  (SELECT id FROM commitment WHERE workshop = ?1 AND author = ?2))))",
            workshop, e.participant);
        db.run("DELETE FROM handover WHERE workshop = ? AND participant = ?", workshop,
               e.participant);
    }
    void operator()(const IdeaErased& e) const {
        db.run(
            "DELETE FROM sealed WHERE workshop = ?1 AND seq IN (SELECT seq FROM event"
            " WHERE workshop = ?1 AND kind LIKE 'idea.%'"
            " AND json_extract(payload, '$.idea') = ?2)",
            workshop, e.idea);
    }
    void operator()(const WorkshopAnonymised&) const {
        db.run(
            "DELETE FROM sealed WHERE workshop = ?1 AND seq IN (SELECT seq FROM event"
            " WHERE workshop = ?1 AND kind IN ('participant.joined', 'participant.updated'))",
            workshop);
        db.run("DELETE FROM handover WHERE workshop = ?", workshop);
    }
    template <class Other>
    void operator()(const Other&) const {}
};

/// Which rows of the search an event touches.
class Index {
  public:
    Index(Database& database, const WorkshopId& workshop) : db_(database), workshop_(workshop) {}

    void operator()(const IdeaPosted& e) { idea(e.idea); }
    void operator()(const IdeaEdited& e) { idea(e.idea); }
    void operator()(const IdeaWithdrawn& e) { idea(e.idea); }
    void operator()(const IdeaPublished& e) { idea(e.idea); }
    void operator()(const IdeaHidden& e) { idea(e.idea); }
    void operator()(const IdeaReworded& e) { idea(e.idea); }
    void operator()(const IdeaErased& e) { idea(e.idea); }
    void operator()(const ResultsRevealed& e) { ideas_of(e.phase); }
    void operator()(const PhaseUpdated& e) { ideas_of(e.phase.id); }
    void operator()(const WorkshopClosed&) {
        leave(" AND kind = 'idea'");
        enter(all_ideas, "");
    }
    void operator()(const ParticipantErased&) {
        // Rare: all of it again.
        leave("");
        enter(all_ideas, "");
        enter(all_questions, "");
        enter(all_commitments, "");
    }
    void operator()(const QuestionAsked& e) { question(e.question); }
    void operator()(const QuestionWithdrawn& e) { question(e.question); }
    void operator()(const QuestionPublished& e) { question(e.question); }
    void operator()(const QuestionHidden& e) { question(e.question); }
    void operator()(const CommitmentMade& e) { commitment(e.commitment); }
    void operator()(const CommitmentEdited& e) { commitment(e.commitment); }
    void operator()(const CommitmentWithdrawn& e) { commitment(e.commitment); }
    void operator()(const CommitmentPublished& e) { commitment(e.commitment); }
    void operator()(const CommitmentHidden& e) { commitment(e.commitment); }
    template <class Other>
    void operator()(const Other&) {}

  private:
    // Says the same as domain::shown().
    static constexpr std::string_view all_ideas =
        "INSERT INTO searched (workshop, kind, item, text)"
        " SELECT idea.workshop, 'idea', idea.id, idea.text FROM idea"
        " JOIN workshop ON workshop.id = idea.workshop"
        " LEFT JOIN phase ON phase.workshop = idea.workshop AND phase.id = idea.phase"
        " WHERE idea.workshop = ?1 AND idea.status = 'published' AND NOT idea.erased"
        " AND (workshop.closed OR coalesce(phase.revealed, 1) OR"
        " coalesce(json_extract(phase.settings, '$.private'), 0) = 0)";
    static constexpr std::string_view all_questions =
        "INSERT INTO searched (workshop, kind, item, text)"
        " SELECT workshop, 'question', id, text FROM question"
        " WHERE workshop = ?1 AND status = 'published' AND NOT erased";
    static constexpr std::string_view all_commitments =
        "INSERT INTO searched (workshop, kind, item, text)"
        " SELECT workshop, 'commitment', id, text FROM commitment"
        " WHERE workshop = ?1 AND status = 'published' AND NOT erased";

    // `which` says what of the workshop is meant, in a statement of its own for each case: a condition
    // that holds where a parameter is null is answered by reading every row, for every idea.
    template <class... Values>
    void leave(std::string_view which, const Values&... values) {
        const std::string of = " FROM searched WHERE workshop = ?1" + std::string(which);
        db_.run("INSERT INTO search (search, rowid, text) SELECT 'delete', id, text" + of,
                workshop_, values...);
        db_.run("DELETE" + of, workshop_, values...);
    }
    template <class... Values>
    void enter(std::string_view statement, std::string_view which, const Values&... values) {
        std::int64_t last = 0;
        {
            auto rows = db_.query("SELECT coalesce(max(id), 0) FROM searched");
            if (rows.next()) last = rows->integer(0);
        }
        db_.run(std::string(statement) + std::string(which), workshop_, values...);
        if (db_.changes() == 0) return;
        db_.run("INSERT INTO search (rowid, text) SELECT id, text FROM searched WHERE id > ?",
                last);
    }
    template <class Item>
    void leave_one(std::string_view kind, const Item& item) {
        leave(" AND kind = ?2 AND item = ?3", kind, item);
    }
    void idea(const IdeaId& id) {
        leave_one("idea", id);
        enter(all_ideas, " AND idea.id = ?2", id);
    }
    void ideas_of(const PhaseId& phase) {
        std::vector<std::string> ideas;
        {
            auto rows =
                db_.query("SELECT id FROM idea WHERE workshop = ? AND phase = ?", workshop_, phase);
            while (rows.next()) ideas.emplace_back(rows->text(0));
        }
        for (const std::string& id : ideas) leave_one("idea", id);
        enter(all_ideas, " AND idea.phase = ?2", phase);
    }
    void question(const QuestionId& id) {
        leave_one("question", id);
        enter(all_questions, " AND id = ?2", id);
    }
    void commitment(const CommitmentId& id) {
        leave_one("commitment", id);
        enter(all_commitments, " AND id = ?2", id);
    }

    Database& db_;
    const WorkshopId& workshop_;
};

}  // namespace

bool take_back(Database& database, const WorkshopId& workshop, const Event& event) {
    if (!erases(event)) return false;
    std::visit(Seals{database, workshop}, event);
    database.run("DELETE FROM snapshot WHERE workshop = ?", workshop);
    database.run("UPDATE version SET html = '', markdown = '', redone = 1 WHERE workshop = ?",
                 workshop);
    compact_index(database);
    // Said in the same commit, so that a crash before the file is wiped does not forget it.
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('wipe', 1)");
    return true;
}

void index(Database& database, const WorkshopId& workshop, const Event& event) {
    std::visit(Index(database, workshop), event);
}

void clear_index(Database& database, const WorkshopId& workshop) {
    database.run(
        "INSERT INTO search (search, rowid, text)"
        " SELECT 'delete', id, text FROM searched WHERE workshop = ?",
        workshop);
    database.run("DELETE FROM searched WHERE workshop = ?", workshop);
}

void compact_index(Database& database) {
    database.run("INSERT INTO search (search) VALUES ('optimize')");
}

void project_erasure(Database& db, const WorkshopId& w, const ParticipantErased& e) {
    const ParticipantId& who = e.participant;
    db.run("UPDATE participant SET name = NULL, erased = 1 WHERE workshop = ? AND id = ?", w, who);
    db.run(
        "UPDATE idea SET text = '', original = NULL, answer = NULL, erased = 1"
        " WHERE workshop = ? AND author = ?",
        w, who);
    db.run("UPDATE comment SET text = '', erased = 1 WHERE workshop = ? AND author = ?", w, who);
    db.run("UPDATE question SET text = '', erased = 1 WHERE workshop = ? AND author = ?", w, who);
    db.run(
        "UPDATE commitment SET text = '', by = NULL, with_whom = NULL, looking_for = NULL,"
        " bringing = NULL, note = NULL, erased = 1 WHERE workshop = ? AND author = ?",
        w, who);
    db.run("UPDATE ballot SET reason = NULL WHERE workshop = ? AND participant = ?", w, who);
    db.run("UPDATE closing SET sentence = NULL, quote = 0 WHERE workshop = ? AND participant = ?",
           w, who);
    db.run("DELETE FROM credential WHERE workshop = ? AND participant = ?", w, who);
}

void project_erasure(Database& db, const WorkshopId& w, const IdeaErased& e) {
    db.run(
        "UPDATE idea SET text = '', original = NULL, answer = NULL, erased = 1"
        " WHERE workshop = ? AND id = ?",
        w, e.idea);
}

void project_erasure(Database& db, const WorkshopId& w, const WorkshopAnonymised&) {
    db.run("UPDATE workshop SET anonymised = 1 WHERE id = ?", w);
    db.run("UPDATE participant SET name = NULL WHERE workshop = ?", w);
    db.run("DELETE FROM credential WHERE workshop = ?", w);
}

}  // namespace atelier::journal::sqlite
