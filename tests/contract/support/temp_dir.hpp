#pragma once

#include <unistd.h>
#include <atomic>
#include <filesystem>
#include <string>

namespace atelier::tests {

/// A directory of its own, gone with the object. In memory, if the machine has a place for that and
/// the test does not care.
class TempDir {
  public:
    enum class On { disk, memory };
    explicit TempDir(On on = On::disk) {
        static std::atomic<int> count = 0;
        const bool memory = on == On::memory && ::access("/dev/shm", W_OK) == 0;
        path_ = (memory ? "/dev/shm" : std::filesystem::temp_directory_path()) /
                ("atelier-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    ~TempDir() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

}  // namespace atelier::tests
