#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "domain/commands.hpp"
#include "domain/events.hpp"
#include "domain/refusal.hpp"
#include "room/limits.hpp"

namespace atelier::room {

/// Rule P2: a command id is done at most once, and sent again it gets the same answer. What was
/// accepted is known for the life of the workshop (the journal holds it too); refusals are
/// remembered while the server lives and the room is in memory, the last few thousand of them.
class Receipts {
  public:
    /// Ids are per person, so that nobody can use up or probe another's.
    struct Key {
        std::string who;
        base::Uuid command;
        friend bool operator==(const Key&, const Key&) = default;
    };
    [[nodiscard]] static Key key(const domain::Actor& actor, const base::Uuid& command);

    void accepted(const Key& key, domain::Seq seq) { accepted_[key] = seq; }
    void refused(const Key& key, domain::Refusal refusal);
    /// It was never told to anyone.
    void forget_refused(const Key& key) { refused_.erase(key); }
    /// For the heir of a room that was thrown away: what people have been told stays said.
    void inherit_refusals(Receipts&& from);

    [[nodiscard]] std::optional<domain::Seq> find_accepted(const Key& key) const;
    [[nodiscard]] const domain::Refusal* find_refused(const Key& key) const;

  private:
    struct Hash {
        std::size_t operator()(const Key& key) const noexcept {
            return std::hash<std::string>{}(key.who) ^ std::hash<base::Uuid>{}(key.command);
        }
    };
    std::unordered_map<Key, domain::Seq, Hash> accepted_;
    std::unordered_map<Key, domain::Refusal, Hash> refused_;
    std::deque<Key> refused_in_order_;  ///< may name what was forgotten
};

}  // namespace atelier::room
