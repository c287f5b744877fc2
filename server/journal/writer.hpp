#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

#include "journal/registry.hpp"

namespace atelier::journal {

/// How long commits took. Bucket i counts those of at most bounds_us[i]; the last has no bound.
struct CommitTimes {
    static constexpr std::array<std::int64_t, 11> bounds_us{
        250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000};
    std::array<std::uint64_t, bounds_us.size() + 1> counts{};
    std::int64_t sum_us = 0;
    void note(std::chrono::microseconds duration) noexcept;
};

struct WriterStats {
    std::uint64_t batches = 0;  ///< made durable
    std::uint64_t events = 0;   ///< made durable
    std::uint64_t commits = 0;  ///< transactions that made them so
    std::uint64_t refused = 0;  ///< batches that were not
    std::size_t waiting = 0;    ///< batches and jobs in the queue now
    bool well = true;
    CommitTimes times;
};

struct WriterOptions {
    std::chrono::milliseconds retry{1'000};
    /// Called when writing stops working, with the reason, and when it works again.
    std::function<void(bool well, const Problem& problem)> on_health = {};
    /// A commit takes no more batches once it has this many events.
    std::size_t commit_events_max = 4'096;
};

/// The journal's own thread. Batches that wait, from whatever rooms, become one append with one
/// sync; jobs run between appends, in the order in which all were given.
///
/// J12 Every batch gets exactly one answer, every job runs exactly once, in order.
/// J13 Batches that wait together share a commit. If it is refused for the sake of one of them,
///     each is tried alone, so that only the one at fault fails.
/// J14 After an append that is `unavailable`, every batch is refused at once, until a reopening,
///     tried every `retry`, succeeds. Jobs go on: reading works, writing refuses by itself.
/// J15 stop() answers all that was given before it, then the thread ends. What is given later is
///     refused.
///
/// submit, post, stop and stats may be called from any thread, callbacks included (but for stop).
/// Callbacks run on the writer's thread and must not block or throw. The queue has no bound: rooms
/// have one batch each on its way.
class JournalWriter {
  public:
    using Answer = std::function<void(const Outcome<base::Done>&)>;
    using Job = std::function<void(Store&)>;

    explicit JournalWriter(std::unique_ptr<Store> store, WriterOptions options = {});
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;
    ~JournalWriter();

    void submit(Batch batch, Answer answer);
    bool post(Job job);  ///< false: stopping, it will not be run
    void stop();
    [[nodiscard]] WriterStats stats() const;

  private:
    struct Submission {
        Batch batch;
        Answer answer;
    };
    using Item = std::variant<Submission, Job>;
    using Clock = std::chrono::steady_clock;

    void run();
    [[nodiscard]] std::deque<Item> wait_for_items();
    void serve(std::deque<Item> items);
    void commit(std::vector<Submission> submissions);
    [[nodiscard]] Outcome<base::Done> append(std::span<const Batch> batches);
    void watch_health(const Problem& problem);
    void try_reopening();

    const std::unique_ptr<Store> store_;
    const WriterOptions options_;
    bool well_ = true;  ///< as last told; the thread's own
    Clock::time_point next_try_{};

    mutable std::mutex mutex_;  ///< guards what follows
    std::condition_variable wake_;
    std::deque<Item> items_;
    bool stopping_ = false;
    WriterStats stats_;

    std::mutex joining_;
    std::thread thread_;  ///< last: everything is there before it starts
};

}  // namespace atelier::journal
