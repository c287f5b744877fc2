#include "app/folder.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace atelier::app {

namespace fs = std::filesystem;

base::Result<Folder, std::string> Folder::hold(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return fmt::format("cannot make the folder {}: {}", path.string(), error.message());
    // Names, texts and digests of secrets are in it: nobody else's business.
    fs::permissions(path, fs::perms::owner_all, error);
    const fs::path file = path / "lock";
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return fmt::format("cannot write in {}: {}", path.string(), std::strerror(errno));
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return fmt::format("another server is running on {}", path.string());
    }
    return Folder(lock);
}

Folder::~Folder() {
    if (lock_ >= 0) ::close(lock_);
}

base::Result<std::unique_ptr<journal::SqliteJournal>, std::string> open_journal(
    const fs::path& folder, bool make, bool full_sync) {
    const fs::path file = folder / "atelier.db";
    if (!make && !fs::exists(file))
        return fmt::format("there is no database in {} (see --data)", folder.string());
    auto opened = journal::SqliteJournal::open({.path = file.string(), .full_sync = full_sync});
    if (!opened) return fmt::format("cannot open {}: {}", file.string(), opened.error().cause);
    return std::move(opened).value();
}

}  // namespace atelier::app
