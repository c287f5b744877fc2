#pragma once

#include <memory>
#include <optional>

#include "app/room_host.hpp"
#include "base/budget.hpp"
#include "net/socket.hpp"

namespace atelier::app {

/// One way into a workshop: turns what comes by it into frames for the room's host. Lives on the
/// thread of its socket; what it asks of the host is asked at home. Garbage is answered by code a
/// few times, then the connection is closed.
class LiveConnection final : public net::SocketHandler,
                             public std::enable_shared_from_this<LiveConnection> {
  public:
    LiveConnection(std::shared_ptr<RoomHost> host, domain::Actor actor, wire::Transport transport,
                   std::optional<wire::Resume> resume);

    void on_open(std::shared_ptr<net::Socket> socket) override;
    void on_message(std::string text) override;
    void on_drained() override;
    void on_closed() override;

    /// Greets the peer (again), from where it says it stands; not again and again, for a greeting
    /// may be the whole state.
    void hello(std::optional<wire::Resume> resume);

  private:
    void refuse(std::optional<std::string> id, const domain::Refusal& refusal);

    /// What is only needed to come in: an open connection costs no memory for it.
    struct Arrival {
        domain::Actor actor;
        wire::Transport transport;
        std::optional<wire::Resume> resume;
    };

    std::shared_ptr<RoomHost> host_;
    std::unique_ptr<Arrival> arrival_;
    std::shared_ptr<net::Socket> socket_;
    std::shared_ptr<Outlet> outlet_;
    room::ConnectionId id_ = 0;
    base::Budget greetings_;
    int not_understood_ = 0;
};

}  // namespace atelier::app
