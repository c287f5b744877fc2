// What one connection may take of the thread that it shares.

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "net_support.hpp"

using namespace net_test;
using net::Opcode;

TEST_CASE("[NET-W21] who says more than its share is read later, and whole; others are read now") {
    net::Limits limits;
    limits.reading_bytes_per_second = 400 * 1024;
    limits.reading_pause = 20ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient hasty{server.port()};
    RawClient other{server.port()};
    REQUIRE(hasty.upgrade().status == 101);
    REQUIRE(other.upgrade().status == 101);
    constexpr int messages = 200;
    const auto start = std::chrono::steady_clock::now();
    const auto passed = [&] { return std::chrono::steady_clock::now() - start; };
    for (int i = 0; i < messages; ++i)
        hasty.send(client_frame(Opcode::text, fmt::format("{:0>1000}", i)));
    other.send(client_frame(Opcode::text, "a word"));
    REQUIRE(other.read_answer()->payload == "a word");
    for (int i = 0; i < messages; ++i) {
        const auto echo = hasty.read_answer();
        REQUIRE(echo);
        REQUIRE(echo->payload == fmt::format("{:0>1000}", i));
    }
    const auto cost = messages * (1'000 + limits.frame_cost_bytes) - limits.reading_burst_bytes;
    CHECK(passed() > cost * 900ms / limits.reading_bytes_per_second);
}
