#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace atelier::net {

/// Bytes encoded once and shared by every connection they go to.
using SharedText = std::shared_ptr<const std::string>;

/// The sending end of one open WebSocket or event stream. All calls on its own thread. May be kept after
/// the connection has ended: then it holds no descriptor and `send` answers false. No call here
/// runs a callback of the SocketHandler; those come later, from the event loop.
class Socket {
  public:
    virtual ~Socket() = default;

    /// Queues one text message (UTF-8, not checked). What is queued in one turn of the event loop
    /// leaves in one write. False: not taken, because the connection is closing or because more
    /// than `outbox_bytes_max` would wait behind the message being written; in the second case
    /// `on_drained` follows once everything queued has left. Alone in the queue, a message of any
    /// size is taken.
    /// `mark` is a number that an event stream tells its reader as the id of the event; 0: none.
    virtual bool send(SharedText text, std::uint64_t mark = 0) = 0;

    /// Starts the closing handshake after what is queued. `reason` is cut to 123 bytes.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;

    /// Bytes accepted and not yet taken by the kernel.
    [[nodiscard]] virtual std::size_t queued_bytes() const = 0;

    /// The thread it lives on: the index of its io_context among those given to Server::listen. The
    /// one call that may be made from anywhere.
    [[nodiscard]] virtual std::size_t thread() const = 0;
};

/// What the level above makes of one WebSocket or event stream. The connection owns it, calls it on
/// its own thread and never from inside a call to the Socket. An exception closes with 1011.
class SocketHandler {
  public:
    virtual ~SocketHandler() = default;

    /// First call: the handshake is done, or the head of the answer is on its way. Not called if the peer left before.
    virtual void on_open(std::shared_ptr<Socket> socket) = 0;
    /// One whole text message, valid UTF-8, at most `message_bytes_max`.
    virtual void on_message(std::string text) = 0;
    /// The queue is empty again after a `send` was not taken: time to resynchronise the peer.
    virtual void on_drained() {}
    /// Last call, once after `on_open`, whoever ended it.
    virtual void on_closed() = 0;
};

}  // namespace atelier::net
