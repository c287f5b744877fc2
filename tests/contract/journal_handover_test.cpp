#include <catch2/catch.hpp>

#include "support/stores.hpp"
#include "support/tale.hpp"

using namespace atelier;
using namespace atelier::journal;
using atelier::tests::Fresh;
using atelier::tests::Tale;

#define EVERY_STORE(name) TEMPLATE_TEST_CASE(name, "", MemoryJournal, SqliteJournal)

namespace {

/// A store with one workshop, in which ada and ben may be handed over.
template <class Store>
struct Meeting {
    Meeting() {
        const Batch batch = tale.batch();
        REQUIRE(fresh.store.append({&batch, 1}));
    }
    [[nodiscard]] Handover link(const char* digest, const char* who, base::Millis at) const {
        return {digest, tale.id(), {who}, at, at + 100};
    }
    Fresh<Store> fresh;
    Tale tale{1};
};

}  // namespace

EVERY_STORE("[J11][HO2] a personal link is found by its digest, and used once") {
    Meeting<TestType> meeting;
    auto& store = meeting.fresh.store;
    REQUIRE(store.add_handover(meeting.link("h1", "ada", 10)));
    const auto found = store.find_handover("h1").value();
    REQUIRE(found);
    CHECK(found->workshop == meeting.tale.id());
    CHECK(found->participant == domain::ParticipantId{"ada"});
    CHECK(found->created_at == 10);
    CHECK(found->expires_at == 110);
    CHECK_FALSE(found->used_at);
    CHECK_FALSE(found->revoked_at);
    CHECK_FALSE(store.find_handover("h2").value());
    CHECK_FALSE(store.use_handover("h2", 20).value());
    CHECK(store.use_handover("h1", 20).value());
    CHECK_FALSE(store.use_handover("h1", 21).value());
    CHECK(store.find_handover("h1").value()->used_at == 20);
}

EVERY_STORE("[J11][HO2] it is not used past its time, nor once another took its place") {
    Meeting<TestType> meeting;
    auto& store = meeting.fresh.store;
    REQUIRE(store.add_handover(meeting.link("late", "ada", 10)));
    CHECK_FALSE(store.use_handover("late", 110).value());
    REQUIRE(store.add_handover(meeting.link("other", "ben", 20)));
    REQUIRE(store.add_handover(meeting.link("next", "ada", 30)));
    CHECK(store.find_handover("late").value()->revoked_at == 30);
    CHECK_FALSE(store.use_handover("late", 31).value());
    CHECK_FALSE(store.find_handover("other").value()->revoked_at);
    CHECK(store.use_handover("other", 31).value());
    CHECK(store.use_handover("next", 31).value());
    REQUIRE(store.add_handover(meeting.link("last", "ada", 40)));
    CHECK_FALSE(store.find_handover("next").value()->revoked_at);  // it had been used
}

EVERY_STORE("[J11][HO2] it is told for a day that it is over; then it is forgotten") {
    Meeting<TestType> meeting;
    auto& store = meeting.fresh.store;
    REQUIRE(store.add_handover(meeting.link("h1", "ada", 10)));
    REQUIRE(store.drop_expired(109 + handover_remembered_ms));
    CHECK(store.find_handover("h1").value());
    REQUIRE(store.drop_expired(110 + handover_remembered_ms));
    CHECK_FALSE(store.find_handover("h1").value());
}

EVERY_STORE("[J10][HO2] nothing of it is left of an erased workshop, and none is made for one") {
    Meeting<TestType> meeting;
    auto& store = meeting.fresh.store;
    REQUIRE(store.add_handover(meeting.link("h1", "ada", 10)));
    REQUIRE(store.erase(meeting.tale.id()));
    CHECK_FALSE(store.find_handover("h1").value());
    CHECK_FALSE(store.add_handover(meeting.link("h2", "ada", 20)));
    CHECK_FALSE(store.find_handover("h2").value());
}
