#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Programs of others that turn one file into another, kept on a short lead. Blocks: for threads
/// that may wait.
///
/// Rules:
///   CH1  what people wrote goes through files in a folder that is this run's alone and is gone
///        afterwards; nothing of it is on a command line
///   CH2  a child has bounded time, memory and output; past them it and what it started are killed
///   CH3  a child has none of our descriptors, and no more of our environment than it needs
namespace atelier::app::exports {

/// A folder for one run, readable by nobody else; gone with this object.
class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Empty: the folder could not be made.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] bool write(std::string_view name, std::string_view bytes) const;
    /// Empty where there is no such file.
    [[nodiscard]] std::string read(std::string_view name) const;

  private:
    std::filesystem::path path_;
};

struct Limits {
    std::chrono::seconds time{20};
    std::size_t memory_bytes = std::size_t{2} << 30U;  ///< of address space; 0: not bounded
    std::size_t file_bytes = std::size_t{256} << 20U;  ///< of each file that it writes
};

enum class ChildFailure { not_started, failed, too_long, stopped };

/// Runs the program (found on PATH by the first of `command`) in the folder, without input, and
/// waits for it. `stop`: set by another thread, ends it early.
[[nodiscard]] base::Result<base::Done, ChildFailure> run_child(
    const std::vector<std::string>& command, const std::filesystem::path& folder,
    const Limits& limits, const std::atomic<bool>& stop);

/// Where a program of that name is, or an empty path.
[[nodiscard]] std::filesystem::path find_program(std::string_view name);

}  // namespace atelier::app::exports
