#include "net/handshake.hpp"

#include <boost/beast/websocket/stream.hpp>
#include <memory>
#include <utility>

namespace atelier::net {
namespace websocket = boost::beast::websocket;

void shake_hands(boost::asio::ip::tcp::socket& socket, const HttpRequest& request,
                 std::string subprotocol, std::function<void(bool)> done) {
    using Stream = websocket::stream<boost::asio::ip::tcp::socket&, false>;
    const auto stream = std::make_shared<Stream>(socket);
    stream->set_option(websocket::stream_base::decorator(
        [name = std::move(subprotocol)](websocket::response_type& response) {
            response.erase(http::field::server);
            if (!name.empty()) response.set(http::field::sec_websocket_protocol, name);
        }));
    stream->async_accept(request, [stream, done = std::move(done)](auto failed) { done(!failed); });
}

}  // namespace atelier::net
