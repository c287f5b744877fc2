#include "journal/writer.hpp"

#include <algorithm>

namespace atelier::journal {
namespace {

Problem refusal(std::string cause) { return {Failure::unavailable, "append", std::move(cause)}; }

}  // namespace

void CommitTimes::note(std::chrono::microseconds duration) noexcept {
    const auto bucket = std::ranges::lower_bound(bounds_us, duration.count());
    counts[static_cast<std::size_t>(bucket - bounds_us.begin())] += 1;
    sum_us += duration.count();
}

JournalWriter::JournalWriter(std::unique_ptr<Store> store, WriterOptions options)
    : store_(std::move(store)), options_(std::move(options)), thread_([this] { run(); }) {}

JournalWriter::~JournalWriter() { stop(); }

void JournalWriter::submit(Batch batch, Answer answer) {
    {
        const std::scoped_lock lock(mutex_);
        if (!stopping_) {
            items_.emplace_back(Submission{std::move(batch), std::move(answer)});
            wake_.notify_one();
            return;
        }
        stats_.refused += 1;
    }
    answer(refusal("the server is stopping"));
}

bool JournalWriter::post(Job job) {
    const std::scoped_lock lock(mutex_);
    if (stopping_) return false;
    items_.emplace_back(std::move(job));
    wake_.notify_one();
    return true;
}

void JournalWriter::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        wake_.notify_one();
    }
    const std::scoped_lock lock(joining_);
    if (thread_.joinable()) thread_.join();
}

WriterStats JournalWriter::stats() const {
    const std::scoped_lock lock(mutex_);
    WriterStats out = stats_;
    out.waiting = items_.size();
    return out;
}

void JournalWriter::run() {
    for (;;) {
        std::deque<Item> items = wait_for_items();
        if (items.empty()) {
            const std::scoped_lock lock(mutex_);
            if (stopping_ && items_.empty()) return;
        }
        if (!store_->well() && Clock::now() >= next_try_) try_reopening();
        serve(std::move(items));
    }
}

std::deque<JournalWriter::Item> JournalWriter::wait_for_items() {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return stopping_ || !items_.empty(); };
    if (store_->well()) {
        wake_.wait(lock, ready);
    } else {
        wake_.wait_until(lock, next_try_, ready);
    }
    return std::exchange(items_, {});
}

void JournalWriter::serve(std::deque<Item> items) {
    std::vector<Submission> together;
    std::size_t events = 0;
    const auto flush = [&] {
        if (!together.empty()) commit(std::exchange(together, {}));
        events = 0;
    };
    for (Item& item : items) {
        if (auto* submission = std::get_if<Submission>(&item)) {
            events += submission->batch.events.size();
            together.push_back(std::move(*submission));
            if (events >= options_.commit_events_max) flush();
            continue;
        }
        flush();
        std::get<Job>(item)(*store_);
        watch_health({Failure::unavailable, "job", "a write of a job failed"});
    }
    flush();
}

void JournalWriter::commit(std::vector<Submission> submissions) {
    std::vector<Batch> batches;
    batches.reserve(submissions.size());
    for (Submission& submission : submissions) batches.push_back(std::move(submission.batch));

    const Outcome<base::Done> done = append(batches);
    const bool one_is_at_fault =
        !done && done.error().kind != Failure::unavailable && batches.size() > 1;
    for (std::size_t i = 0; i < batches.size(); ++i)
        submissions[i].answer(one_is_at_fault ? append({&batches[i], 1}) : done);
}

Outcome<base::Done> JournalWriter::append(std::span<const Batch> batches) {
    const auto start = Clock::now();
    Outcome<base::Done> done = store_->append(batches);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    {
        const std::scoped_lock lock(mutex_);
        if (done) {
            stats_.commits += 1;
            stats_.batches += batches.size();
            for (const Batch& batch : batches) stats_.events += batch.events.size();
            stats_.times.note(took);
        } else if (batches.size() == 1 || done.error().kind == Failure::unavailable) {
            stats_.refused += batches.size();
        }
    }
    if (!done) watch_health(done.error());
    return done;
}

/// Tells when the store has fallen ill; recovery is told where it is brought about.
void JournalWriter::watch_health(const Problem& problem) {
    if (!well_ || store_->well()) return;
    well_ = false;
    next_try_ = Clock::now() + options_.retry;
    {
        const std::scoped_lock lock(mutex_);
        stats_.well = false;
    }
    if (options_.on_health) options_.on_health(false, problem);
}

void JournalWriter::try_reopening() {
    const auto reopened = store_->reopen();
    next_try_ = Clock::now() + options_.retry;
    if (!reopened) return;
    well_ = true;
    {
        const std::scoped_lock lock(mutex_);
        stats_.well = true;
    }
    if (options_.on_health)
        options_.on_health(true, {Failure::unavailable, "reopen", "it works again"});
}

}  // namespace atelier::journal
