// The WebSocket reader by itself. The first byte says into how long pieces the others are cut:
// however that is, the same events come out, and no message is longer than allowed.

#include <algorithm>
#include <vector>

#include "fuzz.hpp"
#include "net/ws_reader.hpp"

using namespace atelier;
using fuzz::must;

namespace {

constexpr std::size_t message_bytes_max = 100;
constexpr std::size_t fragments_max = 4;

struct Words {
    std::string operator()(const net::TextMessage& m) const {
        must(m.text.size() <= message_bytes_max, "a message is bounded");
        return "text " + m.text;
    }
    std::string operator()(const net::Ping& ping) const {
        must(ping.payload.size() <= net::control_bytes_max, "a ping is bounded");
        return "ping " + ping.payload;
    }
    std::string operator()(const net::Pong&) const { return "pong"; }
    std::string operator()(const net::CloseRequest& close) const {
        must(!close.code || net::valid_close_code(*close.code), "a close code is a valid one");
        return "close " + std::to_string(close.code.value_or(0));
    }
    std::string operator()(const net::Violation& fault) const {
        must(net::valid_close_code(fault.code), "a fault has a close code");
        return "fault " + std::to_string(fault.code);
    }
};

std::vector<std::string> read(std::string bytes, std::size_t piece) {
    net::WsReader reader{message_bytes_max, fragments_max};
    std::vector<std::string> out;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        std::span<char> input{bytes.data() + at, std::min(piece, bytes.size() - at)};
        while (const auto event = reader.next(input)) {
            out.push_back(std::visit(Words{}, *event));
            if (std::holds_alternative<net::Violation>(*event)) return out;
        }
        must(input.empty(), "it takes all it is given");
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes = fuzz::bytes(data + 1, size - 1);
    must(read(bytes, 1 + data[0] % 16) == read(bytes, bytes.size() + 1), "cuts change nothing");
    return 0;
}
