#include "app/outlet.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include "base/check.hpp"

namespace atelier::app {
namespace {

using Clock = std::chrono::steady_clock;
using room::ConnectionId;

// The thread is in the name of a connection, so that nobody has to look it up.
constexpr unsigned thread_bits = 8;
constexpr std::size_t threads_max = std::size_t{1} << thread_bits;

}  // namespace

std::size_t Outlet::thread_of(ConnectionId connection) noexcept { return connection % threads_max; }

ConnectionId Outlet::add(std::shared_ptr<net::Socket> socket) {
    ATELIER_CHECK(thread_ < threads_max);
    const ConnectionId id = (++last_ << thread_bits) | thread_;
    members_[id].socket = std::move(socket);
    return id;
}

void Outlet::remove(ConnectionId connection) {
    const auto found = members_.find(connection);
    if (found == members_.end()) return;
    leave_audience(found->second);
    members_.erase(found);
}

void Outlet::post(std::vector<Delivery> deliveries, std::function<void(Took)> finished) {
    boost::asio::dispatch(io_, [self = shared_from_this(), deliveries = std::move(deliveries),
                                finished = std::move(finished)]() mutable {
        const auto began = Clock::now();
        self->deliver(deliveries);
        if (!finished) return;
        // What was queued is flushed by a job that was posted before this one.
        boost::asio::post(self->io_, [began, finished = std::move(finished)] {
            finished(std::chrono::duration_cast<Took>(Clock::now() - began));
        });
    });
}

void Outlet::deliver(const std::vector<Delivery>& deliveries) {
    struct Deliver {
        Outlet& outlet;
        void operator()(const room::Broadcast& broadcast) const { outlet.show(broadcast); }
        void operator()(const room::Send& send) const { outlet.say(send.to, send.frame); }
        void operator()(const room::Enrol& enrol) const { outlet.enrol(enrol); }
        void operator()(const Awake& awake) const {
            const auto found = outlet.members_.find(awake.connection);
            if (found != outlet.members_.end()) found->second.lagging = false;
        }
        void operator()(const HangUp& hang_up) const {
            const auto found = outlet.members_.find(hang_up.connection);
            if (found != outlet.members_.end())
                found->second.socket->close(hang_up.code, hang_up.reason);
        }
    };
    for (const Delivery& delivery : deliveries) std::visit(Deliver{*this}, delivery);
}

void Outlet::show(const room::Broadcast& broadcast) {
    const Audience& audience = audiences_[static_cast<int>(broadcast.audience)];
    for (Member* member : audience)
        if (!member->socket->send(broadcast.frame.text, broadcast.frame.seq))
            too_slow_.push_back(member);
    stats_.copies.fetch_add(audience.size() - too_slow_.size(), std::memory_order_relaxed);
    for (Member* member : too_slow_) lag(*member);
    too_slow_.clear();
}

void Outlet::say(ConnectionId connection, const room::Frame& frame) {
    const auto found = members_.find(connection);
    if (found == members_.end() || found->second.lagging) return;
    if (!found->second.socket->send(frame.text, frame.seq)) lag(found->second);
}

void Outlet::lag(Member& member) {
    stats_.dropped.fetch_add(1, std::memory_order_relaxed);
    member.lagging = true;
    leave_audience(member);
}

bool Outlet::caught_up(ConnectionId connection) {
    const auto found = members_.find(connection);
    if (found == members_.end() || !found->second.lagging) return false;
    stats_.resynced.fetch_add(1, std::memory_order_relaxed);
    return true;
}

void Outlet::enrol(const room::Enrol& enrol) {
    const auto found = members_.find(enrol.connection);
    if (found == members_.end() || found->second.lagging) return;
    Member& member = found->second;
    leave_audience(member);
    Audience& audience = audiences_[static_cast<int>(enrol.audience)];
    member.audience = enrol.audience;
    member.place = audience.size();
    audience.push_back(&member);
}

void Outlet::leave_audience(Member& member) {
    if (!member.audience) return;
    Audience& audience = audiences_[static_cast<int>(*member.audience)];
    ATELIER_CHECK(member.place < audience.size() && audience[member.place] == &member);
    audience[member.place] = audience.back();
    audience[member.place]->place = member.place;
    audience.pop_back();
    member.audience.reset();
}

}  // namespace atelier::app
