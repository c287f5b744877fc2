#include "app/poll_session.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace atelier::app {
namespace {

namespace asio = boost::asio;

constexpr auto longest_wait = std::chrono::seconds(25);
constexpr auto forgotten_after = std::chrono::seconds(15);
constexpr std::size_t queue_bytes_max = 256 * 1024;

}  // namespace

PollSession::PollSession(asio::io_context& io, std::shared_ptr<LiveConnection> connection)
    : io_(io), connection_(std::move(connection)), waiting_(io), seen_(Clock::now()) {}

void PollSession::open() { connection_->on_open(shared_from_this()); }

asio::awaitable<PollSession::Frames> PollSession::fetch(std::optional<wire::Resume> resume) {
    const auto self = shared_from_this();
    const std::uint64_t mine = ++fetches_;
    waiting_.cancel();  // an older fetch gives way
    const bool lost = !std::exchange(fresh_, false) && (!resume || resume->seq != given_mark_);
    if (lost) {
        queue_.clear();
        bytes_ = 0;
        dropped_ = false;
        connection_->hello(std::move(resume));
    }
    fetching_ = true;
    const auto deadline = Clock::now() + longest_wait;
    while (queue_.empty() && mine == fetches_ && !closed_ && Clock::now() < deadline) {
        waiting_.expires_at(deadline);
        boost::system::error_code woken;
        co_await waiting_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
    if (mine != fetches_) co_return Frames{};
    fetching_ = false;
    seen_ = Clock::now();
    bytes_ = 0;
    given_mark_ = queued_mark_;
    Frames out = std::exchange(queue_, {});
    if (std::exchange(dropped_, false) && connection_) connection_->on_drained();
    co_return out;
}

bool PollSession::send(net::SharedText text, std::uint64_t mark) {
    if (closed_) return false;
    if (!queue_.empty() && bytes_ + text->size() > queue_bytes_max) {
        dropped_ = true;
        return false;
    }
    bytes_ += text->size();
    if (mark != 0) queued_mark_ = mark;
    queue_.push_back(std::move(text));
    answer_soon();
    return true;
}

/// What is sent in one turn goes out in one answer.
void PollSession::answer_soon() {
    if (!fetching_ || std::exchange(answer_due_, true)) return;
    asio::post(io_, [self = shared_from_this()] {
        self->answer_due_ = false;
        self->waiting_.cancel();
    });
}

void PollSession::close(std::uint16_t, std::string_view) {
    closed_ = true;
    answer_soon();
}

bool PollSession::forgotten(Clock::time_point now) const noexcept {
    return closed_ || (!fetching_ && now - seen_ > forgotten_after);
}

void PollSession::end() {
    closed_ = true;
    if (const auto connection = std::exchange(connection_, nullptr)) connection->on_closed();
    waiting_.cancel();
}

}  // namespace atelier::app
