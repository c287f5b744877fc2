#include "net/http_connection.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

#include "net/handshake.hpp"
#include "net/stream_connection.hpp"
#include "net/ws_connection.hpp"

namespace atelier::net {
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

// What may lie unparsed in the buffer: a header, and the beginning of what follows it.
std::size_t buffer_max(const Limits& limits) { return limits.header_bytes_max + 16 * 1024; }

Refusal refusal_of(boost::system::error_code why) {
    if (why == http::error::header_limit || why == http::error::buffer_overflow)
        return Refusal::header_too_large;
    if (why == http::error::body_limit) return Refusal::body_too_large;
    return Refusal::malformed;
}

bool is_http_error(boost::system::error_code why) {
    return why.category() == http::make_error_code(http::error::end_of_stream).category() &&
           why != http::error::end_of_stream && why != http::error::partial_message;
}

}  // namespace

void HttpConnection::enter(State state, Limits::Duration deadline) {
    state_ = state;
    deadline_ = Clock::now() + deadline;
}

// Reading

void HttpConnection::wait_request() {
    if (last_) return linger();
    if (buffer_.size() > 0) return read_header();
    buffer_ = boost::beast::flat_buffer{buffer_max(hub_.limits())};
    enter(State::idle, hub_.limits().idle_deadline);
    peer_->socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](Error failed) {
        if (self->ended()) return;
        if (failed) return self->end();
        self->read_header();
    });
}

void HttpConnection::read_header() {
    enter(State::reading, hub_.limits().header_deadline);
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(hub_.limits().header_bytes_max));
    // How long it says it is, it tells in the header; what it may be is found then.
    parser_->body_limit(hub_.limits().granted_body_bytes_max);
    granted_ = false;
    held_.reset();
    http::async_read_header(peer_->socket, buffer_, *parser_,
                            [self = shared_from_this()](Error failed, std::size_t) {
                                if (!self->ended()) self->on_header(failed);
                            });
}

void HttpConnection::on_header(Error failed) {
    if (failed) return on_unreadable(failed);
    if (parser_->is_done()) return on_request({});
    const auto announced = parser_->content_length();
    if (announced && *announced > hub_.limits().body_bytes_max)
        return ask_grant(static_cast<std::size_t>(*announced));
    parser_->body_limit(hub_.limits().body_bytes_max);
    go_on();
}

/// Of a long body nothing is read, and nothing is kept for it, before somebody may send it.
void HttpConnection::ask_grant(std::size_t body_bytes) {
    state_ = State::answering;
    auto head = plain_request(parser_->get());
    if (!head) {
        last_ = true;
        return refuse(head.error());
    }
    head.value().remote = client_address(
        peer_->address, head.value().header("X-Forwarded-For").value_or(""), hub_.proxies());
    try {
        hub_.handler().grant(head.value(), body_bytes, answer_by(&HttpConnection::on_grant));
    } catch (...) {
        hub_.log_exception("request handler");
    }
}

void HttpConnection::on_grant(std::optional<std::variant<Response, Granted>> outcome) {
    if (outcome && std::holds_alternative<Granted>(*outcome)) {
        held_ = std::move(std::get<Granted>(*outcome).held);
        granted_ = true;
        state_ = State::reading;
        return go_on();
    }
    last_ = true;  // its body is still to come
    if (!outcome) return refuse(Refusal::failed);
    answer(std::get<Response>(std::move(*outcome)));
}

void HttpConnection::go_on() {
    if (parser_->get()[http::field::expect] != "100-continue") return read_body();
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(peer_->socket, asio::buffer(line.data(), line.size()),
                      [self = shared_from_this()](Error broken, std::size_t) {
                          if (self->ended()) return;
                          if (broken) return self->end();
                          self->read_body();
                      });
}

void HttpConnection::read_body() {
    const Limits& limits = hub_.limits();
    deadline_ = Clock::now() + (granted_ ? limits.granted_body_deadline : limits.body_deadline);
    http::async_read(peer_->socket, buffer_, *parser_,
                     [self = shared_from_this()](Error failed, std::size_t) {
                         if (!self->ended()) self->on_request(failed);
                     });
}

void HttpConnection::on_unreadable(Error why) {
    if (!timed_out_ && !is_http_error(why)) return end();  // it left
    last_ = true;
    refuse(timed_out_ ? Refusal::timeout : refusal_of(why));
}

void HttpConnection::on_request(Error failed) {
    if (failed) return on_unreadable(failed);
    ++hub_.counts().requests;
    state_ = State::answering;
    last_ = last_ || !parser_->get().keep_alive();
    auto request = plain_request(parser_->get());
    if (!request) {
        last_ = true;
        return refuse(request.error());
    }
    dispatch(std::move(request).value());
}

// Answering

void HttpConnection::dispatch(Request request) {
    request.remote = client_address(peer_->address, request.header("X-Forwarded-For").value_or(""),
                                    hub_.proxies());
    try {
        if (boost::beast::websocket::is_upgrade(parser_->get())) {
            ask_upgrade(std::move(request));
        } else {
            request.body = std::move(parser_->get().body());
            ask_handler(std::move(request));
        }
    } catch (...) {
        // Its answer, dropped on the way, has become a 500 already.
        hub_.log_exception("request handler");
    }
}

