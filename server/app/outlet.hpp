#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/live_stats.hpp"
#include "net/socket.hpp"
#include "room/effects.hpp"

namespace atelier::app {

/// Ends one connection.
struct HangUp {
    room::ConnectionId connection;
    std::uint16_t code;
    std::string reason;
};
/// A reader that had lagged is about to be greeted anew: from here on it is given things again.
struct Awake {
    room::ConnectionId connection;
};
using Delivery = std::variant<room::Broadcast, room::Send, room::Enrol, HangUp, Awake>;

/// One room's sockets on one thread, and who of them belongs to which audience. The room's host
/// posts what is to be delivered, once a round whatever the number of sockets; everything else
/// happens on the outlet's own thread.
///
/// A socket that no longer takes what it is given is lagging: it leaves its audience, gets nothing
/// more, and is greeted anew once it has taken what was queued.
class Outlet : public std::enable_shared_from_this<Outlet> {
  public:
    using Took = std::chrono::microseconds;

    Outlet(boost::asio::io_context& io, std::size_t thread, LiveStats& stats)
        : io_(io), thread_(thread), stats_(stats) {}

    /// From home. `finished` is called on the outlet's thread when all of it was handed to the
    /// kernel as far as that took it.
    void post(std::vector<Delivery> deliveries, std::function<void(Took)> finished);

    // On its own thread
    [[nodiscard]] room::ConnectionId add(std::shared_ptr<net::Socket> socket);
    void remove(room::ConnectionId connection);
    void say(room::ConnectionId connection, const room::Frame& frame);
    /// Whether it was lagging; it is until Awake, so that no answer comes before its new state.
    [[nodiscard]] bool caught_up(room::ConnectionId connection);

    /// The thread of a connection, for its host.
    [[nodiscard]] static std::size_t thread_of(room::ConnectionId connection) noexcept;

  private:
    struct Member {
        std::shared_ptr<net::Socket> socket;
        std::optional<domain::Role> audience;
        std::size_t place = 0;  ///< in its audience
        bool lagging = false;
    };
    using Audience = std::vector<Member*>;  // borrowed from members_, whose places do not move

    void deliver(const std::vector<Delivery>& deliveries);
    void show(const room::Broadcast& broadcast);
    void enrol(const room::Enrol& enrol);
    void leave_audience(Member& member);
    void lag(Member& member);

    boost::asio::io_context& io_;
    std::size_t thread_;
    LiveStats& stats_;
    std::uint64_t last_ = 0;
    std::unordered_map<room::ConnectionId, Member> members_;
    std::unordered_map<int, Audience> audiences_;
    Audience too_slow_;  // of the round under way
};

}  // namespace atelier::app
