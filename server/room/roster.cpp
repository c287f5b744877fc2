#include "room/roster.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace atelier::room {
namespace {

std::size_t& place_of(wire::TransportsView& counts, wire::Transport transport) {
    switch (transport) {
        case wire::Transport::websocket:
            return counts.websocket;
        case wire::Transport::stream:
            return counts.stream;
        case wire::Transport::poll:
            return counts.poll;
    }
    ATELIER_CHECK(false);
}

}  // namespace

void Roster::add(ConnectionId id, domain::Actor actor, wire::Transport transport) {
    if (!actor.participant.empty()) people_[actor.participant].push_back(id);
    const auto [entry, fresh] =
        members_.try_emplace(id, Member{std::move(actor), transport, false});
    ATELIER_CHECK(fresh);
}

void Roster::remove(ConnectionId id) {
    const auto found = members_.find(id);
    if (found == members_.end()) return;
    const domain::Actor& actor = found->second.actor;
    if (found->second.greeted) count(found->second, false);
    if (const auto person = people_.find(actor.participant); person != people_.end()) {
        std::erase(person->second, id);
        if (person->second.empty()) people_.erase(person);
    }
    members_.erase(found);
}

void Roster::greet(ConnectionId id) {
    Member& member = members_.at(id);
    if (!member.greeted) count(member, true);
    member.greeted = true;
}

void Roster::count(const Member& member, bool comes) {
    std::size_t& of_role = greeted_by_role_[static_cast<int>(member.actor.role)];
    comes ? ++of_role : --of_role;
    if (member.actor.role != domain::Role::participant) return;
    std::size_t& of_transport = place_of(transports_, member.transport);
    comes ? ++of_transport : --of_transport;
}

const Roster::Member* Roster::member(ConnectionId id) const noexcept {
    const auto found = members_.find(id);
    return found == members_.end() ? nullptr : &found->second;
}

std::vector<ConnectionId> Roster::of(const domain::ParticipantId& person) const {
    const auto found = people_.find(person);
    if (found == people_.end()) return {};
    std::vector<ConnectionId> out = found->second;
    std::erase_if(out, [&](ConnectionId id) { return !members_.at(id).greeted; });
    return out;
}

bool Roster::anyone(domain::Role audience) const noexcept {
    const auto found = greeted_by_role_.find(static_cast<int>(audience));
    return found != greeted_by_role_.end() && found->second > 0;
}

}  // namespace atelier::room
