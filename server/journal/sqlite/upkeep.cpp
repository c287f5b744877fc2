#include <filesystem>

#include "journal/replay.hpp"
#include "journal/sqlite/erasing.hpp"
#include "journal/sqlite/guard.hpp"
#include "journal/sqlite/projection.hpp"
#include "journal/sqlite/row_reader.hpp"
#include "wire/snapshot.hpp"

/// Snapshots, rebuilding and erasing: what SqliteJournal does beside appending and loading.
namespace atelier::journal {

using sqlite::blob;
using sqlite::Database;
using sqlite::RowReader;

namespace {

// Rewriting a larger file would hold up every room for seconds; its freed pages are zeroed anyway,
// only bytes that SQLite once moved within a page may be left.
constexpr std::uintmax_t vacuum_bytes_max = 256u * 1024u * 1024u;

/// Writes the file anew without its gaps. False: not now, nothing was changed.
bool vacuum(Database& database, const std::string& path) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path, unknown);
    if (unknown || size > vacuum_bytes_max) return true;
    try {
        database.run("VACUUM");
        return true;
    } catch (const sqlite::SqlError& error) {
        const int code = error.primary();
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_FULL) return false;
        throw;
    }
}

void rebuild_tables(Database& database, const WorkshopId& workshop) {
    sqlite::clear_projection(database, workshop);
    RowReader reader(database, workshop, 1);
    while (const auto row = reader.next()) {
        const auto event = open_row(*row);
        if (!event)
            throw Stop{{Failure::damaged, "rebuild",
                        "event " + std::to_string(row->seq) + ": " + event.error()}};
        sqlite::project(database, workshop, event.value());
        sqlite::index(database, workshop, event.value().event);
    }
}

}  // namespace

Outcome<base::Done> SqliteJournal::save_snapshot(const domain::Workshop& state, Seq seq) {
    return writing("save_snapshot", [&](Database& database) {
        require(database, state.id, "save_snapshot");
        database.run(
            "INSERT OR REPLACE INTO snapshot (workshop, seq, digest, state)"
            " SELECT workshop, seq, digest, ? FROM event WHERE workshop = ? AND seq = ?",
            wire::encode_snapshot(state).dump(), state.id, seq);
        if (database.changes() == 0)
            throw Stop{{Failure::conflict, "save_snapshot", "there is no event at its seq"}};
        return base::Done{};
    });
}

Outcome<base::Done> SqliteJournal::rebuild(const WorkshopId& workshop) {
    return writing("rebuild", [&](Database& database) {
        require(database, workshop, "rebuild");
        rebuild_tables(database, workshop);
        return base::Done{};
    });
}

Outcome<base::Done> SqliteJournal::erase(const WorkshopId& workshop) {
    auto done = writing("erase", [&](Database& database) {
        require(database, workshop, "erase");
        sqlite::clear_index(database, workshop);
        // Every other table refers to this row and goes with it.
        database.run("DELETE FROM workshop WHERE id = ?", workshop);
        sqlite::compact_index(database);
        database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('wipe', 1)");
        return base::Done{};
    });
    heads_.erase(workshop);
    return done ? wipe() : done;
}

Outcome<base::Done> SqliteJournal::forget(const WorkshopId& workshop, std::span<const Seq> seqs) {
    auto done = writing("forget", [&](Database& database) {
        require(database, workshop, "forget");
        for (const Seq seq : seqs)
            database.run("DELETE FROM sealed WHERE workshop = ? AND seq = ?", workshop, seq);
        database.run("DELETE FROM snapshot WHERE workshop = ?", workshop);
        rebuild_tables(database, workshop);
        sqlite::compact_index(database);
        database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('wipe', 1)");
        return base::Done{};
    });
    return done ? wipe() : done;
}

/// Takes what was erased out of the log and out of the gaps of pages. If someone is reading an
/// older state, or there is no room for it, that has to wait: it is tried again when sessions are
/// dropped.
Outcome<base::Done> SqliteJournal::wipe() {
    try {
        traces_.compacted = vacuum(*database_, options_.path);
        traces_.log_emptied = database_->checkpoint();
        if (traces_.compacted && traces_.log_emptied) {
            sqlite::Transaction transaction(*database_, sqlite::Transaction::Kind::write);
            database_->run("DELETE FROM meta WHERE key = 'wipe'");
            transaction.commit();
        }
    } catch (...) {
        Problem problem = problem_of_current_exception("wipe");
        well_ = false;
        cause_ = problem.cause;
        return problem;
    }
    return base::Done{};
}

Outcome<base::Done> SqliteJournal::drop_expired(base::Millis now) {
    auto done = writing("drop_expired", [&](Database& database) {
        database.run("DELETE FROM session WHERE expires_at <= ?", now);
        database.run("DELETE FROM handover WHERE expires_at <= ?", now - handover_remembered_ms);
        return base::Done{};
    });
    if (!done) return done;
    const auto clean = traces();
    return clean && clean.value().log_emptied && clean.value().compacted ? done : wipe();
}

}  // namespace atelier::journal
