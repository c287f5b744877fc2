#include "domain/decide.hpp"
#include "domain/limits.hpp"
#include "room/encoded.hpp"
#include "room/room.hpp"
#include "wire/projection.hpp"
#include "wire/projection_parts.hpp"

/// What a room does for who reviews: leases, look-alikes, and turning people out.
namespace atelier::room {

using domain::Code;
using domain::IdeaId;
using domain::Refusal;
using domain::Role;

namespace {

constexpr Role reviewers[] = {Role::facilitator, Role::moderator};
constexpr std::uint16_t credential_ended = 4401;

/// Who may not come in any more, by the word that tells them why; nullptr: whoever else.
const char* turned_out(const domain::Workshop& workshop, const domain::Actor& actor) {
    const domain::Participant* person = workshop.participant(actor.participant);
    if (person && person->erased) return "erased";
    return person && person->removed ? "removed" : nullptr;
}

Refusal too_often(const base::Budget& budget) {
    return {Code::rate_limited, {{"retry_after_ms", static_cast<std::int64_t>(budget.wait_ms())}}};
}

std::optional<ConnectionId> connection_of(const ReplyTo& reply_to) {
    const auto* connection = std::get_if<ToConnection>(&reply_to);
    return connection ? std::optional(connection->id) : std::nullopt;
}

std::optional<Refusal> check_ideas(const domain::Workshop& workshop,
                                   const std::vector<IdeaId>& ideas) {
    if (ideas.empty() || ideas.size() > domain::limits::leased_ideas_max)
        return Refusal{Code::bad_arguments, {{"field", std::string("ideas")}}};
    for (const IdeaId& id : ideas)
        if (!workshop.idea(id)) return Refusal{Code::no_such_idea};
    return std::nullopt;
}

}  // namespace

/// Nothing of it is remembered: taking again renews, and a lease ends with its connection, so that
/// the answer of an earlier one would be no answer.
wire::ServerFrame Room::lease(const Incoming& incoming, base::Millis now) {
    const auto who = connection_of(incoming.reply_to);
    if (!who || !domain::permitted(incoming.actor.role, incoming.command))
        return refuse(incoming, {Code::not_allowed});
    const auto* take = std::get_if<domain::TakeReview>(&incoming.command);
    const auto& ideas =
        take ? take->ideas : std::get<domain::ReleaseReview>(incoming.command).ideas;
    if (auto refusal = check_ideas(loaded_.workshop, ideas)) return refuse(incoming, *refusal);
    if (take) {
        if (auto refusal = leases_.take(*who, ideas, now)) return refuse(incoming, *refusal);
    } else {
        leases_.release(*who, ideas);
    }
    leases_due_ = true;
    return wire::Ack{incoming.id ? incoming.id->text() : "", loaded_.last};
}

std::optional<Refusal> Room::held_by_another(const Incoming& incoming, base::Millis now) const {
    const IdeaId* idea = reviewed_by(incoming.command);
    if (!idea || !wire::reviews(incoming.actor.role)) return std::nullopt;
    const auto until = leases_.held(*idea, connection_of(incoming.reply_to), now);
    if (!until) return std::nullopt;
    return Refusal{Code::leased, {{"until", static_cast<std::int64_t>(*until)}}};
}

void Room::show_leases(Effects& out) {
    leases_due_ = false;
    wire::Delta delta;
    delta.seq = loaded_.last;
    delta.leases = leases_.view(now_);
    const Frame frame = encoded(delta, loaded_.last);
    for (const Role role : reviewers)
        if (roster_.anyone(role)) out.emplace_back(Broadcast{role, frame});
}

/// Rule RM10.
bool Room::turn_out(ConnectionId connection, const domain::Actor& actor, Effects& out) const {
    const char* why = turned_out(loaded_.workshop, actor);
    if (!why) return false;
    out.emplace_back(Send{connection, encoded(wire::Notice{why})});
    out.emplace_back(Close{connection, credential_ended, "not in the workshop any more"});
    return true;
}

void Room::turn_out_removed(Effects& out) const {
    for (const domain::Recorded& recorded : in_flight_) {
        const auto* removed = std::get_if<domain::ParticipantRemoved>(&recorded.event);
        const auto* erased = std::get_if<domain::ParticipantErased>(&recorded.event);
        if (!removed && !erased) continue;
        const domain::ParticipantId& who = removed ? removed->participant : erased->participant;
        for (const ConnectionId connection : roster_.of(who))
            (void)turn_out(connection, {Role::participant, who}, out);
    }
}

LookAlikes& Room::look_alikes() {
    if (!look_alikes_) look_alikes_.emplace(loaded_.workshop);
    return *look_alikes_;
}

/// Only where someone will review it.
std::optional<IdeaId> Room::look_alike_of(const domain::Command& command) {
    const auto* post = std::get_if<domain::PostIdea>(&command);
    const domain::Phase* open = post ? loaded_.workshop.open_phase() : nullptr;
    const auto* collect = open ? std::get_if<domain::CollectSettings>(&open->settings) : nullptr;
    if (!collect || collect->moderation == domain::Moderation::none) return std::nullopt;
    if (post->text.size() > domain::limits::idea_bytes_max) return std::nullopt;
    return look_alikes().nearest(post->text);
}

domain::Decided<std::vector<wire::IdeaView>> Room::similar(const domain::Actor& who,
                                                           std::string_view text,
                                                           base::Millis now) {
    if (turned_out(loaded_.workshop, who)) return Refusal{Code::removed};
    const auto limit = base::Budget{limits::look_alikes_per_second, limits::look_alikes_burst};
    base::Budget& budget = asking_.try_emplace(who.participant, limit).first->second;
    if (!budget.take(now)) return too_often(budget);
    std::vector<wire::IdeaView> out;
    const wire::Viewer anyone{who.role, who.participant};
    for (const IdeaId& id : look_alikes().offered(loaded_.workshop, text))
        out.push_back(wire::view_idea(loaded_.workshop, *loaded_.workshop.idea(id), anyone));
    return out;
}

domain::Decided<std::vector<insight::SimilarPair>> Room::pairs(base::Millis now) {
    if (!pairing_.take(now)) return too_often(pairing_);
    return look_alikes().pairs(loaded_.workshop);
}

}  // namespace atelier::room
