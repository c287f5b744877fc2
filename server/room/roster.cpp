#include "room/roster.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace atelier::room {

void Roster::add(ConnectionId id, domain::Actor actor) {
    if (!actor.participant.empty()) people_[actor.participant].push_back(id);
    const auto [entry, fresh] = members_.try_emplace(id, Member{std::move(actor), false});
    ATELIER_CHECK(fresh);
}

void Roster::remove(ConnectionId id) {
    const auto found = members_.find(id);
    if (found == members_.end()) return;
    const domain::Actor& actor = found->second.actor;
    if (found->second.greeted) --greeted_by_role_[static_cast<int>(actor.role)];
    if (const auto person = people_.find(actor.participant); person != people_.end()) {
        std::erase(person->second, id);
        if (person->second.empty()) people_.erase(person);
    }
    members_.erase(found);
}

void Roster::greet(ConnectionId id) {
    Member& member = members_.at(id);
    if (!member.greeted) ++greeted_by_role_[static_cast<int>(member.actor.role)];
    member.greeted = true;
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
