#include <catch2/catch.hpp>

#include "support/failing_vfs.hpp"
#include "support/stores.hpp"
#include "support/tale.hpp"
#include "wire/events.hpp"

/// Every step of the disk fails once, the first, the second, the third… until none is left to fail.
/// Each time: what was acknowledged is there, nothing is there in part, the chain is whole.

using namespace atelier;
using namespace atelier::journal;
using namespace atelier::tests;

namespace {

bool put(Store& store, const Batch& batch) { return store.append({&batch, 1}).ok(); }

struct Fault {
    const char* name;
    int code;
    bool for_good;
};

/// A disk whose nth step from now on fails.
struct Disk {
    TempDir dir{TempDir::On::memory};
    FailingVfs vfs{"failing"};
    std::string path = dir.file("atelier.db");

    std::unique_ptr<SqliteJournal> open() {
        return SqliteJournal::open({.path = path, .vfs = vfs.name()}).value();
    }
    void fail(const Fault& fault, int nth) {
        vfs.plan.code = fault.code;
        vfs.plan.for_good = fault.for_good;
        vfs.plan.fail_at = vfs.plan.steps + nth;
    }
    void mend() { vfs.plan.fail_at = -1; }
    /// What a machine that stopped now would find: file and log, copied under the journal's feet.
    std::unique_ptr<SqliteJournal> after_a_crash() {
        const auto copy = dir.file("copy.db");
        for (const char* end : {"", "-wal"})
            if (std::filesystem::exists(path + end))
                std::filesystem::copy_file(path + end, copy + end,
                                           std::filesystem::copy_options::overwrite_existing);
        return SqliteJournal::open({.path = copy}).value();
    }
};

void whole_up_to(Store& store, const Tale& tale, Seq least, Seq most) {
    const auto verified = store.verify(tale.id());
    REQUIRE(verified);
    INFO((verified.value().difference ? verified.value().difference->words : ""));
    REQUIRE_FALSE(verified.value().difference);
    const Seq last = verified.value().head.seq;
    INFO("last " << last << ", acknowledged " << least << ", tried " << most);
    REQUIRE((last == least || last == most));
    const auto events = store.read(tale.id(), 1, last).value();
    REQUIRE(events.size() == last);
    for (std::size_t i = 0; i < events.size(); ++i)
        REQUIRE(wire::encode(events[i]) == wire::encode(tale.events()[i]));
    REQUIRE(store.load(tale.id()).value().head.seq == last);
}

}  // namespace

TEST_CASE("[J9] the nth step of appending fails: acknowledged is there, the rest whole or not") {
    const auto fault =
        GENERATE(Fault{"write", SQLITE_IOERR_WRITE, false}, Fault{"disk full", SQLITE_FULL, true},
                 Fault{"sync", SQLITE_IOERR_FSYNC, true});
    CAPTURE(fault.name);
    int failures = 0;
    for (int n = 0;; ++n) {
        CAPTURE(n);
        Disk disk;
        auto store = disk.open();
        Tale tale(11);
        REQUIRE(put(*store, tale.batch()));
        disk.fail(fault, n);
        Seq acknowledged = 1;
        bool failed = false;
        for (int i = 0; i < 5 && !failed; ++i) {
            acknowledged = tale.seq();
            tale.tell_until(tale.seq() + 6);
            failed = !put(*store, tale.batch());
        }
        if (!failed) break;
        ++failures;
        REQUIRE_FALSE(store->well());
        const int steps = disk.vfs.plan.steps;
        const Batch late{tale.id(), tale.seq() + 1, {}};
        const auto refused = store->append({&late, 1});
        REQUIRE_FALSE(refused);
        REQUIRE(refused.error().kind == Failure::unavailable);
        REQUIRE(disk.vfs.plan.steps == steps);  // nothing more was tried
        REQUIRE(store->load(tale.id()));        // and reading goes on
        if (fault.for_good) {
            REQUIRE_FALSE(store->reopen());
            REQUIRE_FALSE(store->well());
            REQUIRE(store->load(tale.id()));
        }
        whole_up_to(*disk.after_a_crash(), tale, acknowledged, tale.seq());
        disk.mend();
        REQUIRE(store->reopen());
        REQUIRE(store->well());
        whole_up_to(*store, tale, acknowledged, tale.seq());

        // Life goes on from what is there.
        const Seq last = store->head(tale.id()).value().seq;
        Batch rest{tale.id(), last + 1, {}};
        const auto& all = tale.events();
        rest.events.assign(all.begin() + static_cast<std::ptrdiff_t>(last), all.end());
        REQUIRE(put(*store, rest));
        whole_up_to(*store, tale, tale.seq(), tale.seq());
    }
    CHECK(failures >= 5);  // the shim did fail something
}

