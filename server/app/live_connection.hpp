#pragma once

#include <memory>

#include "app/room_host.hpp"
#include "net/socket.hpp"

namespace atelier::app {

/// One WebSocket in a workshop: turns its messages into frames for the room's host. Garbage is
/// answered by code a few times, then the connection is closed.
class LiveConnection final : public net::SocketHandler {
  public:
    LiveConnection(std::shared_ptr<RoomHost> host, domain::Actor actor)
        : host_(std::move(host)), actor_(std::move(actor)) {}

    void on_open(std::shared_ptr<net::Socket> socket) override;
    void on_message(std::string text) override;
    void on_drained() override;
    void on_closed() override;

  private:
    std::shared_ptr<RoomHost> host_;
    domain::Actor actor_;
    std::shared_ptr<net::Socket> socket_;
    room::ConnectionId id_ = 0;
    int not_understood_ = 0;
};

}  // namespace atelier::app
