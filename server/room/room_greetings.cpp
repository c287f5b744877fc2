#include <algorithm>

#include "room/encoded.hpp"
#include "room/room.hpp"
#include "wire/projection.hpp"
#include "wire/projection_parts.hpp"

/// What a room says to who arrives or comes back.
namespace atelier::room {

using domain::Role;

namespace {

bool said_something(const domain::Workshop& workshop, const domain::ParticipantId& who) {
    const auto theirs = [&](const auto& said) {
        return std::ranges::any_of(said, [&](const auto& one) { return one.author == who; });
    };
    return !who.empty() && (theirs(workshop.ideas) || theirs(workshop.comments) ||
                            theirs(workshop.questions) || theirs(workshop.commitments));
}

}  // namespace

bool Room::can_replay(const std::optional<wire::Resume>& resume) const noexcept {
    return resume && resume->epoch == loaded_.epoch && resume->seq <= loaded_.last &&
           !loaded_.recent.empty() && loaded_.recent.front().seq <= resume->seq;
}

void Room::greet_waiting(base::Millis now, Effects& out) {
    for (; !greetings_.empty() && greeted_ < limits::greetings_per_round; ++greeted_) {
        const Greeting greeting = std::move(greetings_.front());
        greetings_.pop_front();
        greet(greeting, now, out);
    }
}

void Room::greet(const Greeting& greeting, base::Millis now, Effects& out) {
    const Roster::Member* member = roster_.member(greeting.connection);
    if (!member) return;
    const domain::Actor actor = member->actor;
    if (turn_out(greeting.connection, actor, out)) return;
    if (can_replay(greeting.resume)) {
        ++counters_.resumed;
        out.emplace_back(
            Send{greeting.connection,
                 encoded(wire::Resumed{loaded_.epoch, loaded_.last, now}, greeting.resume->seq)});
        replay(greeting.connection, greeting.resume->seq, actor, out);
    } else {
        ++counters_.welcomed;
        out.emplace_back(Send{greeting.connection, welcome(actor, now)});
    }
    if (mode_ == Mode::read_only)
        out.emplace_back(Send{greeting.connection, encoded(wire::Notice{"read_only"})});
    roster_.greet(greeting.connection);
    out.emplace_back(Enrol{greeting.connection, actor.role});
    // What they were told differs from what the others last heard: one of the two is out of date.
    const auto told = wire::project_people(loaded_.workshop, actor.role, roster_.presence());
    const auto shown = people_shown_.find(static_cast<int>(actor.role));
    if (shown != people_shown_.end() && shown->second != told) people_shown_.erase(shown);
}

/// RM8. Only who has ideas, comments, questions or commitments of their own, whatever their status,
/// sees another state than the role.
Frame Room::welcome(const domain::Actor& actor, base::Millis now) {
    const domain::Workshop& workshop = loaded_.workshop;
    const wire::Viewer viewer{actor.role, actor.participant};
    const auto presence = roster_.presence();
    wire::Welcome welcome{
        loaded_.epoch, loaded_.last, now, wire::project_you(workshop, viewer), {}};
    if (said_something(workshop, actor.participant)) {
        welcome.state = wire::project_state(workshop, viewer, presence);
        return encoded(welcome, loaded_.last);
    }
    const auto people = wire::project_people(workshop, actor.role, presence);
    if (wire::reviews(actor.role)) welcome.state.leases = leases_.view(now);
    return {std::make_shared<const std::string>(state_text(actor.role).welcome(welcome, people)),
            loaded_.last};
}

const wire::StateText& Room::state_text(Role role) {
    const auto cached = states_.find(static_cast<int>(role));
    if (cached != states_.end() && cached->second.seq == loaded_.last) return cached->second.text;
    const auto state = wire::project_state(loaded_.workshop, {role}, {});
    return states_
        .insert_or_assign(static_cast<int>(role), CachedState{loaded_.last, wire::StateText(state)})
        .first->second.text;
}

void Room::replay(ConnectionId to, domain::Seq after, const domain::Actor& actor,
                  Effects& out) const {
    std::vector<domain::Recorded> missed;
    for (const domain::Recorded& recorded : loaded_.recent)
        if (recorded.seq > after) missed.push_back(recorded);
    wire::Delta delta = wire::project_delta(loaded_.workshop, missed, actor.role);
    delta.seq = loaded_.last;
    delta.people = wire::project_people(loaded_.workshop, actor.role, roster_.presence());
    if (wire::reviews(actor.role)) delta.leases = leases_.view(now_);
    out.emplace_back(Send{to, encoded(delta, loaded_.last)});
    // The line may have been cut between the frame for everyone, which moves seq, and the one for
    // this person alone: how far back that one went, nobody knows. So they get all that is theirs.
    wire::Delta own;
    own.seq = loaded_.last;
    own.own = true;
    own.events = wire::project_all_own(loaded_.workshop, actor.participant);
    if (!own.events.empty()) out.emplace_back(Send{to, encoded(own, loaded_.last)});
}

}  // namespace atelier::room
