#include <algorithm>

#include "journal/chain.hpp"
#include "journal/erasing.hpp"
#include "journal/sqlite/erasing.hpp"
#include "journal/sqlite/guard.hpp"
#include "journal/sqlite/projection.hpp"

/// The write path of SqliteJournal: the one that every vote waits for.
namespace atelier::journal {

using sqlite::blob;
using sqlite::Blob;
using sqlite::Database;
using sqlite::OrNull;
using sqlite::SqlError;

namespace {

[[noreturn]] void conflict(std::string cause) {
    throw Stop{{Failure::conflict, "append", std::move(cause)}};
}

void insert_row(Database& database, const Row& row) {
    try {
        database.run(
            "INSERT INTO event (workshop, seq, at, actor_role, actor, command, kind,"
            " payload, row, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row.workshop, row.seq, row.at, row.actor_role, OrNull{row.actor}, OrNull{row.command},
            row.kind, row.payload, blob(row.row), blob(row.digest));
    } catch (const SqlError& error) {
        // The fence: another process wrote this seq since we last looked.
        if (error.code == SQLITE_CONSTRAINT_PRIMARYKEY) conflict("its seq was written by another");
        throw;
    }
    for (const Sealed& sealed : row.sealed)
        database.run("INSERT INTO sealed (workshop, seq, key, salt, value) VALUES (?, ?, ?, ?, ?)",
                     row.workshop, row.seq, sealed.key, Blob{sealed.salt}, sealed.value);
}

void insert_projection(Database& database, const WorkshopId& workshop, const Recorded& recorded) {
    try {
        sqlite::project(database, workshop, recorded);
        sqlite::index(database, workshop, recorded.event);
        sqlite::take_back(database, workshop, recorded.event);
    } catch (const SqlError& error) {
        if (error.code == SQLITE_CONSTRAINT_UNIQUE) conflict("its code is taken");
        throw;
    }
}

}  // namespace

/// Where the batch has to follow on: as remembered, or else as the file says, for another process
/// may have written meanwhile.
Head SqliteJournal::head_before(const Heads& heads, const Batch& batch) {
    if (const auto found = heads.find(batch.workshop); found != heads.end()) return found->second;
    const auto known = heads_.find(batch.workshop);
    if (known != heads_.end() && known->second.seq + 1 == batch.first) return known->second;
    auto rows =
        database_->query("SELECT last_seq, last_digest FROM workshop WHERE id = ?", batch.workshop);
    if (!rows.next()) return {};
    return {static_cast<Seq>(rows->integer(0)), rows->digest(1)};
}

void SqliteJournal::append_one(Heads& heads, const Batch& batch) {
    Head head = head_before(heads, batch);
    if (head.seq == 0 && batch.first != 1)
        throw Stop{{Failure::no_such_workshop, "append", batch.workshop.text}};
    if (batch.first != head.seq + 1) conflict("the next seq is " + std::to_string(head.seq + 1));
    if (auto fault = fault_of(batch); !fault.empty())
        throw Stop{{Failure::damaged, "append", std::move(fault)}};
    if (batch.events.empty()) return;
    for (const Recorded& recorded : batch.events) {
        const Row row = make_row(batch.workshop, recorded, head.digest);
        insert_row(*database_, row);
        insert_projection(*database_, batch.workshop, recorded);
        head = {row.seq, row.digest};
    }
    // Says how long the journal is, so that rows missing at its end are missed.
    database_->run("UPDATE workshop SET last_seq = ?, last_digest = ? WHERE id = ?", head.seq,
                   blob(head.digest), batch.workshop);
    if (database_->changes() == 0)
        throw Stop{{Failure::no_such_workshop, "append", batch.workshop.text}};
    heads[batch.workshop] = head;
}

Outcome<base::Done> SqliteJournal::append(std::span<const Batch> batches) {
    Heads heads;
    auto done = writing("append", [&](Database&) {
        for (const Batch& batch : batches) append_one(heads, batch);
        return base::Done{};
    });
    for (const Batch& batch : batches) heads_.erase(batch.workshop);
    if (!done) return done;
    heads_.merge(heads);
    // What these events took has left the tables; now it leaves the file. If that has to wait it is
    // not the append that failed (traces() says so, and drop_expired() tries again).
    const auto erasing = [](const Batch& batch) {
        return std::ranges::any_of(batch.events, erases, &Recorded::event);
    };
    if (std::ranges::any_of(batches, erasing)) (void)wipe();
    return done;
}

}  // namespace atelier::journal
