#pragma once

#include <deque>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "room/room.hpp"
#include "simulation/support/disk.hpp"
#include "simulation/support/watch.hpp"

namespace atelier::simulation {

/// A frame on its way to a client, parsed once for all it goes to.
using Parcel = std::shared_ptr<const nlohmann::json>;

/// One connection: what travels each way and has not arrived.
struct Line {
    domain::Actor actor;
    wire::Transport transport = wire::Transport::websocket;
    bool said_hello = false;
    bool lagging = false;
    bool has_lagged = false;
    bool cut = false;  ///< its client is gone; the server does not know yet
    std::optional<domain::Role> audience;
    std::deque<std::string> up;
    std::deque<Parcel> down;
};

/// A command by POST, on its way there or back.
struct Post {
    std::size_t client = 0;
    std::string id, text;
    nlohmann::json answer = {};
};

/// What app::RoomHost and app::Outlet do, without their threads, sockets and clocks: carries a
/// room's effects out, throws the room away after an append that failed, loads it again.
class Host {
  public:
    Host(Disk& disk, base::IdSource& ids, std::size_t outbox_max, std::size_t remembered_max);

    [[nodiscard]] bool up() const noexcept { return alive_; }
    [[nodiscard]] room::Room* room() noexcept { return room_.get(); }
    [[nodiscard]] bool draining() const noexcept { return draining_; }
    [[nodiscard]] bool resting() const noexcept { return resting_; }
    [[nodiscard]] bool well() const noexcept { return well_; }
    [[nodiscard]] bool idle() const noexcept { return !room_ || room_->idle(); }

    room::ConnectionId connect(domain::Actor actor, wire::Transport transport);
    void disconnect(room::ConnectionId connection);
    /// The next message of this line has arrived.
    void message(room::ConnectionId connection, base::Millis now);
    /// The client has taken the next frame of this line.
    Parcel take(room::ConnectionId connection, base::Millis now);
    void post(Post post, const domain::Actor& actor, base::Millis now);
    /// A command of the server itself; the answer comes with this name.
    void perform(std::string name, const domain::Actor& actor, const domain::Command& command,
                 base::Millis now);

    void appended(base::Millis now);
    void append_failed(bool kept, base::Millis now);
    void disk_breaks();
    void disk_mends(base::Millis now);
    void wake(base::Millis now);
    void tick();
    void drain();
    void save_snapshot();
    /// The process is gone, and every line with it.
    void crash();
    void start();

    std::map<room::ConnectionId, Line> lines;
    std::vector<Post> requests;  ///< on their way to the server
    std::vector<Post> answers;   ///< on their way back
    room::Counters counters;
    std::size_t reloads = 0;

  private:
    void carry(room::Effects effects);
    void deliver(Line& line, const Parcel& parcel);
    Parcel parcel(const domain::Actor& reader, const std::string& text);
    void give_up_room(bool tell);
    void load(base::Millis now);
    void send(room::ConnectionId connection, const wire::ServerFrame& frame);

    Disk& disk_;
    base::IdSource& ids_;
    Watch watch_;
    std::size_t outbox_max_;
    std::size_t remembered_max_;
    std::unique_ptr<room::Room> room_;
    bool alive_ = false;
    bool well_ = true;
    bool stale_ = false;
    bool resting_ = false;
    bool draining_ = false;
    room::ConnectionId last_connection_ = 0;
    room::RequestId last_request_ = 0;
    std::map<room::RequestId, Post> waiting_;
    room::Receipts told_;                    ///< what a room that was thrown away had refused
    std::set<std::string> before_draining_;  ///< what a draining room may still decide
};

}  // namespace atelier::simulation
