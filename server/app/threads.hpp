#pragma once

#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace atelier::app {

/// The reactors: one io_context and one thread each, the first of them on the thread that calls
/// run(). That one is home: rooms, routes and timers live there; the others carry connections.
class Threads {
  public:
    explicit Threads(std::size_t count);
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    [[nodiscard]] boost::asio::io_context& home() noexcept { return *contexts_.front(); }
    [[nodiscard]] boost::asio::io_context& at(std::size_t thread) { return *contexts_.at(thread); }
    [[nodiscard]] std::size_t size() const noexcept { return contexts_.size(); }
    /// Borrowed.
    [[nodiscard]] std::vector<boost::asio::io_context*> all() const;

    /// Returns after stop().
    void run();
    /// From any of them: all of them come to an end.
    void stop();

  private:
    std::vector<std::unique_ptr<boost::asio::io_context>> contexts_;
    std::vector<std::thread> others_;
};

}  // namespace atelier::app
