// Answers that do not end, over real sockets, and servers with several threads.

#include <catch2/catch.hpp>
#include <set>

#include "net_support.hpp"

using namespace net_test;

namespace {

net::SharedText text(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

/// Every request is answered by a stream.
struct StreamHandler : ScriptedHandler {
    StreamHandler() {
        on_request = [this](const net::Request&, net::Respond respond) {
            session = std::make_shared<EchoSession>(diary);
            net::Response response{200, {{"Content-Type", "text/event-stream"}}};
            response.stream = session;
            respond(std::move(response));
        };
    }
    std::shared_ptr<Diary> diary = std::make_shared<Diary>();
    std::shared_ptr<EchoSession> session;  // the last one; server's thread only
};

/// All that comes until `end` has come, or until nothing more does.
std::string read_until(RawClient& client, std::string_view end) {
    std::string out;
    while (!out.ends_with(end)) {
        const auto byte = client.read_bytes(1);
        if (!byte) break;
        out += *byte;
    }
    return out;
}

/// Asks for the stream and reads past its beginning.
void follow(RawClient& client) {
    client.send(get("/stream"));
    read_until(client, "retry: 2000\n\n");
}

net::Limits quick() {
    net::Limits limits;
    limits.heartbeat_interval = 50ms;
    limits.close_deadline = 200ms;
    return limits;
}

}  // namespace

TEST_CASE("[NET-E1] a stream begins with its head and enough bytes to pass any proxy") {
    StreamHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    client.send(get("/stream"));
    const std::string begin = read_until(client, "retry: 2000\n\n");
    CHECK(begin.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(begin.find("Content-Type: text/event-stream\r\n") != std::string::npos);
    CHECK(begin.find("Connection: close\r\n") != std::string::npos);
    CHECK(begin.find("Content-Length") == std::string::npos);
    CHECK(begin.size() > 2'048);
    CHECK(handler.diary->has("open"));
}

TEST_CASE("[NET-E2] each message is one event, its mark the id") {
    StreamHandler handler;
    TestServer server{handler};
    RawClient client{server.port()};
    follow(client);
    server.on_loop([&](net::Server&) {
        CHECK(handler.session->socket->send(text("{\"a\":1}"), 7));
        CHECK(handler.session->socket->send(text("{}")));
        return 0;
    });
    CHECK(read_until(client, "{}\n\n") == "id: 7\ndata: {\"a\":1}\n\ndata: {}\n\n");
}

TEST_CASE("[NET-E3] a closing is an event, then the end") {
    StreamHandler handler;
    TestServer server{handler, quick()};
    RawClient client{server.port()};
    follow(client);
    server.on_loop([&](net::Server&) {
        handler.session->socket->close(1012, "restarting");
        CHECK_FALSE(handler.session->socket->send(text("late")));
        return 0;
    });
    const std::string end = read_until(client, "}\n\n");
    CHECK(end.ends_with("event: close\ndata: {\"code\":1012,\"reason\":\"restarting\"}\n\n"));
    CHECK(client.ends());
    CHECK(handler.diary->has("closed"));
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-E4] a comment keeps a silent stream awake") {
    StreamHandler handler;
    TestServer server{handler, quick()};
    RawClient client{server.port()};
    follow(client);
    CHECK(read_until(client, ":\n\n:\n\n") == ":\n\n:\n\n");
}

TEST_CASE("[NET-E5] a reader that leaves is noticed, in the middle of an event too") {
    StreamHandler handler;
    TestServer server{handler};
    {
        RawClient client{server.port(), 4'096};
        follow(client);
        server.on_loop([&](net::Server&) {
            return handler.session->socket->send(text(std::string(4'000'000, 'x')));
        });
    }
    CHECK(handler.diary->has("closed"));
    CHECK(server.becomes_empty());
}

TEST_CASE("[NET-E6] a slow reader's queue is bounded, and its end is told") {
    StreamHandler handler;
    TestServer server{handler};
    RawClient client{server.port(), 4'096};
    follow(client);
    std::size_t taken = 0;
    for (bool took = true; took && taken < 1'000; taken += took ? 1 : 0)
        took = server.on_loop([&](net::Server&) {
            return handler.session->socket->send(text(std::string(16'000, 'x')));
        });
    CHECK(taken < 1'000);
    const std::string event = "data: " + std::string(16'000, 'x') + "\n\n";
    for (std::size_t i = 0; i < taken; ++i) REQUIRE(client.read_bytes(event.size()) == event);
    CHECK(handler.diary->has("drained"));
}

TEST_CASE("[NET-M1] connections are dealt out to the threads in turn, and live there") {
    struct Where : net::SocketHandler {
        explicit Where(std::shared_ptr<Diary> diary) : diary_(std::move(diary)) {}
        void on_open(std::shared_ptr<net::Socket> socket) override {
            diary_->write("thread " + std::to_string(socket->thread()));
            socket_ = std::move(socket);
            thread_ = std::this_thread::get_id();
        }
        void on_message(std::string message) override {
            const bool same = thread_ == std::this_thread::get_id();
            socket_->send(text(same ? message : "another thread"));
        }
        void on_closed() override { socket_.reset(); }

      private:
        std::shared_ptr<Diary> diary_;
        std::shared_ptr<net::Socket> socket_;
        std::thread::id thread_;
    };
    const auto diary = std::make_shared<Diary>();
    ScriptedHandler handler;
    // Answered from a thread that is none of the server's.
    handler.on_upgrade = [&](const net::Request&, net::Upgrade upgrade) {
        const auto late = std::make_shared<net::Upgrade>(std::move(upgrade));
        std::thread([late, diary] {
            (*late)(net::Accepted{"atelier.v1", std::make_shared<Where>(diary)});
        }).detach();
    };
    TestServer server{handler, {}, {}, 3};
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        REQUIRE(clients.back()->upgrade().status == 101);
    }
    for (const auto& client : clients) {
        client->send(client_frame(net::Opcode::text, "here"));
        const auto frame = client->read_answer();
        REQUIRE(frame);
        CHECK(frame->payload == "here");
    }
    const auto lines = diary->lines();
    CHECK(std::multiset<std::string>(lines.begin(), lines.end()) ==
          std::multiset<std::string>{"thread 0", "thread 0", "thread 1", "thread 1", "thread 2",
                                     "thread 2"});
    CHECK(server.on_loop([](net::Server& s) { return s.counts().sockets; }) == 6);
    server.on_loop([](net::Server& s) {
        s.close_all(1012, "restarting");
        return 0;
    });
    for (const auto& client : clients) {
        const auto frame = client->read_answer();
        REQUIRE(frame);
        CHECK(frame->close_code() == 1012);
        client->send(client_frame(net::Opcode::close, "\x03\xf4"));
    }
    CHECK(server.becomes_empty());
}
