// WebSockets over real sockets, frame by frame, as a client written by hand sends them.

#include <catch2/catch.hpp>

#include "net_support.hpp"

using namespace net_test;
using net::Opcode;

namespace {

net::SharedText text(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

}  // namespace

TEST_CASE("[NET-W1] an accepted upgrade echoes; the handshake names the subprotocol") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    const Reply reply = client.upgrade();
    CHECK(reply.status == 101);
    CHECK(reply.headers.at("sec-websocket-accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    CHECK(reply.headers.at("sec-websocket-protocol") == "atelier.v1");
    for (const std::size_t size : {0U, 1U, 125U, 126U, 127U, 16'384U}) {
        client.send(client_frame(Opcode::text, std::string(size, 'x')));
        const auto frame = client.read_answer();
        REQUIRE(frame);
        CHECK(frame->opcode == Opcode::text);
        CHECK(frame->payload == std::string(size, 'x'));
    }
}

TEST_CASE("[NET-W2] a refused upgrade is an ordinary answer, and the connection goes on") {
    ScriptedHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    CHECK(client.upgrade().status == 403);
    client.send(get("/"));
    CHECK(client.read_reply().status == 200);
}

TEST_CASE("[NET-W3] a wrong handshake is refused, an upgrade never answered is a 500") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    SECTION("version") {
        client.send(
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        CHECK(client.read_reply().status == 426);
    }
    SECTION("key") {
        client.send(
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n");
        CHECK(client.read_reply().status == 400);
    }
    SECTION("no answer") {
        handler.on_upgrade = [](const net::Request&, const net::Upgrade&) {};
        CHECK(client.upgrade().status == 500);
    }
    CHECK(handler.diary->lines().empty());
}

TEST_CASE("[NET-W4] frames that come right behind the handshake are not lost") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n"
        "Upgrade: WebSocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
        client_frame(Opcode::text, "early"));
    CHECK(client.read_reply().status == 101);
    CHECK(client.read_answer()->payload == "early");
}

TEST_CASE("[NET-W5] every fault is closed with its code, and on_closed is called once") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    REQUIRE(client.upgrade().status == 101);
    std::uint16_t code = 0;
    SECTION("a message past 16 KiB, as soon as its head is read") {
        client.send(client_frame(Opcode::text, std::string(16'385, 'x')).substr(0, 8));
        code = 1009;
    }
    SECTION("fragments that add up past 16 KiB") {
        client.send(client_frame(Opcode::text, std::string(16'000, 'x'), false));
        client.send(client_frame(Opcode::continuation, std::string(385, 'x')));
        code = 1009;
    }
    SECTION("text that is not UTF-8") {
        client.send(client_frame(Opcode::text, "caf\xE9 au lait"));
        code = 1007;
    }
    SECTION("a binary frame") {
        client.send(client_frame(Opcode::binary, "x"));
        code = 1003;
    }
    SECTION("more than 64 fragments") {
        client.send(client_frame(Opcode::text, "", false));
        for (int i = 0; i < 64; ++i) client.send(client_frame(Opcode::continuation, "", false));
        code = 1008;
    }
    SECTION("a million empty fragments") {
        std::string flood = client_frame(Opcode::text, "", false);
        const std::string one = client_frame(Opcode::continuation, "", false);
        for (int i = 0; i < 1'000'000; ++i) flood += one;
        client.send(flood);
        code = 1008;
    }
    SECTION("a flood of pings") {
        for (int i = 0; i < 1'000; ++i) client.send(client_frame(Opcode::ping, "x"));
        code = 1008;
    }
    SECTION("a frame that is not masked") {
        client.send(std::string{"\x81\x01x", 3});
        code = 1002;
    }
    auto frame = client.read_answer();
    while (frame && frame->opcode == Opcode::pong) frame = client.read_answer();
    REQUIRE(frame);
    CHECK(frame->close_code() == code);
    CHECK(client.ends());
    CHECK(handler.diary->has("closed"));
    CHECK(handler.diary->lines() == std::vector<std::string>{"open", "closed"});
}

TEST_CASE("[NET-W6] 64 fragments, a ping between them, make one message") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    client.send(client_frame(Opcode::text, "0", false));
    for (int i = 1; i < 63; ++i) client.send(client_frame(Opcode::continuation, "x", false));
    client.send(client_frame(Opcode::ping, "still there?"));
    client.send(client_frame(Opcode::continuation, "9"));
    const auto pong = client.read_answer();
    CHECK(pong->opcode == Opcode::pong);
    CHECK(pong->payload == "still there?");
    CHECK(client.read_answer()->payload == "0" + std::string(62, 'x') + "9");
}

TEST_CASE("[NET-W7] bytes may come one at a time") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    for (const char byte : client_frame(Opcode::text, std::string(300, 'y')))
        client.send({&byte, 1});
    CHECK(client.read_answer()->payload == std::string(300, 'y'));
}

TEST_CASE("[NET-W8] closing is answered with the same code, then the server hangs up") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    client.send(client_frame(Opcode::text, "last words") +
                client_frame(Opcode::close, net::close_payload(1000, "bye")));
    CHECK(client.read_answer()->payload == "last words");
    CHECK(client.read_answer()->close_code() == 1000);
    CHECK(client.ends());
    CHECK(handler.diary->has("closed"));
}

TEST_CASE("[NET-W9] a peer that vanishes is noticed") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    SECTION("reset") { client.reset(); }
    SECTION("end of stream") { client.half_close(); }
    CHECK(handler.diary->has("closed"));
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-W10] silence is answered with pings, then with a cut") {
    net::Limits limits;
    limits.ping_interval = 100ms;
    limits.silence_deadline = 400ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient client{server.port()};
    client.upgrade();
    const auto start = std::chrono::steady_clock::now();
    SECTION("pongs keep it open") {
        for (int i = 0; i < 8; ++i) {
            const auto ping = client.read_frame();
            REQUIRE(ping);
            CHECK(ping->opcode == Opcode::ping);
            client.send(client_frame(Opcode::pong, ping->payload));
        }
        CHECK(std::chrono::steady_clock::now() - start > limits.silence_deadline);
    }
    SECTION("nothing comes back") {
        CHECK(client.ends());
        CHECK(std::chrono::steady_clock::now() - start < 2s);
        CHECK(handler.diary->has("closed"));
    }
}

TEST_CASE("[NET-W11] a message that takes too long is closed with 1008, pings or not") {
    net::Limits limits;
    limits.message_deadline = 200ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient client{server.port()};
    client.upgrade();
    client.send(client_frame(Opcode::text, "once", false));
    std::optional<Frame> frame;
    for (int i = 0; i < 50; ++i) {
        client.send(client_frame(Opcode::ping, ""));
        frame = client.read_answer();
        if (!frame || frame->opcode != Opcode::pong) break;
        std::this_thread::sleep_for(20ms);
    }
    REQUIRE(frame);
    CHECK(frame->close_code() == 1008);
}

TEST_CASE("[NET-W20] a slow message does not make the next one late") {
    net::Limits limits;
    limits.message_deadline = 200ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient client{server.port()};
    client.upgrade();
    // Every read of the server ends inside a frame, yet each message is quick.
    const std::string frame = client_frame(Opcode::text, "quick");
    client.send(frame.substr(0, 3));
    for (int i = 0; i < 20; ++i) {
        std::this_thread::sleep_for(20ms);
        client.send(frame.substr(3) + frame.substr(0, 3));
        REQUIRE(client.read_answer()->payload == "quick");
    }
}

TEST_CASE("[NET-W12] what is queued in one turn arrives whole and in order") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    server.on_loop([&](auto&) {
        for (int i = 0; i < 500; ++i)
            CHECK(
                handler.session->socket->send(text(std::string(static_cast<std::size_t>(i), 'z'))));
    });
    for (std::size_t i = 0; i < 500; ++i)
        REQUIRE(client.read_answer()->payload == std::string(i, 'z'));
}

TEST_CASE("[NET-W13] a slow reader's queue is bounded, and its end is told") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port(), 4'096};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    const auto chunk = text(std::string(10'000, 'a'));
    std::size_t sent = 0;
    for (bool taken = true; taken && sent < 10'000;) {
        taken = server.on_loop([&](auto&) { return handler.session->socket->send(chunk); });
        if (taken) ++sent;
    }
    CHECK(sent < 500);
    CHECK(server.on_loop([&](auto&) { return handler.session->socket->queued_bytes(); }) <=
          net::default_limits.outbox_bytes_max + 2 * chunk->size());
    for (std::size_t i = 0; i < sent; ++i) REQUIRE(client.read_answer()->payload == *chunk);
    CHECK(handler.diary->has("drained"));
    CHECK(server.on_loop([&](auto&) { return handler.session->socket->send(text("back")); }));
    CHECK(client.read_answer()->payload == "back");
}

