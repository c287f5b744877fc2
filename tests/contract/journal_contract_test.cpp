#include <catch2/catch.hpp>

#include "support/stores.hpp"
#include "support/tale.hpp"
#include "wire/events.hpp"

/// What every Store keeps, whatever it is made of. Rules: journal/journal.hpp.

using namespace atelier;
using namespace atelier::journal;
using atelier::tests::Fresh;
using atelier::tests::image;
using atelier::tests::Tale;

#define EVERY_STORE(name) TEMPLATE_TEST_CASE(name, "", MemoryJournal, SqliteJournal)

namespace {

template <class T>
Failure failure(const Outcome<T>& outcome) {
    REQUIRE_FALSE(outcome);
    return outcome.error().kind;
}

bool put(Store& store, const Batch& batch) { return store.append({&batch, 1}).ok(); }

/// Appends a tale as it is told, a few events at a time.
void record(Store& store, Tale& tale, std::size_t events, std::size_t step = 7) {
    while (tale.seq() < events) {
        tale.tell_until(tale.seq() + step);
        REQUIRE(put(store, tale.batch()));
    }
}

void same_events(const std::vector<Recorded>& got, std::span<const Recorded> wanted) {
    REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        REQUIRE(wire::encode(got[i]) == wire::encode(wanted[i]));
}

}  // namespace

EVERY_STORE("[J1] several workshops' batches go in together or not at all") {
    Fresh<TestType> fresh;
    Tale one(1, "w1", "AAAA-1111"), two(2, "w2", "BBBB-2222"), three(3, "w3", "CCCC-3333");
    const std::vector<Batch> first{one.batch(), two.batch()};
    REQUIRE(fresh.store.append(first));

    one.tell_until(20), two.tell_until(20);
    std::vector<Batch> second{one.batch(), three.batch(), two.batch()};
    second[2].first += 1;
    CHECK(failure(fresh.store.append(second)) == Failure::conflict);
    CHECK(fresh.store.head(one.id()).value().seq == 1);
    CHECK(failure(fresh.store.head(three.id())) == Failure::no_such_workshop);
    CHECK_FALSE(fresh.store.find_code("CCCC-3333").value());

    second[2].first -= 1;
    REQUIRE(fresh.store.append(second));
    CHECK(fresh.store.head(one.id()).value().seq == one.seq());
    CHECK(fresh.store.head(two.id()).value().seq == two.seq());
    CHECK(fresh.store.head(three.id()).value().seq == 1);
    CHECK_FALSE(fresh.store.verify(two.id()).value().difference);
}

EVERY_STORE("[J1] batches of one workshop that follow on each other share an append") {
    Fresh<TestType> fresh;
    Tale tale(1);
    std::vector<Batch> batches{tale.batch()};
    for (int i = 0; i < 4; ++i) {
        tale.tell_until(tale.seq() + 5);
        batches.push_back(tale.batch());
    }
    REQUIRE(fresh.store.append(batches));
    CHECK(image(fresh.store.load(tale.id()).value().state) == image(tale.state()));
}

EVERY_STORE("[J1] nothing to append is no failure and makes no workshop") {
    Fresh<TestType> fresh;
    CHECK(fresh.store.append({}));
    CHECK(put(fresh.store, Batch{{"w1"}, 1, {}}));
    CHECK(failure(fresh.store.head({"w1"})) == Failure::no_such_workshop);
}

EVERY_STORE("[J2] a batch that does not begin at the next seq is a conflict") {
    Fresh<TestType> fresh;
    Tale tale(1);
    const Batch created = tale.batch();
    REQUIRE(put(fresh.store, created));
    CHECK(failure(fresh.store.append({&created, 1})) == Failure::conflict);
    tale.tell_until(10);
    const Batch next = tale.batch();
    tale.tell_until(20);
    const Batch after = tale.batch();
    CHECK(failure(fresh.store.append({&after, 1})) == Failure::conflict);
    REQUIRE(put(fresh.store, next));
    CHECK(failure(fresh.store.append({&next, 1})) == Failure::conflict);
    REQUIRE(put(fresh.store, after));
    CHECK(fresh.store.head(tale.id()).value().seq == tale.seq());
}

