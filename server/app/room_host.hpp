#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/writer.hpp"
#include "net/socket.hpp"
#include "room/room.hpp"

namespace atelier::app {

/// Owns one room and everything it may not touch: its sockets, its place in the journal's queue,
/// its clock. Carries effects out in order. All on the reactor's thread.
///
/// When an append is not known to be on disk, the room is thrown away with all it had decided, and
/// loaded again from the journal: read-only until the journal is well. A broken invariant costs
/// this room one reload; a second one within a minute closes it for good (quarantine), and no other
/// room notices.
class RoomHost : public std::enable_shared_from_this<RoomHost> {
  public:
    struct Place {
        boost::asio::io_context& io;
        journal::JournalWriter& writer;
        base::IdSource& ids;
    };
    using Answered = std::function<void(wire::ServerFrame)>;

    RoomHost(Place place, domain::WorkshopId workshop, room::Room::Loaded loaded, bool well);

    room::ConnectionId connect(std::shared_ptr<net::Socket> socket, domain::Actor actor);
    void disconnect(room::ConnectionId connection);
    void hello(room::ConnectionId connection, std::optional<wire::Resume> resume);
    /// The peer took everything that was queued after some of it had been dropped.
    void caught_up(room::ConnectionId connection);
    void command(room::ConnectionId connection, const wire::ClientCommand& command);
    void send(room::ConnectionId connection, const wire::ServerFrame& frame);

    /// For callers without a connection; `answered` is called exactly once.
    void perform(const domain::Actor& actor, std::optional<base::Uuid> id,
                 const domain::Command& command, Answered answered);

    void tick(base::Millis now);
    void health(bool well);
    void drain();
    void hang_up(domain::Role role);
    void close_all(std::uint16_t code, std::string_view reason);
    void save_snapshot();

    /// The room when all it holds is on disk; null while it is not.
    [[nodiscard]] const room::Room* settled() const noexcept;
    [[nodiscard]] bool committing() const noexcept { return room_ && room_->committing(); }
    [[nodiscard]] bool quarantined() const noexcept { return quarantined_; }
    [[nodiscard]] std::size_t connections(domain::Role role) const noexcept;
    [[nodiscard]] std::size_t mailbox_depth() const noexcept;

  private:
    struct Connection {
        std::shared_ptr<net::Socket> socket;
        domain::Actor actor;
        base::Millis since = 0;
        bool said_hello = false;
        bool lagging = false;  ///< something was dropped: gets a welcome once it has caught up
    };
    using Audience = std::vector<room::ConnectionId>;

    template <class Step>
    void with_room(Step step);
    void carry(room::Effects effects);
    void append(room::Append effect);
    void appended(std::uint64_t generation, const journal::Outcome<base::Done>& done);
    void give_up_room(bool tell);
    void reload();
    void reloaded(journal::Outcome<room::Room::Loaded> loaded);
    void broke(const base::BrokenInvariant& broken);
    void post_to(room::ConnectionId connection, const room::SharedText& text);
    void leave_audience(room::ConnectionId connection);

    Place place_;
    domain::WorkshopId workshop_;
    std::unique_ptr<room::Room> room_;  ///< null while it is being loaded again
    bool well_;
    bool reloading_ = false;
    bool stale_ = false;  ///< loaded before the journal was well again
    bool quarantined_ = false;
    base::Millis broke_at_ = 0;
    std::uint64_t generation_ = 0;  ///< answers for a room that was thrown away are not its heir's
    domain::Seq snapshot_at_ = 0;
    room::ConnectionId last_connection_ = 0;
    room::RequestId last_request_ = 0;
    std::unordered_map<room::ConnectionId, Connection> connections_;
    std::unordered_map<int, Audience> audiences_;
    std::unordered_map<room::RequestId, Answered> waiting_;
};

}  // namespace atelier::app
