#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/budget.hpp"
#include "net/push_connection.hpp"
#include "net/ws_reader.hpp"

namespace atelier::net {

/// One WebSocket after its handshake. Reads when there is something to read, into the hub's buffer.
///
/// Its life: open; closing (we asked, the peer has not answered); lingering (nothing more to say,
/// what we said is still leaving and what comes is thrown away); ended.
class WsConnection final : public PushConnection {
  public:
    WsConnection(Hub& hub, Peer peer, std::shared_ptr<SocketHandler> handler);

    /// After Hub::add. `early`: what the peer sent right behind its handshake.
    void start(std::string early);

    // Socket
    bool send(SharedText text, std::uint64_t mark) override;
    void close(std::uint16_t code, std::string_view reason) override;

    // Connection
    void check(Clock::time_point now) override;
    [[nodiscard]] bool is_websocket() const noexcept override { return true; }

  private:
    enum class State : std::uint8_t { open, closing, lingering };

    void wait_readable();
    void on_readable();
    void read_on();
    void take(std::span<char> bytes);
    void charge(std::size_t bytes);
    void act(TextMessage message);
    void act(Ping ping);
    void act(Pong pong);
    void act(CloseRequest request);
    void act(Violation violation);
    void count_control();

    void say(Opcode opcode, SharedText payload);

    [[nodiscard]] bool is_open() const noexcept override { return state_ == State::open; }
    void on_flushed() override;
    void on_thrown() override;
    void fail(std::uint16_t code, std::string_view reason);
    void linger();

    WsReader reader_;
    base::Budget reading_;  // in bytes
    State state_ = State::open;
    bool peer_done_ = false;  // its close frame has come
    bool unread_ = false;     // it has said too much: not read until its budget has filled again

    Clock::time_point heard_;  // last byte from the peer
    Clock::time_point next_ping_;
    Clock::time_point message_begun_;  // when halfway into one
    Clock::time_point closing_since_;
    Clock::time_point control_window_;  // start of it
    std::size_t control_frames_ = 0;    // in it
};

}  // namespace atelier::net
