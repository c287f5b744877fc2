// What recording costs, counted in steps: no clock is asked, and no machine is too busy for it.
#include <catch2/catch.hpp>
#include <functional>

#include "journal/sqlite/database.hpp"
#include "support/stores.hpp"
#include "support/tale.hpp"

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;

namespace {

bool put(Store& store, const Batch& batch) { return store.append({&batch, 1}).ok(); }

/// Counts the steps of SQLite's machine, on every connection that is opened while it lives.
class Steps {
  public:
    Steps() { ::sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }
    ~Steps() { ::sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch)); }
    Steps(const Steps&) = delete;
    Steps& operator=(const Steps&) = delete;

    static std::int64_t during(const std::function<void()>& work) {
        const std::int64_t before = counted();
        work();
        return counted() - before;
    }

  private:
    static std::int64_t& counted() {
        static std::int64_t steps = 0;
        return steps;
    }
    static int watch(sqlite3* database, const char**, const void*) {
        const auto one = [](void*) {
            ++counted();
            return 0;
        };
        ::sqlite3_progress_handler(database, 1, one, nullptr);
        return SQLITE_OK;
    }
};

}  // namespace

TEST_CASE("[J20] to record an idea takes as many steps when there are many as when there are few") {
    const Steps counting;
    Fresh<SqliteJournal> fresh;
    Tale tale(5);
    const domain::Actor facilitator{domain::Role::facilitator};
    tale.ask(facilitator, domain::OpenPhase{{"p1"}});
    REQUIRE(put(fresh.store, tale.batch()));
    const auto steps = [&](int ideas) {
        for (int i = 0; i < ideas; ++i) tale.ask(facilitator, domain::PostIdea{"Une haie", {}});
        return Steps::during([&] { REQUIRE(put(fresh.store, tale.batch())); }) / ideas;
    };
    REQUIRE(steps(20) > 0);
    const std::int64_t few = steps(20);
    REQUIRE(steps(500) > 0);
    REQUIRE(tale.state().ideas.size() == 540);
    CHECK(steps(20) < few * 5 / 4);
}
