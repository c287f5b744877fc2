#include "app/rehearsal/bot.hpp"

#include <fmt/core.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include "base/clock.hpp"
#include "wire/bounded_json.hpp"
#include "wire/fields.hpp"

namespace atelier::app::rehearsal {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

constexpr auto entering_deadline = std::chrono::seconds(10);
constexpr auto back_after = std::chrono::milliseconds(1'500);
constexpr std::size_t json_depth_max = 8;

std::chrono::microseconds since(Clock::time_point then, Clock::time_point now) {
    return std::chrono::duration_cast<std::chrono::microseconds>(now - then);
}

}  // namespace

Bot::Bot(Among among, std::size_t number, std::uint64_t seed)
    : among_(among), number_(number), mind_(seed) {}

void Bot::come() {
    asio::co_spawn(
        among_.io, [self = shared_from_this()] { return self->live(); },
        [](const std::exception_ptr& failed) {
            if (failed) std::rethrow_exception(failed);
        });
}

Bot::Task<void> Bot::live() {
    while (!leaving_) {
        stream_ = std::make_unique<Stream>(among_.io);
        if (co_await enter()) co_await read();
        here_ = false;
        // A write may still be under way: its end finds the stream there.
        while (writing_) {
            asio::steady_timer moment(among_.io, std::chrono::milliseconds(5));
            co_await moment.async_wait(asio::use_awaitable);
        }
        outbox_.clear();
        if (leaving_) co_return;
        asio::steady_timer pause(among_.io, back_after);
        co_await pause.async_wait(asio::use_awaitable);
    }
}

/// A seat by the join code, over the connection that then becomes the live one.
Bot::Task<bool> Bot::join() {
    error_code failed;
    auto& tcp = beast::get_lowest_layer(*stream_);
    http::request<http::string_body> request{http::verb::post, "/api/v1/join", 11};
    request.set(http::field::host, among_.door.host);
    request.set(http::field::content_type, "application/json");
    request.body() = fmt::format("{{\"code\":\"{}\"}}", among_.door.code);
    request.prepare_payload();
    co_await http::async_write(tcp, request, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) co_return false;
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    co_await http::async_read(tcp, buffer, response,
                              asio::redirect_error(asio::use_awaitable, failed));
    if (failed || response.result() != http::status::ok) co_return false;
    const auto body = wire::parse_bounded(response.body(), json_depth_max);
    if (!body) co_return false;
    std::string wrong;
    const wire::Fields in(body.value(), wrong);
    workshop_ = in.text("workshop");
    token_ = in.text("token");
    co_return wrong.empty();
}

Bot::Task<bool> Bot::enter() {
    error_code failed;
    auto& tcp = beast::get_lowest_layer(*stream_);
    tcp.expires_after(entering_deadline);
    co_await tcp.async_connect(among_.door.endpoint,
                               asio::redirect_error(asio::use_awaitable, failed));
    if (failed) co_return false;
    tcp.socket().set_option(asio::ip::tcp::no_delay(true), failed);
    if (token_.empty() && !co_await join()) co_return false;
    stream_->set_option(beast::websocket::stream_base::decorator(
        [token = token_](beast::websocket::request_type& request) {
            request.set(http::field::authorization, "Bearer " + token);
            request.set(http::field::sec_websocket_protocol, "atelier.v1");
        }));
    const std::string target = fmt::format("/api/v1/workshops/{}/live?as=participant", workshop_);
    co_await stream_->async_handshake(among_.door.host, target,
                                      asio::redirect_error(asio::use_awaitable, failed));
    if (failed) co_return false;
    tcp.expires_never();
    send(wire::Hello{});
    co_return true;
}

Bot::Task<void> Bot::read() {
    error_code failed;
    beast::flat_buffer buffer;
    while (!leaving_) {
        co_await stream_->async_read(buffer, asio::redirect_error(asio::use_awaitable, failed));
        if (failed) co_return;
        const auto bytes = buffer.cdata();
        understand({static_cast<const char*>(bytes.data()), bytes.size()});
        buffer.consume(buffer.size());
        if (buffer.capacity() > 64 * 1024) buffer.shrink_to_fit();
    }
}

void Bot::understand(std::string_view text) {
    if (const auto told = among_.ledger.known(text)) return follow(*told);
    const auto frame = wire::decode_server_frame(text);
    if (!frame) return;  // of a later version
    if (const auto* delta = std::get_if<wire::Delta>(&frame.value())) {
        follow(*among_.ledger.tell(std::string(text), *delta));
    } else if (const auto* welcome = std::get_if<wire::Welcome>(&frame.value())) {
        for (const std::size_t number : among_.ledger.tell(*welcome)) see(number);
        seq_ = changed_at_ = welcome->seq;
        here_ = was_here_ = true;
        if (pending_) send(pending_->command);
    } else if (const auto* ack = std::get_if<wire::Ack>(&frame.value())) {
        answered(ack->id, true, std::nullopt);
    } else if (const auto* refused = std::get_if<wire::Refused>(&frame.value())) {
        std::optional<base::Millis> retry;
        if (refused->data.contains("retry_after_ms"))
            retry = refused->data.value("retry_after_ms", base::Millis{1'000});
        if (refused->id) answered(*refused->id, false, retry);
    }
}

/// An own frame repeats the seq of the frame for everyone and adds nothing to what is counted.
void Bot::follow(const Told& told) {
    if (told.seq < seq_ || (told.changes && !told.own && told.seq <= changed_at_))
        ++among_.tally.disorder;
    seq_ = std::max(seq_, told.seq);
    if (!told.cards.empty()) mind_.hold(told.cards);
    if (told.own) return;
    if (told.changes) changed_at_ = told.seq;
    const auto now = Clock::now();
    for (const std::size_t number : told.posts) {
        see(number);
        const Deed& post = among_.ledger.posts()[number];
        if (post.who != number_) among_.tally.seen.add(since(post.sent, now));
    }
    for (const Deed& move : told.moves)
        if (move.who != number_) among_.tally.seen.add(since(move.sent, now));
}

void Bot::see(std::size_t number) {
    if (seen_.size() <= number) seen_.resize(number + 1);
    seen_[number] = true;
}

std::size_t Bot::not_seen() const {
    const auto& posts = among_.ledger.posts();
    std::size_t missing = 0;
    for (std::size_t i = 0; i < posts.size(); ++i)
        if (posts[i].acknowledged && (i >= seen_.size() || !seen_[i])) ++missing;
    return missing;
}

void Bot::act(Clock::time_point now) {
    if (!here_) return;
    if (pending_) {
        if (now < pending_->again) return;
        pending_->again = Clock::time_point::max();
        return send(pending_->command);
    }
    if (!wants_more_) return;
    const std::size_t number = among_.ledger.next_number();
    auto wish = mind_.wish(among_.ledger.scene(), base::now_ms(), number);
    if (!wish) return;
    if (std::holds_alternative<domain::PostIdea>(*wish)) among_.ledger.posted(number_, now);
    if (const auto* move = std::get_if<domain::SetPlacement>(&*wish))
        among_.ledger.moved(move->idea.text, move->lever ? move->lever->text : "", number_, now);
    pending_ = Pending{{mind_.fresh_id(), std::move(*wish)}, number, now};
    send(pending_->command);
}

void Bot::answered(const std::string& id, bool done, std::optional<base::Millis> retry_ms) {
    if (!pending_ || pending_->command.id.text() != id) return;
    const auto now = Clock::now();
    if (retry_ms) {
        pending_->again = now + std::chrono::milliseconds(*retry_ms);
        return;
    }
    if (done) count(*pending_, now);
    pending_.reset();
}

void Bot::count(const Pending& done, Clock::time_point now) {
    among_.tally.ack.add(since(done.first, now));
    if (std::holds_alternative<domain::PostIdea>(done.command.command)) {
        among_.ledger.posts()[done.number].acknowledged = true;
        ++among_.tally.ideas;
    }
    if (std::holds_alternative<domain::CastVote>(done.command.command)) ++among_.tally.votes;
}

void Bot::send(const wire::ClientFrame& frame) {
    outbox_.push_back(wire::encode(frame).dump());
    if (!writing_) write();
}

void Bot::write() {
    writing_ = true;
    stream_->async_write(asio::buffer(outbox_.front()),
                         [self = shared_from_this()](error_code failed, std::size_t) {
                             self->writing_ = false;
                             self->outbox_.pop_front();
                             if (failed) return self->outbox_.clear();
                             if (!self->outbox_.empty()) self->write();
                         });
}

void Bot::leave() {
    leaving_ = true;
    here_ = false;
    if (stream_) beast::get_lowest_layer(*stream_).close();
}

}  // namespace atelier::app::rehearsal
