#include "app/exports/lane.hpp"

#include "app/folder.hpp"
#include "app/give_way.hpp"

namespace atelier::app::exports {

bool Lane::post(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        if (stop_.load() || jobs_.size() >= waiting_max_) return false;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Lane::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stop_.store(true);
        jobs_.clear();
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Lane::run() {
    give_way();
    std::unique_ptr<journal::SqliteJournal> store;
    const auto open = [&] {
        if (auto opened = open_journal(folder_, /*make=*/false)) store = std::move(opened).value();
    };
    // At once: what is open can be read on a disk that has no room for anything more.
    open();
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return stop_.load() || !jobs_.empty(); });
            if (stop_.load()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        if (!store) open();
        job(store.get(), stop_);
    }
}

}  // namespace atelier::app::exports
