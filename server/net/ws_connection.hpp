#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "net/hub.hpp"
#include "net/outbox.hpp"
#include "net/socket.hpp"
#include "net/ws_reader.hpp"

namespace atelier::net {

/// One WebSocket after its handshake. Reads when there is something to read, into the hub's
/// buffer; writes without blocking, everything queued in one turn at once, and waits for the
/// kernel only when it would block. So an idle one holds no buffer. One thread.
///
/// Its life: open; closing (we asked, the peer has not answered); lingering (nothing more to say,
/// what we said is still leaving and what comes is thrown away); ended.
class WsConnection final : public Connection,
                           public Socket,
                           public Flushable,
                           public std::enable_shared_from_this<WsConnection> {
  public:
    WsConnection(Hub& hub, Peer peer, std::shared_ptr<SocketHandler> handler);

    /// After Hub::add. `early`: what the peer sent right behind its handshake.
    void start(std::string early);

    // Socket
    bool send(SharedText text) override;
    void close(std::uint16_t code, std::string_view reason) override;
    [[nodiscard]] std::size_t queued_bytes() const override { return outbox_.bytes(); }

    // Flushable
    void flush() override;

    // Connection
    void check(Clock::time_point now) override;
    void cut() override;
    [[nodiscard]] bool is_websocket() const noexcept override { return true; }

  private:
    enum class State : std::uint8_t { open, closing, lingering };

    void wait_readable();
    void on_readable();
    void take(std::span<char> bytes);
    void act(TextMessage message);
    void act(Ping ping);
    void act(Pong pong);
    void act(CloseRequest request);
    void act(Violation violation);
    void count_control();

    void say(Opcode opcode, SharedText payload);
    void write();
    void wait_writable();

    void fail(std::uint16_t code, std::string_view reason);
    void linger();
    void hang_up();
    void vanish();
    void finish();
    void leave();
    template <class Call>
    void tell(Call call);

    std::shared_ptr<SocketHandler> handler_;
    WsReader reader_;
    Outbox outbox_;

    State state_ = State::open;
    bool flush_due_ = false;     // in the hub's list
    bool blocked_ = false;       // waiting for the kernel to take more
    bool broken_ = false;        // a write failed; ended from the event loop, not from send()
    bool send_dropped_ = false;  // on_drained is owed
    bool peer_done_ = false;     // its close frame has come

    Clock::time_point heard_;     // last byte from the peer
    Clock::time_point progress_;  // last byte the kernel took, when blocked
    Clock::time_point next_ping_;
    Clock::time_point message_begun_;  // when halfway into one
    Clock::time_point closing_since_;
    Clock::time_point control_window_;  // start of it
    std::size_t control_frames_ = 0;    // in it
};

}  // namespace atelier::net