/// The answer may come from another thread, and after the server itself.
template <class T>
Once<T> HttpConnection::answer_by(void (HttpConnection::*answered)(std::optional<T>)) {
    return Once<T>{
        [weak = weak_from_this(), house = hub_.weak_from_this(), answered](std::optional<T> value) {
            const auto hub = house.lock();
            if (!hub) return;
            asio::dispatch(hub->io(), [weak, answered, value = std::move(value)]() mutable {
                const auto self = weak.lock();
                if (self && !self->ended()) (*self.*answered)(std::move(value));
            });
        }};
}

void HttpConnection::ask_handler(Request request) {
    hub_.handler().handle(std::move(request), answer_by(&HttpConnection::on_answer));
}

void HttpConnection::on_answer(std::optional<Response> response) {
    if (!response) return refuse(Refusal::failed);
    if (response->stream) return stream(std::move(*response));
    answer(std::move(*response));
}

void HttpConnection::ask_upgrade(Request request) {
    hub_.handler().upgrade(std::move(request), answer_by(&HttpConnection::on_upgrade));
}

void HttpConnection::on_upgrade(std::optional<std::variant<Response, Accepted>> outcome) {
    if (!outcome) return refuse(Refusal::failed);
    if (auto* response = std::get_if<Response>(&*outcome)) return answer(std::move(*response));
    accept(std::get<Accepted>(std::move(*outcome)));
}

void HttpConnection::refuse(Refusal why) {
    try {
        answer(refusal(why));
    } catch (...) {
        hub_.log_exception("refusal");
        end();
    }
}

Response HttpConnection::refusal(Refusal why) const {
    if (parser_->is_header_done()) {
        if (const auto seen = plain_request(parser_->get()))
            return hub_.handler().refuse(why, seen.value());
    }
    return hub_.handler().refuse(why, {});
}

void HttpConnection::answer(Response response) {
    const bool head = parser_->get().method() == http::verb::head;
    const Delivery delivery{head, !last_};
    auto message = beast_response(response, delivery);
    if (!message) {
        hub_.log("an answer with a broken status or header became a 500");
        response = refusal(Refusal::failed);
        message = beast_response(response, delivery);
        if (!message) return end();
    }
    body_ = std::move(response.body);
    message_.emplace(std::move(message).value());
    serializer_.emplace(*message_);
    write_some();
}

void HttpConnection::write_some() {
    enter(State::writing, hub_.limits().write_deadline);
    http::async_write_some(peer_->socket, *serializer_,
                           [self = shared_from_this()](Error failed, std::size_t) {
                               if (!self->ended()) self->on_written(failed);
                           });
}

void HttpConnection::on_written(Error failed) {
    if (failed) return end();
    if (!serializer_->is_done()) return write_some();
    held_.reset();
    serializer_.reset();
    message_.reset();
    body_.reset();
    parser_.reset();
    wait_request();
}

// Becoming something else

void HttpConnection::accept(Accepted accepted) {
    enter(State::upgrading, hub_.limits().write_deadline);
    shake_hands(peer_->socket, parser_->get(), std::move(accepted.subprotocol),
                [self = shared_from_this(), handler = std::move(accepted.handler)](bool shaken) {
                    if (self->ended()) return;
                    if (!shaken || self->last_) return self->end();
                    self->hand_over(handler);
                });
}

void HttpConnection::hand_over(std::shared_ptr<SocketHandler> handler) {
    std::string early{static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    Peer peer = std::move(*peer_);
    Hub& hub = hub_;
    end();
    const auto websocket = std::make_shared<WsConnection>(hub, std::move(peer), std::move(handler));
    hub.add(websocket);
    websocket->start(std::move(early));
}

void HttpConnection::stream(Response response) {
    auto head = stream_head(response);
    if (!head) return refuse(Refusal::failed);
    Peer peer = std::move(*peer_);
    Hub& hub = hub_;
    end();
    const auto connection =
        std::make_shared<StreamConnection>(hub, std::move(peer), std::move(response.stream));
    hub.add(connection);
    connection->start(std::move(head).value());
}

// Ending

void HttpConnection::linger() {
    // Closing at once would reset the connection under an answer the peer has not read yet.
    enter(State::lingering, hub_.limits().linger_deadline);
    Error ignored;
    peer_->socket.shutdown(tcp::socket::shutdown_send, ignored);
    drain();
}

void HttpConnection::drain() {
    peer_->socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](Error failed) {
        if (self->ended()) return;
        const auto scratch = self->hub_.scratch();
        if (!failed)
            self->drained_ +=
                self->peer_->socket.read_some(asio::buffer(scratch.data(), scratch.size()), failed);
        const bool enough = self->drained_ > self->hub_.limits().linger_bytes_max;
        if ((failed && failed != asio::error::would_block) || enough) return self->end();
        self->drain();
    });
}

void HttpConnection::check(Clock::time_point now) {
    if (state_ == State::answering || now < deadline_) return;
    if (state_ != State::reading || timed_out_) return end();
    timed_out_ = true;
    deadline_ = now + hub_.limits().write_deadline;
    peer_->socket.cancel();
}

void HttpConnection::close(std::uint16_t, std::string_view) {
    last_ = true;
    if (state_ == State::idle) end();
}

}  // namespace atelier::net
