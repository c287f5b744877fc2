#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <span>
#include <vector>

#include "net/socket.hpp"
#include "net/ws_frame.hpp"

namespace atelier::net {

/// What waits to be written to one peer: frame heads of its own, payloads shared with others.
/// A pure queue, no I/O. An empty one holds next to no memory.
class Outbox {
  public:
    void push(Opcode opcode, SharedText payload);
    /// As it is, without a head.
    void push(SharedText raw);

    [[nodiscard]] bool empty() const noexcept { return first_ == entries_.size(); }
    /// Everything not yet written.
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    /// Would one more payload leave at most `limit` bytes behind the message in front? The one in
    /// front never counts: a long first state is no reason to refuse the small change after it.
    [[nodiscard]] bool has_room(std::size_t payload_bytes, std::size_t limit) const noexcept;

    /// Points `slices` at what comes next; answers how many were used.
    [[nodiscard]] std::size_t gather(std::span<iovec> slices) const noexcept;
    /// The first `written` bytes have left.
    void advance(std::size_t written);

  private:
    struct Entry {
        SharedText payload;
        FrameHead head;
        [[nodiscard]] std::size_t size() const noexcept { return head.size + payload->size(); }
    };
    void push(SharedText payload, FrameHead head);
    void forget_written();

    std::vector<Entry> entries_;
    std::size_t first_ = 0;         // entries before it have left
    std::size_t first_offset_ = 0;  // bytes of the first that have left
    std::size_t bytes_ = 0;
};

}  // namespace atelier::net
