#include "simulation/support/host.hpp"

#include "app/load_room.hpp"
#include "base/check.hpp"
#include "wire/bounded_json.hpp"

namespace atelier::simulation {

using domain::Role;
using nlohmann::json;
using room::ConnectionId;
using room::Room;

namespace {

wire::ServerFrame not_now(const std::string& id) {
    return wire::refused(id, {domain::Code::read_only, {{"retry_after_ms", std::int64_t{2'000}}}});
}

}  // namespace

Host::Host(Disk& disk, base::IdSource& ids, std::size_t outbox_max, std::size_t remembered_max)
    : disk_(disk),
      ids_(ids),
      watch_(disk.truth()),
      outbox_max_(outbox_max),
      remembered_max_(remembered_max) {
    start();
}

// What comes in

ConnectionId Host::connect(domain::Actor actor, wire::Transport transport) {
    const ConnectionId id = ++last_connection_;
    Line& line = lines[id];
    line.actor = actor;
    line.transport = transport;
    if (room_) carry(room_->joined(id, std::move(actor), transport));
    return id;
}

void Host::disconnect(ConnectionId connection) {
    lines.erase(connection);
    if (room_) carry(room_->left(connection));
}

void Host::message(ConnectionId connection, base::Millis now) {
    Line& line = lines.at(connection);
    const std::string text = std::move(line.up.front());
    line.up.pop_front();
    auto frame = wire::decode_client_frame(text);
    if (!frame) {
        disk_.truth().faults.push_back("not understood: " + text);
        return;
    }
    if (auto* hello = std::get_if<wire::Hello>(&frame.value())) {
        line.said_hello = true;
        if (room_) carry(room_->hello(connection, std::move(hello->resume), now));
        return;
    }
    auto& command = std::get<wire::ClientCommand>(frame.value());
    if (!room_) return send(connection, not_now(command.id.text()));
    if (!draining_) before_draining_.insert(command.id.text());
    carry(room_->receive(
        {room::ToConnection{connection}, line.actor, command.id, std::move(command.command)}, now));
}

Parcel Host::take(ConnectionId connection, base::Millis now) {
    Line& line = lines.at(connection);
    Parcel out = std::move(line.down.front());
    line.down.pop_front();
    if (line.down.empty() && line.lagging) {
        line.lagging = false;
        if (room_) carry(room_->hello(connection, std::nullopt, now));
    }
    return out;
}

void Host::post(Post post, const domain::Actor& actor, base::Millis now) {
    auto command = wire::decode_command(wire::parse_bounded(post.text, 8).value()).value();
    if (!room_) {
        post.answer = wire::encode(not_now(post.id));
        answers.push_back(std::move(post));
        return;
    }
    if (!draining_) before_draining_.insert(post.id);
    waiting_[++last_request_] = std::move(post);
    carry(room_->receive(
        {room::ToRequest{last_request_}, actor, command.id, std::move(command.command)}, now));
}

void Host::perform(std::string name, const domain::Actor& actor, const domain::Command& command,
                   base::Millis now) {
    if (!room_) return;
    waiting_[++last_request_] = Post{0, std::move(name), {}, {}};
    carry(room_->receive({room::ToRequest{last_request_}, actor, std::nullopt, command}, now));
}

// What goes out

Parcel Host::parcel(const domain::Actor& reader, const std::string& text) {
    auto frame = std::make_shared<const json>(json::parse(text));
    watch_.frame(reader, text, *frame);
    return frame;
}

void Host::deliver(Line& line, const Parcel& parcel) {
    if (line.lagging || line.cut) return;
    if (line.down.size() >= outbox_max_) {
        line.lagging = line.has_lagged = true;
        line.audience.reset();
        return;
    }
    line.down.push_back(parcel);
}

void Host::send(ConnectionId connection, const wire::ServerFrame& frame) {
    Line& line = lines.at(connection);
    deliver(line, parcel(line.actor, wire::encode_text(frame)));
}

void Host::carry(room::Effects effects) {
    struct Carry {
        Host& host;
        void operator()(room::Append& effect) const {
            for (const domain::Recorded& recorded : effect.events)
                if (host.draining_ && recorded.command &&
                    !host.before_draining_.contains(recorded.command->text()))
                    host.disk_.truth().faults.emplace_back("decided while draining");
            const domain::Seq first = effect.events.front().seq;
            host.disk_.submit({host.disk_.truth().state.id, first, std::move(effect.events)});
        }
        void operator()(room::Broadcast& effect) const {
            const Parcel sent = host.parcel({effect.audience, {}}, *effect.frame.text);
            for (auto& [id, line] : host.lines)
                if (line.audience == effect.audience) host.deliver(line, sent);
        }
        void operator()(room::Send& effect) const {
            const auto line = host.lines.find(effect.to);
            if (line == host.lines.end()) return;
            host.deliver(line->second, host.parcel(line->second.actor, *effect.frame.text));
        }
        void operator()(room::Enrol& effect) const {
            const auto line = host.lines.find(effect.connection);
            if (line != host.lines.end() && !line->second.lagging)
                line->second.audience = effect.audience;
        }
        void operator()(room::Answer& effect) const {
            auto post = host.waiting_.extract(effect.to);
            ATELIER_CHECK(!post.empty());
            post.mapped().answer = wire::encode(effect.frame);
            if (!post.mapped().text.empty())
                static_cast<void>(
                    host.parcel({Role::facilitator, {}}, post.mapped().answer.dump()));
            host.answers.push_back(std::move(post.mapped()));
        }
        void operator()(room::Rest&) const { host.resting_ = true; }
        void operator()(room::Close& effect) const {
            const auto line = host.lines.find(effect.connection);
            if (line != host.lines.end()) line->second.cut = true;
        }
    };
    for (room::Effect& effect : effects) std::visit(Carry{*this}, effect);
}

// What happens to a room

void Host::appended(base::Millis now) {
    disk_.done();
    carry(room_->durable(now));
}

void Host::append_failed(bool kept, base::Millis now) {
    disk_.fail(kept);
    well_ = false;
    give_up_room(/*tell=*/true);
    load(now);
}

void Host::give_up_room(bool tell) {
    if (room_) told_.inherit_refusals(std::move(*room_).told_refusals());
    room_.reset();
    resting_ = false;
    for (auto& [request, post] : std::exchange(waiting_, {})) {
        post.answer = wire::encode(not_now(post.id));
        answers.push_back(std::move(post));
    }
    if (!tell) return;
    for (const auto& [id, line] : lines)
        if (line.said_hello) send(id, wire::Notice{"read_only"});
}

void Host::load(base::Millis now) {
    ++reloads;
    stale_ = !well_;
    auto loaded = app::load_room(disk_.journal(), disk_.truth().state.id);
    if (!loaded) {
        disk_.truth().faults.push_back("cannot be loaded: " + loaded.error().cause);
        return;
    }
    while (loaded.value().recent.size() > remembered_max_) loaded.value().recent.pop_front();
    loaded.value().receipts.inherit_refusals(std::exchange(told_, {}));
    room_ =
        std::make_unique<Room>(std::move(loaded).value(),
                               well_ ? Room::Mode::open : Room::Mode::read_only, ids_, counters);
    if (draining_) carry(room_->drain());
    for (auto& [id, line] : lines) {
        line.audience.reset();
        carry(room_->joined(id, line.actor, line.transport));
        if (!line.said_hello) continue;
        carry(room_->hello(id, std::nullopt, now));
        if (well_) send(id, wire::Notice{"writable"});
    }
}

void Host::disk_breaks() {
    disk_.breaks();
    // Another room may have met it first.
    if (!room_ || room_->committing()) return;
    well_ = false;
    carry(room_->pause());
}

void Host::disk_mends(base::Millis now) {
    disk_.mend();
    if (std::exchange(well_, true) || !alive_) return;
    if (stale_ || !room_) {
        give_up_room(/*tell=*/false);
        load(now);
    } else {
        carry(room_->resume());
    }
}

void Host::wake(base::Millis now) {
    resting_ = false;
    carry(room_->wake(now));
}

void Host::tick() { carry(room_->tick()); }

void Host::drain() {
    draining_ = true;
    carry(room_->drain());
}

void Host::save_snapshot() {
    if (!room_ || room_->committing() || !well_) return;
    static_cast<void>(disk_.journal().save_snapshot(room_->workshop(), room_->last()));
}

void Host::crash() {
    alive_ = false;
    room_.reset();
    resting_ = draining_ = false;
    waiting_.clear();
    requests.clear();
    lines.clear();
    told_ = {};
    before_draining_.clear();
}

void Host::start() {
    alive_ = true;
    well_ = stale_ = false;
    disk_.mend();
    well_ = true;
    load(0);
    reloads = 0;
}

}  // namespace atelier::simulation