TEST_CASE(
    "[NET-W14] alone in the queue, a message of any size is taken, and small ones behind it") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port(), 4'096};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    const std::string state(3'000'000, 's');
    server.on_loop([&](auto&) {
        CHECK(handler.session->socket->send(text(state)));
        CHECK(handler.session->socket->send(text("delta")));
    });
    CHECK(client.read_answer()->payload == state);
    CHECK(client.read_answer()->payload == "delta");
}

TEST_CASE("[NET-W15] a peer that takes nothing for the write deadline is cut") {
    net::Limits limits;
    limits.write_deadline = 200ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient client{server.port(), 4'096};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    server.on_loop(
        [&](auto&) { handler.session->socket->send(text(std::string(9'000'000, 'x'))); });
    CHECK(handler.diary->has("closed"));
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-W16] close_all says 1012 to everyone, after what was queued") {
    EchoHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    server.on_loop([&](net::Server& s) {
        handler.session->socket->send(text("notice"));
        s.stop_accepting();
        s.close_all(1012, "restart");
        CHECK_FALSE(handler.session->socket->send(text("too late")));
    });
    CHECK(client.read_answer()->payload == "notice");
    const auto frame = client.read_answer();
    CHECK(frame->close_code() == 1012);
    CHECK(frame->payload.substr(2) == "restart");
    client.send(client_frame(Opcode::text, "not heard"));
    client.send(client_frame(Opcode::close, frame->payload));
    CHECK(client.ends());
    CHECK(server.becomes_empty());
    CHECK(handler.diary->lines() == std::vector<std::string>{"open", "closed"});
}

