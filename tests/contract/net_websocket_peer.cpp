// The same server under a WebSocket client that is not ours: Beast's.

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <catch2/catch.hpp>

#include "net_support.hpp"

using namespace net_test;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::asio::ip::tcp;

namespace {

struct BeastClient {
    explicit BeastClient(std::uint16_t port) {
        stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
        stream.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(beast::http::field::sec_websocket_protocol, "atelier.v1");
        }));
        stream.handshake("localhost", "/live");
    }
    std::string read() {
        beast::flat_buffer buffer;
        stream.read(buffer);
        return beast::buffers_to_string(buffer.data());
    }
    boost::asio::io_context io;
    websocket::stream<tcp::socket> stream{io};
};

}  // namespace

TEST_CASE("[NET-P1] messages of every size come back, fragmented by the client or not") {
    EchoHandler handler;
    TestServer server{handler};
    BeastClient client{server.port()};
    for (const std::size_t fragment : {0U, 700U}) {
        client.stream.auto_fragment(fragment > 0);
        if (fragment > 0) client.stream.write_buffer_bytes(fragment);
        for (std::size_t size = 0; size <= 16'384; size = size * 2 + 1) {
            const std::string message(size, 'e');
            client.stream.write(boost::asio::buffer(message));
            REQUIRE(client.read() == message);
        }
    }
    client.stream.close({websocket::close_code::normal, "done"});
    CHECK(client.stream.reason().code == websocket::close_code::normal);
    CHECK(handler.diary->has("closed"));
}

TEST_CASE("[NET-P2] the client's library sees our close code and reason") {
    EchoHandler handler;
    TestServer server{handler};
    BeastClient client{server.port()};
    CHECK(handler.diary->has("open"));
    server.on_loop([](net::Server& s) { s.close_all(1012, "restart"); });
    beast::flat_buffer buffer;
    beast::error_code closed;
    client.stream.read(buffer, closed);
    CHECK(closed == websocket::error::closed);
    CHECK(client.stream.reason().code == websocket::close_code::service_restart);
    CHECK(client.stream.reason().reason == "restart");
    CHECK(server.becomes_empty());
}
