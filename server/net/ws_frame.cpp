#include "net/ws_frame.hpp"

namespace atelier::net {
namespace {
constexpr std::uint8_t final_frame = 0x80;

char low_byte(std::size_t value) noexcept { return static_cast<char>(value & 0xFF); }
}  // namespace

FrameHead frame_head(Opcode opcode, std::size_t payload_bytes) noexcept {
    FrameHead head;
    const auto put = [&head](std::size_t byte) { head.bytes[head.size++] = low_byte(byte); };
    put(static_cast<std::size_t>(final_frame) | static_cast<std::size_t>(opcode));
    if (payload_bytes <= control_bytes_max) {
        put(payload_bytes);
    } else if (payload_bytes <= 0xFFFF) {
        put(126);
        put(payload_bytes >> 8U);
        put(payload_bytes);
    } else {
        put(127);
        for (unsigned shift = 64; shift > 0;) put(payload_bytes >> (shift -= 8));
    }
    return head;
}

std::string close_payload(std::uint16_t code, std::string_view reason) {
    constexpr std::size_t reason_max = control_bytes_max - sizeof(code);
    if (reason.size() > reason_max) {
        std::size_t cut = reason_max;
        while (cut > 0 && (static_cast<unsigned char>(reason[cut]) & 0xC0U) == 0x80U) --cut;
        reason = reason.substr(0, cut);
    }
    std::string payload{low_byte(code >> 8U), low_byte(code)};
    payload += reason;
    return payload;
}

bool valid_close_code(std::uint16_t code) noexcept {
    if (code >= 3000) return code < 5000;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

}  // namespace atelier::net
