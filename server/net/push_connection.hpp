#pragma once

#include <memory>
#include <utility>

#include "net/hub.hpp"
#include "net/outbox.hpp"
#include "net/socket.hpp"

namespace atelier::net {

/// A connection on which the server speaks whenever it has something to say: a WebSocket, or an
/// answer that never ends. Writes without blocking, everything queued in one turn at once, and
/// waits for the kernel only when it would block, so that an idle one holds no buffer. One thread.
class PushConnection : public Connection,
                       public Socket,
                       public Flushable,
                       public std::enable_shared_from_this<PushConnection> {
  public:
    PushConnection(Hub& hub, Peer peer, std::shared_ptr<SocketHandler> handler)
        : Connection(hub, std::move(peer)), handler_(std::move(handler)) {}

    // Socket
    [[nodiscard]] std::size_t queued_bytes() const override { return outbox_.bytes(); }
    [[nodiscard]] std::size_t thread() const override { return thread_; }

    // Flushable
    void flush() override;

    // Connection
    void cut() override;

  protected:
    /// Still taking what the handler sends.
    [[nodiscard]] virtual bool is_open() const noexcept = 0;
    /// Everything queued has left.
    virtual void on_flushed() = 0;

    /// Whether a message of so many bytes may be queued. If not, `on_drained` is owed.
    [[nodiscard]] bool admits(std::size_t bytes);
    [[nodiscard]] Outbox& outbox() noexcept { return outbox_; }
    void flush_soon();
    /// The kernel has taken nothing for the write deadline.
    [[nodiscard]] bool stuck(Clock::time_point now) const noexcept;

    /// The handler hears of the end, once.
    void leave();
    /// The peer is gone: the end, and the handler hears of it.
    void vanish();
    /// Gives the descriptor back.
    void finish();
    /// A call into the handler; what it throws is logged and ends the connection by `on_thrown`.
    template <class Call>
    void tell(Call call) {
        const auto handler = handler_;  // it may go while it runs
        if (!handler) return;
        try {
            call(*handler);
        } catch (...) {
            hub_.log_exception("socket handler");
            on_thrown();
        }
    }
    virtual void on_thrown() = 0;

  private:
    void write();
    void wait_writable();

    std::shared_ptr<SocketHandler> handler_;
    Outbox outbox_;
    std::size_t thread_ = hub_.thread();
    bool flush_due_ = false;      // in the hub's list
    bool blocked_ = false;        // waiting for the kernel to take more
    bool broken_ = false;         // a write failed; ended from the event loop, not from send()
    bool send_dropped_ = false;   // on_drained is owed
    Clock::time_point progress_;  // last byte the kernel took, when blocked
};

}  // namespace atelier::net
