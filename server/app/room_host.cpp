#include "app/room_host.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "app/load_room.hpp"
#include "app/log.hpp"
#include "base/clock.hpp"

namespace atelier::app {
namespace {

namespace asio = boost::asio;
using room::ConnectionId;

constexpr base::Millis hello_deadline_ms = 10'000;
constexpr base::Millis forgiven_after_ms = 60'000;
constexpr domain::Seq events_per_snapshot = 5'000;
constexpr std::uint16_t policy_violation = 1008;
constexpr std::uint16_t internal_error = 1011;
constexpr std::uint16_t credential_ended = 4401;

wire::ServerFrame not_now(const std::optional<base::Uuid>& id) {
    return wire::refused(
        id ? std::optional(id->text()) : std::nullopt,
        {domain::Code::read_only, {{"retry_after_ms", room::limits::read_only_retry_ms}}});
}

}  // namespace

RoomHost::RoomHost(Place place, domain::WorkshopId workshop, room::Room::Loaded loaded, bool well)
    : place_(place), workshop_(std::move(workshop)), well_(well), stale_(!well) {
    snapshot_at_ = loaded.last;
    room_ = std::make_unique<room::Room>(
        std::move(loaded), well ? room::Room::Mode::open : room::Room::Mode::read_only, place_.ids);
}

/// Every call into the room goes through here, so that what breaks in it stays in it.
template <class Step>
void RoomHost::with_room(Step step) {
    if (!room_) return;
    try {
        carry(step(*room_));
    } catch (const base::BrokenInvariant& broken) {
        broke(broken);
    }
}

ConnectionId RoomHost::connect(std::shared_ptr<net::Socket> socket, domain::Actor actor) {
    const ConnectionId id = ++last_connection_;
    connections_[id] = {std::move(socket), actor, base::now_ms(), false, false};
    with_room([&](room::Room& room) { return room.joined(id, actor); });
    if (quarantined_) connections_[id].socket->close(internal_error, "closed after an error");
    return id;
}

void RoomHost::disconnect(ConnectionId connection) {
    leave_audience(connection);
    connections_.erase(connection);
    with_room([&](room::Room& room) { return room.left(connection); });
}

void RoomHost::hello(ConnectionId connection, std::optional<wire::Resume> resume) {
    const auto found = connections_.find(connection);
    if (found == connections_.end()) return;
    found->second.said_hello = true;
    leave_audience(connection);
    with_room([&](room::Room& room) {
        return room.hello(connection, std::move(resume), base::now_ms());
    });
}

void RoomHost::caught_up(ConnectionId connection) {
    const auto found = connections_.find(connection);
    if (found == connections_.end() || !found->second.lagging) return;
    found->second.lagging = false;
    hello(connection, std::nullopt);
}

void RoomHost::command(ConnectionId connection, const wire::ClientCommand& command) {
    const auto found = connections_.find(connection);
    if (found == connections_.end()) return;
    if (!found->second.said_hello) {
        return send(connection, wire::refused(command.id.text(), {domain::Code::hello_first}));
    }
    if (!room_) return send(connection, not_now(command.id));
    with_room([&](room::Room& room) {
        return room.receive(
            {room::ToConnection{connection}, found->second.actor, command.id, command.command},
            base::now_ms());
    });
}

void RoomHost::send(ConnectionId connection, const wire::ServerFrame& frame) {
    post_to(connection, std::make_shared<const std::string>(wire::encode_text(frame)));
}

void RoomHost::perform(const domain::Actor& actor, std::optional<base::Uuid> id,
                       const domain::Command& command, Answered answered) {
    if (!room_) return answered(not_now(id));
    const room::RequestId request = ++last_request_;
    waiting_[request] = std::move(answered);
    with_room([&](room::Room& room) {
        return room.receive({room::ToRequest{request}, actor, id, command}, base::now_ms());
    });
}

void RoomHost::carry(room::Effects effects) {
    struct Carry {
        RoomHost& host;
        void operator()(room::Append& effect) const { host.append(std::move(effect)); }
        void operator()(const room::Broadcast& effect) const {
            // A copy of the list: whoever turns out to be slow leaves it meanwhile.
            const Audience audience = host.audiences_[static_cast<int>(effect.audience)];
            for (const ConnectionId connection : audience) host.post_to(connection, effect.text);
        }
        void operator()(const room::Send& effect) const { host.post_to(effect.to, effect.text); }
        void operator()(const room::Enrol& effect) const {
            host.leave_audience(effect.connection);
            const auto found = host.connections_.find(effect.connection);
            if (found != host.connections_.end() && !found->second.lagging)
                host.audiences_[static_cast<int>(effect.audience)].push_back(effect.connection);
        }
        void operator()(room::Answer& effect) const {
            auto waiting = host.waiting_.extract(effect.to);
            if (waiting) waiting.mapped()(std::move(effect.frame));
        }
    };
    for (room::Effect& effect : effects) std::visit(Carry{*this}, effect);
}

void RoomHost::append(room::Append effect) {
    journal::Batch batch{workshop_, effect.events.front().seq, std::move(effect.events)};
    place_.writer.submit(std::move(batch),
                         [weak = weak_from_this(), generation = generation_,
                          &io = place_.io](const journal::Outcome<base::Done>& done) {
                             asio::post(io, [weak, generation, done] {
                                 if (const auto self = weak.lock())
                                     self->appended(generation, done);
                             });
                         });
}

void RoomHost::appended(std::uint64_t generation, const journal::Outcome<base::Done>& done) {
    if (generation != generation_) return;
    if (done) {
        with_room([](room::Room& room) { return room.durable(base::now_ms()); });
        if (settled() && room_->last() >= snapshot_at_ + events_per_snapshot) save_snapshot();
        return;
    }
    log_line(fmt::format("room {}: {} failed: {}", workshop_.text, done.error().operation,
                         done.error().cause));
    if (done.error().kind == journal::Failure::unavailable) well_ = false;
    give_up_room(/*tell=*/true);
    reload();
}

/// What was decided and is not known to be on disk is forgotten; who waits is told to try again.
void RoomHost::give_up_room(bool tell) {
    room_.reset();
    ++generation_;
    audiences_.clear();
    for (auto& [request, answered] : std::exchange(waiting_, {})) answered(not_now(std::nullopt));
    if (!tell) return;
    const auto text =
        std::make_shared<const std::string>(wire::encode_text(wire::Notice{"read_only"}));
    for (auto& [id, connection] : connections_)
        if (connection.said_hello) connection.socket->send(text);
}

void RoomHost::reload() {
    if (std::exchange(reloading_, true)) return;
    stale_ = !well_;
    place_.writer.post(
        [weak = weak_from_this(), workshop = workshop_, &io = place_.io](journal::Store& store) {
            auto loaded = load_room(store, workshop);
            asio::post(io, [weak, loaded = std::move(loaded)]() mutable {
                if (const auto self = weak.lock()) self->reloaded(std::move(loaded));
            });
        });
}

void RoomHost::reloaded(journal::Outcome<room::Room::Loaded> loaded) {
    reloading_ = false;
    if (!loaded) {
        log_line(
            fmt::format("room {}: cannot be loaded: {}", workshop_.text, loaded.error().cause));
        return;  // tried again at the next tick
    }
    const bool open = well_ && !stale_;
    room_ = std::make_unique<room::Room>(
        std::move(loaded).value(), open ? room::Room::Mode::open : room::Room::Mode::read_only,
        place_.ids);
    const wire::Notice writable{"writable"};
    for (auto& [id, connection] : connections_) {
        with_room([&, conn = id](room::Room& room) {
            return room.joined(conn, connections_.at(conn).actor);
        });
        if (!connection.said_hello || connection.lagging) continue;
        with_room([conn = id](room::Room& room) {
            return room.hello(conn, std::nullopt, base::now_ms());
        });
        if (open) send(id, writable);
    }
}

void RoomHost::broke(const base::BrokenInvariant& broken) {
    log_line(fmt::format("room {}: broken invariant {} at {}:{}", workshop_.text, broken.condition,
                         broken.file, broken.line));
    const base::Millis now = base::now_ms();
    const bool again = broke_at_ != 0 && now - broke_at_ < forgiven_after_ms;
    broke_at_ = now;
    give_up_room(/*tell=*/true);
    if (again) {
        quarantined_ = true;
        return close_all(internal_error, "closed after an error");
    }
    reload();
}

void RoomHost::health(bool well) {
    if (std::exchange(well_, well) == well && !(well && stale_)) return;
    if (!well) {
        if (!committing()) with_room([](room::Room& room) { return room.pause(); });
        return;
    }
    if (stale_ || !room_) {
        give_up_room(/*tell=*/false);
        reloading_ = false;
        reload();
    } else {
        with_room([](room::Room& room) { return room.resume(); });
    }
}

void RoomHost::tick(base::Millis now) {
    for (auto& [id, connection] : connections_)
        if (!connection.said_hello && now - connection.since > hello_deadline_ms)
            connection.socket->close(policy_violation, "no hello");
    if (!room_ && !quarantined_) reload();
    with_room([](room::Room& room) { return room.tick(); });
}

void RoomHost::drain() {
    with_room([](room::Room& room) { return room.drain(); });
}

void RoomHost::hang_up(domain::Role role) {
    for (auto& [id, connection] : connections_)
        if (connection.actor.role == role)
            connection.socket->close(credential_ended, "link revoked");
}

void RoomHost::close_all(std::uint16_t code, std::string_view reason) {
    for (auto& [id, connection] : connections_) connection.socket->close(code, reason);
}

void RoomHost::save_snapshot() {
    const room::Room* room = settled();
    if (!room || room->last() == snapshot_at_ || !well_) return;
    snapshot_at_ = room->last();
    place_.writer.post([state = room->workshop(), seq = snapshot_at_](journal::Store& store) {
        if (const auto saved = store.save_snapshot(state, seq); !saved)
            log_line("a snapshot could not be saved: " + saved.error().cause);
    });
}

const room::Room* RoomHost::settled() const noexcept {
    return room_ && !room_->committing() ? room_.get() : nullptr;
}

std::size_t RoomHost::connections(domain::Role role) const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        connections_, [role](const auto& entry) { return entry.second.actor.role == role; }));
}

std::size_t RoomHost::mailbox_depth() const noexcept { return room_ ? room_->mailbox_depth() : 0; }

void RoomHost::post_to(ConnectionId connection, const room::SharedText& text) {
    const auto found = connections_.find(connection);
    if (found == connections_.end() || found->second.lagging) return;
    if (found->second.socket->send(text)) return;
    found->second.lagging = true;
    leave_audience(connection);
}

void RoomHost::leave_audience(ConnectionId connection) {
    for (auto& [role, audience] : audiences_) std::erase(audience, connection);
}

}  // namespace atelier::app