TEST_CASE("[NET-W17] a peer that ignores our closing is cut after the deadline") {
    net::Limits limits;
    limits.close_deadline = 200ms;
    EchoHandler handler;
    TestServer server{handler, limits};
    RawClient client{server.port()};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    server.on_loop([](net::Server& s) { s.close_all(1001, "away"); });
    CHECK(server.becomes_empty());
    CHECK(handler.diary->has("closed"));
}

TEST_CASE("[NET-W18] a session that throws is closed with 1011, the others live") {
    struct Thrower : EchoSession {
        using EchoSession::EchoSession;
        void on_message(std::string) override { throw std::runtime_error{"secret"}; }
    };
    EchoHandler handler;
    TestServer server{handler};
    RawClient healthy{server.port()};
    healthy.upgrade();
    handler.on_upgrade = [&](const net::Request&, net::Upgrade upgrade) {
        upgrade(net::Accepted{"", std::make_shared<Thrower>(handler.diary)});
    };
    RawClient client{server.port()};
    CHECK_FALSE(client.upgrade().headers.contains("sec-websocket-protocol"));
    client.send(client_frame(Opcode::text, "boom"));
    CHECK(client.read_answer()->close_code() == 1011);
    CHECK(server.log().has("socket handler: std::runtime_error"));
    healthy.send(client_frame(Opcode::text, "well"));
    CHECK(healthy.read_answer()->payload == "well");
}

TEST_CASE("[NET-W19] a socket kept beyond its connection, its server and its loop is harmless") {
    EchoHandler handler;
    auto server = std::make_unique<TestServer>(handler);
    RawClient client{server->port()};
    client.upgrade();
    CHECK(handler.diary->has("open"));
    const auto kept = server->on_loop([&](auto&) { return handler.session->socket; });
    server.reset();
    CHECK_FALSE(kept->send(text("anyone?")));
    kept->close(1000, "");
    CHECK(handler.diary->lines() == std::vector<std::string>{"open"});
    handler.session->socket.reset();
}
