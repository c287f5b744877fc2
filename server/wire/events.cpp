#include "wire/events.hpp"

#include <array>

#include "wire/moderation_events.hpp"

#include "wire/choices.hpp"
#include "wire/voice_events.hpp"

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

namespace {

// In the order of the alternatives of Event.
constexpr std::array<std::string_view, 59> kinds{
    "workshop.created", "workshop.updated", "workshop.closed", "participant.joined",
    "participant.updated", "phase.opened", "phase.reopened", "phase.closed", "phase.extended",
    "results.revealed", "idea.posted", "idea.edited", "idea.withdrawn", "idea.published",
    "idea.hidden", "vote.cast", "vote.cleared", "placement.set",
    // boards
    "board.changed", "placement.chosen", "placement.released",
    // groups and moderation
    "idea.merged", "idea.unmerged", "pair.dismissed", "idea.reworded", "idea.answered",
    "participant.muted", "participant.removed", "participant.restored", "posts.stopped",
    "screen.frozen", "spotlight.set", "comment.posted", "comment.hidden", "comment.withdrawn",
    // the agenda while it runs, and cards to judge
    "phase.inserted", "phase.updated", "phase.reordered", "phase.removed", "cards.drawn",
    // coming, listening, committing, leaving
    "weather.chosen", "affiliation.chosen", "question.asked", "question.upvoted",
    "question.withdrawn", "question.published", "question.hidden", "question.answered",
    "commitment.made", "commitment.edited", "commitment.withdrawn", "commitment.published",
    "commitment.hidden", "closing.said",
    // reactions
    "reaction.set",
    // the day after: follow-up and erasure
    "commitment.followed", "participant.erased", "idea.erased", "workshop.anonymised"};
static_assert(kinds.size() == std::variant_size_v<Event::variant>);

template <class Value>
void put(json& out, const char* key, const std::optional<Value>& value) {
    if (value) out[key] = *value;
}
template <class Tag>
void put(json& out, const char* key, const std::optional<base::Id<Tag>>& id) {
    if (id) out[key] = id->text;
}
void put(json& out, const char* key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}

json timed(const PhaseId& phase, base::Millis ends_at) {
    return {{"phase", phase.text}, {"ends_at", ends_at}};
}

struct Encode {
    json operator()(const WorkshopCreated& e) const {
        return {{"workshop", e.workshop.text}, {"code", e.code}, {"plan", encode(e.plan)}};
    }
    json operator()(const WorkshopUpdated& e) const {
        json out = json::object();
        put(out, "title", e.title);
        put(out, "question", e.question);
        return out;
    }
    json operator()(const WorkshopClosed&) const { return json::object(); }
    json operator()(const ParticipantJoined& e) const {
        json out{{"participant", e.participant.text}};
        put(out, "name", e.name);
        put(out, "affiliation", e.affiliation);
        put(out, "credential", e.credential);
        return out;
    }
    json operator()(const ParticipantUpdated& e) const {
        json out{{"participant", e.participant.text}};
        put(out, "name", e.name);
        put(out, "affiliation", e.affiliation);
        put(out, "credential", e.credential);
        return out;
    }
    json operator()(const PhaseOpened& e) const {
        json out = timed(e.phase, e.ends_at);
        if (e.ideas) out["ideas"] = ids_json(*e.ideas);
        return out;
    }
    json operator()(const PhaseReopened& e) const { return timed(e.phase, e.ends_at); }
    json operator()(const PhaseClosed& e) const { return {{"phase", e.phase.text}}; }
    json operator()(const PhaseExtended& e) const { return timed(e.phase, e.ends_at); }
    json operator()(const ResultsRevealed& e) const { return {{"phase", e.phase.text}}; }
    json operator()(const IdeaPosted& e) const {
        json out{{"idea", e.idea.text},
                 {"phase", e.phase.text},
                 {"text", e.text},
                 {"status", text(e.status)},
                 {"reviewed", e.reviewed}};
        put(out, "author", e.author);
        put(out, "scale", e.scale);
        put(out, "look_alike", e.look_alike);
        put(out, "carried_from", e.carried_from);
        return out;
    }
    json operator()(const IdeaEdited& e) const {
        return {{"idea", e.idea.text},
                {"text", e.text},
                {"status", text(e.status)},
                {"reviewed", e.reviewed},
                {"was_published", e.was_published}};
    }
    json operator()(const IdeaWithdrawn& e) const {
        return {{"idea", e.idea.text}, {"was_published", e.was_published}};
    }
    json operator()(const IdeaPublished& e) const { return {{"idea", e.idea.text}}; }
    json operator()(const IdeaHidden& e) const {
        return {
            {"idea", e.idea.text}, {"reason", text(e.reason)}, {"was_published", e.was_published}};
    }
    json operator()(const VoteCast& e) const {
        json out{
            {"phase", e.phase.text}, {"participant", e.participant.text}, {"idea", e.idea.text}};
        put_choice(out, e.choice);
        return out;
    }
    json operator()(const VoteCleared& e) const {
        json out{{"phase", e.phase.text}, {"participant", e.participant.text}};
        put(out, "idea", e.idea);
        return out;
    }
    json operator()(const PlacementSet& e) const {
        json out = encode(e.placement);
        out["board"] = e.board.text;
        out["idea"] = e.idea.text;
        return out;
    }
    /// Boards, groups, moderation; what people say besides ideas and votes.
    template <class Other>
    json operator()(const Other& e) const {
        return encode_event(e);
    }
    json operator()(const PhaseInserted& e) const {
        json out{{"phase", encode(e.phase)}};
        put(out, "after", e.after);
        return out;
    }
    json operator()(const PhaseUpdated& e) const { return {{"phase", encode(e.phase)}}; }
    json operator()(const PhaseMoved& e) const {
        json out{{"phase", e.phase.text}};
        put(out, "after", e.after);
        return out;
    }
    json operator()(const PhaseRemoved& e) const { return {{"phase", e.phase.text}}; }
    json operator()(const CardsDrawn& e) const {
        return {{"phase", e.phase.text},
                {"participant", e.participant.text},
                {"ideas", ids_json(e.ideas)}};
    }
};

/// One reader per alternative, chosen by its type.
template <class E>
E read(const Fields& in) {
    return decode_event<E>(in);
}

template <>
WorkshopCreated read(const Fields& in) {
    return {in.id<WorkshopId>("workshop"), in.text("code"), decode_blueprint(in.object("plan"))};
}
template <>
WorkshopUpdated read(const Fields& in) {
    return {in.maybe_text("title"), in.maybe_text("question")};
}
template <>
WorkshopClosed read(const Fields&) {
    return {};
}
template <>
ParticipantJoined read(const Fields& in) {
    return {in.id<ParticipantId>("participant"), in.maybe_text("name").value_or(""),
            in.maybe_id<AffiliationId>("affiliation"), in.maybe_text("credential").value_or("")};
}
template <>
ParticipantUpdated read(const Fields& in) {
    return {in.id<ParticipantId>("participant"), in.maybe_text("name"),
            in.maybe_id<AffiliationId>("affiliation"), in.maybe_text("credential").value_or("")};
}
template <>
PhaseOpened read(const Fields& in) {
    PhaseOpened out{in.id<PhaseId>("phase"), in.integer<base::Millis>("ends_at")};
    if (in.has("ideas")) out.ideas = decode_ids(in, "ideas");
    return out;
}
template <>
PhaseReopened read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.integer<base::Millis>("ends_at")};
}
template <>
PhaseClosed read(const Fields& in) {
    return {in.id<PhaseId>("phase")};
}
template <>
PhaseExtended read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.integer<base::Millis>("ends_at")};
}
template <>
ResultsRevealed read(const Fields& in) {
    return {in.id<PhaseId>("phase")};
}
template <>
IdeaPosted read(const Fields& in) {
    return {in.id<IdeaId>("idea"),
            in.id<PhaseId>("phase"),
            in.maybe_id<ParticipantId>("author"),
            in.text("text"),
            in.maybe_id<ScaleId>("scale"),
            in.word<IdeaStatus>("status"),
            in.flag("reviewed"),
            in.maybe_id<IdeaId>("look_alike"),
            in.maybe_id<WorkshopId>("carried_from")};
}
template <>
IdeaEdited read(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.text("text"), in.word<IdeaStatus>("status"),
            in.flag("reviewed"), in.flag("was_published")};
}
template <>
IdeaWithdrawn read(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.flag("was_published")};
}
template <>
IdeaPublished read(const Fields& in) {
    return {in.id<IdeaId>("idea")};
}
template <>
IdeaHidden read(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.word<HideReason>("reason"), in.flag("was_published")};
}
template <>
VoteCast read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.id<ParticipantId>("participant"), in.id<IdeaId>("idea"),
            decode_choice(in)};
}
template <>
VoteCleared read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.id<ParticipantId>("participant"),
            in.maybe_id<IdeaId>("idea")};
}
template <>
PlacementSet read(const Fields& in) {
    return {in.id<BoardId>("board"), in.id<IdeaId>("idea"), decode_placement(in)};
}

