#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "room/effects.hpp"
#include "simulation/support/mirror.hpp"
#include "wire/views.hpp"

namespace atelier::simulation {

/// A command in a client's ledger, from the wish to its final answer.
struct Entry {
    std::string text;  ///< the frame, the same each time it is sent
    std::string mark;  ///< of the text it brings, if it brings one
    bool waiting = false;
    bool by_post = false;
    base::Millis due = 0;
    std::optional<json> answer;  ///< the final one
    std::size_t refused_by = 0;  ///< which loading of the room refused it
};

/// What a well-behaved client does: keeps a mirror, keeps a ledger, resumes after a cut, sends again
/// what has no answer, and waits as long as it is told to.
class Client {
  public:
    Client(domain::Actor who, wire::Transport by) : actor(std::move(who)), transport(by) {}

    void connected(room::ConnectionId to);
    /// The first message of a connection.
    [[nodiscard]] std::string hello() const;
    void lost();
    void post_lost(const std::string& id);

    void take(const json& frame, base::Millis now);
    /// An ack or a refusal, whichever way it came.
    void answered(const json& answer, base::Millis now);
    /// Something to be sent again, or nothing.
    [[nodiscard]] std::optional<std::string> due(base::Millis now) const;
    [[nodiscard]] bool settled() const;

    domain::Actor actor;
    wire::Transport transport;
    std::optional<room::ConnectionId> line;
    std::optional<Mirror> mirror;
    std::map<std::string, Entry> ledger;
    std::vector<std::string> faults;

  private:
    void greeted(const json& frame);

    domain::Seq seen_ = 0;  ///< on this connection
};

}  // namespace atelier::simulation
