#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "journal/registry.hpp"

namespace atelier::app::exports {

/// A thread that reads the journal by a connection of its own and does one thing after the other,
/// with less claim on the processor than what is live. post() and stop() from any thread.
class Lane {
  public:
    /// `store`: nullptr if the journal cannot be opened; `stop`: whether to end early.
    using Job = std::function<void(journal::Store* store, const std::atomic<bool>& stop)>;

    Lane(std::filesystem::path folder, std::size_t waiting_max)
        : folder_(std::move(folder)), waiting_max_(waiting_max), thread_([this] { run(); }) {}
    ~Lane() { stop(); }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// False: too many wait, or it has been stopped.
    bool post(Job job);
    /// What runs is ended early, what waits is dropped.
    void stop();

  private:
    void run();

    const std::filesystem::path folder_;
    const std::size_t waiting_max_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;  ///< guards jobs_
    std::condition_variable wake_;
    std::deque<Job> jobs_;
    std::thread thread_;  ///< last: everything is there before it starts
};

}  // namespace atelier::app::exports
