#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// WebSocket frames as a server writes them (RFC 6455, 5.2): whole messages, never masked.
namespace atelier::net {

enum class Opcode : std::uint8_t {
    continuation = 0x0,
    text = 0x1,
    binary = 0x2,
    close = 0x8,
    ping = 0x9,
    pong = 0xA
};

namespace close_code {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t going_away = 1001;
inline constexpr std::uint16_t protocol_error = 1002;
inline constexpr std::uint16_t not_text = 1003;
inline constexpr std::uint16_t bad_utf8 = 1007;
inline constexpr std::uint16_t policy = 1008;
inline constexpr std::uint16_t too_big = 1009;
inline constexpr std::uint16_t failed = 1011;
inline constexpr std::uint16_t restart = 1012;
}  // namespace close_code

/// Control frames carry no more than this; a close reason shares it with its code.
inline constexpr std::size_t control_bytes_max = 125;

/// The two to ten bytes before a payload.
struct FrameHead {
    std::array<char, 10> bytes{};
    std::uint8_t size = 0;
};
[[nodiscard]] FrameHead frame_head(Opcode opcode, std::size_t payload_bytes) noexcept;

/// Payload of a close frame; a reason too long is cut between two characters.
[[nodiscard]] std::string close_payload(std::uint16_t code, std::string_view reason);

/// A code that may stand in a close frame received (RFC 6455, 7.4, and IANA's later ones).
[[nodiscard]] bool valid_close_code(std::uint16_t code) noexcept;

}  // namespace atelier::net
