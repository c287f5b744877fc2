#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "domain/events.hpp"
#include "wire/server_frames.hpp"

/// What a room asks its host to do, in this order. The room itself does nothing.
namespace atelier::room {

/// Names one live connection, or one HTTP request that waits for an answer; made by the host.
using ConnectionId = std::uint64_t;
using RequestId = std::uint64_t;

/// Where the answer to a command goes.
struct ToConnection {
    ConnectionId id;
};
struct ToRequest {
    RequestId id;
};
using ReplyTo = std::variant<ToConnection, ToRequest>;

/// Bytes encoded once and shared by everyone they go to.
using SharedText = std::shared_ptr<const std::string>;

/// Make these durable, all or none, then call durable() or let the room go.
struct Append {
    std::vector<domain::Recorded> events;
};
/// A frame, and the seq it brings its reader to (0: none).
struct Frame {
    SharedText text;
    domain::Seq seq = 0;
};
struct Broadcast {
    domain::Role audience;
    Frame frame;
};
struct Send {
    ConnectionId to;
    Frame frame;
};
/// A round has been shown, which carried so many changes. The room decides nothing more until
/// wake(): when that is best, the host knows, who sees how long the writing took.
struct Rest {
    std::size_t changes;
};
/// From now on this connection is one of its audience.
struct Enrol {
    ConnectionId connection;
    domain::Role audience;
};
/// Ends a connection, with a close code of the protocol.
struct Close {
    ConnectionId connection;
    std::uint16_t code;
    std::string reason;
};
/// An ack or a refusal for a request.
struct Answer {
    RequestId to;
    wire::ServerFrame frame;
};

using Effect = std::variant<Append, Broadcast, Send, Enrol, Answer, Rest, Close>;
using Effects = std::vector<Effect>;

}  // namespace atelier::room
