#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <string>

#include "net/http_message.hpp"

namespace atelier::net {

/// The WebSocket handshake (RFC 6455, 4.2), by Beast, which answers a wrong one itself. `socket`
/// lives and `request` stays put until `done`, which is told whether the peer is now a WebSocket.
/// Internal; a unit of its own because Beast's stream is slow to compile.
void shake_hands(boost::asio::ip::tcp::socket& socket, const HttpRequest& request,
                 std::string subprotocol, std::function<void(bool)> done);

}  // namespace atelier::net
