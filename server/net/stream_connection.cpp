#include "net/stream_connection.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <fmt/format.h>

namespace atelier::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

// Some proxies pass nothing on before they have this much.
constexpr std::size_t padding_bytes = 2048;
constexpr int retry_ms = 2000;

SharedText shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

// Nobody answers our heartbeats: a peer that vanished is only noticed by the kernel.
void give_up_after(tcp::socket& socket, Limits::Duration silence) {
    const auto ms = static_cast<unsigned>(silence.count());
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
}

}  // namespace

void StreamConnection::start(std::string head) {
    give_up_after(peer_->socket, hub_.limits().silence_deadline);
    next_heartbeat_ = Clock::now() + hub_.limits().heartbeat_interval;
    say(shared(
        fmt::format("{}:{}\nretry: {}\n\n", head, std::string(padding_bytes, ' '), retry_ms)));
    const auto self = shared_from_this();
    tell([&](SocketHandler& handler) { handler.on_open(self); });
    if (!ended()) wait_for_the_end();
}

void StreamConnection::wait_for_the_end() {
    peer_->socket.async_wait(tcp::socket::wait_read, [this, self = shared_from_this()](
                                                         boost::system::error_code failed) {
        if (ended()) return;
        const auto scratch = hub_.scratch();
        if (!failed) peer_->socket.read_some(asio::buffer(scratch.data(), scratch.size()), failed);
        if (failed && failed != asio::error::would_block) return vanish();
        wait_for_the_end();
    });
}

bool StreamConnection::send(SharedText text, std::uint64_t mark) {
    if (!is_open() || ended() || !admits(text->size())) return false;
    static const SharedText unmarked = shared("data: ");
    static const SharedText end = shared("\n\n");
    outbox().push(mark == 0 ? unmarked : shared(fmt::format("id: {}\ndata: ", mark)));
    outbox().push(std::move(text));
    say(end);
    return true;
}

void StreamConnection::say(SharedText raw) {
    outbox().push(std::move(raw));
    flush_soon();
}

void StreamConnection::close(std::uint16_t code, std::string_view reason) {
    if (!is_open() || ended()) return;
    // Our reasons hold nothing that JSON would escape.
    say(shared(
        fmt::format("event: close\ndata: {{\"code\":{},\"reason\":\"{}\"}}\n\n", code, reason)));
    closing_ = true;
    closing_since_ = Clock::now();
}

void StreamConnection::on_flushed() {
    if (!closing_) return;
    boost::system::error_code ignored;
    peer_->socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void StreamConnection::on_thrown() { close(1011, "internal error"); }

void StreamConnection::check(Clock::time_point now) {
    if (closing_ && now - closing_since_ > hub_.limits().close_deadline) return vanish();
    if (stuck(now)) return vanish();
    if (closing_ || now < next_heartbeat_) return;
    static const SharedText heartbeat = shared(":\n\n");
    next_heartbeat_ = now + hub_.limits().heartbeat_interval;
    if (queued_bytes() == 0) say(heartbeat);
}

}  // namespace atelier::net
