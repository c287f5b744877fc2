#include "room/room.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "insight/counsel.hpp"
#include "room/encoded.hpp"
#include "wire/projection.hpp"

namespace atelier::room {
namespace {

using domain::Code;
using domain::Refusal;
using domain::Role;

constexpr Role audiences[] = {Role::participant, Role::facilitator, Role::screen, Role::moderator};

Refusal retry(Code code, base::Millis after_ms) {
    return {code, {{"retry_after_ms", static_cast<std::int64_t>(after_ms)}}};
}

std::optional<std::string> id_text(const std::optional<base::Uuid>& id) {
    return id ? std::optional(id->text()) : std::nullopt;
}

base::Budget budget_of(Role role) {
    if (role == Role::participant)
        return {limits::participant_commands_per_second, limits::participant_burst_commands};
    return {limits::facilitator_commands_per_second, limits::facilitator_burst_commands};
}

}  // namespace

Room::Room(Loaded loaded, Mode mode, base::IdSource& ids, Counters& counters)
    : loaded_(std::move(loaded)), mode_(mode), ids_(ids), counters_(counters) {}

Effects Room::joined(ConnectionId connection, domain::Actor actor, wire::Transport transport) {
    roster_.add(connection, std::move(actor), transport);
    return {};
}

Effects Room::left(ConnectionId connection) {
    roster_.remove(connection);
    if (leases_.end(connection)) leases_due_ = true;
    std::erase_if(greetings_, [&](const Greeting& g) { return g.connection == connection; });
    return {};
}

Effects Room::hello(ConnectionId connection, std::optional<wire::Resume> resume, base::Millis now) {
    now_ = now;
    Effects out;
    Greeting greeting{connection, std::move(resume)};
    // RM4; who asks twice is greeted once.
    std::erase_if(greetings_, [&](const Greeting& g) { return g.connection == connection; });
    greetings_.push_back(std::move(greeting));
    if (committing()) return out;
    greet_waiting(now, out);
    if (!greetings_.empty() && !resting_) rest(out);
    return out;
}

Effects Room::receive(Incoming incoming, base::Millis now) {
    now_ = now;
    Effects out;
    // While committing, even what is known may not be durable yet: it waits its turn (RM1).
    if (!committing()) {
        if (auto known = known_answer(incoming)) {
            answer({incoming.reply_to, std::move(*known)}, out);
            return out;
        }
    }
    if (auto refusal = turned_away(incoming, now)) {
        answer({incoming.reply_to, refuse(incoming, *refusal)}, out);
        return out;
    }
    mailbox_.push_back(std::move(incoming));
    if (!committing() && !resting_) decide_mailbox(now, out);
    return out;
}

std::optional<Refusal> Room::turned_away(const Incoming& incoming, base::Millis now) {
    if (mode_ == Mode::read_only) return retry(Code::read_only, limits::read_only_retry_ms);
    if (mode_ == Mode::draining) return retry(Code::draining, limits::draining_retry_ms);
    if (mailbox_.size() >= limits::mailbox_commands_max)
        return retry(Code::busy, limits::busy_retry_ms);
    if (!incoming.id) return std::nullopt;
    base::Budget& budget =
        budgets_.try_emplace(incoming.actor.participant, budget_of(incoming.actor.role))
            .first->second;
    if (!budget.take(now)) return retry(Code::rate_limited, budget.wait_ms());
    return std::nullopt;
}

Effects Room::durable(base::Millis now) {
    ATELIER_CHECK(committing());
    now_ = now;
    Effects out;
    show_batch(out);
    turn_out_removed(out);
    for (domain::Recorded& recorded : in_flight_) loaded_.recent.push_back(std::move(recorded));
    while (loaded_.recent.size() > limits::recent_events_max) loaded_.recent.pop_front();
    in_flight_.clear();
    // Before the answers: nobody is told "recorded" of what their page does not show yet.
    greeted_ = 0;
    greet_waiting(now, out);
    give_answers(out);
    resting_ = resting_ || !greetings_.empty();
    if (resting_) {
        out.emplace_back(Rest{in_flight_commands_});
    } else {
        decide_mailbox(now, out);
    }
    return out;
}

Effects Room::wake(base::Millis now) {
    now_ = now;
    Effects out;
    resting_ = false;
    if (committing()) return out;
    greeted_ = 0;
    greet_waiting(now, out);
    decide_mailbox(now, out);
    if (!greetings_.empty() && !committing() && !resting_) rest(out);
    return out;
}

void Room::decide_mailbox(base::Millis now, Effects& out) {
    if (mailbox_.empty()) return;
    const std::deque<Incoming> round = next_round();
    in_flight_commands_ = round.size();
    counters_.count_batch(round.size());
    for (const Incoming& incoming : round)
        held_.push_back({incoming.reply_to, decide_one(incoming, now)});
    if (!in_flight_.empty()) {
        out.emplace_back(Append{in_flight_});
        return;
    }
    if (leases_due_) show_leases(out);
    give_answers(out);
    if (!mailbox_.empty()) rest(out);
}

/// What is left waits until others have had their turn.
void Room::rest(Effects& out) {
    resting_ = true;
    out.emplace_back(Rest{0});
}

/// RM2.
std::deque<Room::Incoming> Room::next_round() {
    if (mailbox_.size() <= limits::participant_commands_per_round)
        return std::exchange(mailbox_, {});
    std::deque<Incoming> round;
    std::unordered_map<domain::ParticipantId, std::size_t> taken;
    for (Incoming& incoming : std::exchange(mailbox_, {})) {
        const bool person = incoming.actor.role == Role::participant;
        const std::size_t most = person ? limits::participant_commands_per_round
                                        : limits::facilitator_commands_per_round;
        const bool now = !incoming.id || ++taken[incoming.actor.participant] <= most;
        (now ? round : mailbox_).push_back(std::move(incoming));
    }
    return round;
}

void Room::give_answers(Effects& out) {
    for (const HeldAnswer& held : held_) answer(held, out);
    held_.clear();
    held_refusals_.clear();
}

Receipts Room::told_refusals() && {
    for (const Receipts::Key& key : held_refusals_) loaded_.receipts.forget_refused(key);
    return std::move(loaded_.receipts);
}

wire::ServerFrame Room::refuse(const Incoming& incoming, const Refusal& refusal) {
    ++counters_.refused[std::string(domain::text(refusal.code))];
    return wire::refused(id_text(incoming.id), refusal);
}

wire::ServerFrame Room::decide_one(const Incoming& incoming, base::Millis now) {
    ++counters_.commands;
    if (auto known = known_answer(incoming)) return *known;
    if (std::holds_alternative<domain::TakeReview>(incoming.command) ||
        std::holds_alternative<domain::ReleaseReview>(incoming.command))
        return lease(incoming, now);
    auto events = domain::Decided<std::vector<domain::Event>>(std::vector<domain::Event>{});
    if (auto refusal = held_by_another(incoming, now)) {
        events = *std::move(refusal);
    } else {
        events = domain::decide(
            loaded_.workshop, incoming.command, incoming.actor,
            {now, ids_.fresh(), &insight::counsel(), look_alike_of(incoming.command)});
    }
    if (!events) {
        if (incoming.id) {
            held_refusals_.push_back(Receipts::key(incoming.actor, *incoming.id));
            loaded_.receipts.refused(held_refusals_.back(), events.error());
        }
        return refuse(incoming, events.error());
    }
    for (domain::Event& event : events.value()) {
        domain::apply(loaded_.workshop, event, now);
        if (look_alikes_) look_alikes_->see(loaded_.workshop, event);
        in_flight_.push_back({++loaded_.last, now, incoming.actor, incoming.id, std::move(event)});
    }
    if (incoming.id)
        loaded_.receipts.accepted(Receipts::key(incoming.actor, *incoming.id), loaded_.last);
    return wire::Ack{id_text(incoming.id).value_or(""), loaded_.last};
}

std::optional<wire::ServerFrame> Room::known_answer(const Incoming& incoming) const {
    if (!incoming.id) return std::nullopt;
    const auto key = Receipts::key(incoming.actor, *incoming.id);
    if (const auto seq = loaded_.receipts.find_accepted(key))
        return wire::Ack{incoming.id->text(), *seq};
    if (const Refusal* refusal = loaded_.receipts.find_refused(key))
        return wire::refused(incoming.id->text(), *refusal);
    return std::nullopt;
}

void Room::show_batch(Effects& out) {
    const bool with_people = std::exchange(people_due_, false);
    const bool with_leases = std::exchange(leases_due_, false);
    for (const Role role : audiences) {
        if (!roster_.anyone(role)) continue;
        wire::Delta delta = wire::project_delta(loaded_.workshop, in_flight_, role);
        if (with_people) delta.people = changed_people(role);
        if (with_leases && wire::reviews(role)) delta.leases = leases_.view(now_);
        if (delta.events.empty() && !delta.tallies && !delta.people && !delta.leases) continue;
        delta.seq = loaded_.last;
        out.emplace_back(Broadcast{role, encoded(delta, loaded_.last)});
        resting_ = true;
    }
    show_own(out);
}

void Room::show_own(Effects& out) const {
    std::unordered_map<domain::ParticipantId, wire::Delta> own;
    for (const domain::Recorded& recorded : in_flight_)
        for (wire::OwnEvent& found : wire::project_own(loaded_.workshop, recorded.event))
            own[found.participant].events.push_back(std::move(found.event));
    for (auto& [person, delta] : own) {
        const auto connections = roster_.of(person);
        if (connections.empty()) continue;
        delta.seq = loaded_.last;
        delta.own = true;
        const Frame frame = encoded(delta, loaded_.last);
        for (const ConnectionId connection : connections) out.emplace_back(Send{connection, frame});
    }
}

std::optional<wire::PeopleView> Room::changed_people(Role role) {
    auto people = wire::project_people(loaded_.workshop, role, roster_.presence());
    auto& shown = people_shown_[static_cast<int>(role)];
    if (shown == people) return std::nullopt;
    shown = people;
    return people;
}

Effects Room::tick() {
    Effects out;
    people_due_ = true;
    if (committing() || resting_) return out;
    if (leases_due_) show_leases(out);
    people_due_ = false;
    for (const Role role : audiences) {
        if (!roster_.anyone(role)) continue;
        wire::Delta delta;
        delta.people = changed_people(role);
        if (!delta.people) continue;
        delta.seq = loaded_.last;
        out.emplace_back(Broadcast{role, encoded(delta, loaded_.last)});
        resting_ = true;
    }
    if (resting_) out.emplace_back(Rest{0});
    return out;
}

Effects Room::drain() {
    mode_ = Mode::draining;
    const auto all = static_cast<base::Millis>(roster_.size());
    const base::Millis within = std::clamp(all * limits::return_ms_per_thousand / 1'000,
                                           limits::return_ms_min, limits::return_ms_max);
    Effects out;
    broadcast(wire::Notice{"draining", {{"retry_within_ms", within}}}, out);
    return out;
}

Effects Room::pause() {
    Effects out;
    if (mode_ == Mode::open) {  // who drains has nothing more to open again
        mode_ = Mode::read_only;
        broadcast(wire::Notice{"read_only"}, out);
    }
    // What waits for the end of a round has not been decided, and will not be now.
    for (const Incoming& incoming : std::exchange(mailbox_, {}))
        answer({incoming.reply_to,
                refuse(incoming, retry(Code::read_only, limits::read_only_retry_ms))},
               out);
    return out;
}

Effects Room::resume() {
    Effects out;
    if (mode_ == Mode::read_only) {
        mode_ = Mode::open;
        broadcast(wire::Notice{"writable"}, out);
    }
    return out;
}

void Room::broadcast(const wire::ServerFrame& frame, Effects& out) const {
    const Frame text = encoded(frame);
    for (const Role role : audiences)
        if (roster_.anyone(role)) out.emplace_back(Broadcast{role, text});
}

void Room::answer(const HeldAnswer& held, Effects& out) {
    if (const auto* request = std::get_if<ToRequest>(&held.to)) {
        out.emplace_back(Answer{request->id, held.frame});
    } else {
        out.emplace_back(Send{std::get<ToConnection>(held.to).id, encoded(held.frame)});
    }
}

}  // namespace atelier::room
