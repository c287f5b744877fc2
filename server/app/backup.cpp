#include "app/backup.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>

#include "app/folder.hpp"
#include "app/tools.hpp"
#include "base/clock.hpp"
#include "journal/sqlite/backup.hpp"

namespace atelier::app {
namespace {

namespace fs = std::filesystem;

/// How many workshops are in it, or the first thing that is not as it should be.
base::Result<std::size_t, std::string> checked(const fs::path& file) {
    auto store = journal::SqliteJournal::open({.path = file.string()});
    if (!store) return store.error().cause;
    const auto rows = store.value()->workshops();
    if (!rows) return rows.error().cause;
    for (const auto& row : rows.value()) {
        const auto verified = store.value()->verify(row.id);
        if (!verified) return row.id.text + ": " + verified.error().cause;
        if (const auto& difference = verified.value().difference)
            return fmt::format("{}: event {}: {}", row.id.text, difference->seq, difference->words);
    }
    return rows.value().size();
}

void discard(const fs::path& file) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(file.string() + suffix, ignored);
}

/// Brings what is in the log into the file, where there is one that can be opened.
void settle(const fs::path& file) { (void)journal::SqliteJournal::open({.path = file.string()}); }

/// The present database with all that stands beside it; the reason if something cannot be moved.
std::string move_all(const fs::path& from, const fs::path& to) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const fs::path source = from.string() + suffix;
        std::error_code error;
        if (!fs::exists(source, error)) continue;
        fs::rename(source, to.string() + suffix, error);
        if (error) return fmt::format("cannot move {}: {}", source.string(), error.message());
    }
    return {};
}

}  // namespace

int back_up(const Asked& asked) {
    if (asked.names.size() != 1) return misused("backup wants one file to write");
    const fs::path present = fs::path(asked.serve.data) / "atelier.db";
    if (!fs::exists(present))
        return fail(fmt::format("there is no database in {} (see --data)", asked.serve.data));
    const auto done = journal::copy_database(present.string(), asked.names[0]);
    if (!done) return fail(done.error());
    fmt::print("{}: written\n", asked.names[0]);
    return 0;
}

int restore(const Asked& asked) {
    if (asked.names.size() != 1) return misused("restore wants one file to read");
    const fs::path backup = asked.names[0];
    if (!fs::is_regular_file(backup)) return fail(fmt::format("cannot read {}", backup.string()));
    const auto folder = Folder::hold(asked.serve.data);
    if (!folder) return fail(folder.error() + ": stop it first");
    const fs::path present = fs::path(asked.serve.data) / "atelier.db";
    const fs::path fresh = fs::path(asked.serve.data) / "atelier.db.restoring";
    discard(fresh);
    // A copy is checked, so that the backup itself stays as it is, whatever its version.
    if (auto copied = journal::copy_database(backup.string(), fresh.string()); !copied)
        return fail(copied.error());
    const auto workshops = checked(fresh);
    if (!workshops) {
        discard(fresh);
        return fail(fmt::format("{} is not restored: {}", backup.string(), workshops.error()));
    }
    const fs::path kept =
        fs::path(asked.serve.data) / fmt::format("atelier.db.before-restore-{}", base::now_ms());
    const bool had_one = fs::exists(present);
    if (had_one) settle(present);
    if (auto failed = move_all(present, kept); !failed.empty()) {
        (void)move_all(kept, present);
        discard(fresh);
        return fail(failed);
    }
    std::error_code error;
    fs::rename(fresh, present, error);
    if (error) {
        (void)move_all(kept, present);
        discard(fresh);
        return fail(fmt::format("cannot put {} in place: {}", present.string(), error.message()));
    }
    fmt::print("{}: restored, {} workshops, all whole\n", backup.string(), workshops.value());
    if (had_one) fmt::print("what was there before: {}\n", kept.string());
    return 0;
}

}  // namespace atelier::app
