#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "journal/chain.hpp"
#include "journal/sqlite/database.hpp"
#include "journal/sqlite/schema.hpp"
#include "support/stores.hpp"
#include "support/tale.hpp"

/// What only a file can show: tampering, versions, second writers, traces.

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;
using sqlite::Database;
using sqlite::SqlError;

namespace {

bool put(Store& store, const Batch& batch) { return store.append({&batch, 1}).ok(); }

struct Told : Fresh<SqliteJournal> {
    Tale tale{21};
    Told() {
        tale.tell_until(500);
        REQUIRE(put(store, tale.batch()));
    }
    /// Someone with a database shell.
    void edit(const std::string& sql) {
        Database shell({path});
        shell.script("PRAGMA foreign_keys = OFF;" + sql);
    }
    std::optional<Difference> difference() { return store.verify(tale.id()).value().difference; }
    /// The last seq of a kind of event.
    Seq last(std::string_view kind) {
        Database shell({path});
        auto rows = shell.query("SELECT max(seq) FROM event WHERE kind = ?", kind);
        rows.next();
        return static_cast<Seq>(rows->integer(0));
    }
    [[nodiscard]] bool in_the_files(const std::string& text) const {
        for (const char* end : {"", "-wal"}) {
            std::ifstream in(path + end, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            if (bytes.find(text) != std::string::npos) return true;
        }
        return false;
    }
};

std::int64_t number(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    REQUIRE(rows.next());
    return rows->integer(0);
}

/// Whether another program would find some lock of ours on a file; a process does not see its own.
bool locked(const std::string& path) {
    const pid_t other = ::fork();
    if (other == 0) {
        struct flock whole {};
        whole.l_type = F_WRLCK;
        whole.l_whence = SEEK_SET;
        const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        const bool asked = file >= 0 && ::fcntl(file, F_GETLK, &whole) == 0;
        ::_exit(asked && whole.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    REQUIRE(::waitpid(other, &status, 0) == other);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

std::string refusal_to_open(const std::string& path) {
    const auto opened = SqliteJournal::open({.path = path});
    REQUIRE_FALSE(opened);
    return opened.error().cause;
}

}  // namespace

TEST_CASE("[J1] a connection that comes and goes leaves the others their locks") {
    Told told;
    REQUIRE(locked(told.path));
    // Without them another program would believe to be the last one and delete the log in use.
    {
        const auto second = SqliteJournal::open({.path = told.path});
        REQUIRE(second);
        CHECK(locked(told.path));
    }
    CHECK(locked(told.path));
}

TEST_CASE("[J6] a changed field of any row is found, with its seq") {
    const auto [what, words] = GENERATE(table<std::string, std::string>(
        {{"payload = replace(payload, '}', ' }')", "its content was changed"},
         {"at = at + 1", "its content was changed"},
         {"actor_role = 'screen'", "its content was changed"},
         {"actor = 'someone'", "its content was changed"},
         {"command = NULL", "its content was changed"},
         {"row = zeroblob(32)", "its content was changed"},
         {"digest = zeroblob(32)", "it does not follow from the events before it"}}));
    Told told;
    told.edit("UPDATE event SET " + what + " WHERE seq = 150");
    const auto found = told.difference();
    REQUIRE(found);
    CHECK(found->seq == 150);
    CHECK(found->words == "event 150: " + words);
}

TEST_CASE("[J6] a row that is missing is found, the last ones too") {
    Told told;
    const Seq end = told.tale.seq();
    SECTION("in the middle") {
        told.edit("DELETE FROM event WHERE seq BETWEEN 100 AND 102");
        CHECK(told.difference()->seq == 100);
        CHECK(told.difference()->words == "event 103: 3 before it missing");
    }
    SECTION("the first") {
        told.edit("DELETE FROM event WHERE seq = 1");
        CHECK(told.difference()->seq == 1);
    }
    SECTION("at the end") {
        told.edit("DELETE FROM event WHERE seq = " + std::to_string(end));
        CHECK(told.difference()->seq == end);
        const auto loaded = told.store.load(told.tale.id());
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().kind == Failure::damaged);
    }
    SECTION("and put in another's place") {
        told.edit(
            "DELETE FROM event WHERE seq = 200;"
            "UPDATE event SET seq = seq - 1 WHERE seq > 200");
        CHECK(told.difference()->seq == 200);
    }
}

TEST_CASE("[J6] a changed text is found, an erased one is not missed") {
    Told told;
    const std::string seq = std::to_string(told.last("idea.posted"));
    SECTION("changed") {
        told.edit("UPDATE sealed SET value = 'autre chose' WHERE seq = " + seq);
        CHECK(told.difference()->words == "event " + seq + ": its text was changed");
    }
    SECTION("put where none was") {
        told.edit("INSERT INTO sealed VALUES ('w1', 1, 'text', x'00', 'de plus')");
        CHECK(told.difference()->words == "event 1: its text was changed");
    }
    SECTION("erased: only the tables still know it") {
        told.edit("DELETE FROM sealed");
        CHECK(told.difference()->words.starts_with("table "));
        REQUIRE(told.store.rebuild(told.tale.id()));
        CHECK_FALSE(told.difference());
    }
}

TEST_CASE("[J6] anyone can recompute the chain with SQL and SHA-256") {
    Told told;
    Database shell({told.path});
    auto rows = shell.query(
        "SELECT workshop || char(10) || seq || char(10) || at || char(10) || actor_role || char(10)"
        " || coalesce(actor, '') || char(10) || coalesce(command, '') || char(10) || kind"
        " || char(10) || payload, row, digest FROM event ORDER BY seq");
    std::string digest(32, '\0');
    while (rows.next()) {
        const auto row = base::sha256(rows->text(0));
        REQUIRE(rows->digest(1) == row);
        const auto next = base::sha256(digest + std::string(row.begin(), row.end()));
        REQUIRE(rows->digest(2) == next);
        digest.assign(next.begin(), next.end());
    }
    const auto head = told.store.head(told.tale.id()).value();
    CHECK(std::string(head.digest.begin(), head.digest.end()) == digest);
}

TEST_CASE("[J8] a table that says something else than the journal is found, and rebuilt") {
    const auto [sql, words] = GENERATE(table<std::string, std::string>(
        {{"UPDATE idea SET text = 'faux' WHERE id = (SELECT min(id) FROM idea)",
          "table idea: text"},
         {"UPDATE idea SET status = 'pending' WHERE status = 'published'", "table idea: status"},
         {"UPDATE ballot SET dots = dots + 1", "table ballot: dots"},
         {"DELETE FROM ballot WHERE idea = (SELECT min(idea) FROM ballot)", "table ballot: "},
         {"INSERT INTO ballot (workshop, phase, participant, idea, dots)"
          " VALUES ('w1', 'p3', 'ghost', 'none', 1)",
          "table ballot: p3 / ghost / none is not in the journal"},
         {"UPDATE placement SET lever = 'l2'", "table placement: lever"},
         {"DELETE FROM participant", "table participant: "},
         {"UPDATE workshop SET title = 'faux'", "table workshop: title"},
         {"UPDATE phase SET revealed = 1 - revealed", "table phase: revealed"},
         {"DELETE FROM lever", "table lever: main / "}}));
    CAPTURE(sql);
    Told told;
    REQUIRE_FALSE(told.difference());
    told.edit(sql);
    const auto found = told.difference();
    REQUIRE(found);
    CAPTURE(found->words);
    CHECK(found->words.starts_with(words));
    REQUIRE(told.store.rebuild(told.tale.id()));
    CHECK_FALSE(told.difference());
}

TEST_CASE("[J8] the views answer") {
    Told told;
    Database shell({told.path});
    const auto& votes = told.tale.state().votes;
    REQUIRE(votes.contains({"p3"}));
    auto rows = shell.query("SELECT idea, dots, voters FROM idea_tally WHERE workshop = 'w1'");
    std::size_t count = 0;
    while (rows.next()) {
        const domain::Tally tally = domain::DotsTally{static_cast<int>(rows->integer(1)),
                                                      static_cast<int>(rows->integer(2))};
        CHECK(votes.at({"p3"}).tallies.at({std::string(rows->text(0))}) == tally);
        ++count;
    }
    CHECK(count == votes.at({"p3"}).tallies.size());
    auto turnout = shell.query("SELECT voted, people FROM turnout WHERE phase = 'p3'");
    REQUIRE(turnout.next());
    CHECK(turnout->integer(0) == static_cast<std::int64_t>(votes.at({"p3"}).ballots.size()));
    CHECK(turnout->integer(1) == static_cast<std::int64_t>(told.tale.state().participants.size()));
    auto results = shell.query("SELECT count(*) FROM idea_result");
    REQUIRE(results.next());
    CHECK(results->integer(0) ==
          std::ranges::count_if(told.tale.state().ideas, [](const domain::Idea& idea) {
              return idea.status == domain::IdeaStatus::published && !idea.group;
          }));
}

TEST_CASE("[J4] a snapshot that cannot be right is passed over") {
    Told told;
    REQUIRE(told.store.save_snapshot(told.tale.state(), told.tale.seq()));
    const auto sql =
        GENERATE(as<std::string>(), "UPDATE snapshot SET state = '{'",
                 "UPDATE snapshot SET state = '{\"id\":\"w1\"}'",
                 "UPDATE snapshot SET digest = zeroblob(32)", "UPDATE snapshot SET seq = seq - 1");
    told.edit(sql);
    CHECK(image(told.store.load(told.tale.id()).value().state) == image(told.tale.state()));
}

TEST_CASE("[J2] a second writer on the same file is fenced off, then goes on from there") {
    Fresh<SqliteJournal> fresh;
    auto other = SqliteJournal::open({.path = fresh.path}).value();
    Tale tale(31);
    REQUIRE(put(fresh.store, tale.batch()));
    tale.tell_until(10);
    const Batch contested = tale.batch();
    REQUIRE(put(*other, contested));
    const auto late = fresh.store.append({&contested, 1});
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Failure::conflict);
    CHECK(fresh.store.well());
    tale.tell_until(20);
    REQUIRE(put(fresh.store, tale.batch()));
    tale.tell_until(30);
    REQUIRE(put(*other, tale.batch()));
    CHECK_FALSE(fresh.store.verify(tale.id()).value().difference);
    REQUIRE(other->erase(tale.id()));
    tale.tell_until(40);
    const auto gone = fresh.store.append({std::array{tale.batch()}});
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind != Failure::unavailable);
    CHECK(fresh.store.workshops().value().empty());
}

TEST_CASE("[J10] of what was erased not a letter is left in the file") {
    Fresh<SqliteJournal> fresh;
    Told told;
    told.tale.join("Bertille Unique", "jeton-unique");
    REQUIRE(put(told.store, told.tale.batch()));
    REQUIRE(told.store.save_snapshot(told.tale.state(), told.tale.seq()));
    REQUIRE(told.in_the_files("Bertille Unique"));
    SECTION("a person") {
        const std::array forgotten{told.tale.seq()};
        REQUIRE(told.store.forget(told.tale.id(), forgotten));
    }
    SECTION("a workshop") {
        REQUIRE(told.in_the_files("Une idée"));
        REQUIRE(told.store.erase(told.tale.id()));
        CHECK_FALSE(told.in_the_files("Une idée"));
        CHECK_FALSE(told.in_the_files("idea.posted"));
    }
    CHECK_FALSE(told.in_the_files("Bertille Unique"));
    CHECK_FALSE(told.in_the_files("jeton-unique"));
}

TEST_CASE("[J10] a reader elsewhere delays the wiping, and does not stop the server") {
    Told told;
    Database reader({.path = told.path, .busy_ms = 0});
    auto open = reader.query("SELECT * FROM event");
    REQUIRE(open.next());
    auto store = SqliteJournal::open({.path = told.path}).value();
    REQUIRE(store->erase(told.tale.id()));
    CHECK(store->well());
    CHECK(told.in_the_files("Une idée"));
    { const auto given_back = std::move(open); }
    REQUIRE(store->drop_expired(0));
    CHECK_FALSE(told.in_the_files("Une idée"));
}

TEST_CASE("[J1] an acknowledged event is synced: the connection says so") {
    Fresh<SqliteJournal> fresh;
    Database shell({fresh.path});
    CHECK(number(shell, "PRAGMA synchronous") == 2);
    CHECK(number(shell, "PRAGMA foreign_keys") == 1);
    CHECK(number(shell, "PRAGMA secure_delete") == 1);
    auto mode = shell.query("PRAGMA journal_mode");
    REQUIRE(mode.next());
    CHECK(mode->text(0) == "wal");
    struct stat status {};
    REQUIRE(::stat(fresh.path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("[J9] versions of the file: older is brought up to date, newer is refused in words") {
    TempDir dir;
    const auto path = dir.file("atelier.db");
    const std::array one{"CREATE TABLE a (x TEXT)"};
    const std::array two{"CREATE TABLE a (x TEXT)", "ALTER TABLE a ADD COLUMN y TEXT"};
    {
        Database database({path});
        sqlite::migrate(database, one);
        CHECK(number(database, "PRAGMA user_version") == 1);
        database.run("INSERT INTO a (x) VALUES ('kept')");
        sqlite::migrate(database, two);
        sqlite::migrate(database, two);
        CHECK(number(database, "PRAGMA user_version") == 2);
        CHECK(number(database, "SELECT count(*) FROM a WHERE x = 'kept' AND y IS NULL") == 1);
        const std::array broken{two[0], two[1], "CREATE TABLE b (x TEXT); nonsense"};
        CHECK_THROWS_AS(sqlite::migrate(database, broken), SqlError);
        CHECK(number(database, "PRAGMA user_version") == 2);
        CHECK(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
        database.script("PRAGMA user_version = 99");
        database.script("PRAGMA user_version = 1000");
    }
    CHECK(refusal_to_open(path).find("use the newer server") != std::string::npos);
    const auto foreign = dir.file("foreign.db");
    Database(Database::Options{foreign}).script("CREATE TABLE theirs (x)");
    CHECK(refusal_to_open(foreign).find("not made by Atelier") != std::string::npos);
    std::ofstream(dir.file("text.db")) << std::string(5'000, 'x');
    CHECK_FALSE(SqliteJournal::open({.path = dir.file("text.db")}));
    CHECK_FALSE(SqliteJournal::open({.path = dir.file("no/such/place.db")}));
}

TEST_CASE("[J9] the epoch is made with the file and stays") {
    TempDir dir;
    const auto first = SqliteJournal::open({.path = dir.file("a.db")}).value()->epoch().value();
    CHECK(SqliteJournal::open({.path = dir.file("a.db")}).value()->epoch().value() == first);
    CHECK(SqliteJournal::open({.path = dir.file("b.db")}).value()->epoch().value() != first);
}
