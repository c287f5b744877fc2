// How many events a second our journal makes durable, so many a commit: votes in a workshop of
// 1,000 people and 100 ideas. Arguments: FOLDER SECONDS EVENTS… (as sqlite_commits)
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "contract/support/crowd.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace {

using namespace atelier;
using Clock = std::chrono::steady_clock;

void append(journal::SqliteJournal& journal, const journal::Batch& batch) {
    if (auto done = journal.append({&batch, 1}); !done)
        throw std::runtime_error(done.error().cause);
}

double events_per_second(const std::string& file, double seconds, std::size_t events) {
    auto journal = journal::SqliteJournal::open({.path = file});
    if (!journal) throw std::runtime_error(journal.error().cause);
    tests::Crowd crowd(1'000, 100);
    append(*journal.value(), crowd.batch());
    std::size_t done = 0;
    std::chrono::duration<double> took{};
    while (took.count() < seconds) {
        crowd.vote_until(crowd.seq() + events);
        const journal::Batch batch = crowd.batch();
        const auto start = Clock::now();
        append(*journal.value(), batch);
        took += Clock::now() - start;
        done += events;
    }
    return static_cast<double>(done) / took.count();
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 4) throw std::runtime_error("usage: journal_commits FOLDER SECONDS EVENTS…");
    for (int i = 3; i < argc; ++i) {
        const std::string file = std::string(argv[1]) + "/events-" + argv[i] + ".db";
        const int events = std::max(1, std::atoi(argv[i]));
        std::printf("%d %.0f\n", events,
                    events_per_second(file, std::atof(argv[2]), static_cast<std::size_t>(events)));
    }
} catch (const std::exception& problem) {
    std::fprintf(stderr, "journal_commits: %s\n", problem.what());
    return 1;
}
