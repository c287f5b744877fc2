#include "net/ws_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace atelier::net {
namespace {
constexpr unsigned reserved_bits = 0x70;
constexpr unsigned final_bit = 0x80;
constexpr unsigned mask_bit = 0x80;
constexpr unsigned length_bits = 0x7F;

std::size_t extended_length_bytes(unsigned length) noexcept {
    return length == 127 ? 8 : length == 126 ? 2 : 0;
}
Violation broken(std::string_view reason) { return {close_code::protocol_error, reason}; }
}  // namespace

std::optional<WsEvent> WsReader::next(std::span<char>& input) {
    while (true) {
        if (!in_payload_) {
            if (!read_head(input)) return std::nullopt;
            if (auto fault = judge_head()) return *fault;
            in_payload_ = true;
        }
        if (auto fault = take_payload(input)) return *fault;
        if (left_ > 0) return std::nullopt;
        in_payload_ = false;
        if (auto event = end_frame()) return event;
    }
}

std::size_t WsReader::head_needed() const noexcept {
    if (head_size_ < 2) return 2;
    return 2 + extended_length_bytes(head_[1] & length_bits) + (head_[1] & mask_bit ? 4U : 0U);
}

bool WsReader::read_head(std::span<char>& input) {
    while (head_size_ < head_needed()) {
        if (input.empty()) return false;
        head_[head_size_++] = static_cast<unsigned char>(input.front());
        input = input.subspan(1);
    }
    return true;
}

std::optional<Violation> WsReader::judge_head() {
    head_size_ = 0;
    if (head_[0] & reserved_bits) return broken("reserved bit");
    if (!(head_[1] & mask_bit)) return broken("not masked");
    final_ = (head_[0] & final_bit) != 0;
    opcode_ = static_cast<Opcode>(head_[0] & 0x0FU);

    const unsigned short_length = head_[1] & length_bits;
    const std::size_t extra = extended_length_bytes(short_length);
    left_ = extra == 0 ? short_length : 0;
    for (std::size_t i = 0; i < extra; ++i) left_ = left_ << 8U | head_[2 + i];
    if ((extra == 2 && left_ <= 125) || (extra == 8 && (left_ <= 0xFFFF || left_ >> 63U)))
        return broken("length not in its shortest form");
    std::copy_n(head_.begin() + 2 + static_cast<std::ptrdiff_t>(extra), mask_.size(),
                mask_.begin());
    taken_ = 0;

    switch (opcode_) {
        case Opcode::continuation:
            if (fragments_ == 0) return broken("continuation of nothing");
            return judge_data();
        case Opcode::text:
            if (fragments_ > 0) return broken("message inside a message");
            return judge_data();
        case Opcode::binary:
            return Violation{close_code::not_text, "text only"};
        case Opcode::close:
        case Opcode::ping:
        case Opcode::pong:
            if (!final_ || left_ > control_bytes_max) return broken("control frame too long");
            control_.clear();
            return std::nullopt;
    }
    return broken("unknown opcode");
}

std::optional<Violation> WsReader::judge_data() {
    if (++fragments_ > fragments_max_) return Violation{close_code::policy, "too many fragments"};
    if (left_ > message_max_ - message_.size())
        return Violation{close_code::too_big, "message too big"};
    return std::nullopt;
}

std::optional<Violation> WsReader::take_payload(std::span<char>& input) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, input.size()));
    const auto bytes = input.first(count);
    input = input.subspan(count);
    for (std::size_t i = 0; i < count; ++i) {
        const unsigned key = mask_[(taken_ + i) % mask_.size()];
        bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ key);
    }
    left_ -= count;
    taken_ += count;
    const std::string_view plain{bytes.data(), bytes.size()};
    (is_control() ? control_ : message_).append(plain);
    if (!is_control() && !utf8_.feed(plain)) return Violation{close_code::bad_utf8, "not UTF-8"};
    return std::nullopt;
}

std::optional<WsEvent> WsReader::end_frame() {
    if (is_control()) return end_control();
    if (!final_) return std::nullopt;
    fragments_ = 0;
    if (!utf8_.complete()) return Violation{close_code::bad_utf8, "not UTF-8"};
    return TextMessage{std::exchange(message_, {})};
}

WsEvent WsReader::end_control() {
    std::string payload = std::exchange(control_, {});
    if (opcode_ == Opcode::ping) return Ping{std::move(payload)};
    if (opcode_ == Opcode::pong) return Pong{};
    if (payload.empty()) return CloseRequest{};
    if (payload.size() == 1) return broken("half a close code");
    const unsigned code =
        static_cast<unsigned char>(payload[0]) * 256U + static_cast<unsigned char>(payload[1]);
    if (!valid_close_code(static_cast<std::uint16_t>(code))) return broken("bad close code");
    if (!base::valid_utf8(std::string_view{payload}.substr(2)))
        return Violation{close_code::bad_utf8, "not UTF-8"};
    return CloseRequest{static_cast<std::uint16_t>(code)};
}

}  // namespace atelier::net
