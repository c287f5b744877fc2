#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "net/admission.hpp"
#include "net/forwarded.hpp"
#include "net/server.hpp"

namespace atelier::net {

using Clock = std::chrono::steady_clock;
class Hub;

/// What a connection is made of; it moves whole from HTTP to WebSocket.
struct Peer {
    boost::asio::ip::tcp::socket socket;
    Address address;
    Admission::Ticket ticket;
};

/// A connection as the hub sees it. Kept alive by the hub and by its own pending operations; the
/// hub may be gone once `ended`.
class Connection {
  public:
    explicit Connection(Hub& hub, Peer peer) : hub_(hub), peer_(std::move(peer)) {}
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Called often enough: keep your deadlines.
    virtual void check(Clock::time_point now) = 0;
    /// Come to an end, politely.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
    /// The server is going: drop everything, call nobody.
    virtual void cut() = 0;
    [[nodiscard]] virtual bool is_websocket() const noexcept = 0;

  protected:
    /// Closes the descriptor and leaves the hub. `this` may go with the last pending operation.
    void end();
    [[nodiscard]] bool ended() const noexcept { return ended_; }

    Hub& hub_;
    std::optional<Peer> peer_;

  private:
    friend class Hub;
    bool ended_ = false;
    std::size_t place_ = 0;  // where the hub keeps it
};

/// Something that has words to write at the end of this turn of the event loop.
class Flushable {
  public:
    virtual ~Flushable() = default;
    virtual void flush() = 0;
};

/// What the connections of one thread share: limits, the list of them, one timer for all their
/// deadlines, one buffer for all their reading, one flush at the end of each turn. All on that
/// thread but where it says otherwise.
class Hub : public std::enable_shared_from_this<Hub> {
  public:
    /// What the hubs of one server have in common; outlives them. Immutable but for the admission,
    /// which looks after itself.
    struct House {
        House(Options given, std::vector<Address> trusted, Handler& answers)
            : options(std::move(given)),
              proxies(std::move(trusted)),
              handler(answers),
              admission(options.limits.connections_max,
                        options.limits.connections_per_address_max) {}

        Options options;
        std::vector<Address> proxies;
        Handler& handler;
        Admission admission;
    };
    /// Since the start, but for `open` and `sockets`; read from anywhere.
    struct Counters {
        std::atomic<std::size_t> open = 0, sockets = 0, accepted = 0, turned_away = 0, requests = 0;
    };

    Hub(boost::asio::io_context& io, std::size_t thread, std::shared_ptr<House> house);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    [[nodiscard]] const Limits& limits() const noexcept { return house_->options.limits; }
    [[nodiscard]] const std::vector<Address>& proxies() const noexcept { return house_->proxies; }
    [[nodiscard]] Handler& handler() const noexcept { return house_->handler; }
    [[nodiscard]] Admission& admission() noexcept { return house_->admission; }
    [[nodiscard]] Counters& counts() noexcept { return counts_; }
    /// From anywhere.
    [[nodiscard]] boost::asio::io_context& io() const noexcept { return io_; }
    [[nodiscard]] std::size_t thread() const noexcept { return thread_; }
    /// One for the whole thread: its bytes are yours until you return to the event loop.
    [[nodiscard]] std::span<char> scratch() noexcept { return scratch_; }

    void add(std::shared_ptr<Connection> connection);
    void remove(Connection& connection);
    void close_all(std::uint16_t code, std::string_view reason);
    void flush_later(std::shared_ptr<Flushable> writer);

    void log(std::string_view line) const;
    /// For `catch (...)`: says what was thrown, without what people wrote.
    void log_exception(std::string_view where) const;

  private:
    void arm_timer();
    void check_all();
    void flush_all();

    boost::asio::io_context& io_;
    std::size_t thread_;
    std::shared_ptr<House> house_;
    Counters counts_;
    boost::asio::steady_timer timer_;
    bool timer_armed_ = false;
    Clock::duration tick_;
    std::vector<char> scratch_;
    std::vector<std::shared_ptr<Connection>> connections_;
    std::vector<std::shared_ptr<Flushable>> to_flush_;
    std::vector<std::shared_ptr<Flushable>> flushing_;
};

}  // namespace atelier::net
