#include "net/outbox.hpp"

#include <utility>

#include "base/check.hpp"

namespace atelier::net {
namespace {
// An idle connection keeps room for this many entries, no more.
constexpr std::size_t kept_capacity = 4;

// sendmsg() only reads through the pointer that iovec wants mutable.
iovec slice(const char* data, std::size_t size) noexcept {
    return {const_cast<char*>(data), size};  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}
}  // namespace

void Outbox::push(Opcode opcode, SharedText payload) {
    const FrameHead head = frame_head(opcode, payload->size());
    push(std::move(payload), head);
}

void Outbox::push(SharedText raw) { push(std::move(raw), FrameHead{}); }

void Outbox::push(SharedText payload, FrameHead head) {
    entries_.push_back({std::move(payload), head});
    bytes_ += entries_.back().size();
}

bool Outbox::has_room(std::size_t payload_bytes, std::size_t limit) const noexcept {
    if (empty()) return true;
    const std::size_t front = entries_[first_].size() - first_offset_;
    return bytes_ - front + payload_bytes <= limit;
}

std::size_t Outbox::gather(std::span<iovec> slices) const noexcept {
    std::size_t used = 0;
    std::size_t skip = first_offset_;
    const auto add = [&](const char* data, std::size_t size) {
        if (skip >= size) {
            skip -= size;
            return;
        }
        slices[used++] = slice(data + skip, size - skip);
        skip = 0;
    };
    for (std::size_t i = first_; i < entries_.size() && used + 2 <= slices.size(); ++i) {
        add(entries_[i].head.bytes.data(), entries_[i].head.size);
        add(entries_[i].payload->data(), entries_[i].payload->size());
    }
    return used;
}

void Outbox::advance(std::size_t written) {
    ATELIER_CHECK(written <= bytes_);
    bytes_ -= written;
    first_offset_ += written;
    while (!empty() && first_offset_ >= entries_[first_].size()) {
        first_offset_ -= entries_[first_].size();
        entries_[first_].payload.reset();
        ++first_;
    }
    forget_written();
}

void Outbox::forget_written() {
    if (empty()) {
        if (entries_.capacity() > kept_capacity) entries_ = {};
        entries_.clear();
        first_ = 0;
    } else if (first_ > entries_.size() / 2) {
        entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
}

}  // namespace atelier::net
