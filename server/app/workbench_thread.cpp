#include "app/workbench_thread.hpp"

#include "app/give_way.hpp"
#include "app/log.hpp"

namespace atelier::app {

WorkbenchThread::WorkbenchThread() : thread_([this] { run(); }) {}

WorkbenchThread::~WorkbenchThread() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    something_.notify_one();
    thread_.join();
}

bool WorkbenchThread::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (ends_ || jobs_.size() >= waiting_max) return false;
        jobs_.push_back(std::move(job));
    }
    something_.notify_one();
    return true;
}

void WorkbenchThread::run() {
    give_way();
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            something_.wait(lock, [this] { return ends_ || !jobs_.empty(); });
            if (ends_) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        try {
            job();
        } catch (const std::exception& error) {
            log_line(std::string("a long job failed: ") + error.what());
        }
    }
}

}  // namespace atelier::app
