#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "net/handler.hpp"
#include "net/limits.hpp"

namespace boost::asio {
class io_context;
}

namespace atelier::net {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    Limits limits;
    /// Addresses whose X-Forwarded-For is believed; nobody else's is.
    std::vector<std::string> proxies;
    /// Gets one line, without line break, for what an operator should know.
    std::function<void(std::string_view)> log;
};

/// Since the start, but for `open` and `sockets`.
struct Counts {
    std::size_t open = 0;      // connections now
    std::size_t sockets = 0;   // of them WebSockets
    std::size_t accepted = 0;  // connections
    std::size_t turned_away = 0;
    std::size_t requests = 0;
};

/// Listens, speaks HTTP/1.1 and WebSocket, keeps every bound of Limits. Each connection lives on one
/// of the io_contexts for life, dealt out in turn; each of these is run by one thread. Calls are
/// made on the thread of the first. The io_contexts and the handler outlive the server; destroying
/// it, when none of them runs any more, cuts its connections without calling anybody.
///
///     auto server = Server::listen({&io}, {.port = 8080}, handler);
///     if (!server) return server.error();
///     io.run();
class Server {
  public:
    using Contexts = std::vector<boost::asio::io_context*>;  ///< borrowed; at least one

    /// Bound and accepting, or the reason in words.
    static base::Result<std::unique_ptr<Server>, std::string> listen(const Contexts& contexts,
                                                                     Options options,
                                                                     Handler& handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] std::size_t connections() const { return counts().open; }

    /// Gives the port back; open connections go on.
    void stop_accepting();

    /// Asks every connection to end: WebSockets by the closing handshake, requests under way after
    /// their answer, idle ones now. `connections()` reaches 0 within the deadlines, and with no
    /// acceptor left the io_context then runs out of work.
    void close_all(std::uint16_t code, std::string_view reason);

    struct Impl;  // internal

  private:
    explicit Server(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> impl_;
};

}  // namespace atelier::net
