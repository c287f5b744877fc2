#include "app/room_host.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/asio/dispatch.hpp>
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
    : place_(place),
      workshop_(std::move(workshop)),
      well_(well),
      stale_(!well),
      empty_since_(base::now_ms()),
      rest_(place.threads.home()) {
    snapshot_at_ = loaded.last;
    for (std::size_t i = 0; i < place_.threads.size(); ++i)
        outlets_.push_back(std::make_shared<Outlet>(place_.threads.at(i), i, place_.stats));
    room_ = std::make_unique<room::Room>(std::move(loaded), mode(), place_.ids, place_.counters);
}

room::Room::Mode RoomHost::mode() const noexcept {
    if (draining_) return room::Room::Mode::draining;
    return well_ && !stale_ ? room::Room::Mode::open : room::Room::Mode::read_only;
}

const std::shared_ptr<Outlet>& RoomHost::outlet(std::size_t thread) const {
    return outlets_.at(thread);
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

void RoomHost::connect(ConnectionId id, domain::Actor actor, wire::Transport transport) {
    connections_[id] = {actor, transport, base::now_ms(), false};
    with_room([&](room::Room& room) { return room.joined(id, std::move(actor), transport); });
    if (quarantined_) hang_up(id, internal_error, "closed after an error");
}

void RoomHost::disconnect(ConnectionId connection) {
    connections_.erase(connection);
    empty_since_ = base::now_ms();
    with_room([&](room::Room& room) { return room.left(connection); });
}

void RoomHost::hello(ConnectionId connection, std::optional<wire::Resume> resume) {
    const auto found = connections_.find(connection);
    if (found == connections_.end()) return;
    found->second.said_hello = true;
    with_room([&](room::Room& room) {
        return room.hello(connection, std::move(resume), base::now_ms());
    });
}

void RoomHost::caught_up(ConnectionId connection) {
    to_one(connection, Awake{connection});
    hello(connection, std::nullopt);
}

void RoomHost::command(ConnectionId connection, wire::ClientCommand command) {
    const auto found = connections_.find(connection);
    if (found == connections_.end()) return;
    if (!found->second.said_hello) {
        return send(connection, wire::refused(command.id.text(), {domain::Code::hello_first}));
    }
    if (!room_) return send(connection, not_now(command.id));
    with_room([&](room::Room& room) {
        return room.receive({room::ToConnection{connection}, found->second.actor, command.id,
                             std::move(command.command)},
                            base::now_ms());
    });
}

void RoomHost::perform(const domain::Actor& actor, std::optional<base::Uuid> id,
                       const domain::Command& command, Answered answered) {
    if (!room_) return answered(not_now(id));
    const room::RequestId request = ++last_request_;
    waiting_[request] = {id, std::move(answered)};
    with_room([&](room::Room& room) {
        return room.receive({room::ToRequest{request}, actor, id, command}, base::now_ms());
    });
}

void RoomHost::carry(room::Effects effects) {
    struct Carry {
        RoomHost& host;
        Outgoing& outgoing;
        std::optional<std::size_t>& round_of;
        void to(ConnectionId connection, Delivery delivery) const {
            outgoing.at(Outlet::thread_of(connection)).push_back(std::move(delivery));
        }
        void operator()(room::Append& effect) const { host.append(std::move(effect)); }
        void operator()(room::Broadcast& effect) const {
            for (auto& deliveries : outgoing) deliveries.emplace_back(effect);
        }
        void operator()(room::Send& effect) const {
            const ConnectionId reader = effect.to;
            to(reader, std::move(effect));
        }
        void operator()(room::Enrol& effect) const { to(effect.connection, effect); }
        void operator()(room::Answer& effect) const {
            auto waiting = host.waiting_.extract(effect.to);
            if (waiting) waiting.mapped().answered(std::move(effect.frame));
        }
        void operator()(room::Rest& effect) const { round_of = effect.changes; }
        void operator()(room::Close& effect) const {
            to(effect.connection, HangUp{effect.connection, effect.code, std::move(effect.reason)});
        }
    };
    if (effects.empty()) return;
    Outgoing outgoing(outlets_.size());
    std::optional<std::size_t> round_of;
    for (room::Effect& effect : effects) std::visit(Carry{*this, outgoing, round_of}, effect);
    deliver(std::move(outgoing), round_of);
}

void RoomHost::deliver(Outgoing outgoing, std::optional<std::size_t> round_of) {
    if (round_of) {
        ++round_number_;
        round_ = {*round_of, outlets_.size(), Outlet::Took{0}};
    }
    for (std::size_t i = 0; i < outgoing.size(); ++i) {
        if (round_of) {
            const auto finished = [weak = weak_from_this(), number = round_number_,
                                   &io = home()](Outlet::Took took) {
                asio::dispatch(io, [weak, number, took] {
                    if (const auto self = weak.lock()) self->round_written(number, took);
                });
            };
            outlets_[i]->post(std::move(outgoing[i]), finished);
        } else if (!outgoing[i].empty()) {
            outlets_[i]->post(std::move(outgoing[i]), nullptr);
        }
    }
}

/// The last outlet to tell starts the pause; what is left of it may be nothing.
void RoomHost::round_written(std::uint64_t number, Outlet::Took took) {
    if (number != round_number_) return;
    round_.longest = std::max(round_.longest, took);
    if (--round_.missing > 0) return;
    place_.stats.count_round(round_.longest);
    const Outlet::Took pause(room::Pacer::pause(round_.longest.count(), round_.changes));
    if (pause == Outlet::Took::zero()) return wake();
    rest_.expires_after(pause);
    rest_.async_wait([weak = weak_from_this(), number](boost::system::error_code cancelled) {
        const auto self = weak.lock();
        if (!cancelled && self && number == self->round_number_) self->wake();
    });
}

void RoomHost::wake() {
    with_room([](room::Room& room) { return room.wake(base::now_ms()); });
}

void RoomHost::append(room::Append effect) {
    journal::Batch batch{workshop_, effect.events.front().seq, std::move(effect.events)};
    place_.writer.submit(std::move(batch),
                         [weak = weak_from_this(), generation = generation_,
                          &io = home()](const journal::Outcome<base::Done>& done) {
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
    if (room_) told_.inherit_refusals(std::move(*room_).told_refusals());
    room_.reset();
    ++generation_;
    for (auto& [request, waiting] : std::exchange(waiting_, {}))
        waiting.answered(not_now(waiting.command));
    if (!tell) return;
    for (const auto& [id, connection] : connections_)
        if (connection.said_hello) send(id, wire::Notice{"read_only"});
}

void RoomHost::reload() {
    if (std::exchange(reloading_, true)) return;
    stale_ = !well_;
    place_.writer.post(
        [weak = weak_from_this(), workshop = workshop_, &io = home()](journal::Store& store) {
            auto loaded = load_room(store, workshop);
            asio::post(io, [weak, loaded = std::move(loaded)]() mutable {
                if (const auto self = weak.lock()) self->reloaded(std::move(loaded));
            });
        });
}

void RoomHost::read_again() {
    give_up_room(/*tell=*/false);
    reloading_ = false;  // one that is under way may have read too early
    reload();
}

void RoomHost::reloaded(journal::Outcome<room::Room::Loaded> loaded) {
    reloading_ = false;
    if (!loaded) {
        log_line(
            fmt::format("room {}: cannot be loaded: {}", workshop_.text, loaded.error().cause));
        return;  // tried again at the next tick
    }
    loaded.value().receipts.inherit_refusals(std::exchange(told_, {}));
    room_ = std::make_unique<room::Room>(std::move(loaded).value(), mode(), place_.ids,
                                         place_.counters);
    const wire::Notice writable{"writable"};
    for (const auto& [id, connection] : connections_) {
        with_room([&, conn = id](room::Room& room) {
            const Connection& here = connections_.at(conn);
            return room.joined(conn, here.actor, here.transport);
        });
        if (!connection.said_hello) continue;
        with_room([conn = id](room::Room& room) {
            return room.hello(conn, std::nullopt, base::now_ms());
        });
        if (mode() == room::Room::Mode::open) send(id, writable);
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
        if (settled()) with_room([](room::Room& room) { return room.pause(); });
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
    for (const auto& [id, connection] : connections_)
        if (!connection.said_hello && now - connection.since > hello_deadline_ms)
            hang_up(id, policy_violation, "no hello");
    if (!room_ && !quarantined_) reload();
    with_room([](room::Room& room) { return room.tick(); });
}

void RoomHost::drain() {
    draining_ = true;
    with_room([](room::Room& room) { return room.drain(); });
}

void RoomHost::hang_up(domain::Role role) {
    for (const auto& [id, connection] : connections_)
        if (connection.actor.role == role) hang_up(id, credential_ended, "link revoked");
}

void RoomHost::close_all(std::uint16_t code, std::string_view reason) {
    for (const auto& [id, connection] : connections_) hang_up(id, code, reason);
}

void RoomHost::hang_up(ConnectionId connection, std::uint16_t code, std::string_view reason) {
    to_one(connection, HangUp{connection, code, std::string(reason)});
}

void RoomHost::send(ConnectionId connection, const wire::ServerFrame& frame) {
    to_one(
        connection,
        room::Send{connection, {std::make_shared<const std::string>(wire::encode_text(frame)), 0}});
}

void RoomHost::to_one(ConnectionId connection, Delivery delivery) {
    std::vector<Delivery> deliveries;
    deliveries.push_back(std::move(delivery));
    outlets_.at(Outlet::thread_of(connection))->post(std::move(deliveries), nullptr);
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

room::Room* RoomHost::settled() noexcept {
    return room_ && !room_->committing() ? room_.get() : nullptr;
}

std::optional<base::Millis> RoomHost::empty_for(base::Millis now) const noexcept {
    return connections_.empty() ? std::optional(now - empty_since_) : std::nullopt;
}

std::size_t RoomHost::connections(domain::Role role, wire::Transport by) const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(connections_, [&](const auto& entry) {
        return entry.second.actor.role == role && entry.second.transport == by;
    }));
}

std::size_t RoomHost::mailbox_depth() const noexcept { return room_ ? room_->mailbox_depth() : 0; }

}  // namespace atelier::app
