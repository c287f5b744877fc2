#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/rehearsal/bot.hpp"
#include "app/rehearsal/busyness.hpp"

namespace atelier::app::rehearsal {

/// What is known of a rehearsal under way; `ended` in the last one told.
struct Findings {
    std::size_t joined = 0;
    std::size_t ideas = 0, votes = 0, missing = 0;
    api::Percentiles ack_ms, seen_ms;
    double cpu_share = 0;
    double bots_share = 0;
    bool measured = false;  ///< everyone is in, and the shares are of that
    bool ended = false;
    std::string broke;  ///< why it could not go on; empty: it could
};

/// The simulated people, on one thread of their own. Told findings twice a second, on that thread.
/// Destroying it ends the thread, at once.
class Crowd {
  public:
    struct Stage {
        Door door;
        std::size_t people = 0;
        base::Millis arriving_ms = 0;
        std::uint64_t seed = 0;
    };
    using Told = std::function<void(const Findings&)>;

    Crowd(Stage stage, Told told);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// From any thread: nobody wants anything more; when all is answered and read, or a while has
    /// passed, what is missing is counted and everyone leaves.
    void finish();
    /// From any thread: everyone leaves now.
    void disperse();

  private:
    template <class T>
    using Task = boost::asio::awaitable<T>;

    void run();
    Task<void> arrive();
    Task<void> act();
    Task<void> tell();
    Task<void> settle();
    Task<void> sleep(Clock::duration duration);
    void leave();
    [[nodiscard]] std::size_t missing() const;
    [[nodiscard]] Findings findings() const;

    boost::asio::io_context io_{1};
    Stage stage_;
    Told told_;
    Ledger ledger_;
    Tally tally_;
    Busyness busyness_;
    std::vector<std::shared_ptr<Bot>> bots_;
    Clock::time_point began_;
    bool leaving_ = false, settling_ = false, all_in_ = false;
    std::size_t missing_ = 0;
    std::optional<Findings> last_;  ///< as everyone left
    std::string broke_;
    std::thread thread_;  ///< last: everything is there before it starts
};

}  // namespace atelier::app::rehearsal
