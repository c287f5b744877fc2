#include "wire/voice_events.hpp"

#include "wire/enums.hpp"

namespace atelier::wire {

using nlohmann::json;
using namespace domain;

namespace {

template <class Tag>
void put(json& out, const char* key, const std::optional<base::Id<Tag>>& id) {
    if (id) out[key] = id->text;
}
void put(json& out, const char* key, const std::string& text) {
    if (!text.empty()) out[key] = text;
}

// "until" is what people call "by": a move of a card has a "by", too, and that is not sealed.
json promise(const Promise& p) {
    json out{{"text", p.text}, {"who", text(p.who)}};
    put(out, "until", p.by);
    put(out, "with", p.with);
    put(out, "looking_for", p.looking_for);
    put(out, "bringing", p.bringing);
    return out;
}

Promise read_promise(const Fields& in) {
    return {in.text("text"),
            in.word<Commits>("who"),
            in.maybe_text("until").value_or(""),
            in.maybe_text("with").value_or(""),
            in.maybe_text("looking_for").value_or(""),
            in.maybe_text("bringing").value_or("")};
}

}  // namespace

json encode_event(const WeatherChosen& e) {
    return {
        {"phase", e.phase.text}, {"participant", e.participant.text}, {"weather", text(e.weather)}};
}

json encode_event(const AffiliationChosen& e) {
    json out{{"participant", e.participant.text}};
    put(out, "affiliation", e.affiliation);
    return out;
}

json encode_event(const QuestionAsked& e) {
    json out{{"question", e.question.text},
             {"phase", e.phase.text},
             {"text", e.text},
             {"status", text(e.status)},
             {"reviewed", e.reviewed}};
    put(out, "author", e.author);
    return out;
}

json encode_event(const QuestionUpvoted& e) {
    return {{"question", e.question.text}, {"participant", e.participant.text}, {"value", e.value}};
}

json encode_event(const QuestionWithdrawn& e) {
    return {{"question", e.question.text}, {"was_published", e.was_published}};
}

json encode_event(const QuestionPublished& e) { return {{"question", e.question.text}}; }

json encode_event(const QuestionHidden& e) {
    return {{"question", e.question.text},
            {"reason", text(e.reason)},
            {"was_published", e.was_published}};
}

json encode_event(const QuestionAnswered& e) {
    json out{{"question", e.question.text}};
    put(out, "text", e.text);
    return out;
}

json encode_event(const CommitmentMade& e) {
    json out = promise(e.promise);
    out["commitment"] = e.commitment.text;
    out["phase"] = e.phase.text;
    put(out, "author", e.author);
    return out;
}

json encode_event(const CommitmentEdited& e) {
    json out = promise(e.promise);
    out["commitment"] = e.commitment.text;
    return out;
}

json encode_event(const CommitmentWithdrawn& e) {
    return {{"commitment", e.commitment.text}, {"was_published", e.was_published}};
}

json encode_event(const CommitmentPublished& e) { return {{"commitment", e.commitment.text}}; }

json encode_event(const CommitmentHidden& e) {
    return {{"commitment", e.commitment.text},
            {"reason", text(e.reason)},
            {"was_published", e.was_published}};
}

json encode_event(const ClosingSaid& e) {
    json out{{"phase", e.phase.text}, {"participant", e.participant.text}};
    if (e.closing.roti) out["roti"] = *e.closing.roti;
    put(out, "sentence", e.closing.sentence);
    if (e.closing.quote) out["quote"] = true;
    return out;
}

json encode_event(const ReactionSet& e) {
    return {{"idea", e.idea.text}, {"participant", e.participant.text}, {"value", e.value}};
}

json encode_event(const CommitmentFollowed& e) {
    json out{{"commitment", e.commitment.text}, {"status", text(e.status)}};
    put(out, "note", e.note);
    return out;
}

json encode_event(const ParticipantErased& e) { return {{"participant", e.participant.text}}; }

json encode_event(const IdeaErased& e) { return {{"idea", e.idea.text}}; }

json encode_event(const WorkshopAnonymised&) { return json::object(); }

template <>
WeatherChosen decode_event(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.id<ParticipantId>("participant"),
            in.word<Weather>("weather")};
}

template <>
AffiliationChosen decode_event(const Fields& in) {
    return {in.id<ParticipantId>("participant"), in.maybe_id<AffiliationId>("affiliation")};
}

template <>
QuestionAsked decode_event(const Fields& in) {
    return {in.id<QuestionId>("question"),        in.id<PhaseId>("phase"),
            in.maybe_id<ParticipantId>("author"), in.text("text"),
            in.word<IdeaStatus>("status"),        in.flag("reviewed")};
}

template <>
QuestionUpvoted decode_event(const Fields& in) {
    return {in.id<QuestionId>("question"), in.id<ParticipantId>("participant"), in.flag("value")};
}

template <>
QuestionWithdrawn decode_event(const Fields& in) {
    return {in.id<QuestionId>("question"), in.flag("was_published")};
}

template <>
QuestionPublished decode_event(const Fields& in) {
    return {in.id<QuestionId>("question")};
}

template <>
QuestionHidden decode_event(const Fields& in) {
    return {in.id<QuestionId>("question"), in.word<HideReason>("reason"), in.flag("was_published")};
}

template <>
QuestionAnswered decode_event(const Fields& in) {
    return {in.id<QuestionId>("question"), in.maybe_text("text").value_or("")};
}

template <>
CommitmentMade decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.id<PhaseId>("phase"),
            in.maybe_id<ParticipantId>("author"), read_promise(in)};
}

template <>
CommitmentEdited decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), read_promise(in)};
}

template <>
CommitmentWithdrawn decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.flag("was_published")};
}

template <>
CommitmentPublished decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment")};
}

template <>
CommitmentHidden decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.word<HideReason>("reason"),
            in.flag("was_published")};
}

template <>
ClosingSaid decode_event(const Fields& in) {
    return {in.id<PhaseId>("phase"),
            in.id<ParticipantId>("participant"),
            {in.maybe_integer<int>("roti"), in.maybe_text("sentence").value_or(""),
             in.maybe_flag("quote").value_or(false)}};
}

template <>
ReactionSet decode_event(const Fields& in) {
    return {in.id<IdeaId>("idea"), in.id<ParticipantId>("participant"), in.flag("value")};
}

template <>
CommitmentFollowed decode_event(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.word<FollowUp>("status"),
            in.maybe_text("note").value_or("")};
}

template <>
ParticipantErased decode_event(const Fields& in) {
    return {in.id<ParticipantId>("participant")};
}

template <>
IdeaErased decode_event(const Fields& in) {
    return {in.id<IdeaId>("idea")};
}

template <>
WorkshopAnonymised decode_event(const Fields&) {
    return {};
}

}  // namespace atelier::wire
