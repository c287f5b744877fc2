#include "net/ws_connection.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>
#include <variant>

namespace atelier::net {
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {
// Frames gathered into one write: two slices each.
constexpr std::size_t slices_max = 64;

// Thousands who come back in the same second after a restart must not be pinged in the same
// second for ever after: each waits a little less than the full interval the first time.
Clock::duration first_ping_after(Hub& hub) {
    constexpr int steps = 64;
    const auto step = static_cast<int>(hub.counts().accepted % steps);
    return hub.limits().ping_interval - hub.limits().ping_interval * step / (2 * steps);
}
}  // namespace

WsConnection::WsConnection(Hub& hub, Peer peer, std::shared_ptr<SocketHandler> handler)
    : Connection(hub, std::move(peer)),
      handler_(std::move(handler)),
      reader_(hub.limits().message_bytes_max, hub.limits().fragments_max),
      heard_(Clock::now()),
      next_ping_(heard_ + first_ping_after(hub)) {}

void WsConnection::start(std::string early) {
    tell([&](SocketHandler& handler) { handler.on_open(shared_from_this()); });
    if (ended()) return;
    take(early);
    if (!ended()) wait_readable();
}

// Reading

void WsConnection::wait_readable() {
    peer_->socket.async_wait(tcp::socket::wait_read,
                             [self = shared_from_this()](boost::system::error_code failed) {
                                 if (self->ended()) return;
                                 if (failed) return self->vanish();
                                 self->on_readable();
                             });
}

void WsConnection::on_readable() {
    const std::span<char> scratch = hub_.scratch();
    boost::system::error_code failed;
    const std::size_t count =
        peer_->socket.read_some(asio::buffer(scratch.data(), scratch.size()), failed);
    if (failed && failed != asio::error::would_block) return vanish();
    if (!failed) {
        heard_ = Clock::now();
        take(scratch.first(count));
    }
    if (!ended()) wait_readable();
}

void WsConnection::take(std::span<char> bytes) {
    bool was_between = !reader_.halfway();
    while (!ended() && state_ != State::lingering) {
        auto event = reader_.next(bytes);
        if (!event) break;
        was_between = was_between || !reader_.halfway();
        std::visit([this](auto& what) { act(std::move(what)); }, *event);
    }
    if (was_between && reader_.halfway()) message_begun_ = heard_;
}

void WsConnection::act(TextMessage message) {
    if (state_ != State::open) return;
    tell([&](SocketHandler& handler) { handler.on_message(std::move(message.text)); });
}

void WsConnection::act(Ping ping) {
    count_control();
    // Nothing more is said after our close frame, and a reader this slow gets no pong.
    if (state_ != State::open || outbox_.bytes() > hub_.limits().outbox_bytes_max) return;
    say(Opcode::pong, std::make_shared<const std::string>(std::move(ping.payload)));
}

void WsConnection::act(Pong) { count_control(); }

void WsConnection::act(CloseRequest request) {
    if (state_ == State::open) {
        const std::string payload = request.code ? close_payload(*request.code, {}) : "";
        say(Opcode::close, std::make_shared<const std::string>(payload));
    }
    peer_done_ = true;
    linger();
}

void WsConnection::act(Violation violation) { fail(violation.code, violation.reason); }

void WsConnection::count_control() {
    const Limits& limits = hub_.limits();
    if (heard_ - control_window_ > limits.control_window) {
        control_window_ = heard_;
        control_frames_ = 0;
    }
    if (++control_frames_ > limits.control_frames_max)
        fail(close_code::policy, "too many control frames");
}

// Writing

bool WsConnection::send(SharedText text) {
    if (state_ != State::open || ended()) return false;
    const std::size_t limit = hub_.limits().outbox_bytes_max;
    if (!outbox_.has_room(text->size(), limit)) write();  // perhaps the kernel takes it now
    if (broken_ || !outbox_.has_room(text->size(), limit)) {
        send_dropped_ = true;
        return false;
    }
    say(Opcode::text, std::move(text));
    return true;
}

void WsConnection::say(Opcode opcode, SharedText payload) {
    outbox_.push(opcode, std::move(payload));
    if (flush_due_) return;
    flush_due_ = true;
    hub_.flush_later(shared_from_this());
}

void WsConnection::write() {
    while (!blocked_ && !broken_ && !outbox_.empty()) {
        std::array<iovec, slices_max> slices;
        msghdr message{};
        message.msg_iov = slices.data();
        message.msg_iovlen = outbox_.gather(slices);
        const ssize_t sent =
            ::sendmsg(peer_->socket.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            outbox_.advance(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            progress_ = Clock::now();
            wait_writable();
        } else if (errno != EINTR) {
            broken_ = true;
        }
    }
}

void WsConnection::wait_writable() {
    blocked_ = true;
    peer_->socket.async_wait(tcp::socket::wait_write,
                             [self = shared_from_this()](boost::system::error_code failed) {
                                 if (self->ended()) return;
                                 self->blocked_ = false;
                                 self->broken_ = self->broken_ || failed;
                                 self->flush();
                             });
}

void WsConnection::flush() {
    flush_due_ = false;
    if (ended()) return;
    write();
    if (broken_) return vanish();
    if (!outbox_.empty()) return;
    if (std::exchange(send_dropped_, false) && state_ == State::open)
        tell([](SocketHandler& handler) { handler.on_drained(); });
    if (!ended() && state_ == State::lingering && outbox_.empty()) hang_up();
}

// Closing while the peer still sends would reset the connection and lose our close frame.
void WsConnection::hang_up() {
    if (peer_done_) return finish();
    boost::system::error_code ignored;
    peer_->socket.shutdown(tcp::socket::shutdown_send, ignored);
}

// Ending

void WsConnection::close(std::uint16_t code, std::string_view reason) {
    if (state_ != State::open || ended()) return;
    say(Opcode::close, std::make_shared<const std::string>(close_payload(code, reason)));
    state_ = State::closing;
    closing_since_ = Clock::now();
}

void WsConnection::fail(std::uint16_t code, std::string_view reason) {
    if (state_ == State::lingering || ended()) return;
    close(code, reason);
    linger();
}

void WsConnection::linger() {
    if (state_ == State::open) closing_since_ = Clock::now();
    state_ = State::lingering;
    // The last flush shuts our half down; it may have been done already.
    if (!flush_due_) {
        flush_due_ = true;
        hub_.flush_later(shared_from_this());
    }
    leave();
}

void WsConnection::vanish() {
    const auto self = shared_from_this();
    finish();
    leave();
}

// The socket object goes with the descriptor: whoever holds this Socket may outlive the io_context.
void WsConnection::finish() {
    const auto self = shared_from_this();
    end();
    peer_.reset();
}

void WsConnection::leave() {
    if (const auto handler = std::exchange(handler_, nullptr)) {
        try {
            handler->on_closed();
        } catch (...) {
            hub_.log_exception("on_closed");
        }
    }
}

void WsConnection::cut() {
    finish();
    handler_.reset();
}

template <class Call>
void WsConnection::tell(Call call) {
    const auto handler = handler_;  // it may go while it runs
    if (!handler) return;
    try {
        call(*handler);
    } catch (...) {
        hub_.log_exception("socket handler");
        fail(close_code::failed, "internal error");
    }
}

void WsConnection::check(Clock::time_point now) {
    const Limits& limits = hub_.limits();
    if (state_ != State::open) {
        if (now - closing_since_ > limits.close_deadline) vanish();
        return;
    }
    if (blocked_ && now - progress_ > limits.write_deadline) return vanish();
    if (now - heard_ > limits.silence_deadline) return vanish();
    if (reader_.halfway() && now - message_begun_ > limits.message_deadline)
        return fail(close_code::policy, "message too slow");
    if (now >= next_ping_) {
        next_ping_ = now + limits.ping_interval;
        // With words still waiting to leave, the write deadline watches over this one.
        if (outbox_.empty()) say(Opcode::ping, std::make_shared<const std::string>());
    }
}

}  // namespace atelier::net
