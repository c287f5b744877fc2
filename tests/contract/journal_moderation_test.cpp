// Boards, groups and moderation in the file: the tables beside the fold, the views beside the
// server's own answers, and a file from before they were.

#include <catch2/catch.hpp>

#include <map>

#include "insight/group_tally.hpp"
#include "journal/chain.hpp"
#include "journal/sqlite/schema.hpp"
#include "support/stores.hpp"
#include "support/tale.hpp"
#include "wire/resting.hpp"

using namespace atelier;
using namespace atelier::domain;
using namespace atelier::journal;
using namespace atelier::tests;
using sqlite::Database;

namespace {

/// Long enough for everything to have happened.
struct LongTale : Fresh<SqliteJournal> {
    Tale tale;
    explicit LongTale(unsigned seed) : tale(seed) {
        tale.tell_until(3'500);
        const Batch batch = tale.batch();
        REQUIRE(store.append({&batch, 1}).ok());
    }
};

/// A file as servers wrote it before boards could change: its tables filled as that server did.
void write_version_1(const std::string& path, const std::vector<Recorded>& events) {
    Database database({path});
    sqlite::migrate(database, sqlite::migrations().first(1));
    database.script(R"sql(
        INSERT INTO workshop (id, code, title, question, language, created_at)
            VALUES ('w1', 'AAAA-2222', 'Titre', 'Pourquoi ?', 'fr', 5);
        INSERT INTO lever VALUES ('w1', 'main', 'l1', 1, 'Réseaux');
        INSERT INTO scale VALUES ('w1', 'main', 's1', 1, 'Commune', NULL);
        INSERT INTO phase VALUES ('w1', 'p1', 1, 'collect', 'Phase p1', '', 10, 'open', 5, 9, 0,
            '{"ask_scale":false,"max_chars":500,"max_per_person":3,"moderation":"after"}');
        INSERT INTO participant VALUES ('w1', 'ada', 'Ada', NULL, 5);
        INSERT INTO idea VALUES ('w1', 'i1', 'p1', 'ada', 'Des haies', NULL, 5, 'published', 0,
            NULL);
        INSERT INTO placement VALUES ('w1', 'main', 'i1', 'l1', NULL, NULL);
    )sql");
    Digest previous{};
    for (const Recorded& recorded : events) {
        const Row row = make_row({"w1"}, recorded, previous);
        previous = row.digest;
        database.run(
            "INSERT INTO event (workshop, seq, at, actor_role, kind, payload, row, digest)"
            " VALUES ('w1', ?, ?, ?, ?, ?, ?, ?)",
            row.seq, row.at, row.actor_role, row.kind, row.payload, sqlite::blob(row.row),
            sqlite::blob(row.digest));
        for (const Sealed& sealed : row.sealed)
            database.run("INSERT INTO sealed VALUES ('w1', ?, ?, ?, ?)", row.seq, sealed.key,
                         sqlite::Blob{sealed.salt}, sealed.value);
    }
    database.run("UPDATE workshop SET last_seq = ?, last_digest = ?", events.size(),
                 sqlite::blob(previous));
}

std::vector<Recorded> before_boards_could_change() {
    WorkshopCreated created{{"w1"}, "AAAA-2222", {}};
    created.plan.title = "Titre";
    created.plan.question = "Pourquoi ?";
    Board board{
        {"main"}, {{{"l1"}, "Réseaux", "network", "teal", ""}}, {{{"s1"}, "Commune", {}}}, {}};
    created.plan.boards = {board};
    Phase phase;
    phase.id = {"p1"};
    phase.title = "Phase p1";
    created.plan.phases = {phase};
    std::vector<Recorded> out;
    for (Event event :
         {Event{created}, Event{PhaseOpened{{"p1"}, 9}},
          Event{ParticipantJoined{{"ada"}, "Ada", {}, ""}},
          Event{IdeaPosted{
              {"i1"}, {"p1"}, ParticipantId{"ada"}, "Des haies", {}, IdeaStatus::published, false}},
          Event{PlacementSet{{"main"}, {"i1"}, {LeverId{"l1"}, {}, {}}}}})
        out.push_back({out.size() + 1, 5, {Role::facilitator, {}}, {}, std::move(event)});
    return out;
}

}  // namespace

TEST_CASE("[J8] the tables of boards, groups and moderation say what the fold says") {
    bool grouped = false;  // in one tale or another: groups also come apart again
    for (const unsigned seed : {3u, 5u, 8u}) {
        LongTale told(seed);
        const auto verified = told.store.verify(told.tale.id());
        REQUIRE(verified);
        CHECK(verified.value().difference.value_or(Difference{}).words == "");
        REQUIRE(told.store.rebuild(told.tale.id()));
        CHECK_FALSE(told.store.verify(told.tale.id()).value().difference);
        CHECK(image(told.store.load(told.tale.id()).value().state) == image(told.tale.state()));
        const Workshop& state = told.tale.state();
        grouped = grouped || !state.groups.empty();
        CHECK_FALSE(state.comments.empty());
        CHECK_FALSE(state.plan.boards.front().crowd.empty());
    }
    CHECK(grouped);
}

TEST_CASE("[J8] the views of places and of groups answer as the server does") {
    for (const unsigned seed : {3u, 5u, 8u}) {
        LongTale told(seed);
        const Workshop& state = told.tale.state();
        Database shell({told.path});
        std::map<std::string, std::string> places;
        auto rows = shell.query(
            "SELECT idea, coalesce(lever, ''), coalesce(scale, '')"
            " FROM card_place");
        while (rows.next()) {
            const std::string place =
                std::string(rows->text(1)) + " / " + std::string(rows->text(2));
            CHECK(places.emplace(std::string(rows->text(0)), place).second);
        }
        for (const Idea& idea : state.ideas) {
            const auto rests = wire::resting(state.plan.boards.front(), idea.id);
            const std::string lever = rests && rests->place.lever ? rests->place.lever->text : "";
            const std::string scale = rests && rests->place.scale ? rests->place.scale->text : "";
            const auto found = places.find(idea.id.text);
            CHECK((found == places.end() ? " / " : found->second) == lever + " / " + scale);
        }
        auto tallies = shell.query("SELECT phase, idea, dots, voters FROM group_tally");
        while (tallies.next()) {
            const DotsTally tally{static_cast<int>(tallies->integer(2)),
                                  static_cast<int>(tallies->integer(3))};
            const Votes& votes = *state.votes_of({std::string(tallies->text(0))});
            const IdeaId idea{std::string(tallies->text(1))};
            CHECK(insight::group_tally(state, votes, idea, Method::dots) == Tally{tally});
        }
    }
}

TEST_CASE("[J9] a file from before boards could change opens, agrees and goes on") {
    TempDir dir;
    const std::string path = dir.file("atelier.db");
    write_version_1(path, before_boards_could_change());
    auto opened = SqliteJournal::open({.path = path});
    REQUIRE(opened);
    SqliteJournal& journal = *opened.value();
    const auto verified = journal.verify({"w1"});
    REQUIRE(verified);
    CHECK(verified.value().difference.value_or(Difference{}).words == "");
    const auto loaded = journal.load({"w1"});
    REQUIRE(loaded);
    CHECK(loaded.value().state.ideas.front().text == "Des haies");
    const Batch more{{"w1"},
                     6,
                     {{6, 7, {Role::moderator, {}}, {}, IdeaReworded{{"i1"}, "Planter des haies"}},
                      {7, 7, {Role::facilitator, {}}, {}, PostsStopped{true}}}};
    REQUIRE(journal.append({&more, 1}).ok());
    CHECK_FALSE(journal.verify({"w1"}).value().difference);
    CHECK(journal.load({"w1"}).value().state.ideas.front().original == "Des haies");
}
