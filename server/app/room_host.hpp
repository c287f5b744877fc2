#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/outlet.hpp"
#include "app/threads.hpp"
#include "journal/writer.hpp"
#include "room/pacer.hpp"
#include "room/room.hpp"

namespace atelier::app {

/// Owns one room and everything it may not touch: its way to the sockets, its place in the journal's
/// queue, its clock. Carries effects out in order. All at home but for the two calls that say so.
///
/// What a step of the room sends is gathered by thread and posted once to each outlet concerned. A
/// round is over when every outlet has written it and the Pacer's pause has passed; then the room
/// decides what has come in meanwhile.
///
/// When an append is not known to be on disk, the room is thrown away with all it had decided, and
/// loaded again from the journal: read-only until the journal is well. A broken invariant costs
/// this room one reload; a second one within a minute closes it for good (quarantine), and no other
/// room notices.
class RoomHost : public std::enable_shared_from_this<RoomHost> {
  public:
    /// Borrowed; outlives the host.
    struct Place {
        Threads& threads;
        journal::JournalWriter& writer;
        base::IdSource& ids;
        room::Counters& counters;
        LiveStats& stats;
    };
    using Answered = std::function<void(wire::ServerFrame)>;

    RoomHost(Place place, domain::WorkshopId workshop, room::Room::Loaded loaded, bool well);

    // From any thread
    [[nodiscard]] boost::asio::io_context& home() const noexcept { return place_.threads.home(); }
    [[nodiscard]] const std::shared_ptr<Outlet>& outlet(std::size_t thread) const;

    void connect(room::ConnectionId connection, domain::Actor actor, wire::Transport transport);
    void disconnect(room::ConnectionId connection);
    void hello(room::ConnectionId connection, std::optional<wire::Resume> resume);
    /// It took everything that was queued after some of it had been dropped.
    void caught_up(room::ConnectionId connection);
    void command(room::ConnectionId connection, wire::ClientCommand command);

    /// For callers without a connection; `answered` is called exactly once.
    void perform(const domain::Actor& actor, std::optional<base::Uuid> id,
                 const domain::Command& command, Answered answered);

    void tick(base::Millis now);
    void health(bool well);
    void drain();
    /// The journal has more than the room knows: reads it, and welcomes everyone afresh.
    void read_again();
    void hang_up(domain::Role role);
    void close_all(std::uint16_t code, std::string_view reason);
    void save_snapshot();

    /// The room when all it holds is on disk; null while it is not.
    [[nodiscard]] const room::Room* settled() const noexcept;
    [[nodiscard]] room::Room* settled() noexcept;
    /// Nothing under way: what was accepted is durable and answered.
    [[nodiscard]] bool idle() const noexcept { return !room_ || room_->idle(); }
    /// How long nobody has been here; nothing while somebody is.
    [[nodiscard]] std::optional<base::Millis> empty_for(base::Millis now) const noexcept;
    [[nodiscard]] const domain::WorkshopId& workshop() const noexcept { return workshop_; }
    [[nodiscard]] std::size_t connections() const noexcept { return connections_.size(); }
    [[nodiscard]] std::size_t connections(domain::Role role, wire::Transport by) const noexcept;
    [[nodiscard]] std::size_t mailbox_depth() const noexcept;

  private:
    struct Connection {
        domain::Actor actor;
        wire::Transport transport = wire::Transport::websocket;
        base::Millis since = 0;
        bool said_hello = false;
    };
    /// The round that is being written, and when it may be followed by another.
    struct Round {
        std::size_t changes = 0;
        std::size_t missing = 0;  ///< outlets that have not told yet
        Outlet::Took longest{0};
    };
    /// What one step of the room sends, by thread.
    using Outgoing = std::vector<std::vector<Delivery>>;

    template <class Step>
    void with_room(Step step);
    void carry(room::Effects effects);
    void append(room::Append effect);
    void appended(std::uint64_t generation, const journal::Outcome<base::Done>& done);
    void give_up_room(bool tell);
    void reload();
    [[nodiscard]] room::Room::Mode mode() const noexcept;
    void reloaded(journal::Outcome<room::Room::Loaded> loaded);
    void broke(const base::BrokenInvariant& broken);
    void deliver(Outgoing outgoing, std::optional<std::size_t> round_of);
    void to_one(room::ConnectionId connection, Delivery delivery);
    void send(room::ConnectionId connection, const wire::ServerFrame& frame);
    void hang_up(room::ConnectionId connection, std::uint16_t code, std::string_view reason);
    void round_written(std::uint64_t number, Outlet::Took took);
    void wake();

    Place place_;
    domain::WorkshopId workshop_;
    std::unique_ptr<room::Room> room_;  ///< null while it is being loaded again
    bool well_;
    bool reloading_ = false;
    bool stale_ = false;  ///< loaded before the journal was well again
    bool quarantined_ = false;
    bool draining_ = false;
    base::Millis broke_at_ = 0;
    std::uint64_t generation_ = 0;  ///< answers for a room that was thrown away are not its heir's
    domain::Seq snapshot_at_ = 0;
    room::RequestId last_request_ = 0;
    std::vector<std::shared_ptr<Outlet>> outlets_;  ///< by thread; never changes
    std::unordered_map<room::ConnectionId, Connection> connections_;
    base::Millis empty_since_ = 0;
    std::uint64_t round_number_ = 0;
    Round round_;
    boost::asio::steady_timer rest_;
    struct Waiting {
        std::optional<base::Uuid> command;
        Answered answered;
    };
    std::unordered_map<room::RequestId, Waiting> waiting_;
    room::Receipts told_;  ///< what a room that was thrown away had refused
};

}  // namespace atelier::app
