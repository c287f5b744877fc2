#pragma once

#include <array>
#include <boost/uuid/detail/sha1.hpp>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

/// The little of WebSocket that a chat for measuring needs: the handshake, masked frames in, whole
/// text frames out. Trusts its client; not for use outside of a measurement.
namespace load {

inline std::string accept_key(std::string_view key) {
    boost::uuids::detail::sha1 hash;
    hash.process_bytes(key.data(), key.size());
    constexpr std::string_view guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    hash.process_bytes(guid.data(), guid.size());
    boost::uuids::detail::sha1::digest_type words{};
    hash.get_digest(words);
    std::array<unsigned, 21> bytes{};
    for (std::size_t i = 0; i < 20; ++i) bytes[i] = words[i / 4] >> (24 - 8 * (i % 4)) & 0xFFU;
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < 21; i += 3) {
        const unsigned three = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
        for (const unsigned shift : {18U, 12U, 6U, 0U}) out += digits[three >> shift & 63U];
    }
    out.back() = '=';
    return out;
}

/// The answer to an upgrade, once its header is complete; takes the header off `in`.
inline std::optional<std::string> shake_hands(std::string& in) {
    const auto end = in.find("\r\n\r\n");
    if (end == std::string::npos) return std::nullopt;
    constexpr std::string_view name = "Sec-WebSocket-Key: ";
    const auto at = in.find(name);
    if (at == std::string::npos) return std::nullopt;
    const auto from = at + name.size();
    const auto key = std::string_view(in).substr(from, in.find("\r\n", from) - from);
    std::string out =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: " +
        accept_key(key) + "\r\n\r\n";
    in.erase(0, end + 4);
    return out;
}

struct ClientFrame {
    int opcode = 0;
    std::string payload;
};

/// The next frame at the front of `in`, taken off it; none while it is not whole.
inline std::optional<ClientFrame> take_frame(std::string& in) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(in[at]); };
    if (in.size() < 6) return std::nullopt;
    std::size_t head = 2;
    std::size_t size = byte(1) & 0x7FU;
    if (size == 126) {
        size = static_cast<std::size_t>(byte(2)) << 8 | byte(3);
        head = 4;
    } else if (size == 127) {
        std::abort();  // nothing so long is sent in a measurement
    }
    if (in.size() < head + 4 + size) return std::nullopt;
    ClientFrame out{byte(0) & 0x0F, in.substr(head + 4, size)};
    for (std::size_t i = 0; i < size; ++i)
        out.payload[i] = static_cast<char>(out.payload[i] ^ in[head + i % 4]);
    in.erase(0, head + 4 + size);
    return out;
}

/// A whole text frame, unmasked, as a server sends it.
inline void append_text_frame(std::string& out, std::string_view payload) {
    out += '\x81';
    if (payload.size() < 126) {
        out += static_cast<char>(payload.size());
    } else {
        out += '\x7E';
        out += static_cast<char>(payload.size() >> 8);
        out += static_cast<char>(payload.size() & 0xFF);
    }
    out += payload;
}

}  // namespace load
