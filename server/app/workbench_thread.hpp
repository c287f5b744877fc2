#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "api/workbench.hpp"

namespace atelier::app {

/// The bench on a thread of its own, of lower priority than those that carry people's votes. Ends
/// with the job it is at; what still waits is dropped. Jobs do not throw.
class WorkbenchThread final : public api::Workbench {
  public:
    static constexpr std::size_t waiting_max = 8;

    WorkbenchThread();
    ~WorkbenchThread() override;
    WorkbenchThread(const WorkbenchThread&) = delete;
    WorkbenchThread& operator=(const WorkbenchThread&) = delete;

    bool post(std::function<void()> job) override;

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> jobs_;
    bool ends_ = false;
    std::thread thread_;
};

}  // namespace atelier::app
