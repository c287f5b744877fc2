#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>

#include "journal/chain.hpp"
#include "journal/replay.hpp"
#include "journal/sqlite/database.hpp"
#include "support/crowd.hpp"
#include "support/stores.hpp"

/// Figures, printed beside their reference from the same run; nothing is asserted about time.
/// Hidden: contract_tests "[figures]"

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;

namespace {

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// What SQLite does by itself with one row per event and nothing else.
class Reference {
  public:
    Reference() {
        database_.script(
            "CREATE TABLE event (workshop TEXT, seq INTEGER, at INTEGER, actor TEXT,"
            " kind TEXT, payload TEXT, digest BLOB, PRIMARY KEY (workshop, seq))"
            " WITHOUT ROWID");
    }
    void append(int rows) {
        sqlite::Transaction transaction(database_, sqlite::Transaction::Kind::write);
        for (int i = 0; i < rows; ++i)
            database_.run("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", "w1", ++seq_, 1'700'000,
                          "0123456789abcdef", "vote.cast", payload_, sqlite::blob(digest_));
        transaction.commit();
    }

  private:
    TempDir dir_;
    sqlite::Database database_{{.path = dir_.file("reference.db")}};
    std::int64_t seq_ = 0;
    const std::string payload_ = std::string(120, 'x');
    const Digest digest_{};
};

struct Ours : Fresh<SqliteJournal> {
    Crowd crowd{1'000, 100};
    Ours() { append(0); }
    void append(int rows) {
        crowd.vote_until(crowd.seq() + static_cast<std::size_t>(rows));
        const Batch batch = crowd.batch();
        took += seconds([&] { REQUIRE(store.append({&batch, 1})); });
    }
    double took = 0;
};

}  // namespace

TEST_CASE("[J1] figures: rows a second, synced", "[.][figures]") {
    std::printf("rows/s       ours  reference  ratio   (medians of interleaved runs)\n");
    for (const int size : {1, 16, 64, 256}) {
        Reference reference;
        Ours ours;
        std::vector<double> ours_rates, reference_rates;
        const int commits = size == 1 ? 500 : 100;
        for (int run = 0; run < 9; ++run) {
            ours.took = 0;
            for (int i = 0; i < commits; ++i) ours.append(size);
            ours_rates.push_back(commits * size / ours.took);
            reference_rates.push_back(commits * size / seconds([&] {
                                          for (int i = 0; i < commits; ++i) reference.append(size);
                                      }));
        }
        const double a = median(ours_rates), b = median(reference_rates);
        std::printf("batch %4d %8.0f %10.0f   %.2f\n", size, a, b, a / b);
    }
}

TEST_CASE("[J6] figures: microseconds of one event on its way to the disk", "[.][figures]") {
    Crowd crowd(1'000, 100);
    (void)crowd.batch();
    crowd.vote_until(crowd.seq() + 20'000);
    const Batch batch = crowd.batch();
    Digest digest{};
    const double made = seconds([&] {
        for (const Recorded& each : batch.events)
            digest = make_row(batch.workshop, each, digest).digest;
    });
    std::printf("make_row %.2f us\n", made * 1e6 / 20'000);
}

TEST_CASE("[J4] figures: a workshop of 100,000 events opens", "[.][figures]") {
    Fresh<SqliteJournal> fresh;
    Crowd crowd(1'000, 300);
    while (crowd.seq() < 100'000) {
        crowd.vote_until(crowd.seq() + 1'000);
        const Batch batch = crowd.batch();
        REQUIRE(fresh.store.append({&batch, 1}));
    }
    const domain::WorkshopId id{"w1"};
    std::optional<Loaded> whole, tail;
    const double without = seconds([&] { whole = fresh.store.load(id).value(); });
    const double saving =
        seconds([&] { REQUIRE(fresh.store.save_snapshot(whole->state, whole->head.seq)); });
    const double with = seconds([&] { tail = fresh.store.load(id).value(); });
    std::optional<Verified> verified;
    const double verifying = seconds([&] { verified = fresh.store.verify(id).value(); });
    CHECK(whole->head.seq >= 100'000);
    CHECK(image(whole->state) == image(tail->state));
    CHECK(whole->receipts.size() == tail->receipts.size());
    CHECK_FALSE(verified->difference);
    std::printf("%lu events: load %.2f s, with snapshot %.2f s (saving it %.2f s), verify %.2f s\n",
                static_cast<unsigned long>(whole->head.seq), without, with, saving, verifying);
}