template <>
PhaseInserted read(const Fields& in) {
    return {decode_phase(in.object("phase")), in.maybe_id<PhaseId>("after")};
}
template <>
PhaseUpdated read(const Fields& in) {
    return {decode_phase(in.object("phase"))};
}
template <>
PhaseMoved read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.maybe_id<PhaseId>("after")};
}
template <>
PhaseRemoved read(const Fields& in) {
    return {in.id<PhaseId>("phase")};
}
template <>
CardsDrawn read(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.id<ParticipantId>("participant"), decode_ids(in, "ideas")};
}

using Reader = Event (*)(const Fields&);

template <std::size_t... I>
constexpr auto readers_of(std::index_sequence<I...>) {
    return std::array<Reader, sizeof...(I)>{[](const Fields& in) {
        return Event(read<std::variant_alternative_t<I, Event::variant>>(in));
    }...};
}
constexpr auto readers = readers_of(std::make_index_sequence<kinds.size()>{});

}  // namespace

std::string_view kind(const Event& event) noexcept { return kinds[event.index()]; }

json encode(const Event& event) { return std::visit(Encode{}, event); }

base::Result<Event, std::string> decode_event(std::string_view wanted, const json& payload) {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] != wanted) continue;
        std::string wrong;
        Event event = readers[i](Fields(payload, wrong));
        if (!wrong.empty()) return std::string(wanted) + ": " + wrong;
        return event;
    }
    return "unknown kind of event: " + std::string(wanted);
}

json encode(const Recorded& recorded) {
    json out{{"seq", recorded.seq},
             {"at", recorded.at},
             {"actor", encode(recorded.actor)},
             {"kind", kind(recorded.event)},
             {"payload", encode(recorded.event)}};
    if (recorded.command) out["command"] = recorded.command->text();
    return out;
}

base::Result<Recorded, std::string> decode_recorded(const json& value) {
    std::string wrong;
    const Fields in(value, wrong);
    Recorded out{in.integer<Seq>("seq"), in.integer<base::Millis>("at"),
                 decode_actor(in.object("actor")), std::nullopt, WorkshopClosed{}};
    if (const auto command = in.maybe_text("command")) {
        out.command = base::Uuid::parse(*command);
        if (!out.command) in.wrong("command");
    }
    const std::string word = in.text("kind");
    if (!wrong.empty()) return wrong;
    auto event = decode_event(word, in.raw("payload"));
    if (!event) return event.error();
    out.event = std::move(event).value();
    return out;
}

}  // namespace atelier::wire
