// The half of the fleet that reads HTTP answers and WebSocket frames.
#include <array>
#include <charconv>

#include "generator/fleet.hpp"

namespace load {
namespace {

constexpr std::string_view length_header = "content-length:";

std::size_t content_length(std::string_view head) {
    std::string lower(head);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    auto at = lower.find(length_header);
    if (at == std::string::npos) return 0;
    at = lower.find_first_not_of(' ', at + length_header.size());
    std::size_t length = 0;
    std::from_chars(lower.data() + at, lower.data() + lower.size(), length);
    return length;
}

int status_of(std::string_view head) {
    int status = 0;
    if (head.size() > 12) std::from_chars(head.data() + 9, head.data() + 12, status);
    return status;
}

struct Head {
    int opcode = 0;
    std::size_t size = 0;   // of the head itself
    std::size_t bytes = 0;  // of the payload
};

/// A frame's head, once all of it is there: size 0 when it is not.
Head read_head(std::string_view in) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(in[at]); };
    if (in.size() < 2) return {};
    Head head{byte(0) & 0x0F, 2, byte(1) & 0x7FU};
    const std::size_t more = head.bytes == 126 ? 2 : head.bytes == 127 ? 8 : 0;
    if (in.size() < 2 + more) return {};
    if (more != 0) head.bytes = 0;
    for (std::size_t i = 0; i < more; ++i) head.bytes = head.bytes << 8 | byte(2 + i);
    head.size += more;
    return head;
}

constexpr int text = 1, close = 8, ping = 9, pong = 10;

}  // namespace

std::string_view Fleet::take_http(std::size_t link, std::string_view bytes) {
    const auto end_of_head = bytes.find("\r\n\r\n");
    if (end_of_head == std::string_view::npos) return bytes;
    const std::string_view head = bytes.substr(0, end_of_head);
    std::string_view rest = bytes.substr(end_of_head + 4);
    const int status = status_of(head);
    if (links_[link].stage == Stage::upgrading) {
        if (status != 101) {
            end(link, true);
            return {};
        }
        links_[link].stage = Stage::open;
        dialect_.opened(link, *this);
        return rest;
    }
    if (rest.size() < content_length(head)) return bytes;
    const bool well = dialect_.joined(link, status, rest);
    const bool connects = links_[link].connects_next;
    end(link, false);
    if (!well) {
        ++failed_;
    } else {
        ++joined_;
        links_[link].stage = Stage::idle;
        if (connects) start_connect(link);
    }
    return {};
}

std::string_view Fleet::take_frames(std::size_t link, std::string_view bytes) {
    const Nanos at = now();
    while (links_[link].stage == Stage::open) {
        const Head head = read_head(bytes);
        if (head.size == 0 || bytes.size() - head.size < head.bytes) return bytes;
        const std::string_view payload = bytes.substr(head.size, head.bytes);
        bytes.remove_prefix(head.size + head.bytes);
        if (head.opcode == text) {
            dialect_.frame(link, payload, at, *this);
        } else {
            control(link, head.opcode, payload);
        }
    }
    return {};
}

void Fleet::control(std::size_t link, int opcode, std::string_view payload) {
    if (opcode == ping) send_frame(link, pong, payload);
    if (opcode == close) end(link, true);
}

void Fleet::send(std::size_t link, std::string_view words) { send_frame(link, text, words); }

// Masked with zeros: a client's frames must say that they are masked, the key may be any.
void Fleet::send_frame(std::size_t link, int opcode, std::string_view payload) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 0xFF);
    }
    frame.append(4, '\0').append(payload);
    write(link, frame);
}

}  // namespace load
