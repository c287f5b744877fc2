// HTTP over real sockets on loopback: what a browser, a script and an attacker see.

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "net_support.hpp"

using namespace net_test;

TEST_CASE("[NET-H1] a request is answered, with length and date") {
    ScriptedHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(get("/ideas/7"));
    const Reply reply = client.read_reply();
    CHECK(reply.status == 200);
    CHECK(reply.body == "0 /ideas/7 ");
    CHECK(reply.headers.at("content-length") == "11");
    CHECK(reply.headers.at("date").ends_with(" GMT"));
    CHECK_FALSE(reply.headers.contains("server"));
}

TEST_CASE("[NET-H2] the handler sees a whole request, decoded") {
    ScriptedHandler handler;
    handler.on_request = [](net::Request request, net::Respond respond) {
        respond(page(fmt::format("{}|{}|{}|{}|{}", request.path, *request.parameter("code"),
                                 *request.header("x-thing"), *request.cookie("b"), request.body)));
    };
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(
        "POST /caf%C3%A9?code=A%2BB+C HTTP/1.1\r\nHost: x\r\nX-Thing: one\r\n"
        "Cookie: a=1; b=\"2\"\r\nContent-Length: 4\r\n\r\nbody");
    CHECK(client.read_reply().body == "/café|A+B C|one|2|body");
}

TEST_CASE("[NET-H3] requests of one connection are served in order, pipelined or not") {
    ScriptedHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    std::string all;
    for (int i = 0; i < 50; ++i) all += get("/" + std::to_string(i));
    client.send(all);
    for (int i = 0; i < 50; ++i) CHECK(client.read_reply().body == fmt::format("0 /{} ", i));
    client.send(get("/again"));
    CHECK(client.read_reply().body == "0 /again ");
    client.send(get("/last", "Connection: close\r\n"));
    CHECK(client.read_reply().headers.at("connection") == "close");
    CHECK(client.ends());
}

TEST_CASE("[NET-H4] an answer may come later; pipelined requests wait for it") {
    ScriptedHandler handler;
    std::vector<net::Respond> waiting;
    handler.on_request = [&](net::Request request, net::Respond respond) {
        if (request.path == "/later") return waiting.push_back(std::move(respond));
        respond(page(request.path));
    };
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(get("/later") + get("/next"));
    while (server.on_loop([&](auto&) { return waiting.empty(); })) std::this_thread::yield();
    server.on_loop([&](auto&) {
        waiting.back()(page("at last"));
        waiting.clear();
    });
    CHECK(client.read_reply().body == "at last");
    CHECK(client.read_reply().body == "/next");
}

TEST_CASE("[NET-H5] an answer to a client that has left is dropped") {
    ScriptedHandler handler;
    std::vector<net::Respond> waiting;
    handler.on_request = [&](net::Request, net::Respond respond) {
        waiting.push_back(std::move(respond));
    };
    {
        TestServer server{handler};
        {
            RawClient client{server.port()};
            client.send(get("/"));
            while (server.on_loop([&](auto&) { return waiting.empty(); }))
                std::this_thread::yield();
            client.reset();
        }
        server.on_loop([&](auto&) { waiting.back()(page(std::string(1'000'000, 'x'))); });
        CHECK(server.becomes_empty());
        RawClient client{server.port()};
        client.send(get("/"));
        while (server.on_loop([&](auto&) { return waiting.size() < 2; })) std::this_thread::yield();
    }
    waiting.back()(page("after the server itself"));
}

TEST_CASE("[NET-H6] a handler that throws, or never answers, is a 500 and the server lives") {
    ScriptedHandler handler;
    handler.on_request = [](net::Request request, net::Respond respond) {
        if (request.path == "/throw") throw std::runtime_error{"what someone wrote"};
        if (request.path == "/forget") return;
        if (request.path == "/break") return respond({200, {{"X", "a\r\nSet-Cookie: b"}}, nullptr});
        respond(page("fine"));
    };
    TestServer server{handler};
    RawClient client{server.port()};
    for (const auto* path : {"/throw", "/forget", "/break"}) {
        client.send(get(path));
        CHECK(client.read_reply().status == 500);
    }
    client.send(get("/"));
    CHECK(client.read_reply().body == "fine");
    CHECK(server.log().has("request handler: std::runtime_error"));
}

