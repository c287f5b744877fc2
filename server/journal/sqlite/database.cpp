#include "journal/sqlite/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "base/check.hpp"

namespace atelier::journal::sqlite {
namespace {

[[noreturn]] void fail(sqlite3* handle, int code, std::string_view during) {
    // The message of the connection says which table or file; it does not quote bound values.
    const char* message = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    throw SqlError{handle ? sqlite3_extended_errcode(handle) : code,
                   std::string(during) + ": " + message};
}

/// What people wrote is in this file: when we make it, others may not read it. One that is there is
/// not opened: closing it would take away the locks that other connections of this process have on
/// it, and another program would then believe to be alone and delete the log under their hands.
void make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) ::close(file);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) fail(database, code, "prepare");
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) fail(database_, code, "bind");
}

void Statement::bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty text is not NULL.
    const char* data = value.data() ? value.data() : "";
    check(sqlite3_bind_text64(statement_.get(), index, data, value.size(), lifetime_, SQLITE_UTF8));
}
void Statement::bind(int index, Blob value) {
    check(sqlite3_bind_blob64(statement_.get(), index, value.bytes.data(), value.bytes.size(),
                              lifetime_));
}
void Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), index, value));
}
void Statement::bind(int index, std::nullptr_t) {
    check(sqlite3_bind_null(statement_.get(), index));
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(database_, code, "step");
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::string_view Statement::text(int column) const {
    const auto* bytes = sqlite3_column_blob(statement_.get(), column);
    const auto size = sqlite3_column_bytes(statement_.get(), column);
    if (!bytes) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
base::Sha256 Statement::digest(int column) const {
    base::Sha256 out{};
    const auto bytes = text(column);
    if (bytes.size() == out.size()) std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}
bool Statement::null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::string_view Statement::name(int column) const {
    return sqlite3_column_name(statement_.get(), column);
}
bool Statement::in_use() const { return sqlite3_stmt_busy(statement_.get()) != 0; }
int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

Database::Database(const Options& options) : busy_ms_(options.busy_ms) {
    make_private(options.path);
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(options.path.c_str(), &opened, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    handle_.reset(opened);
    if (code != SQLITE_OK) fail(opened, code, "open");
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, busy_ms_);
    auto mode = query("PRAGMA journal_mode = WAL");
    if (!mode.next() || mode->text(0) != "wal")
        throw SqlError{SQLITE_CANTOPEN, "this file system cannot hold a write-ahead log"};
    script(options.full_sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    script(
        "PRAGMA foreign_keys = ON;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA trusted_schema = OFF;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA cache_size = -16384;"
        "PRAGMA wal_autocheckpoint = 2000");
}

Statement& Database::prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) {
        ATELIER_CHECK(!found->second.in_use());
        return found->second;
    }
    return statements_.try_emplace(std::string(sql), handle_.get(), sql).first->second;
}

bool Database::checkpoint() {
    sqlite3_busy_timeout(handle_.get(), 0);
    const int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                               nullptr, nullptr);
    sqlite3_busy_timeout(handle_.get(), busy_ms_);
    if (code == SQLITE_OK) return true;
    if (code == SQLITE_BUSY) return false;
    fail(handle_.get(), code, "checkpoint");
}

void Database::script(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(handle_.get(), code, "script");
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
    database_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!database_.in_transaction()) return;
    try {
        database_.run("ROLLBACK");
    } catch (const SqlError&) {
        // Still in the transaction: the journal sees it and lets the connection go.
    }
}

void Transaction::commit() { database_.run("COMMIT"); }

}  // namespace atelier::journal::sqlite
