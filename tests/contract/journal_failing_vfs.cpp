#include <cstring>
#include <new>
#include <utility>

#include "support/failing_vfs.hpp"

namespace atelier::tests {
namespace {

/// Ours stands first in the memory that SQLite gives for a file, the system's behind it.
struct File {
    sqlite3_file base;
    FaultPlan* plan;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file).real(); }
FailingVfs& owner(sqlite3_vfs* vfs) { return *static_cast<FailingVfs*>(vfs->pAppData); }
sqlite3_vfs* system_vfs() { return sqlite3_vfs_find(nullptr); }

/// Passes a method on to the system's file, whatever its arguments.
template <auto Method, class... Arguments>
auto pass(sqlite3_file* file, Arguments... arguments) {
    return (real(file)->pMethods->*Method)(real(file), arguments...);
}
/// The same, but a step that may fail.
template <auto Method, class... Arguments>
int risk(sqlite3_file* file, Arguments... arguments) {
    if (const int code = ours(file).plan->step(); code != SQLITE_OK) return code;
    return (real(file)->pMethods->*Method)(real(file), arguments...);
}

using M = sqlite3_io_methods;
const M methods{2,
                pass<&M::xClose>,
                pass<&M::xRead>,
                risk<&M::xWrite>,
                risk<&M::xTruncate>,
                risk<&M::xSync>,
                pass<&M::xFileSize>,
                pass<&M::xLock>,
                pass<&M::xUnlock>,
                pass<&M::xCheckReservedLock>,
                pass<&M::xFileControl>,
                pass<&M::xSectorSize>,
                pass<&M::xDeviceCharacteristics>,
                pass<&M::xShmMap>,
                pass<&M::xShmLock>,
                pass<&M::xShmBarrier>,
                pass<&M::xShmUnmap>,
                nullptr,
                nullptr};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* made = new (file) File{{nullptr}, &owner(vfs).plan};
    const int code = system_vfs()->xOpen(system_vfs(), name, made->real(), flags, out_flags);
    if (made->real()->pMethods) made->base.pMethods = &methods;
    return code;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_dir) {
    if (const int code = owner(vfs).plan.step(); code != SQLITE_OK) return code;
    return system_vfs()->xDelete(system_vfs(), name, sync_dir);
}

}  // namespace

FailingVfs::FailingVfs(std::string name)
    : name_(std::move(name)), vfs_(std::make_unique<sqlite3_vfs>(*system_vfs())) {
    vfs_->szOsFile += static_cast<int>(sizeof(File));
    vfs_->zName = name_.c_str();
    vfs_->pNext = nullptr;
    vfs_->pAppData = this;
    vfs_->xOpen = open;
    vfs_->xDelete = remove;
    sqlite3_vfs_register(vfs_.get(), 0);
}

FailingVfs::~FailingVfs() { sqlite3_vfs_unregister(vfs_.get()); }

}  // namespace atelier::tests
