#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <cstdint>
#include <memory>
#include <optional>

#include "net/http_message.hpp"
#include "net/hub.hpp"

namespace atelier::net {

/// One HTTP/1.1 connection: one request at a time, read whole, answered, then the next. What a
/// client pipelines waits in the buffer. Between requests it holds no parser and no buffer. An
/// accepted upgrade hands the socket to a WsConnection, an answer without end to a StreamConnection.
/// One thread.
class HttpConnection final : public Connection,
                             public std::enable_shared_from_this<HttpConnection> {
  public:
    HttpConnection(Hub& hub, Peer peer) : Connection(hub, std::move(peer)) {}

    /// After Hub::add.
    void start() { wait_request(); }

    void check(Clock::time_point now) override;
    void close(std::uint16_t code, std::string_view reason) override;
    void cut() override { end(); }
    [[nodiscard]] bool is_websocket() const noexcept override { return false; }

  private:
    enum class State : std::uint8_t { idle, reading, answering, writing, upgrading, lingering };
    using Error = boost::system::error_code;

    void wait_request();
    void read_header();
    void on_header(Error failed);
    void go_on();
    void read_body();
    void ask_grant(std::size_t body_bytes);
    void on_grant(std::optional<std::variant<Response, Granted>> outcome);
    void on_request(Error failed);
    void on_unreadable(Error why);

    void dispatch(Request request);
    void ask_handler(Request request);
    void ask_upgrade(Request request);

    void refuse(Refusal why);
    [[nodiscard]] Response refusal(Refusal why) const;
    void answer(Response response);
    void write_some();
    void on_written(Error failed);

    void accept(Accepted accepted);
    void hand_over(std::shared_ptr<SocketHandler> handler);
    void stream(Response response);
    template <class T>
    Once<T> answer_by(void (HttpConnection::*answered)(std::optional<T>));
    void on_answer(std::optional<Response> response);
    void on_upgrade(std::optional<std::variant<Response, Accepted>> outcome);

    void linger();
    void drain();

    void enter(State state, Limits::Duration deadline);

    State state_ = State::idle;
    bool last_ = false;       // close after this answer
    bool timed_out_ = false;  // while reading
    Clock::time_point deadline_;
    std::size_t drained_ = 0;
    std::shared_ptr<void> held_;  // of the body that is being read, if it had to be granted
    bool granted_ = false;

    boost::beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;

    // The answer being written: the body first, the last to go.
    std::shared_ptr<const std::string> body_;
    std::optional<HttpResponse> message_;
    std::optional<http::response_serializer<http::span_body<const char>>> serializer_;
};

}  // namespace atelier::net
