#pragma once

#include <memory>
#include <string>
#include <variant>

#include "net/once.hpp"
#include "net/request.hpp"
#include "net/response.hpp"
#include "net/socket.hpp"

namespace atelier::net {

/// Why the server answers by itself.
enum class Refusal { malformed, timeout, body_too_large, header_too_large, failed };

[[nodiscard]] constexpr unsigned status_of(Refusal why) noexcept {
    switch (why) {
        case Refusal::malformed:
            return 400;
        case Refusal::timeout:
            return 408;
        case Refusal::body_too_large:
            return 413;
        case Refusal::header_too_large:
            return 431;
        case Refusal::failed:
            return 500;
    }
    return 500;
}

/// Yes to an upgrade: the subprotocol to announce (empty: none) and who listens.
struct Accepted {
    std::string subprotocol;
    std::shared_ptr<SocketHandler> handler;
};

/// Yes to a long body. `held` is let go once it was answered: whoever grants counts by it.
struct Granted {
    std::shared_ptr<void> held = {};
};

using Respond = Once<Response>;
using Grant = Once<std::variant<Response, Granted>>;
using Upgrade = Once<std::variant<Response, Accepted>>;

/// What the level above implements. Called on the thread of the connection, so on several at once
/// when the server has several; outlives the server. The answer may come later and from any thread;
/// the connection waits for it before it reads the next request. An exception, or an answer never
/// given, is a 500.
class Handler {
  public:
    virtual ~Handler() = default;

    virtual void handle(Request request, Respond respond) = 0;

    /// A body longer than the usual bound is announced; nothing of it has been read. `head` has
    /// everything but the body. `grant(Response)` refuses, which is the usual answer.
    virtual void grant(const Request& head, std::size_t body_bytes, Grant grant);

    /// A WebSocket handshake: `upgrade(Response)` refuses, `upgrade(Accepted{...})` goes on.
    virtual void upgrade(Request request, Upgrade upgrade) = 0;

    /// The page for what never reached `handle`. `request` holds what could be read (headers, so
    /// that its language is known), or nothing.
    virtual Response refuse(Refusal why, const Request& request);
};

}  // namespace atelier::net
