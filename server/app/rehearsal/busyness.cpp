#include "app/rehearsal/busyness.hpp"

#include <sched.h>
#include <sys/resource.h>

#include <algorithm>

namespace atelier::app::rehearsal {
namespace {

// Long enough to be more than one person's luck, short enough to be the busy part of a phase.
constexpr std::chrono::duration<double> window{5};
constexpr std::chrono::duration<double> least{2};

double seconds_of(int who) {
    rusage used{};
    if (::getrusage(who, &used) != 0) return 0;
    const auto in_s = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return in_s(used.ru_utime) + in_s(used.ru_stime);
}

/// Those that this process may use.
double count_cores() {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    if (::sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
    return std::max(1, CPU_COUNT(&cores));
}

}  // namespace

Busyness::Busyness() : cores_(count_cores()) {}

Busyness::Moment Busyness::now() {
    return {Clock::now(), seconds_of(RUSAGE_SELF), seconds_of(RUSAGE_THREAD)};
}

void Busyness::begin() { moments_ = {now()}; }

void Busyness::sample() {
    if (moments_.empty()) return;
    moments_.push_back(now());
    const Moment& last = moments_.back();
    while (moments_.size() > 2 && last.at - moments_[1].at >= window) moments_.pop_front();
    const Moment& first = moments_.front();
    const std::chrono::duration<double> passed = last.at - first.at;
    if (passed < least) return;
    const double own_s = last.thread_s - first.thread_s;
    const double others_s = std::max(last.process_s - first.process_s - own_s, 0.0);
    others_ = std::clamp(others_s / passed.count() / cores_, others_, 1.0);
    own_ = std::clamp(own_s / passed.count(), own_, 1.0);
    measured_ = true;
}

}  // namespace atelier::app::rehearsal
