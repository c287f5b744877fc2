#include "wire/events_voices.hpp"

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

json EncodeVoices::operator()(const WeatherChosen& e) const {
    return {
        {"phase", e.phase.text}, {"participant", e.participant.text}, {"weather", text(e.weather)}};
}

json EncodeVoices::operator()(const AffiliationChosen& e) const {
    json out{{"participant", e.participant.text}};
    put(out, "affiliation", e.affiliation);
    return out;
}

json EncodeVoices::operator()(const QuestionAsked& e) const {
    json out{{"question", e.question.text},
             {"phase", e.phase.text},
             {"text", e.text},
             {"status", text(e.status)},
             {"reviewed", e.reviewed}};
    put(out, "author", e.author);
    return out;
}

json EncodeVoices::operator()(const QuestionUpvoted& e) const {
    return {{"question", e.question.text}, {"participant", e.participant.text}, {"value", e.value}};
}

json EncodeVoices::operator()(const QuestionWithdrawn& e) const {
    return {{"question", e.question.text}, {"was_published", e.was_published}};
}

json EncodeVoices::operator()(const QuestionPublished& e) const {
    return {{"question", e.question.text}};
}

json EncodeVoices::operator()(const QuestionHidden& e) const {
    return {{"question", e.question.text},
            {"reason", text(e.reason)},
            {"was_published", e.was_published}};
}

json EncodeVoices::operator()(const QuestionAnswered& e) const {
    json out{{"question", e.question.text}};
    put(out, "text", e.text);
    return out;
}

json EncodeVoices::operator()(const CommitmentMade& e) const {
    json out = promise(e.promise);
    out["commitment"] = e.commitment.text;
    out["phase"] = e.phase.text;
    put(out, "author", e.author);
    return out;
}

json EncodeVoices::operator()(const CommitmentEdited& e) const {
    json out = promise(e.promise);
    out["commitment"] = e.commitment.text;
    return out;
}

json EncodeVoices::operator()(const CommitmentWithdrawn& e) const {
    return {{"commitment", e.commitment.text}, {"was_published", e.was_published}};
}

json EncodeVoices::operator()(const CommitmentPublished& e) const {
    return {{"commitment", e.commitment.text}};
}

json EncodeVoices::operator()(const CommitmentHidden& e) const {
    return {{"commitment", e.commitment.text},
            {"reason", text(e.reason)},
            {"was_published", e.was_published}};
}

json EncodeVoices::operator()(const ClosingSaid& e) const {
    json out{{"phase", e.phase.text}, {"participant", e.participant.text}};
    if (e.closing.roti) out["roti"] = *e.closing.roti;
    put(out, "sentence", e.closing.sentence);
    if (e.closing.quote) out["quote"] = true;
    return out;
}

template <>
WeatherChosen read_voice(const Fields& in) {
    return {in.id<PhaseId>("phase"), in.id<ParticipantId>("participant"),
            in.word<Weather>("weather")};
}

template <>
AffiliationChosen read_voice(const Fields& in) {
    return {in.id<ParticipantId>("participant"), in.maybe_id<AffiliationId>("affiliation")};
}

template <>
QuestionAsked read_voice(const Fields& in) {
    return {in.id<QuestionId>("question"),        in.id<PhaseId>("phase"),
            in.maybe_id<ParticipantId>("author"), in.text("text"),
            in.word<IdeaStatus>("status"),        in.flag("reviewed")};
}

template <>
QuestionUpvoted read_voice(const Fields& in) {
    return {in.id<QuestionId>("question"), in.id<ParticipantId>("participant"), in.flag("value")};
}

template <>
QuestionWithdrawn read_voice(const Fields& in) {
    return {in.id<QuestionId>("question"), in.flag("was_published")};
}

template <>
QuestionPublished read_voice(const Fields& in) {
    return {in.id<QuestionId>("question")};
}

template <>
QuestionHidden read_voice(const Fields& in) {
    return {in.id<QuestionId>("question"), in.word<HideReason>("reason"), in.flag("was_published")};
}

template <>
QuestionAnswered read_voice(const Fields& in) {
    return {in.id<QuestionId>("question"), in.maybe_text("text").value_or("")};
}

template <>
CommitmentMade read_voice(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.id<PhaseId>("phase"),
            in.maybe_id<ParticipantId>("author"), read_promise(in)};
}

template <>
CommitmentEdited read_voice(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), read_promise(in)};
}

template <>
CommitmentWithdrawn read_voice(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.flag("was_published")};
}

template <>
CommitmentPublished read_voice(const Fields& in) {
    return {in.id<CommitmentId>("commitment")};
}

template <>
CommitmentHidden read_voice(const Fields& in) {
    return {in.id<CommitmentId>("commitment"), in.word<HideReason>("reason"),
            in.flag("was_published")};
}

template <>
ClosingSaid read_voice(const Fields& in) {
    return {in.id<PhaseId>("phase"),
            in.id<ParticipantId>("participant"),
            {in.maybe_integer<int>("roti"), in.maybe_text("sentence").value_or(""),
             in.maybe_flag("quote").value_or(false)}};
}

}  // namespace atelier::wire
