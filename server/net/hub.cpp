#include "net/hub.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/core/demangle.hpp>
#include <utility>

#include "base/check.hpp"

namespace atelier::net {
namespace {

constexpr std::size_t scratch_bytes = 64 * 1024;

// A quarter of the shortest deadline, so that none is late by more than that; and often enough for
// those who wait to be read again.
Clock::duration tick_of(const Limits& limits) {
    const auto shortest = std::min(
        {limits.header_deadline, limits.body_deadline, limits.idle_deadline, limits.linger_deadline,
         limits.message_deadline, limits.ping_interval, limits.heartbeat_interval,
         limits.silence_deadline, limits.close_deadline, limits.write_deadline});
    const auto tick = std::min<Clock::duration>(shortest / 4, limits.reading_pause);
    return std::max<Clock::duration>(tick, std::chrono::milliseconds{5});
}

std::string_view file_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

void Connection::end() {
    if (ended()) return;
    ended_ = true;
    boost::system::error_code ignored;
    peer_->socket.close(ignored);
    peer_->ticket.give_back();
    hub_.remove(*this);
}

Hub::Hub(boost::asio::io_context& io, std::size_t thread, std::shared_ptr<House> house)
    : io_(io),
      thread_(thread),
      house_(std::move(house)),
      timer_(io),
      tick_(tick_of(limits())),
      scratch_(scratch_bytes) {}

Hub::~Hub() {
    while (!connections_.empty()) {
        const auto last = connections_.back();
        last->cut();
    }
}

void Hub::add(std::shared_ptr<Connection> connection) {
    ++counts_.open;
    if (connection->is_websocket()) ++counts_.sockets;
    connection->place_ = connections_.size();
    connections_.push_back(std::move(connection));
    arm_timer();
}

void Hub::remove(Connection& connection) {
    const std::size_t place = connection.place_;
    ATELIER_CHECK(place < connections_.size() && connections_[place].get() == &connection);
    --counts_.open;
    if (connection.is_websocket()) --counts_.sockets;
    std::swap(connections_[place], connections_.back());
    connections_[place]->place_ = place;
    const auto last = std::move(connections_.back());  // may be the last owner: goes at the end
    connections_.pop_back();
}

void Hub::close_all(std::uint16_t code, std::string_view reason) {
    for (const auto& connection : std::vector{connections_}) connection->close(code, reason);
}

void Hub::arm_timer() {
    if (timer_armed_ || connections_.empty()) return;
    timer_armed_ = true;
    timer_.expires_after(tick_);
    timer_.async_wait([weak = weak_from_this()](boost::system::error_code failed) {
        const auto hub = weak.lock();
        if (failed || !hub) return;
        hub->timer_armed_ = false;
        hub->check_all();
        hub->arm_timer();
    });
}

void Hub::check_all() {
    const auto now = Clock::now();
    // Backwards, because one that ends leaves its place to the last, which has had its turn.
    for (std::size_t i = connections_.size(); i-- > 0;) {
        if (i >= connections_.size()) continue;
        const auto connection = connections_[i];
        connection->check(now);
    }
}

void Hub::flush_later(std::shared_ptr<Flushable> writer) {
    const bool first = to_flush_.empty();
    to_flush_.push_back(std::move(writer));
    if (!first) return;
    boost::asio::post(io_, [weak = weak_from_this()] {
        if (const auto hub = weak.lock()) hub->flush_all();
    });
}

void Hub::flush_all() {
    std::swap(flushing_, to_flush_);
    for (const auto& writer : flushing_) writer->flush();
    flushing_.clear();
}

void Hub::log(std::string_view line) const {
    if (house_->options.log) house_->options.log(line);
}

void Hub::log_exception(std::string_view where) const {
    try {
        throw;
    } catch (const base::BrokenInvariant& broken) {
        log(fmt::format("{}: broken invariant {} at {}:{}", where, broken.condition,
                        file_name(broken.file), broken.line));
    } catch (const std::exception& thrown) {
        // Only the kind: what() of a parser quotes the text it failed on.
        log(fmt::format("{}: {}", where, boost::core::demangle(typeid(thrown).name())));
    } catch (...) {
        log(fmt::format("{}: unknown exception", where));
    }
}

}  // namespace atelier::net
