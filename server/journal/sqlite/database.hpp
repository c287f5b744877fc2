#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ids.hpp"
#include "base/secret.hpp"

/// SQLite's C API with owners. One thread at a time. Failures inside this folder are SqlError, so
/// that every way out of a transaction rolls it back; SqliteJournal turns them into values at its
/// edge and lets none out.
namespace atelier::journal::sqlite {

/// `code` is SQLite's extended result code; `what` names the step and never holds a bound value.
struct SqlError {
    int code = SQLITE_ERROR;
    std::string what;
    [[nodiscard]] int primary() const noexcept { return code & 0xFF; }
};

/// Bytes rather than text.
struct Blob {
    std::string_view bytes;
};
inline Blob blob(const base::Sha256& digest) {
    return {{reinterpret_cast<const char*>(digest.data()), digest.size()}};
}

/// A text that is NULL when empty: "not given" has one form in the tables.
struct OrNull {
    std::string_view text;
};

class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);

    /// Binds 1, 2, … in order. `lives` says that the values outlast the use of the statement.
    template <class... Values>
    void bind_all(bool lives, const Values&... values) {
        lifetime_ = lives ? SQLITE_STATIC : SQLITE_TRANSIENT;
        int index = 0;
        (bind(++index, values), ...);
    }
    bool step();  ///< true: there is a row
    void reset() noexcept;

    /// Columns from 0 on. A view is good until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] base::Sha256 digest(int column) const;  ///< zeroes if it is not 32 bytes
    [[nodiscard]] bool null(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string_view name(int column) const;
    [[nodiscard]] bool in_use() const;  ///< stepped and not yet reset

  private:
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    void bind(int index, std::int64_t value);
    void bind(int index, std::nullptr_t);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, OrNull value) {
        value.text.empty() ? bind(index, nullptr) : bind(index, value.text);
    }
    template <std::integral Value>
    void bind(int index, Value value) {
        bind(index, static_cast<std::int64_t>(value));
    }
    template <class Tag>
    void bind(int index, const base::Id<Tag>& id) {
        bind(index, std::string_view(id.text));
    }
    template <class Value>
    void bind(int index, const std::optional<Value>& value) {
        value ? bind(index, *value) : bind(index, nullptr);
    }
    void check(int code) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    sqlite3_destructor_type lifetime_ = SQLITE_TRANSIENT;
};

/// A statement in use; given back (reset) at the end of its scope.
class Rows {
  public:
    explicit Rows(Statement& statement) : statement_(&statement) {}
    Rows(Rows&&) noexcept = default;
    Rows& operator=(Rows&&) = delete;
    ~Rows() = default;

    bool next() { return statement_->step(); }
    [[nodiscard]] const Statement& row() const { return *statement_; }
    const Statement* operator->() const { return statement_.get(); }

  private:
    struct Reset {
        void operator()(Statement* statement) const noexcept { statement->reset(); }
    };
    std::unique_ptr<Statement, Reset> statement_;
};

/// One connection with its prepared statements, which are kept by their text.
class Database {
  public:
    struct Options {
        std::string path;
        std::string vfs = {};   ///< empty: the system's
        bool full_sync = true;  ///< false: only for showing what would then be lost
        int busy_ms = 5'000;
    };
    explicit Database(const Options& options);

    /// For statements that give rows. Values are copied.
    template <class... Values>
    [[nodiscard]] Rows query(std::string_view sql, const Values&... values) {
        Statement& statement = prepared(sql);
        Rows rows(statement);
        statement.bind_all(false, values...);
        return rows;
    }
    /// For statements that give none.
    template <class... Values>
    void run(std::string_view sql, const Values&... values) {
        Statement& statement = prepared(sql);
        const Rows rows(statement);
        statement.bind_all(true, values...);
        while (statement.step()) continue;
    }
    /// Brings the whole log into the main file and empties it. False if somebody who is reading an
    /// older state keeps it from that; does not wait for them.
    bool checkpoint();
    /// Several statements at once, not prepared.
    void script(const std::string& sql);

    [[nodiscard]] std::int64_t changes() const noexcept { return sqlite3_changes64(handle_.get()); }
    [[nodiscard]] bool in_transaction() const noexcept {
        return sqlite3_get_autocommit(handle_.get()) == 0;
    }
    [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }

  private:
    Statement& prepared(std::string_view sql);

    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    int busy_ms_;
    std::unique_ptr<sqlite3, Close> handle_;
    /// Finds a text by a view of it.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
};

/// Rolls back unless committed.
class Transaction {
  public:
    enum class Kind { read, write };
    Transaction(Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Database& database_;
};

}  // namespace atelier::journal::sqlite