EVERY_STORE("[J2] a workshop begins with its creation, and a code is taken once") {
    Fresh<TestType> fresh;
    Tale tale(1, "w1", "AAAA-1111");
    Batch created = tale.batch();
    tale.tell_until(5);
    const Batch later = tale.batch();
    CHECK(failure(fresh.store.append({&later, 1})) == Failure::no_such_workshop);
    Batch headless{tale.id(), 1, {later.events.front()}};
    headless.events[0].seq = 1;
    CHECK(failure(fresh.store.append({&headless, 1})) == Failure::damaged);
    Batch gap = created;
    gap.events[0].seq = 2;
    CHECK(failure(fresh.store.append({&gap, 1})) == Failure::damaged);
    CHECK(failure(fresh.store.load(tale.id())) == Failure::no_such_workshop);
    REQUIRE(put(fresh.store, created));
    Tale other(2, "w2", "AAAA-1111");
    const Batch same_code = other.batch();
    CHECK(failure(fresh.store.append({&same_code, 1})) == Failure::conflict);
    CHECK(fresh.store.well());
    REQUIRE(put(fresh.store, later));
}

EVERY_STORE("[J3] what was appended is read back equal, from any seq") {
    Fresh<TestType> fresh;
    Tale tale(4);
    record(fresh.store, tale, 120);
    const std::span<const Recorded> all(tale.events());
    same_events(fresh.store.read(tale.id(), 1, 1'000).value(), all);
    same_events(fresh.store.read(tale.id(), 0, 1'000).value(), all);
    same_events(fresh.store.read(tale.id(), 57, 10).value(), all.subspan(56, 10));
    same_events(fresh.store.read(tale.id(), tale.seq(), 10).value(), all.last(1));
    CHECK(fresh.store.read(tale.id(), tale.seq() + 1, 10).value().empty());
    CHECK(fresh.store.read(tale.id(), 1, 0).value().empty());
    CHECK(failure(fresh.store.read({"nobody"}, 1, 10)) == Failure::no_such_workshop);
}

EVERY_STORE("[J4] loading gives the same state with a snapshot and without") {
    Fresh<TestType> fresh;
    Tale tale(5);
    record(fresh.store, tale, 150);
    const domain::Workshop half = tale.state();
    const Seq half_seq = tale.seq();
    record(fresh.store, tale, 400);
    const auto without = fresh.store.load(tale.id());
    REQUIRE(fresh.store.save_snapshot(half, half_seq));
    const auto with = fresh.store.load(tale.id());
    REQUIRE(fresh.store.save_snapshot(tale.state(), tale.seq()));
    const auto at_end = fresh.store.load(tale.id());
    for (const auto* loaded : {&without, &with, &at_end}) {
        CHECK(image(loaded->value().state) == image(tale.state()));
        CHECK(loaded->value().head.seq == tale.seq());
        CHECK(loaded->value().head.digest == fresh.store.head(tale.id()).value().digest);
        CHECK(loaded->value().receipts.size() == without.value().receipts.size());
    }
    CHECK(failure(fresh.store.save_snapshot(half, tale.seq() + 1)) == Failure::conflict);
    CHECK(failure(fresh.store.load({"nobody"})) == Failure::no_such_workshop);
}

EVERY_STORE("[J5] each command has one receipt, with the seq of its last event") {
    Fresh<TestType> fresh;
    Tale tale(6);
    record(fresh.store, tale, 200);
    REQUIRE(fresh.store.save_snapshot(tale.state(), tale.seq()));
    record(fresh.store, tale, 300);
    std::map<base::Uuid, Receipt> wanted;
    for (const Recorded& each : tale.events())
        if (each.command) wanted[*each.command] = {each.actor, *each.command, each.seq};
    const auto receipts = fresh.store.load(tale.id()).value().receipts;
    REQUIRE(receipts.size() == wanted.size());
    CHECK(wanted.size() < tale.seq());  // some commands made several events
    for (const Receipt& receipt : receipts) {
        const Receipt& expected = wanted.at(receipt.command);
        CHECK(receipt.seq == expected.seq);
        CHECK(receipt.actor.participant == expected.actor.participant);
        CHECK(receipt.actor.role == expected.actor.role);
    }
}

EVERY_STORE("[J6] an honest journal verifies, and its digest grows with it") {
    Fresh<TestType> fresh;
    Tale tale(7);
    record(fresh.store, tale, 300);
    const auto verified = fresh.store.verify(tale.id()).value();
    INFO((verified.difference ? verified.difference->words : ""));
    CHECK_FALSE(verified.difference);
    CHECK(verified.head.seq == tale.seq());
    const auto before = fresh.store.head(tale.id()).value();
    CHECK(verified.head.digest == before.digest);
    record(fresh.store, tale, 310);
    CHECK(fresh.store.head(tale.id()).value().digest != before.digest);
    CHECK(failure(fresh.store.verify({"nobody"})) == Failure::no_such_workshop);
}

EVERY_STORE("[J7] forgetting what people wrote leaves the chain whole") {
    Fresh<TestType> fresh;
    Tale tale(8);
    record(fresh.store, tale, 200);
    REQUIRE(fresh.store.save_snapshot(tale.state(), tale.seq()));
    std::vector<Seq> forgotten;
    std::string credential;
    for (const Recorded& each : tale.events()) {
        if (const auto* joined = std::get_if<domain::ParticipantJoined>(&each.event))
            credential = joined->credential, forgotten.push_back(each.seq);
        if (std::holds_alternative<domain::IdeaPosted>(each.event)) forgotten.push_back(each.seq);
        if (std::holds_alternative<domain::IdeaEdited>(each.event)) forgotten.push_back(each.seq);
        if (std::holds_alternative<domain::IdeaReworded>(each.event) ||
            std::holds_alternative<domain::IdeaAnswered>(each.event) ||
            std::holds_alternative<domain::CommentPosted>(each.event))
            forgotten.push_back(each.seq);
    }
    const auto before = fresh.store.head(tale.id()).value();
    REQUIRE(fresh.store.find_credential(credential).value());
    REQUIRE(fresh.store.forget(tale.id(), forgotten));
    CHECK_FALSE(fresh.store.find_credential(credential).value());
    const auto verified = fresh.store.verify(tale.id()).value();
    INFO((verified.difference ? verified.difference->words : ""));
    CHECK_FALSE(verified.difference);
    CHECK(verified.head.digest == before.digest);
    const auto loaded = fresh.store.load(tale.id()).value();
    REQUIRE(loaded.state.ideas.size() == tale.state().ideas.size());
    for (const auto& idea : loaded.state.ideas) {
        CHECK(idea.text.empty());
        CHECK(idea.answer.empty());
        CHECK(idea.original.value_or("").empty());
    }
    for (const auto& comment : loaded.state.comments) CHECK(comment.text.empty());
    for (const auto& [id, person] : loaded.state.participants) CHECK(person.name.empty());
    CHECK(loaded.state.votes.size() == tale.state().votes.size());
}

EVERY_STORE("[J8] rebuilding changes nothing that was right") {
    Fresh<TestType> fresh;
    Tale tale(9);
    record(fresh.store, tale, 250);
    REQUIRE(fresh.store.rebuild(tale.id()));
    CHECK_FALSE(fresh.store.verify(tale.id()).value().difference);
    CHECK(image(fresh.store.load(tale.id()).value().state) == image(tale.state()));
    CHECK(
        fresh.store
            .find_credential(std::get<domain::ParticipantJoined>(tale.events()[1].event).credential)
            .value());
    CHECK(failure(fresh.store.rebuild({"nobody"})) == Failure::no_such_workshop);
}

EVERY_STORE("[J9] reopening a journal that is well keeps everything") {
    Fresh<TestType> fresh;
    Tale tale(10);
    record(fresh.store, tale, 60);
    const auto epoch = fresh.store.epoch().value();
    REQUIRE(fresh.store.reopen());
    CHECK(fresh.store.well());
    CHECK(fresh.store.epoch().value() == epoch);
    CHECK_FALSE(epoch.empty());
    record(fresh.store, tale, 120);
    CHECK(image(fresh.store.load(tale.id()).value().state) == image(tale.state()));
}

EVERY_STORE("[J10] an erased workshop is nowhere, and its neighbour is untouched") {
    Fresh<TestType> fresh;
    Tale gone(1, "w1", "AAAA-1111"), stays(2, "w2", "BBBB-2222");
    record(fresh.store, gone, 150);
    record(fresh.store, stays, 150);
    REQUIRE(fresh.store.save_snapshot(gone.state(), gone.seq()));
    REQUIRE(fresh.store.add_link({"l1", gone.id(), domain::Role::screen, 5}));
    REQUIRE(fresh.store.add_session({"s1", "l1", gone.id(), domain::Role::screen, 6, 99}));
    const auto token = std::get<domain::ParticipantJoined>(gone.events()[1].event).credential;
    REQUIRE(fresh.store.find_credential(token).value());

    REQUIRE(fresh.store.erase(gone.id()));
    CHECK(failure(fresh.store.load(gone.id())) == Failure::no_such_workshop);
    CHECK(failure(fresh.store.erase(gone.id())) == Failure::no_such_workshop);
    CHECK_FALSE(fresh.store.find_code("AAAA-1111").value());
    CHECK_FALSE(fresh.store.find_link("l1").value());
    CHECK_FALSE(fresh.store.find_credential("s1").value());
    CHECK_FALSE(fresh.store.find_credential(token).value());
    CHECK(fresh.store.workshops().value().size() == 1);
    gone.tell_until(gone.seq() + 1);
    const Batch late{gone.id(), gone.seq(), {gone.events().back()}};
    CHECK(failure(fresh.store.append({&late, 1})) == Failure::no_such_workshop);

    CHECK_FALSE(fresh.store.verify(stays.id()).value().difference);
    record(fresh.store, stays, 160);
}
