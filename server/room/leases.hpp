#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/commands.hpp"
#include "domain/refusal.hpp"
#include "room/effects.hpp"
#include "wire/views.hpp"

namespace atelier::room {

/// Who is reviewing which ideas, so that two moderators never take the same card. A lease belongs to
/// a live connection, lasts a minute, is renewed by taking again, and ends with its connection. None
/// of it is in the journal. Rule RM9: while one holds an idea, nobody else publishes, hides or
/// rewords it. Time is an argument.
class Leases {
  public:
    /// All of them or none: refused `leased` {until} if another holds one.
    [[nodiscard]] std::optional<domain::Refusal> take(ConnectionId who,
                                                      const std::vector<domain::IdeaId>& ideas,
                                                      base::Millis now);
    void release(ConnectionId who, const std::vector<domain::IdeaId>& ideas);
    /// True if it had held any.
    bool end(ConnectionId who);

    /// Until when somebody else than `who` holds it; no `who`: anybody.
    [[nodiscard]] std::optional<base::Millis> held(const domain::IdeaId& idea,
                                                   std::optional<ConnectionId> who,
                                                   base::Millis now) const;
    [[nodiscard]] std::vector<wire::LeaseView> view(base::Millis now) const;

  private:
    struct Lease {
        ConnectionId holder;
        base::Millis until;
    };
    std::unordered_map<domain::IdeaId, Lease> leases_;
};

/// The idea that a command reviews, if it does.
[[nodiscard]] const domain::IdeaId* reviewed_by(const domain::Command& command) noexcept;

}  // namespace atelier::room
