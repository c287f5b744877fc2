#include "journal/sqlite/sqlite_journal.hpp"

#include "base/check.hpp"
#include "journal/sqlite/guard.hpp"
#include "journal/sqlite/schema.hpp"

namespace atelier::journal {

using sqlite::Database;
using sqlite::SqlError;
using sqlite::Transaction;

namespace {

// More than what a busy moment appends, so that "well" is not said on the last free page.
constexpr std::int64_t probe_bytes = 256 * 1024;

std::unique_ptr<Database> open_database(const SqliteJournal::Options& options) {
    auto database =
        std::make_unique<Database>(Database::Options{options.path, options.vfs, options.full_sync});
    sqlite::migrate(*database);
    return database;
}

void probe(Database& database) {
    Transaction transaction(database, Transaction::Kind::write);
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', randomblob(?))",
                 probe_bytes);
    transaction.commit();
    // Writes every page of the log again, into the main file, and syncs that: after a failed sync
    // the system may believe pages to be on disk that are not.
    database.checkpoint();
}

void forget_probe(Database& database) {
    Transaction transaction(database, Transaction::Kind::write);
    database.run("DELETE FROM meta WHERE key = 'probe'");
    transaction.commit();
}

}  // namespace

Problem problem_of_current_exception(const char* operation) {
    try {
        throw;
    } catch (const Stop& stop) {
        return stop.problem;
    } catch (const SqlError& error) {
        const int code = error.primary();
        const bool wrong =
            code == SQLITE_CONSTRAINT || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
        return {wrong ? Failure::damaged : Failure::unavailable, operation,
                error.what + " (" + std::to_string(error.code) + ")"};
    } catch (const base::BrokenInvariant& broken) {
        return {Failure::damaged, operation, broken.condition};
    } catch (const std::exception&) {
        // Its message may quote what people wrote.
        return {Failure::damaged, operation, "an event that cannot be written as JSON"};
    }
}

SqliteJournal::SqliteJournal(Key, Options options, std::unique_ptr<Database> database)
    : options_(std::move(options)), database_(std::move(database)) {}

SqliteJournal::~SqliteJournal() = default;

Outcome<std::unique_ptr<SqliteJournal>> SqliteJournal::open(Options options) {
    try {
        auto database = open_database(options);
        return std::make_unique<SqliteJournal>(Key{}, std::move(options), std::move(database));
    } catch (...) {
        return problem_of_current_exception("open");
    }
}

Outcome<base::Done> SqliteJournal::reopen() {
    try {
        // Beside the old connection, which goes on reading if this one does not get through.
        auto fresh = open_database(options_);
        probe(*fresh);
        forget_probe(*fresh);
        database_ = std::move(fresh);
    } catch (...) {
        return problem_of_current_exception("reopen");
    }
    heads_.clear();
    cause_.clear();
    well_ = true;
    return base::Done{};
}

}  // namespace atelier::journal
