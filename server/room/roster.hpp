#pragma once

#include <unordered_map>
#include <vector>

#include "domain/commands.hpp"
#include "room/effects.hpp"
#include "wire/views.hpp"

namespace atelier::room {

/// Who is here. A person with two tabs is one person with two connections.
class Roster {
  public:
    struct Member {
        domain::Actor actor;
        wire::Transport transport = wire::Transport::websocket;
        bool greeted = false;  ///< has its state, gets what its audience gets
    };

    void add(ConnectionId id, domain::Actor actor, wire::Transport transport);
    void remove(ConnectionId id);
    void greet(ConnectionId id);

    [[nodiscard]] const Member* member(ConnectionId id) const noexcept;
    /// The greeted connections of one person.
    [[nodiscard]] std::vector<ConnectionId> of(const domain::ParticipantId& person) const;
    [[nodiscard]] bool anyone(domain::Role audience) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return members_.size(); }
    [[nodiscard]] wire::Presence presence() const noexcept { return {people_.size(), transports_}; }

  private:
    void count(const Member& member, bool comes);

    std::unordered_map<ConnectionId, Member> members_;
    std::unordered_map<domain::ParticipantId, std::vector<ConnectionId>> people_;
    std::unordered_map<int, std::size_t> greeted_by_role_;
    wire::TransportsView transports_;  ///< of participants
};

}  // namespace atelier::room
