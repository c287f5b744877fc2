// The WebSocket reader as a pure machine: the rules of RFC 6455, however the bytes are cut.

#include <catch2/catch.hpp>
#include <random>

#include "net/outbox.hpp"
#include "net/ws_reader.hpp"
#include "net_support.hpp"

using namespace net_test;
using net::Opcode;

namespace {

// What comes out, in words: "text hello", "ping x", "pong", "close 1000", "fault 1002".
std::string describe(const net::WsEvent& event) {
    struct Words {
        std::string operator()(const net::TextMessage& m) const { return "text " + m.text; }
        std::string operator()(const net::Ping& p) const { return "ping " + p.payload; }
        std::string operator()(const net::Pong&) const { return "pong"; }
        std::string operator()(const net::CloseRequest& c) const {
            return "close " + (c.code ? std::to_string(*c.code) : "none");
        }
        std::string operator()(const net::Violation& v) const {
            return "fault " + std::to_string(v.code);
        }
    };
    return std::visit(Words{}, event);
}

// Feeds `bytes` in pieces of `piece` bytes, up to the first fault.
std::vector<std::string> read_all(std::string bytes, std::size_t piece = 1'000'000) {
    net::WsReader reader{100, 4};
    std::vector<std::string> events;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        std::span<char> input{bytes.data() + at, std::min(piece, bytes.size() - at)};
        while (auto event = reader.next(input)) {
            events.push_back(describe(*event));
            if (std::holds_alternative<net::Violation>(*event)) return events;
        }
    }
    if (reader.halfway()) events.emplace_back("halfway");
    return events;
}

std::string close_frame(std::uint16_t code) {
    return client_frame(Opcode::close, net::close_payload(code, ""));
}

using Events = std::vector<std::string>;

}  // namespace

TEST_CASE("[NET-R1] events are the same however the bytes are cut") {
    const std::string bytes =
        client_frame(Opcode::text, "one") + client_frame(Opcode::text, "tw", false) +
        client_frame(Opcode::ping, "p") + client_frame(Opcode::continuation, "o é") +
        client_frame(Opcode::pong, "") + client_frame(Opcode::text, "") + close_frame(1001);
    const Events expected{"text one", "ping p", "text two é", "pong", "text ", "close 1001"};
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
        CHECK(read_all(bytes, piece) == expected);
}

TEST_CASE("[NET-R2] faults have their close code") {
    const auto with_byte = [](std::string frame, std::size_t at, int byte) {
        frame[at] = static_cast<char>(byte);
        return frame;
    };
    const std::string plain = client_frame(Opcode::text, "x");
    CHECK(read_all(with_byte(plain, 0, 0xC1)) == Events{"fault 1002"});  // reserved bit
    CHECK(read_all(with_byte(plain, 0, 0x83)) == Events{"fault 1002"});  // reserved opcode
    CHECK(read_all(with_byte(plain, 0, 0x8B)) == Events{"fault 1002"});
    CHECK(read_all(with_byte(plain, 1, 0x01)) == Events{"fault 1002"});  // no mask
    CHECK(read_all(client_frame(Opcode::binary, "x")) == Events{"fault 1003"});
    CHECK(read_all(client_frame(Opcode::continuation, "x")) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::text, "x", false) + plain) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::ping, "x", false)) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::ping, std::string(126, 'x'))) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::text, std::string(101, 'x'))) == Events{"fault 1009"});
    CHECK(read_all(client_frame(Opcode::text, std::string(60, 'x'), false) +
                   client_frame(Opcode::continuation, std::string(41, 'x'), false)) ==
          Events{"fault 1009"});
    // Lengths longer than need be, and one past all sense.
    CHECK(read_all(std::string("\x81\xFE\x00\x05....", 8)) == Events{"fault 1002"});
    CHECK(read_all(std::string("\x81\xFF\x00\x00\x00\x00\x00\x00\x01\x00....", 14)) ==
          Events{"fault 1002"});
    CHECK(read_all(std::string("\x81\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF....", 14)) ==
          Events{"fault 1002"});
}

TEST_CASE("[NET-R3] fragments are counted, empty ones too, and counted anew for each message") {
    const std::string empty = client_frame(Opcode::continuation, "", false);
    const std::string begin = client_frame(Opcode::text, "", false);
    const std::string end = client_frame(Opcode::continuation, "z");
    CHECK(read_all(begin + empty + empty + end) == Events{"text z"});
    CHECK(read_all(begin + empty + empty + empty + end) == Events{"fault 1008"});
    CHECK(read_all(begin + end + begin + empty + empty + end) == Events{"text z", "text z"});
}

