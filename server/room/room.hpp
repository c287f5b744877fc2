#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/budget.hpp"
#include "base/ids.hpp"
#include "domain/decide.hpp"
#include "room/counters.hpp"
#include "room/effects.hpp"
#include "room/receipts.hpp"
#include "room/roster.hpp"
#include "wire/client_frames.hpp"
#include "wire/welcome_text.hpp"

namespace atelier::room {

/// One live workshop without I/O: inputs in, effects out. Not thread-safe; its host calls it on one
/// executor and carries the effects out in order.
///
/// While a batch is being made durable, what arrives waits in the mailbox; then the whole mailbox
/// is decided and appended as one batch, and one frame per audience goes out. So:
///   RM1 nothing is sent to anyone before it is durable (P1), not even a refusal decided behind it;
///   RM2 a mailbox is decided in order of arrival, but of one person only so much in one round:
///       who sends a hundred at once waits behind those who send one;
///   RM3 an audience gets one frame a batch, the same bytes for all of it;
///   RM4 a newcomer's state is durable state: who says hello during a commit waits for it;
///   RM5 a full mailbox answers busy, and nothing that was accepted is lost;
///   RM6 in a read-only room everything can be read and nothing is decided;
///   RM7 after a round was shown, nothing is decided until wake(): under load changes gather, and
///       no round begins before the last has left;
///   RM8 who arrives gets the bytes that everyone of the role gets who sees the same.
class Room {
  public:
    enum class Mode { open, read_only, draining };

    struct Loaded {
        domain::Workshop workshop;
        domain::Seq last = 0;
        std::string epoch;
        Receipts receipts;
        std::deque<domain::Recorded> recent;  ///< the last events, ending with `last`
    };
    struct Incoming {
        ReplyTo reply_to;
        domain::Actor actor;
        std::optional<base::Uuid> id;  ///< absent: from the server itself (joining, settings)
        domain::Command command;
    };

    /// What it is given outlives it.
    Room(Loaded loaded, Mode mode, base::IdSource& ids, Counters& counters);

    Effects joined(ConnectionId connection, domain::Actor actor, wire::Transport transport);
    Effects left(ConnectionId connection);
    /// The state, or the deltas missed since (P4). Also brings a slow reader up to date again.
    Effects hello(ConnectionId connection, std::optional<wire::Resume> resume, base::Millis now);
    Effects receive(Incoming incoming, base::Millis now);
    /// The batch of the last Append is on disk.
    Effects durable(base::Millis now);
    /// The round is over that a Rest has told of.
    Effects wake(base::Millis now);
    /// Once a second or so: tells people how many they are, if that changed.
    Effects tick();
    /// Nothing is decided from now on; everyone is told.
    Effects drain();
    /// The journal cannot be written, or can again (RM6). Only for a room whose last append is known.
    Effects pause();
    Effects resume();

    /// The end of a room whose last append is not known to be on disk: what it refused and told of.
    [[nodiscard]] Receipts told_refusals() &&;

    /// Never to be shown or exported while committing(): it may hold what is not yet on disk.
    [[nodiscard]] const domain::Workshop& workshop() const noexcept { return loaded_.workshop; }
    [[nodiscard]] domain::Seq last() const noexcept { return loaded_.last; }
    [[nodiscard]] bool committing() const noexcept { return !in_flight_.empty(); }
    /// Nothing under way and nothing waiting.
    [[nodiscard]] bool idle() const noexcept { return !committing() && mailbox_.empty(); }
    [[nodiscard]] const Roster& roster() const noexcept { return roster_; }
    [[nodiscard]] std::size_t mailbox_depth() const noexcept { return mailbox_.size(); }

  private:
    struct Greeting {
        ConnectionId connection;
        std::optional<wire::Resume> resume;
    };
    struct HeldAnswer {
        ReplyTo to;
        wire::ServerFrame frame;
    };

    void decide_mailbox(base::Millis now, Effects& out);
    [[nodiscard]] std::deque<Incoming> next_round();
    [[nodiscard]] wire::ServerFrame decide_one(const Incoming& incoming, base::Millis now);
    [[nodiscard]] std::optional<wire::ServerFrame> known_answer(const Incoming& incoming) const;
    [[nodiscard]] std::optional<domain::Refusal> turned_away(const Incoming& incoming,
                                                             base::Millis now);
    [[nodiscard]] wire::ServerFrame refuse(const Incoming& incoming,
                                           const domain::Refusal& refusal);
    void greet(const Greeting& greeting, base::Millis now, Effects& out);
    [[nodiscard]] Frame welcome(const domain::Actor& actor, base::Millis now);
    [[nodiscard]] const wire::StateText& state_text(domain::Role role);
    [[nodiscard]] bool can_replay(const std::optional<wire::Resume>& resume) const noexcept;
    void replay(ConnectionId to, domain::Seq after, const domain::Actor& actor, Effects& out) const;
    void show_batch(Effects& out);
    void show_own(Effects& out) const;
    [[nodiscard]] std::optional<wire::PeopleView> changed_people(domain::Role role);
    void broadcast(const wire::ServerFrame& frame, Effects& out) const;
    void give_answers(Effects& out);
    static void answer(const HeldAnswer& held, Effects& out);

    Loaded loaded_;
    Mode mode_;
    base::IdSource& ids_;
    Roster roster_;
    std::unordered_map<domain::ParticipantId, base::Budget> budgets_;
    std::deque<Incoming> mailbox_;
    std::vector<Greeting> greetings_;
    std::vector<domain::Recorded> in_flight_;
    std::vector<HeldAnswer> held_;
    std::vector<Receipts::Key> held_refusals_;  ///< of held_: nobody has been told yet
    std::size_t in_flight_commands_ = 0;
    bool resting_ = false;
    bool people_due_ = false;  ///< to be told with the next round
    std::unordered_map<int, wire::PeopleView> people_shown_;
    struct CachedState {
        domain::Seq seq;
        wire::StateText text;
    };
    std::unordered_map<int, CachedState> states_;
    Counters& counters_;
};

}  // namespace atelier::room
