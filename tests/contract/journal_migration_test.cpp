#include <catch2/catch.hpp>

#include "journal/chain.hpp"
#include "journal/sqlite/schema.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "support/tale.hpp"
#include "support/temp_dir.hpp"

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;
using sqlite::Blob;
using sqlite::blob;
using sqlite::Database;

namespace {

/// A workshop as the first version of the server knew them: ideas, and votes by dots.
Tale first_tale() {
    using namespace domain;
    Tale tale(3);
    const Actor facilitator{Role::facilitator};
    for (int i = 0; i < 3; ++i) tale.join("Zoé", "token-" + std::to_string(i));
    tale.ask(facilitator, OpenPhase{{"p1"}});
    for (const char* text : {"Des haies", "Des bancs"})
        tale.ask(facilitator, PostIdea{text, std::nullopt});
    tale.ask(facilitator, OpenPhase{{"p3"}});
    for (const ParticipantId& person : tale.people())
        for (const Idea& idea : tale.state().ideas)
            tale.ask({Role::participant, person}, CastVote{idea.id, 2});
    tale.ask(facilitator, RevealResults{{"p3"}});
    return tale;
}

/// Writes it as that server did: the journal, and its table of ballots.
void write_first_version(const std::string& path, const Tale& tale) {
    Database database({path});
    sqlite::migrate(database, sqlite::migrations().first(1));
    database.run(
        "INSERT INTO workshop (id, code, title, question, language, created_at)"
        " VALUES (?, 'AAAA-2222', 'Titre', '', 'fr', 1)",
        tale.id());
    Digest head{};
    for (const domain::Recorded& recorded : tale.events()) {
        const Row row = make_row(tale.id(), recorded, head);
        head = row.digest;
        database.run(
            "INSERT INTO event (workshop, seq, at, actor_role, actor, command, kind, payload, row,"
            " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row.workshop, row.seq, row.at, row.actor_role, sqlite::OrNull{row.actor},
            sqlite::OrNull{row.command}, row.kind, row.payload, blob(row.row), blob(row.digest));
        for (const Sealed& sealed : row.sealed)
            database.run(
                "INSERT INTO sealed (workshop, seq, key, salt, value) VALUES (?, ?, ?, ?, ?)",
                row.workshop, row.seq, sealed.key, Blob{sealed.salt}, sealed.value);
    }
    for (const auto& [phase, votes] : tale.state().votes)
        for (const auto& [voter, ballot] : votes.ballots)
            for (const auto& [idea, choice] : ballot)
                database.run(
                    "INSERT INTO ballot (workshop, phase, participant, idea, dots)"
                    " VALUES (?, ?, ?, ?, ?)",
                    tale.id(), phase, voter, idea, std::get<domain::Dots>(choice).dots);
    database.run("UPDATE workshop SET last_seq = ?, last_digest = ? WHERE id = ?", tale.seq(),
                 blob(head), tale.id());
}

std::int64_t number(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    REQUIRE(rows.next());
    return rows->integer(0);
}

}  // namespace

TEST_CASE("[J9] a file of the first version opens with everything in it, and goes on from there") {
    TempDir dir;
    const auto path = dir.file("atelier.db");
    Tale tale = first_tale();
    REQUIRE(tale.state().votes.at({"p3"}).ballots.size() == 3);
    write_first_version(path, tale);
    (void)tale.batch();
    auto opened = SqliteJournal::open({.path = path});
    REQUIRE(opened);
    auto& store = *opened.value();
    {
        Database shell({path});
        CHECK(number(shell, "SELECT count(*) FROM ballot WHERE dots = 2 AND grade IS NULL") == 6);
        CHECK(number(shell, "SELECT sum(dots) FROM idea_tally") == 12);
    }
    CHECK(image(store.load(tale.id()).value().state) == image(tale.state()));
    REQUIRE(store.rebuild(tale.id()));
    CHECK_FALSE(store.verify(tale.id()).value().difference);
    tale.tell_until(tale.seq() + 300);
    const Batch more = tale.batch();
    REQUIRE(store.append({&more, 1}));
    CHECK(image(store.load(tale.id()).value().state) == image(tale.state()));
    CHECK_FALSE(store.verify(tale.id()).value().difference);
}
