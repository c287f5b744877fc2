#include "journal/sqlite/backup.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace atelier::journal {
namespace {

namespace fs = std::filesystem;
using Failed = std::string;

struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

base::Result<Handle, Failed> opened(const std::string& path, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Handle out(handle);
    if (code != SQLITE_OK) return "cannot open " + path + ": " + sqlite3_errstr(code);
    sqlite3_busy_timeout(handle, 10'000);
    return out;
}

/// All pages in one step: of one moment, and in the write-ahead log's mode nobody waits for it.
Failed copy(sqlite3* from, sqlite3* to) {
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup) return sqlite3_errmsg(to);
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) return sqlite3_errstr(stepped);
    return finished == SQLITE_OK ? Failed{} : Failed(sqlite3_errstr(finished));
}

/// One file by itself: without a log beside it.
Failed alone(sqlite3* database) {
    char* message = nullptr;
    sqlite3_exec(database, "PRAGMA journal_mode = DELETE", nullptr, nullptr, &message);
    const Failed out = message ? message : "";
    sqlite3_free(message);
    return out;
}

Failed synced(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0 || ::fsync(file) != 0) {
        const Failed why = std::strerror(errno);
        if (file >= 0) ::close(file);
        return "cannot write " + path + ": " + why;
    }
    ::close(file);
    return {};
}

Failed make(const std::string& from, const std::string& part) {
    // Made by us first, so that nobody else can read it while it fills.
    const int file = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return "cannot write " + part + ": " + std::strerror(errno);
    ::close(file);
    auto source = opened(from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX);
    if (!source) return source.error();
    auto target = opened(part, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX);
    if (!target) return target.error();
    if (auto failed = copy(source.value().get(), target.value().get()); !failed.empty())
        return "cannot copy " + from + ": " + failed;
    if (auto failed = alone(target.value().get()); !failed.empty())
        return "cannot finish " + part + ": " + failed;
    return synced(part, O_RDWR);
}

}  // namespace

base::Result<base::Done, std::string> copy_database(const std::string& from,
                                                    const std::string& to) {
    std::error_code error;
    if (fs::exists(to, error)) return to + " is there already: nothing was written over";
    const std::string part = to + ".part";
    fs::remove(part, error);
    auto failed = make(from, part);
    if (failed.empty()) {
        fs::rename(part, to, error);
        if (error) failed = "cannot write " + to + ": " + error.message();
    }
    if (!failed.empty()) {
        fs::remove(part, error);
        return failed;
    }
    const fs::path folder = fs::absolute(to).parent_path();
    if (failed = synced(folder.string(), O_RDONLY | O_DIRECTORY); !failed.empty()) return failed;
    return base::Done{};
}

}  // namespace atelier::journal
