#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace atelier::app {

/// The folder of one server. While it is held no other server starts on it.
class Folder {
  public:
    /// Makes the folder if there is none; the reason in words if it cannot be used.
    [[nodiscard]] static base::Result<Folder, std::string> hold(const std::filesystem::path& path);
    Folder(Folder&& other) noexcept : lock_(std::exchange(other.lock_, -1)) {}
    Folder& operator=(Folder&&) = delete;
    ~Folder();

  private:
    explicit Folder(int lock) : lock_(lock) {}
    int lock_;  ///< descriptor of the locked file; -1: none
};

/// Where the server on that folder says how it is reached from this machine, while it runs.
[[nodiscard]] inline std::filesystem::path address_note(const std::filesystem::path& folder) {
    return folder / "address";
}

/// The database in a folder, opened; made if `make` is set and there is none.
[[nodiscard]] base::Result<std::unique_ptr<journal::SqliteJournal>, std::string> open_journal(
    const std::filesystem::path& folder, bool make, bool full_sync = true);

}  // namespace atelier::app
