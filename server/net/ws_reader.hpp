#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "net/utf8_checker.hpp"
#include "net/ws_frame.hpp"

namespace atelier::net {

// What a client can say.
struct TextMessage {
    std::string text;  // valid UTF-8
};
struct Ping {
    std::string payload;
};
struct Pong {};
struct CloseRequest {
    std::optional<std::uint16_t> code;
};
/// It broke a rule: answer with this close code and read no further.
struct Violation {
    std::uint16_t code;
    std::string_view reason;
};
using WsEvent = std::variant<TextMessage, Ping, Pong, CloseRequest, Violation>;

/// The receiving half of a WebSocket (RFC 6455) as a pure machine: bytes in, events out, no I/O.
/// Written here and not left to Beast's stream because that one passes over empty fragments
/// without telling, so they could not be counted, and keeps a buffer of 4 KiB per idle connection.
/// Holds no memory between messages. Every fault is seen as early as its bytes allow.
///
///     while (auto event = reader.next(input)) std::visit(act, *event);
class WsReader {
  public:
    WsReader(std::size_t message_bytes_max, std::size_t fragments_max)
        : message_max_(message_bytes_max), fragments_max_(fragments_max) {}

    /// Takes bytes from the front of `input` (unmasking them in place) up to the next event;
    /// nothing: all were taken and more are needed. Not to be called again after a Violation.
    [[nodiscard]] std::optional<WsEvent> next(std::span<char>& input);

    /// Part of a frame or of a message has come and its end has not.
    [[nodiscard]] bool halfway() const noexcept {
        return in_payload_ || head_size_ > 0 || fragments_ > 0;
    }

  private:
    bool read_head(std::span<char>& input);
    std::optional<Violation> judge_head();
    std::optional<Violation> judge_data();
    std::optional<Violation> take_payload(std::span<char>& input);
    std::optional<WsEvent> end_frame();
    WsEvent end_control();
    [[nodiscard]] std::size_t head_needed() const noexcept;
    [[nodiscard]] bool is_control() const noexcept { return opcode_ >= Opcode::close; }

    std::size_t message_max_;
    std::size_t fragments_max_;

    std::array<unsigned char, 14> head_{};
    std::uint8_t head_size_ = 0;
    std::array<unsigned char, 4> mask_{};
    Opcode opcode_ = Opcode::continuation;
    bool final_ = false;
    bool in_payload_ = false;
    std::uint64_t left_ = 0;   // bytes of this frame still to come
    std::uint64_t taken_ = 0;  // bytes of this frame already taken: the phase of the mask

    std::size_t fragments_ = 0;  // frames of the message so far; 0: between messages
    std::string message_;
    Utf8Checker utf8_;
    std::string control_;
};

}  // namespace atelier::net
