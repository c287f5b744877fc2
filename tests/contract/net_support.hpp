#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "net/handler.hpp"
#include "net/server.hpp"
#include "net/ws_frame.hpp"

/// A real server on loopback in a thread of its own, and a client that writes any bytes it likes.
namespace net_test {

using namespace std::chrono_literals;
namespace net = atelier::net;

/// Answers are functions; the default echoes method, path and body.
struct ScriptedHandler : net::Handler {
    std::function<void(net::Request, net::Respond)> on_request;
    std::function<void(net::Request, net::Upgrade)> on_upgrade;

    void handle(net::Request request, net::Respond respond) override;
    void upgrade(net::Request request, net::Upgrade upgrade) override;
};

net::Response page(std::string body, unsigned status = 200);

/// What a connection went through, readable from the test's thread.
class Diary {
  public:
    void write(std::string line);
    [[nodiscard]] std::vector<std::string> lines() const;
    /// Waits up to five seconds for a line to be there.
    [[nodiscard]] bool has(std::string_view line) const;

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::vector<std::string> lines_;
};

/// Echoes every message and notes everything. Lives and dies on the server's thread.
class EchoSession : public net::SocketHandler {
  public:
    explicit EchoSession(std::shared_ptr<Diary> diary) : diary_(std::move(diary)) {}
    void on_open(std::shared_ptr<net::Socket> socket) override;
    void on_message(std::string text) override;
    void on_drained() override { diary_->write("drained"); }
    void on_closed() override;

    std::shared_ptr<net::Socket> socket;

  private:
    std::shared_ptr<Diary> diary_;
};

/// Takes every upgrade.
struct EchoHandler : ScriptedHandler {
    EchoHandler() {
        on_upgrade = [this](const net::Request&, net::Upgrade upgrade) {
            session = std::make_shared<EchoSession>(diary);
            upgrade(net::Accepted{"atelier.v1", session});
        };
    }
    std::shared_ptr<Diary> diary = std::make_shared<Diary>();
    std::shared_ptr<EchoSession> session;  // the last one; server's thread only
};

class TestServer {
  public:
    explicit TestServer(net::Handler& handler, net::Limits limits = {},
                        std::vector<std::string> proxies = {}, std::size_t threads = 1);
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] Diary& log() { return log_; }

    /// Runs `act` on the server's thread and gives its result.
    template <class Act>
    auto on_loop(Act act) {
        std::packaged_task<decltype(act(*server_))()> task{[&] { return act(*server_); }};
        auto result = task.get_future();
        boost::asio::post(io_, [&] { task(); });
        return result.get();
    }
    [[nodiscard]] bool becomes_empty();

  private:
    using Work = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;

    boost::asio::io_context io_;  // the first, on which calls are made
    std::vector<std::unique_ptr<boost::asio::io_context>> more_;
    std::vector<Work> work_;
    Diary log_;
    std::unique_ptr<net::Server> server_;
    std::uint16_t port_ = 0;
    std::vector<std::thread> threads_;
};

struct Reply {
    unsigned status = 0;                         // 0: the connection ended without one
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
};

struct Frame {
    net::Opcode opcode{};
    std::string payload;
    bool final = true;
    [[nodiscard]] std::uint16_t close_code() const;
};

/// A frame as a client sends it: masked.
std::string client_frame(net::Opcode opcode, std::string_view payload, bool final = true);

/// Blocking, with five seconds of patience for each read.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False once the peer has gone.
    bool send(std::string_view bytes);
    [[nodiscard]] Reply read_reply(bool head = false);
    [[nodiscard]] std::optional<Frame> read_frame();
    /// The next frame that is no ping.
    [[nodiscard]] std::optional<Frame> read_answer();
    /// Reads and drops until the peer closes; false if it does not.
    [[nodiscard]] bool ends();
    [[nodiscard]] std::optional<std::string> read_bytes(std::size_t count) { return take(count); }
    void half_close();
    void reset();

    /// Sends the handshake and reads its answer.
    Reply upgrade(std::string_view path = "/live", std::string_view more_headers = {});

  private:
    bool fill();
    std::optional<std::string> take(std::size_t count);

    int fd_ = -1;
    std::string buffer_;
    bool timed_out_ = false;
};

std::string get(std::string_view path, std::string_view more_headers = {});

}  // namespace net_test
