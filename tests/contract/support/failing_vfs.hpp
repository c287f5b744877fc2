#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace atelier::tests {

/// What a FailingVfs counts and when it fails. A step is one write, sync, truncation or deletion.
struct FaultPlan {
    int steps = 0;          ///< done so far
    int fail_at = -1;       ///< the step, counted from 0, that fails; negative: none
    bool for_good = false;  ///< all steps after it fail too
    int code = SQLITE_IOERR_WRITE;

    /// Counts a step; the code it fails with, or SQLITE_OK.
    int step() {
        const int now = steps++;
        const bool fails = fail_at >= 0 && (now == fail_at || (for_good && now > fail_at));
        return fails ? code : SQLITE_OK;
    }
};

/// A file system for SQLite that passes everything on to the system's, but fails when told to.
/// Registered under its own name as long as it lives; must outlive what was opened with it. One
/// thread at a time.
class FailingVfs {
  public:
    explicit FailingVfs(std::string name);
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;
    ~FailingVfs();

    [[nodiscard]] const std::string& name() const { return name_; }
    FaultPlan plan;

  private:
    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace atelier::tests