TEST_CASE("[NET-H7] HEAD tells the length and sends no body; 204 and 304 have neither") {
    ScriptedHandler handler;
    handler.on_request = [](net::Request request, net::Respond respond) {
        respond(page("12345", request.path == "/none" ? 204 : request.path == "/same" ? 304 : 200));
    };
    TestServer server{handler};
    RawClient client{server.port()};
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.read_reply(true).headers.at("content-length") == "5");
    for (const auto* path : {"/none", "/same"}) {
        client.send(get(path));
        CHECK_FALSE(client.read_reply().headers.contains("content-length"));
    }
    client.send("BREW / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.read_reply().body == "12345");
}

TEST_CASE("[NET-H8] HTTP/1.0 is answered and closed") {
    ScriptedHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(client.read_reply().status == 200);
    CHECK(client.ends());
}

TEST_CASE("[NET-H9] a large answer arrives whole") {
    ScriptedHandler handler;
    const auto body = std::make_shared<const std::string>(std::string(20'000'000, 'x'));
    handler.on_request = [&](net::Request, net::Respond respond) { respond({200, {}, body}); };
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(get("/"));
    CHECK(client.read_reply().body == *body);
}

TEST_CASE("[NET-H10] what is no HTTP gets 400 and is closed") {
    const std::vector<std::string> wrong{
        "hello\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%FF HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: \xFF\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    };
    ScriptedHandler handler;
    TestServer server{handler};
    for (const auto& bytes : wrong) {
        CAPTURE(bytes);
        RawClient client{server.port()};
        client.send(bytes);
        CHECK(client.read_reply().status == 400);
        CHECK(client.ends());
    }
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-H11] a header past 8 KiB gets 431, a body past 64 KiB gets 413") {
    ScriptedHandler handler;
    TestServer server{handler};
    SECTION("one long header") {
        RawClient client{server.port()};
        client.send(get("/", "X: " + std::string(9'000, 'x') + "\r\n"));
        CHECK(client.read_reply().status == 431);
        CHECK(client.ends());
    }
    SECTION("a long target") {
        RawClient client{server.port()};
        client.send(get("/" + std::string(9'000, 'x')));
        CHECK(client.read_reply().status == 431);
    }
    SECTION("many headers without end") {
        RawClient client{server.port()};
        client.send("GET / HTTP/1.1\r\n");
        for (int i = 0; i < 2'000; ++i) client.send("X-Header: something\r\n");
        CHECK(client.read_reply().status == 431);
    }
    SECTION("a body said to be too long, and sent") {
        RawClient client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n");
        client.send(std::string(500'000, 'x'));
        CHECK(client.read_reply().status == 413);
        CHECK(client.ends());
    }
    SECTION("a body that only turns out too long") {
        RawClient client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 80; ++i) client.send("400\r\n" + std::string(1'024, 'x') + "\r\n");
        CHECK(client.read_reply().status == 413);
    }
    SECTION("as long as allowed") {
        RawClient client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n");
        client.send(std::string(65'536, 'x'));
        CHECK(client.read_reply().body.size() == 65'536 + 4);
        client.send(get("/", "X: " + std::string(8'000, 'x') + "\r\n"));
        CHECK(client.read_reply().status == 200);
    }
}

TEST_CASE("[NET-H12] slow senders get 408, idle connections are closed") {
    net::Limits limits;
    limits.header_deadline = limits.body_deadline = 150ms;
    limits.idle_deadline = 300ms;
    ScriptedHandler handler;
    TestServer server{handler, limits};
    SECTION("half a header") {
        RawClient client{server.port()};
        client.send("GET / HTTP/1.1\r\nHos");
        CHECK(client.read_reply().status == 408);
        CHECK(client.ends());
    }
    SECTION("half a body") {
        RawClient client{server.port()};
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
        CHECK(client.read_reply().status == 408);
        CHECK(client.ends());
    }
    SECTION("nothing at all") {
        RawClient client{server.port()};
        CHECK(client.read_reply().status == 0);
    }
    SECTION("nothing more") {
        RawClient client{server.port()};
        client.send(get("/"));
        CHECK(client.read_reply().status == 200);
        CHECK(client.read_reply().status == 0);
    }
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-H13] a client that reads nothing is cut after the write deadline") {
    net::Limits limits;
    limits.write_deadline = 200ms;
    ScriptedHandler handler;
    const auto body = std::make_shared<const std::string>(std::string(30'000'000, 'x'));
    handler.on_request = [&](net::Request, net::Respond respond) { respond({200, {}, body}); };
    TestServer server{handler, limits};
    RawClient client{server.port(), 4'096};
    client.send(get("/"));
    std::this_thread::sleep_for(50ms);
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-H14] Expect: 100-continue is answered before the body") {
    ScriptedHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(client.read_reply().status == 100);
    client.send("ok");
    CHECK(client.read_reply().body == "2 / ok");
}

TEST_CASE("[NET-H15] only a trusted proxy is believed about whom it speaks for") {
    ScriptedHandler handler;
    handler.on_request = [](net::Request request, net::Respond respond) {
        respond(page(request.remote));
    };
    const std::string forwarded = "X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\n";
    SECTION("a stranger") {
        TestServer server{handler};
        RawClient client{server.port()};
        client.send(get("/", forwarded));
        CHECK(client.read_reply().body == "127.0.0.1");
    }
    SECTION("a proxy") {
        TestServer server{handler, {}, {"127.0.0.1"}};
        RawClient client{server.port()};
        client.send(get("/", forwarded));
        CHECK(client.read_reply().body == "203.0.113.7");
    }
}

TEST_CASE("[NET-H16] connections past the total are turned away, and places come back") {
    net::Limits limits;
    limits.connections_max = 3;
    ScriptedHandler handler;
    TestServer server{handler, limits};
    {
        RawClient first{server.port()};
        RawClient second{server.port()};
        RawClient third{server.port()};
        for (RawClient* client : {&first, &second, &third}) {
            client->send(get("/"));
            CHECK(client->read_reply().status == 200);
        }
        RawClient fourth{server.port()};
        CHECK(fourth.ends());
    }
    CHECK(server.becomes_empty());
    RawClient fifth{server.port()};
    fifth.send(get("/"));
    CHECK(fifth.read_reply().status == 200);
    CHECK(server.on_loop([](net::Server& s) { return s.counts().turned_away; }) == 1);
}

TEST_CASE("[NET-H17] listening on what is taken or no address fails with a reason") {
    ScriptedHandler handler;
    TestServer server{handler};
    boost::asio::io_context io;
    net::Options options;
    options.port = server.port();
    CHECK(net::Server::listen({&io}, options, handler).error().find("in use") != std::string::npos);
    options.address = "not.an.address";
    CHECK(net::Server::listen({&io}, options, handler).error() == "not an address: not.an.address");
}

TEST_CASE("[NET-H18] draining: new connections refused, a request under way is finished") {
    ScriptedHandler handler;
    std::vector<net::Respond> waiting;
    handler.on_request = [&](net::Request, net::Respond respond) {
        waiting.push_back(std::move(respond));
    };
    net::Limits limits;
    limits.linger_deadline = 100ms;
    TestServer server{handler, limits};
    RawClient idle{server.port()};
    RawClient busy{server.port()};
    busy.send(get("/"));
    while (server.on_loop([&](auto&) { return waiting.empty(); })) std::this_thread::yield();
    server.on_loop([](net::Server& s) {
        s.stop_accepting();
        s.close_all(1012, "restart");
    });
    CHECK(idle.ends());
    CHECK_THROWS(RawClient{server.port()});
    server.on_loop([&](auto&) { waiting.back()(page("done")); });
    const Reply reply = busy.read_reply();
    CHECK(reply.body == "done");
    CHECK(reply.headers.at("connection") == "close");
    CHECK(busy.ends());
    CHECK(server.becomes_empty());
}
