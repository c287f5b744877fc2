#include "net/push_connection.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace atelier::net {
namespace {
using boost::asio::ip::tcp;

// Frames gathered into one write: two slices each.
constexpr std::size_t slices_max = 64;
}  // namespace

bool PushConnection::admits(std::size_t bytes) {
    const std::size_t limit = hub_.limits().outbox_bytes_max;
    if (!outbox_.has_room(bytes, limit)) write();  // perhaps the kernel takes it now
    if (!broken_ && outbox_.has_room(bytes, limit)) return true;
    send_dropped_ = true;
    return false;
}

void PushConnection::flush_soon() {
    if (flush_due_) return;
    flush_due_ = true;
    hub_.flush_later(shared_from_this());
}

void PushConnection::write() {
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

void PushConnection::wait_writable() {
    blocked_ = true;
    peer_->socket.async_wait(tcp::socket::wait_write,
                             [self = shared_from_this()](boost::system::error_code failed) {
                                 if (self->ended()) return;
                                 self->blocked_ = false;
                                 self->broken_ = self->broken_ || failed;
                                 self->flush();
                             });
}

void PushConnection::flush() {
    flush_due_ = false;
    if (ended()) return;
    write();
    if (broken_) return vanish();
    if (!outbox_.empty()) return;
    if (std::exchange(send_dropped_, false) && is_open())
        tell([](SocketHandler& handler) { handler.on_drained(); });
    if (!ended() && outbox_.empty()) on_flushed();
}

bool PushConnection::stuck(Clock::time_point now) const noexcept {
    return blocked_ && now - progress_ > hub_.limits().write_deadline;
}

void PushConnection::vanish() {
    const auto self = shared_from_this();
    finish();
    leave();
}

// The socket object goes with the descriptor: whoever holds this Socket may outlive the io_context.
void PushConnection::finish() {
    const auto self = shared_from_this();
    end();
    peer_.reset();
}

void PushConnection::leave() {
    if (const auto handler = std::exchange(handler_, nullptr)) {
        try {
            handler->on_closed();
        } catch (...) {
            hub_.log_exception("on_closed");
        }
    }
}

void PushConnection::cut() {
    finish();
    handler_.reset();
}

}  // namespace atelier::net
