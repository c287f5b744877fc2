#include "net/ws_connection.hpp"

#include <utility>
#include <variant>

namespace atelier::net {
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {
// Thousands who come back in the same second after a restart must not be pinged in the same
// second for ever after: each waits a little less than the full interval the first time.
Clock::duration first_ping_after(Hub& hub) {
    constexpr int steps = 64;
    const auto step = static_cast<int>(hub.counts().accepted.load() % steps);
    return hub.limits().ping_interval - hub.limits().ping_interval * step / (2 * steps);
}

base::Millis ms(Clock::time_point when) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch()).count();
}
}  // namespace

WsConnection::WsConnection(Hub& hub, Peer peer, std::shared_ptr<SocketHandler> handler)
    : PushConnection(hub, std::move(peer), std::move(handler)),
      reader_(hub.limits().message_bytes_max, hub.limits().fragments_max),
      reading_(static_cast<double>(hub.limits().reading_bytes_per_second),
               static_cast<double>(hub.limits().reading_burst_bytes)),
      heard_(Clock::now()),
      next_ping_(heard_ + first_ping_after(hub)) {}

void WsConnection::start(std::string early) {
    tell([&](SocketHandler& handler) { handler.on_open(shared_from_this()); });
    if (ended()) return;
    take(early);
    read_on();
}

// Reading

/// One connection takes no more of the thread's time than its share: what it says beyond that
/// stays with the kernel, and then with itself.
void WsConnection::read_on() {
    if (ended()) return;
    unread_ = reading_.wait_ms(0) > 0;
    if (!unread_) wait_readable();
}

void WsConnection::charge(std::size_t bytes) {
    const auto debt_max = static_cast<double>(hub_.limits().reading_burst_bytes);
    reading_.spend(ms(heard_), static_cast<double>(bytes), debt_max);
}

void WsConnection::wait_readable() {
    peer_->socket.async_wait(tcp::socket::wait_read,
                             [this, self = shared_from_this()](boost::system::error_code failed) {
                                 if (ended()) return;
                                 if (failed) return vanish();
                                 on_readable();
                             });
}

void WsConnection::on_readable() {
    const std::span<char> scratch = hub_.scratch();
    boost::system::error_code failed;
    const std::size_t count =
        peer_->socket.read_some(asio::buffer(scratch.data(), hub_.limits().read_bytes_max), failed);
    if (failed && failed != asio::error::would_block) return vanish();
    if (!failed) {
        heard_ = Clock::now();
        take(scratch.first(count));
    }
    read_on();
}

void WsConnection::take(std::span<char> bytes) {
    charge(bytes.size());
    bool was_between = !reader_.halfway();
    while (!ended() && state_ != State::lingering) {
        auto event = reader_.next(bytes);
        if (!event) break;
        charge(hub_.limits().frame_cost_bytes);
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
    if (state_ != State::open || queued_bytes() > hub_.limits().outbox_bytes_max) return;
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

bool WsConnection::send(SharedText text, std::uint64_t) {
    if (!is_open() || ended() || !admits(text->size())) return false;
    say(Opcode::text, std::move(text));
    return true;
}

void WsConnection::say(Opcode opcode, SharedText payload) {
    outbox().push(opcode, std::move(payload));
    flush_soon();
}

// Closing while the peer still sends would reset the connection and lose our close frame.
void WsConnection::on_flushed() {
    if (state_ != State::lingering) return;
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
    flush_soon();  // the last flush shuts our half down; it may have been done already
    leave();
}

void WsConnection::on_thrown() { fail(close_code::failed, "internal error"); }

void WsConnection::check(Clock::time_point now) {
    const Limits& limits = hub_.limits();
    if (unread_ && reading_.wait_ms(ms(now), 0) == 0) read_on();
    if (state_ != State::open) {
        if (now - closing_since_ > limits.close_deadline) vanish();
        return;
    }
    if (stuck(now)) return vanish();
    if (now - heard_ > limits.silence_deadline) return vanish();
    if (reader_.halfway() && now - message_begun_ > limits.message_deadline)
        return fail(close_code::policy, "message too slow");
    if (now >= next_ping_) {
        next_ping_ = now + limits.ping_interval;
        // With words still waiting to leave, the write deadline watches over this one.
        if (queued_bytes() == 0) say(Opcode::ping, std::make_shared<const std::string>());
    }
}

}  // namespace atelier::net
