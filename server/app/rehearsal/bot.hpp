#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/rehearsal/ledger.hpp"
#include "app/rehearsal/mind.hpp"
#include "wire/client_frames.hpp"

namespace atelier::app::rehearsal {

/// Where the bots go; `host` is what they send as Host.
struct Door {
    boost::asio::ip::tcp::endpoint endpoint;
    std::string host;
    std::string code;
};

/// What bots did and were told, added up.
struct Tally {
    std::size_t ideas = 0;
    std::size_t votes = 0;
    std::size_t disorder = 0;  ///< frames that cannot have come in that order
    Times ack, seen;
};

/// One simulated participant: joins by the code over HTTP, says hello on a WebSocket, reads all it
/// is told, and does one thing after the other. Cut off, it comes back with its token and sends
/// what was not answered again, under the same id. All on the bots' thread.
class Bot : public std::enable_shared_from_this<Bot> {
  public:
    /// Borrowed; outlives the bot.
    struct Among {
        boost::asio::io_context& io;
        const Door& door;
        Ledger& ledger;
        Tally& tally;
    };
    Bot(Among among, std::size_t number, std::uint64_t seed);

    void come();
    /// Does what it wants, if the time has come.
    void act(Clock::time_point now);
    void leave();

    [[nodiscard]] bool here() const noexcept { return here_; }
    [[nodiscard]] bool was_here() const noexcept { return was_here_; }
    [[nodiscard]] bool waiting() const noexcept { return pending_.has_value(); }
    void want_no_more() noexcept { wants_more_ = false; }
    /// Acknowledged ideas that it has not been told.
    [[nodiscard]] std::size_t not_seen() const;

  private:
    using Stream = boost::beast::websocket::stream<boost::beast::tcp_stream>;
    template <class T>
    using Task = boost::asio::awaitable<T>;
    struct Pending {
        wire::ClientCommand command;
        std::size_t number;  ///< of an idea
        Clock::time_point first;
        Clock::time_point again = Clock::time_point::max();
    };

    Task<void> live();
    Task<bool> enter();
    Task<bool> join();
    Task<void> read();
    void understand(std::string_view text);
    void follow(const Told& told);
    void see(std::size_t number);
    void answered(const std::string& id, bool done, std::optional<base::Millis> retry_ms);
    void count(const Pending& done, Clock::time_point now);
    void send(const wire::ClientFrame& frame);
    void write();

    Among among_;
    std::size_t number_;
    Mind mind_;
    std::unique_ptr<Stream> stream_;
    std::string workshop_, token_;
    std::deque<std::string> outbox_;
    bool writing_ = false;
    bool here_ = false, was_here_ = false, leaving_ = false, wants_more_ = true;
    domain::Seq seq_ = 0, changed_at_ = 0;
    std::vector<bool> seen_;
    std::optional<Pending> pending_;
};

}  // namespace atelier::app::rehearsal
