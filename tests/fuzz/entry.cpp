// A real server on loopback, in this thread alone: any bytes as HTTP (first byte even), or behind a
// good handshake as WebSocket (odd), in pieces whose length is in the second byte. Whatever comes,
// once the peer has gone the connection is gone too, within a bounded time.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <string_view>

#include "fuzz.hpp"
#include "net/server.hpp"

using namespace atelier;
using fuzz::must;

namespace {

constexpr auto patience = std::chrono::seconds{5};
constexpr int ports_tried_max = 50;
constexpr std::string_view handshake =
    "GET /live?a=b HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

class Echo final : public net::SocketHandler {
  public:
    void on_open(std::shared_ptr<net::Socket> socket) override { socket_ = std::move(socket); }
    void on_message(std::string text) override {
        must(text.size() <= net::default_limits.message_bytes_max, "a message is bounded");
        socket_->send(std::make_shared<const std::string>(std::move(text)));
    }
    void on_drained() override {}
    void on_closed() override { socket_.reset(); }

  private:
    std::shared_ptr<net::Socket> socket_;
};

class EchoHandler final : public net::Handler {
  public:
    void handle(net::Request request, net::Respond respond) override {
        must(request.body.size() <= net::default_limits.body_bytes_max, "a body is bounded");
        request.path += request.body;
        respond(net::Response{200,
                              {{"Content-Type", "text/plain"}},
                              std::make_shared<const std::string>(std::move(request.path))});
    }
    void upgrade(net::Request, net::Upgrade upgrade) override {
        upgrade(net::Accepted{"", std::make_shared<Echo>()});
    }
};

/// One server for all inputs.
class House {
  public:
    House() {
        auto listening = net::Server::listen({&io_}, hurried(), handler_);
        must(listening.ok(), "a port to listen on");
        server_ = std::move(listening).value();
    }

    void visit(std::string_view bytes, std::size_t piece) {
        const int peer = connect();
        while (!bytes.empty()) {
            const auto part = bytes.substr(0, piece);
            const auto sent = ::send(peer, part.data(), part.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            turn();
            drain(peer);
            if (sent <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        for (int i = 0; i < 3; ++i) turn(), drain(peer);
        const linger now{1, 0};
        ::setsockopt(peer, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        ::close(peer);
        must(turn_until(0), "a connection ends when its peer has gone");
    }

  private:
    /// Who says more than its share waits here too, but for milliseconds.
    static net::Options hurried() {
        net::Options options;
        options.limits.reading_bytes_per_second = 64 * 1024 * 1024;
        options.limits.reading_pause = std::chrono::milliseconds{1};
        return options;
    }
    void turn() {
        io_.restart();
        io_.poll();
    }
    bool turn_until(std::size_t connections) {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (server_->connections() != connections) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            turn();
        }
        return true;
    }
    int connect() {
        // A port that a former visit has left may not be free yet: then there are others.
        int peer = -1;
        for (int tries = 0; peer < 0 && tries < ports_tried_max; ++tries) peer = connection();
        must(peer >= 0, "the server can be reached");
        must(turn_until(1), "a connection is accepted");
        return peer;
    }
    /// Negative where this port does not do.
    int connection() {
        const int peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // One address has too few ports for the visits of a minute: each that the server closes first
        // keeps its own for another.
        constexpr std::uint32_t visits_per_address = 10'000;
        sockaddr_in source{};
        source.sin_family = AF_INET;
        source.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + visits_++ / visits_per_address);
        must(::bind(peer, reinterpret_cast<const sockaddr*>(&source), sizeof source) == 0,
             "a place to come from");
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server_->port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            return peer;
        ::close(peer);
        return -1;
    }
    static void drain(int peer) {
        std::array<char, 16'384> answer;
        while (::recv(peer, answer.data(), answer.size(), MSG_DONTWAIT) > 0) continue;
    }

    std::uint32_t visits_ = 0;
    boost::asio::io_context io_;
    EchoHandler handler_;
    std::unique_ptr<net::Server> server_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static House house;
    if (size < 2) return 0;
    std::string bytes = fuzz::bytes(data + 2, size - 2);
    if (data[0] % 2 == 1) bytes.insert(0, handshake);
    // Pieces so small that there are thousands of them would test patience.
    house.visit(bytes, 1 + bytes.size() / 16 + std::size_t{data[1]} * 64);
    return 0;
}
