#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "net/push_connection.hpp"

namespace atelier::net {

/// An answer that does not end: Server-Sent Events. Each message is the data of one event, its mark
/// the id. A closing is an event named `close`, then the end. A comment line keeps proxies awake.
class StreamConnection final : public PushConnection {
  public:
    using PushConnection::PushConnection;

    /// After Hub::add. `head`: status line and headers of the answer.
    void start(std::string head);

    // Socket
    bool send(SharedText text, std::uint64_t mark) override;
    void close(std::uint16_t code, std::string_view reason) override;

    // Connection
    void check(Clock::time_point now) override;
    [[nodiscard]] bool is_websocket() const noexcept override { return false; }

  private:
    void wait_for_the_end();
    void say(SharedText raw);

    [[nodiscard]] bool is_open() const noexcept override { return !closing_; }
    void on_flushed() override;
    void on_thrown() override;

    bool closing_ = false;
    Clock::time_point closing_since_;
    Clock::time_point next_heartbeat_;
};

}  // namespace atelier::net
