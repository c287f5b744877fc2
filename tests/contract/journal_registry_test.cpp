#include <catch2/catch.hpp>

#include "support/stores.hpp"
#include "support/tale.hpp"

using namespace atelier;
using namespace atelier::journal;
using atelier::domain::Role;
using atelier::tests::Fresh;
using atelier::tests::Tale;

#define EVERY_STORE(name) TEMPLATE_TEST_CASE(name, "", MemoryJournal, SqliteJournal)

namespace {

bool put(Store& store, const Batch& batch) { return store.append({&batch, 1}).ok(); }

}  // namespace

EVERY_STORE("[J11] the list of workshops says what each is") {
    Fresh<TestType> fresh;
    CHECK(fresh.store.workshops().value().empty());
    Tale one(1, "w1", "AAAA-1111"), two(2, "w2", "BBBB-2222");
    one.tell_until(200);
    REQUIRE(put(fresh.store, one.batch()));
    REQUIRE(put(fresh.store, two.batch()));
    const auto all = fresh.store.workshops().value();
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == one.id());
    CHECK(all[0].code == "AAAA-1111");
    CHECK(all[0].title == one.state().plan.title);
    CHECK(all[0].language == "fr");
    CHECK(all[0].created_at == one.state().created_at);
    CHECK_FALSE(all[0].closed);
    CHECK(all[0].participants == one.state().participants.size());
    const auto kept = std::ranges::count_if(one.state().ideas, [](const auto& idea) {
        return idea.status != domain::IdeaStatus::withdrawn;
    });
    CHECK(all[0].ideas == static_cast<std::size_t>(kept));
    CHECK(all[1].participants == 0);
    two.ask({Role::facilitator}, domain::CloseWorkshop{});
    REQUIRE(put(fresh.store, two.batch()));
    CHECK(fresh.store.find_workshop(two.id()).value()->closed);
    CHECK_FALSE(fresh.store.find_workshop({"nobody"}).value());
}

EVERY_STORE("[J11] a workshop is found by its code, exactly") {
    Fresh<TestType> fresh;
    Tale tale(1, "w1", "AAAA-1111");
    REQUIRE(put(fresh.store, tale.batch()));
    CHECK(fresh.store.find_code("AAAA-1111").value() == tale.id());
    CHECK_FALSE(fresh.store.find_code("AAAA-1112").value());
    CHECK_FALSE(fresh.store.find_code("aaaa-1111").value());
    CHECK_FALSE(fresh.store.find_code("").value());
}

EVERY_STORE("[J11] links are found with their state, revoked ones too") {
    Fresh<TestType> fresh;
    Tale tale(1);
    REQUIRE(put(fresh.store, tale.batch()));
    const Link organiser{"o1", std::nullopt, Role::organiser, 10};
    const Link screen{"s1", tale.id(), Role::screen, 11, 500};
    REQUIRE(fresh.store.add_link(organiser));
    REQUIRE(fresh.store.add_link(screen));
    CHECK_FALSE(fresh.store.add_link({"x", domain::WorkshopId{"nobody"}, Role::reader, 1}));
    CHECK_FALSE(fresh.store.find_link("x").value());

    const auto found = fresh.store.find_link("s1").value();
    REQUIRE(found);
    CHECK(found->workshop == tale.id());
    CHECK(found->role == Role::screen);
    CHECK(found->created_at == 11);
    CHECK(found->expires_at == 500);
    CHECK_FALSE(found->revoked_at);
    CHECK_FALSE(fresh.store.find_link("o1").value()->workshop);

    CHECK(fresh.store.count_links(std::nullopt, Role::organiser, 20).value() == 1);
    CHECK(fresh.store.count_links(tale.id(), Role::organiser, 20).value() == 0);
    CHECK(fresh.store.count_links(tale.id(), Role::screen, 20).value() == 1);
    CHECK(fresh.store.count_links(tale.id(), Role::screen, 500).value() == 0);

    REQUIRE(fresh.store.revoke_links(tale.id(), Role::screen, 42));
    CHECK(fresh.store.find_link("s1").value()->revoked_at == 42);
    CHECK_FALSE(fresh.store.find_link("o1").value()->revoked_at);
    REQUIRE(fresh.store.revoke_links(tale.id(), Role::screen, 77));
    CHECK(fresh.store.find_link("s1").value()->revoked_at == 42);
    REQUIRE(fresh.store.revoke_links(std::nullopt, Role::organiser, 50));
    CHECK(fresh.store.count_links(std::nullopt, Role::organiser, 60).value() == 0);
}

EVERY_STORE("[J11] a revoked link ends the sessions made from it, and makes no new ones") {
    Fresh<TestType> fresh;
    Tale tale(1);
    REQUIRE(put(fresh.store, tale.batch()));
    REQUIRE(fresh.store.add_link({"f1", tale.id(), Role::facilitator, 1}));
    REQUIRE(fresh.store.add_link({"s1", tale.id(), Role::screen, 1}));
    REQUIRE(fresh.store.add_session({"a", "f1", tale.id(), Role::facilitator, 2, 100}));
    REQUIRE(fresh.store.add_session({"b", "f1", tale.id(), Role::facilitator, 3, 200}));
    REQUIRE(fresh.store.add_session({"c", "s1", tale.id(), Role::screen, 4, 300}));
    const auto a = fresh.store.find_credential("a").value();
    REQUIRE(a);
    CHECK(a->actor.role == Role::facilitator);
    CHECK(a->actor.participant.empty());
    CHECK(a->workshop == tale.id());
    CHECK(a->created_at == 2);
    CHECK(a->expires_at == 100);

    REQUIRE(fresh.store.revoke_links(tale.id(), Role::facilitator, 50));
    CHECK_FALSE(fresh.store.find_credential("a").value());
    CHECK_FALSE(fresh.store.find_credential("b").value());
    CHECK(fresh.store.find_credential("c").value());
    CHECK_FALSE(fresh.store.add_session({"d", "f1", tale.id(), Role::facilitator, 60, 100}));
    CHECK_FALSE(fresh.store.find_credential("d").value());
    CHECK_FALSE(fresh.store.add_session({"e", "none", tale.id(), Role::screen, 60, 100}));
    CHECK(fresh.store.well());

    REQUIRE(fresh.store.drop_expired(299));
    CHECK(fresh.store.find_credential("c").value());
    REQUIRE(fresh.store.drop_expired(300));
    CHECK_FALSE(fresh.store.find_credential("c").value());
}

EVERY_STORE("[J11] a participant's tokens come from the journal; one person may hold several") {
    Fresh<TestType> fresh;
    Tale tale(1);
    tale.join("Zoé", "token-1");
    REQUIRE(put(fresh.store, tale.batch()));
    const domain::ParticipantId zoe = tale.people().back();
    tale.ask({Role::participant, zoe}, domain::Join{zoe, "Zoé B.", std::nullopt, "token-2"});
    REQUIRE(put(fresh.store, tale.batch()));
    for (const char* token : {"token-1", "token-2"}) {
        const auto found = fresh.store.find_credential(token).value();
        REQUIRE(found);
        CHECK(found->actor.role == Role::participant);
        CHECK(found->actor.participant == zoe);
        CHECK(found->workshop == tale.id());
        CHECK_FALSE(found->expires_at);
    }
    CHECK_FALSE(fresh.store.find_credential("token-3").value());
    CHECK_FALSE(fresh.store.find_credential("").value());
}
