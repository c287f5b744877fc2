#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <numeric>
#include <set>

#include "journal/writer.hpp"
#include "support/stores.hpp"
#include "support/tale.hpp"

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;
using namespace std::chrono_literals;

namespace {

/// Holds the writer's thread until let go, so that what is submitted meanwhile waits together.
class Gate {
  public:
    explicit Gate(JournalWriter& writer) {
        std::promise<void> entered;
        REQUIRE(writer.post([&entered, passed = opened_.get_future().share()](Store&) {
            entered.set_value();
            passed.wait();
        }));
        entered.get_future().wait();
    }
    void open() { opened_.set_value(); }

  private:
    std::promise<void> opened_;
};

/// Answers in the order in which they came. Read only after the writer has stopped or settled.
struct Answers {
    std::mutex mutex;
    std::vector<std::pair<std::string, std::optional<Failure>>> got;

    JournalWriter::Answer as(std::string name) {
        return [this, name](const Outcome<base::Done>& done) {
            const std::scoped_lock lock(mutex);
            got.emplace_back(name, done ? std::nullopt : std::optional(done.error().kind));
        };
    }
    std::vector<std::pair<std::string, std::optional<Failure>>> all() {
        const std::scoped_lock lock(mutex);
        return got;
    }
};

/// Waits until the writer has done all that was given before.
void settle(JournalWriter& writer) {
    std::promise<void> done;
    REQUIRE(writer.post([&](Store&) { done.set_value(); }));
    done.get_future().wait();
}

Tale tale_number(int n) {
    return Tale(static_cast<unsigned>(n), "w" + std::to_string(n),
                "CODE-" + std::to_string(1'000 + n));
}

}  // namespace

TEST_CASE("[J13] what waits together shares one commit") {
    Fresh<SqliteJournal> fresh;
    Answers answers;
    JournalWriter writer(std::move(fresh.owner));
    Gate gate(writer);
    for (int n = 0; n < 20; ++n) writer.submit(tale_number(n).batch(), answers.as("x"));
    gate.open();
    writer.stop();
    CHECK(answers.got.size() == 20);
    const WriterStats stats = writer.stats();
    CHECK(stats.commits == 1);
    CHECK(stats.batches == 20);
    CHECK(stats.events == 20);
    CHECK(stats.refused == 0);
    CHECK(stats.waiting == 0);
    CHECK(std::accumulate(stats.times.counts.begin(), stats.times.counts.end(), 0ULL) == 1);
}

TEST_CASE("[J13] a commit has a bound, and takes what is left next") {
    Answers answers;
    JournalWriter writer(std::make_unique<MemoryJournal>(), {.commit_events_max = 8});
    Gate gate(writer);
    for (int n = 0; n < 20; ++n) writer.submit(tale_number(n).batch(), answers.as("x"));
    gate.open();
    writer.stop();
    CHECK(writer.stats().commits == 3);
    CHECK(writer.stats().batches == 20);
}

TEST_CASE("[J13] only the batch at fault fails") {
    Answers answers;
    JournalWriter writer(std::make_unique<MemoryJournal>());
    Tale one = tale_number(1), two = tale_number(2), three = tale_number(3);
    Gate gate(writer);
    writer.submit(one.batch(), answers.as("one"));
    Batch stale = two.batch();
    stale.first = 2;
    writer.submit(stale, answers.as("two"));
    writer.submit(three.batch(), answers.as("three"));
    gate.open();
    writer.stop();
    using Got = std::pair<std::string, std::optional<Failure>>;
    CHECK(answers.got == std::vector<Got>{{"one", std::nullopt},
                                          {"two", Failure::no_such_workshop},
                                          {"three", std::nullopt}});
    CHECK(writer.stats().refused == 1);
    CHECK(writer.stats().batches == 2);
}

TEST_CASE("[J12] jobs see what was submitted before them, and nothing later") {
    JournalWriter writer(std::make_unique<MemoryJournal>());
    Tale tale = tale_number(1);
    std::vector<Seq> seen;
    Gate gate(writer);
    for (int i = 0; i < 10; ++i) {
        writer.submit(tale.batch(), [](const auto& done) { REQUIRE(done); });
        REQUIRE(
            writer.post([&](Store& store) { seen.push_back(store.head(tale.id()).value().seq); }));
        tale.tell_until(tale.seq() + 3);
    }
    gate.open();
    writer.stop();
    REQUIRE(seen.size() == 10);
    CHECK(std::ranges::is_sorted(seen));
    CHECK(std::set(seen.begin(), seen.end()).size() == 10);
}

TEST_CASE("[J12] many threads: every batch is answered once, and every workshop is whole") {
    Fresh<SqliteJournal> fresh;
    Store& store = fresh.store;
    std::atomic<int> answered = 0, failed = 0;
    JournalWriter writer(std::move(fresh.owner));
    std::vector<std::thread> rooms;
    for (int n = 0; n < 6; ++n)
        rooms.emplace_back([&, n] {
            Tale tale = tale_number(n);
            for (int i = 0; i < 30; ++i) {
                std::promise<void> durable;
                writer.submit(tale.batch(), [&](const Outcome<base::Done>& done) {
                    ++answered;
                    if (!done) ++failed;
                    durable.set_value();
                });
                durable.get_future().wait();
                tale.tell_until(tale.seq() + 2);
                if (i % 7 == 0) (void)writer.stats();
            }
        });
    for (std::thread& room : rooms) room.join();
    writer.stop();
    CHECK(answered == 180);
    CHECK(failed == 0);
    CHECK(writer.stats().commits <= 180);
    for (int n = 0; n < 6; ++n) CHECK_FALSE(store.verify(tale_number(n).id()).value().difference);
}

TEST_CASE("[J14] after a failure all is refused at once, until a reopening succeeds") {
    auto owner = std::make_unique<MemoryJournal>();
    MemoryJournal& disk = *owner;
    Answers answers;
    std::vector<bool> health;
    std::promise<void> recovered;
    JournalWriter writer(std::move(owner),
                         {.retry = 5ms, .on_health = [&](bool well, const Problem&) {
                              health.push_back(well);
                              if (well) recovered.set_value();
                          }});
    Tale tale = tale_number(1);
    writer.submit(tale.batch(), answers.as("first"));
    REQUIRE(writer.post([&](Store&) { disk.break_disk(); }));
    tale.tell_until(5);
    const Batch second = tale.batch();
    writer.submit(second, answers.as("second"));
    writer.submit(tale_number(2).batch(), answers.as("other"));
    bool read_on = false;
    REQUIRE(writer.post([&](Store& store) { read_on = store.load(tale.id()).ok(); }));
    settle(writer);
    CHECK(read_on);
    CHECK_FALSE(writer.stats().well);
    std::this_thread::sleep_for(20ms);  // some reopenings fail
    CHECK_FALSE(writer.stats().well);
    REQUIRE(writer.post([&](Store&) { disk.mend_disk(); }));
    recovered.get_future().wait();  // nobody has to submit anything for that
    writer.submit(second, answers.as("again"));
    settle(writer);
    CHECK(writer.stats().well);
    using Got = std::pair<std::string, std::optional<Failure>>;
    CHECK(answers.all() == std::vector<Got>{{"first", std::nullopt},
                                            {"second", Failure::unavailable},
                                            {"other", Failure::unavailable},
                                            {"again", std::nullopt}});
    CHECK(writer.stats().refused == 2);
    writer.stop();
    CHECK(health == std::vector{false, true});
}

TEST_CASE("[J14] a failed append that was kept all the same is found by reading") {
    auto owner = std::make_unique<MemoryJournal>();
    MemoryJournal& disk = *owner;
    Answers answers;
    JournalWriter writer(std::move(owner), {.retry = 1ms});
    Tale tale = tale_number(1);
    writer.submit(tale.batch(), answers.as("first"));
    REQUIRE(writer.post([&](Store&) { disk.break_disk(true); }));
    tale.tell_until(5);
    writer.submit(tale.batch(), answers.as("second"));
    settle(writer);
    CHECK(answers.all().back().second == Failure::unavailable);
    Seq seq = 0;
    REQUIRE(writer.post([&](Store& store) { seq = store.head(tale.id()).value().seq; }));
    settle(writer);
    CHECK(seq == tale.seq());
}

TEST_CASE("[J14] a job whose write fails makes the writer ill, too") {
    auto owner = std::make_unique<MemoryJournal>();
    MemoryJournal& disk = *owner;
    std::atomic<int> told = 0;
    JournalWriter writer(std::move(owner),
                         {.retry = 1h, .on_health = [&](bool well, const Problem&) {
                              if (!well) ++told;
                          }});
    bool added = true;  // looked at here: Catch knows only the thread of the test
    REQUIRE(writer.post([&](Store& store) {
        disk.break_disk();
        added = store.add_link({"l", std::nullopt, domain::Role::organiser, 1}).ok();
    }));
    settle(writer);
    CHECK_FALSE(added);
    CHECK(told == 1);
    CHECK_FALSE(writer.stats().well);
}

TEST_CASE("[J15] stopping answers all that came before, and refuses what comes after") {
    Fresh<SqliteJournal> fresh;
    Answers answers;
    JournalWriter writer(std::move(fresh.owner));
    {
        Gate gate(writer);
        for (int n = 0; n < 10; ++n) writer.submit(tale_number(n).batch(), answers.as("before"));
        bool ran = false;
        REQUIRE(writer.post([&](Store&) { ran = true; }));
        std::thread stopper([&] { writer.stop(); });
        gate.open();
        stopper.join();
        CHECK(ran);
    }
    writer.submit(tale_number(11).batch(), answers.as("after"));
    CHECK_FALSE(writer.post([](Store&) { FAIL("ran after the stop"); }));
    writer.stop();
    REQUIRE(answers.got.size() == 11);
    for (int n = 0; n < 10; ++n)
        CHECK(answers.got[static_cast<std::size_t>(n)].second == std::nullopt);
    CHECK(answers.got.back().second == Failure::unavailable);
    CHECK(writer.stats().refused == 1);
}

TEST_CASE("[J15] a callback may submit and post; destroying the writer stops it") {
    Answers answers;
    bool posted = false;
    {
        JournalWriter writer(std::make_unique<MemoryJournal>());
        std::promise<void> done;
        writer.submit(tale_number(1).batch(), [&](const auto&) {
            writer.submit(tale_number(2).batch(), answers.as("inner"));
            writer.post([&](Store&) { posted = true, done.set_value(); });
        });
        done.get_future().wait();
    }
    CHECK(posted);
    CHECK(answers.got.size() == 1);
}

TEST_CASE("[J12] commit times fall into their buckets") {
    CommitTimes times;
    for (const auto each : {1us, 250us, 251us, 1'000'000us, 1'000'001us}) times.note(each);
    CHECK(times.counts.front() == 2);
    CHECK(times.counts[1] == 1);
    CHECK(times.counts[10] == 1);
    CHECK(times.counts.back() == 1);
    CHECK(times.sum_us == 2'000'503);
}