TEST_CASE("[NET-R4] close frames: which codes and reasons may come") {
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 3000, 4999})
        CHECK(read_all(close_frame(static_cast<std::uint16_t>(code))) ==
              Events{"close " + std::to_string(code)});
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        CHECK(read_all(close_frame(static_cast<std::uint16_t>(code))) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::close, "")) == Events{"close none"});
    CHECK(read_all(client_frame(Opcode::close, "x")) == Events{"fault 1002"});
    CHECK(read_all(client_frame(Opcode::close, "\x03\xE8\xFF")) == Events{"fault 1007"});
}

TEST_CASE("[NET-R5] UTF-8 is judged at the first impossible byte") {
    for (const auto* good : {"é", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        CHECK(read_all(client_frame(Opcode::text, good), 1) == Events{"text " + std::string{good}});
    for (const auto* bad :
         {"\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xC3(", "\xE2\x82"})
        CHECK(read_all(client_frame(Opcode::text, bad), 1) == Events{"fault 1007"});
    // The fault shows although the frame goes on.
    CHECK(read_all(client_frame(Opcode::text, "\xED\xA0" + std::string(90, 'x')).substr(0, 8)) ==
          Events{"fault 1007"});
    // A character may be cut between two fragments, not by the end.
    CHECK(read_all(client_frame(Opcode::text, "\xE2\x82", false) +
                   client_frame(Opcode::continuation, "\xAC")) == Events{"text €"});
    CHECK(read_all(client_frame(Opcode::text, "\xE2\x82", false) +
                   client_frame(Opcode::continuation, "")) == Events{"fault 1007"});
}

TEST_CASE("[NET-R6] any bytes at all: no crash, no memory beyond the limits") {
    std::mt19937 random{20'261'123};
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (int part = 0; part < 4; ++part) {
            const auto opcode = static_cast<Opcode>(random() % 12);
            bytes += client_frame(opcode, std::string(random() % 130, 'q'), random() % 2 == 0);
        }
        for (auto flips = random() % 3; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        for (const auto& event : read_all(bytes, 1 + random() % 40)) REQUIRE(event.size() <= 130);
    }
}

TEST_CASE("[NET-R7] close reasons are cut between two characters") {
    std::string reason;
    for (int i = 0; i < 100; ++i) reason += "é";
    const std::string payload = net::close_payload(1008, reason);
    CHECK(payload.size() == 2 + 122);
    CHECK(net::close_payload(1008, std::string(200, 'x')).size() == 125);
}

TEST_CASE("[NET-R8] an outbox gives back the same bytes however they are taken") {
    std::mt19937 random{7};
    std::string expected;
    std::string taken;
    net::Outbox outbox;
    for (int i = 0; i < 5'000; ++i) {
        const std::size_t size = random() % 3 == 0 ? 0 : random() % 400;
        auto payload = std::make_shared<const std::string>(std::string(size, 'p'));
        const net::FrameHead head = net::frame_head(Opcode::text, size);
        expected += std::string{head.bytes.data(), head.size} + *payload;
        outbox.push(Opcode::text, std::move(payload));
        std::array<iovec, 8> slices;
        std::size_t budget = random() % 700;
        for (const auto& slice : std::span{slices}.first(outbox.gather(slices))) {
            const std::size_t part = std::min(budget, slice.iov_len);
            taken.append(static_cast<const char*>(slice.iov_base), part);
            budget -= part;
        }
        outbox.advance(taken.size() - (expected.size() - outbox.bytes()));
        REQUIRE(outbox.bytes() == expected.size() - taken.size());
        REQUIRE(outbox.empty() == (outbox.bytes() == 0));
    }
    CHECK(expected.starts_with(taken));
}

TEST_CASE("[NET-R9] room in an outbox is counted behind the message in front") {
    const auto bytes = [](std::size_t size) {
        return std::make_shared<const std::string>(std::string(size, 'x'));
    };
    net::Outbox outbox;
    CHECK(outbox.has_room(1'000'000, 100));
    outbox.push(Opcode::text, bytes(1'000'000));
    CHECK(outbox.has_room(100, 100));
    CHECK_FALSE(outbox.has_room(101, 100));
    outbox.push(Opcode::text, bytes(60));
    CHECK_FALSE(outbox.has_room(60, 100));
    outbox.advance(1'000'010 + 2);
    CHECK(outbox.has_room(100, 100));
}
