// How many rows a second SQLite makes durable by itself: one plain table of rows like events, WAL,
// synchronous=FULL, so many rows a commit. Arguments: FOLDER SECONDS ROWS…
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;
struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class Table {
  public:
    explicit Table(const std::string& file) {
        sqlite3* db = nullptr;
        const int opened = sqlite3_open(file.c_str(), &db);
        db_.reset(db);
        check(opened);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE event (workshop TEXT, seq INTEGER, at INTEGER, actor TEXT, kind TEXT,"
            " payload TEXT, digest BLOB, PRIMARY KEY (workshop, seq)) WITHOUT ROWID");
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(db,
                                 "INSERT INTO event VALUES ('w1', ?, 1700000000000,"
                                 " '0123456789abcdef', 'vote.cast', ?, ?)",
                                 -1, &statement, nullptr));
        insert_.reset(statement);
    }
    void commit(int rows) {
        run("BEGIN IMMEDIATE");
        for (int i = 0; i < rows; ++i) {
            check(sqlite3_bind_int64(insert_.get(), 1, ++seq_));
            check(sqlite3_bind_text(insert_.get(), 2, payload_.data(),
                                    static_cast<int>(payload_.size()), SQLITE_STATIC));
            check(sqlite3_bind_blob(insert_.get(), 3, payload_.data(), 32, SQLITE_STATIC));
            if (sqlite3_step(insert_.get()) != SQLITE_DONE) throw std::runtime_error("insert");
            check(sqlite3_reset(insert_.get()));
        }
        run("COMMIT");
    }

  private:
    void run(const char* sql) { check(sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr)); }
    static void check(int code) {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(code));
    }
    std::unique_ptr<sqlite3, Close> db_;
    std::unique_ptr<sqlite3_stmt, Finalize> insert_;
    std::int64_t seq_ = 0;
    const std::string payload_ = std::string(120, 'x');
};

double rows_per_second(const std::string& file, double seconds, int rows) {
    Table table(file);
    long long done = 0;
    const auto start = Clock::now();
    std::chrono::duration<double> took{};
    while ((took = Clock::now() - start).count() < seconds) {
        table.commit(rows);
        done += rows;
    }
    return static_cast<double>(done) / took.count();
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 4) throw std::runtime_error("usage: sqlite_commits FOLDER SECONDS ROWS…");
    for (int i = 3; i < argc; ++i) {
        const std::string file = std::string(argv[1]) + "/rows-" + argv[i] + ".db";
        const int rows = std::max(1, std::atoi(argv[i]));
        std::printf("%d %.0f\n", rows, rows_per_second(file, std::atof(argv[2]), rows));
    }
} catch (const std::exception& problem) {
    std::fprintf(stderr, "sqlite_commits: %s\n", problem.what());
    return 1;
}
