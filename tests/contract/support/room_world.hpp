#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "room/room.hpp"

/// A room and the people in it, for its tests.
namespace atelier::room_world {

using domain::Role;
using nlohmann::json;

/// Names that count up: the same world each time.
class CountingIds final : public base::IdSource {
  public:
    std::string fresh() override { return "id" + std::to_string(++last_); }

  private:
    int last_ = 0;
};

inline base::Uuid uuid(int n) {
    base::Uuid id;
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

/// A workshop with a collect phase (open) and a hidden vote, told as its first events.
inline room::Room::Loaded prepared(domain::Moderation moderation) {
    domain::WorkshopCreated created{{"w"}, "ABCD-EFGH", {}};
    domain::Phase collect;
    collect.id = {"collect"};
    collect.settings = domain::CollectSettings{moderation, 50, 500, false};
    domain::Phase vote;
    vote.id = {"vote"};
    vote.settings = domain::DotsSettings{};
    created.plan.phases = {collect, vote};
    room::Room::Loaded out;
    out.epoch = "e";
    for (domain::Event event :
         {domain::Event{created}, domain::Event{domain::PhaseOpened{{"collect"}, 1}},
          domain::Event{domain::ParticipantJoined{{"ada"}, "Ada", {}, ""}},
          domain::Event{domain::ParticipantJoined{{"bob"}, "", {}, ""}}}) {
        domain::apply(out.workshop, event, 1);
        out.recent.push_back({++out.last, 1, {Role::facilitator, {}}, std::nullopt, event});
    }
    return out;
}

inline const domain::Actor ada{Role::participant, {"ada"}};
inline const domain::Actor bob{Role::participant, {"bob"}};
inline const domain::Actor facilitator{Role::facilitator, {}};
inline const domain::Actor screen{Role::screen, {}};
inline constexpr auto by = wire::Transport::websocket;

/// A room, everyone greeted, and what they got; the test is the disk.
struct World {
    CountingIds ids;
    room::Counters counters;
    room::Room room;
    std::vector<std::pair<room::ConnectionId, json>> sent;
    std::vector<std::pair<Role, json>> shown;
    std::vector<std::size_t> rests;
    std::size_t appends = 0;

    explicit World(domain::Moderation moderation = domain::Moderation::none,
                   room::Room::Mode mode = room::Room::Mode::open)
        : room(prepared(moderation), mode, ids, counters) {
        for (const auto& [id, actor] :
             {std::pair{1, ada}, {2, bob}, {3, facilitator}, {4, screen}}) {
            take(room.joined(static_cast<room::ConnectionId>(id), actor, by));
            take(room.hello(static_cast<room::ConnectionId>(id), std::nullopt, 2));
        }
        take(room.wake(3));
        clear();
    }
    void take(const room::Effects& effects) {
        for (const room::Effect& effect : effects) {
            if (std::holds_alternative<room::Append>(effect)) ++appends;
            if (const auto* send = std::get_if<room::Send>(&effect))
                sent.emplace_back(send->to, json::parse(*send->frame.text));
            if (const auto* rest = std::get_if<room::Rest>(&effect)) rests.push_back(rest->changes);
            if (const auto* all = std::get_if<room::Broadcast>(&effect))
                shown.emplace_back(all->audience, json::parse(*all->frame.text));
        }
    }
    void clear() {
        sent.clear();
        shown.clear();
        appends = 0;
    }
    void asks(room::ConnectionId from, const domain::Actor& who, int command,
              domain::Command what) {
        take(room.receive({room::ToConnection{from}, who, uuid(command), std::move(what)}, 10));
    }
    /// On disk, and what it showed has been written to everyone.
    void synced() {
        take(room.durable(20));
        take(room.wake(21));
    }
    std::vector<json> answers(room::ConnectionId to) const {
        std::vector<json> out;
        for (const auto& [connection, frame] : sent)
            if (connection == to && (frame["type"] == "ack" || frame["type"] == "refused"))
                out.push_back(frame);
        return out;
    }
    std::size_t greeted() const {
        return static_cast<std::size_t>(std::count_if(
            sent.begin(), sent.end(), [](const auto& f) { return f.second["type"] == "welcome"; }));
    }
    std::size_t frames_of(Role role) const {
        return static_cast<std::size_t>(std::count_if(
            shown.begin(), shown.end(), [&](const auto& f) { return f.first == role; }));
    }
    std::string everything_shown_to(Role role, room::ConnectionId connection) const {
        std::string out;
        for (const auto& [audience, frame] : shown)
            if (audience == role) out += frame.dump();
        for (const auto& [to, frame] : sent)
            if (to == connection) out += frame.dump();
        return out;
    }
};

}  // namespace atelier::room_world
