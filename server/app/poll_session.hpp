#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/live_connection.hpp"
#include "net/socket.hpp"

namespace atelier::app {

/// A socket for one who asks again and again: keeps what is sent until it is fetched. At home.
///
/// Each fetch tells how far the client has come. When that is not where the last answer left it, an
/// answer was lost, and it is greeted anew.
class PollSession final : public net::Socket, public std::enable_shared_from_this<PollSession> {
  public:
    using Frames = std::vector<net::SharedText>;
    using Clock = std::chrono::steady_clock;

    PollSession(boost::asio::io_context& io, std::shared_ptr<LiveConnection> connection);

    /// The first fetch, whose resume the connection was made with, has to be preceded by open().
    void open();
    boost::asio::awaitable<Frames> fetch(std::optional<wire::Resume> resume);
    /// Nobody has asked for a while.
    [[nodiscard]] bool forgotten(Clock::time_point now) const noexcept;
    /// When it was last asked.
    [[nodiscard]] Clock::time_point seen() const noexcept { return seen_; }
    /// The connection hears of the end.
    void end();

    // Socket
    bool send(net::SharedText text, std::uint64_t mark) override;
    void close(std::uint16_t code, std::string_view reason) override;
    [[nodiscard]] std::size_t queued_bytes() const override { return bytes_; }
    [[nodiscard]] std::size_t thread() const override { return 0; }

  private:
    void answer_soon();

    boost::asio::io_context& io_;
    std::shared_ptr<LiveConnection> connection_;
    boost::asio::steady_timer waiting_;
    bool answer_due_ = false;
    std::uint64_t fetches_ = 0;
    bool fetching_ = false;
    bool fresh_ = true;
    bool closed_ = false;
    bool dropped_ = false;
    Clock::time_point seen_;
    Frames queue_;
    std::size_t bytes_ = 0;
    std::uint64_t queued_mark_ = 0, given_mark_ = 0;
};

}  // namespace atelier::app