TEST_CASE("[J1] the nth step of a shared commit fails: both workshops or neither") {
    for (int n = 0;; ++n) {
        CAPTURE(n);
        Disk disk;
        auto store = disk.open();
        Tale one(1, "w1", "AAAA-1111"), two(2, "w2", "BBBB-2222");
        REQUIRE(put(*store, one.batch()));
        REQUIRE(put(*store, two.batch()));
        one.tell_until(10), two.tell_until(10);
        const std::vector<Batch> both{one.batch(), two.batch()};
        disk.fail({"write", SQLITE_IOERR_WRITE, false}, n);
        if (store->append(both)) break;
        const auto both_or_neither = [&](Store& found) {
            whole_up_to(found, one, 1, one.seq());
            whole_up_to(found, two, 1, two.seq());
            const bool first = found.head(one.id()).value().seq == one.seq();
            const bool second = found.head(two.id()).value().seq == two.seq();
            REQUIRE(first == second);
        };
        both_or_neither(*disk.after_a_crash());
        disk.mend();
        REQUIRE(store->reopen());
        both_or_neither(*store);
    }
}

TEST_CASE("[J9] the nth step of making the file fails: the next start makes it whole") {
    for (int n = 0;; ++n) {
        CAPTURE(n);
        Disk disk;
        disk.fail({"write", SQLITE_IOERR_WRITE, false}, n);
        const bool opened = SqliteJournal::open({.path = disk.path, .vfs = "failing"}).ok();
        disk.mend();
        auto store = disk.open();
        Tale tale(2);
        tale.tell_until(20);
        REQUIRE(put(*store, tale.batch()));
        whole_up_to(*store, tale, tale.seq(), tale.seq());
        if (opened && disk.vfs.plan.steps > 0 && n > 3) break;
    }
}

TEST_CASE("[J9] the nth step of reopening fails: not well before a write has come through") {
    Disk disk;
    auto store = disk.open();
    Tale tale(3);
    tale.tell_until(30);
    REQUIRE(put(*store, tale.batch()));
    tale.tell_until(40);
    disk.fail({"sync", SQLITE_IOERR_FSYNC, true}, 1);
    REQUIRE_FALSE(put(*store, tale.batch()));
    for (int n = 0;; ++n) {
        CAPTURE(n);
        disk.fail({"write", SQLITE_FULL, false}, n);
        const bool reopened = store->reopen().ok();
        REQUIRE(store->well() == reopened);
        disk.mend();
        REQUIRE_FALSE(store->verify(tale.id()).value().difference);
        if (reopened) break;
    }
}

TEST_CASE("[J10] the nth step of erasing fails: the workshop is whole or gone") {
    for (int n = 0;; ++n) {
        CAPTURE(n);
        Disk disk;
        auto store = disk.open();
        Tale tale(4);
        tale.tell_until(60);
        REQUIRE(put(*store, tale.batch()));
        disk.fail({"write", SQLITE_IOERR_WRITE, false}, n);
        const bool erased = store->erase(tale.id()).ok();
        const bool untouched_by_fault = disk.vfs.plan.steps <= disk.vfs.plan.fail_at;
        disk.mend();
        if (!erased) REQUIRE(store->reopen());
        if (const auto loaded = store->load(tale.id())) {
            REQUIRE_FALSE(erased);
            whole_up_to(*store, tale, tale.seq(), tale.seq());
        } else {
            REQUIRE(loaded.error().kind == Failure::no_such_workshop);
            REQUIRE(store->workshops().value().empty());
        }
        if (untouched_by_fault) break;
    }
}
