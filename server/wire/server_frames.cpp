#include "wire/server_frames.hpp"

#include "wire/parts.hpp"

namespace atelier::wire {
namespace {

using nlohmann::json;

struct EncodeEvent {
    json operator()(const IdeaShown& e) const {
        return {{"event", e.event}, {"idea", encode(e.idea)}};
    }
    json operator()(const IdeaGone& e) const {
        json out{{"event", e.event}, {"id", e.id}};
        if (e.idea) out["idea"] = encode(*e.idea);
        return out;
    }
    json operator()(const OwnVote& e) const {
        return {{"event", "vote.cast"},
                {"phase", e.phase},
                {"idea", e.idea},
                {"value", encode(e.value)}};
    }
    json operator()(const OwnVoteCleared& e) const {
        json out{{"event", "vote.cleared"}, {"phase", e.phase}};
        put(out, "idea", e.idea);
        return out;
    }
    json operator()(const Placed& e) const {
        json out = encode(e.placement);
        out["event"] = "placement.set";
        return out;
    }
    json operator()(const PhaseChanged& e) const {
        json out{{"event", e.event}, {"phase", encode(e.phase)}};
        if (!e.reasons.empty()) out["reasons"] = encode_all(e.reasons);
        return out;
    }
    json operator()(const OwnDetails& e) const {
        json out{{"event", "participant.updated"}};
        put(out, "name", e.name);
        put(out, "affiliation", e.affiliation);
        if (e.muted) out["muted"] = true;
        return out;
    }
    json operator()(const WorkshopChanged& e) const {
        return {{"event", "workshop.updated"}, {"workshop", encode(e.workshop)}};
    }
    json operator()(const WorkshopEnded& e) const {
        json out{{"event", "workshop.closed"}};
        if (!e.reasons.empty()) out["reasons"] = encode_all(e.reasons);
        return out;
    }
    json operator()(const PhaseAdded& e) const {
        return {{"event", "phase.inserted"}, {"phase", encode(e.phase)}, {"order", e.order}};
    }
    json operator()(const PhasesOrdered& e) const {
        return {{"event", "phase.reordered"}, {"order", e.order}};
    }
    json operator()(const PhaseGone& e) const { return {{"event", "phase.removed"}, {"id", e.id}}; }
    json operator()(const OwnCards& e) const {
        return {{"event", "cards.drawn"}, {"phase", e.phase}, {"ideas", e.ideas}};
    }
    json operator()(const QuestionShown& e) const {
        return {{"event", e.event}, {"question", encode(e.question)}};
    }
    json operator()(const QuestionGone& e) const {
        json out{{"event", e.event}, {"id", e.id}};
        if (e.question) out["question"] = encode(*e.question);
        return out;
    }
    json operator()(const CommitmentShown& e) const {
        return {{"event", e.event}, {"commitment", encode(e.commitment)}};
    }
    json operator()(const CommitmentGone& e) const {
        json out{{"event", e.event}, {"id", e.id}};
        if (e.commitment) out["commitment"] = encode(*e.commitment);
        return out;
    }
    json operator()(const OwnWeather& e) const {
        return {{"event", "weather.chosen"}, {"phase", e.phase}, {"weather", text(e.weather)}};
    }
    json operator()(const OwnSupports& e) const {
        return {{"event", "question.upvoted"}, {"questions", e.questions}};
    }
    json operator()(const OwnReactions& e) const {
        return {{"event", "reaction.set"}, {"ideas", e.ideas}};
    }
    json operator()(const OwnClosing& e) const {
        return {{"event", "closing.said"}, {"phase", e.phase}, {"closing", encode(e.closing)}};
    }
    json operator()(const SentenceSaid& e) const {
        json out = encode(e.sentence);
        out["event"] = "sentence.said";
        return out;
    }

    json operator()(const BoardShown& e) const {
        return {{"event", "board.changed"}, {"board", encode(e.board)}};
    }
    json operator()(const OwnPlace& e) const {
        json out = encode(e.place);
        out["event"] = "placement.chosen";
        out["board"] = e.board;
        out["idea"] = e.idea;
        return out;
    }
    json operator()(const ScreenChanged& e) const {
        return {{"event", "screen.changed"}, {"screen", encode(e.screen)}};
    }
    json operator()(const CommentShown& e) const {
        return {{"event", e.event}, {"id", e.comment.id}, {"comment", encode(e.comment)}};
    }
    json operator()(const CommentGone& e) const { return {{"event", e.event}, {"id", e.id}}; }
    json operator()(const PersonRestricted& e) const {
        return {{"event", "participant.restricted"}, {"person", encode(e.person)}};
    }
};

/// Those of boards and moderation; nothing for another.
std::optional<EventView> decode_moderation_view(const std::string& event, const Fields& in) {
    if (event == "idea.reworded" || event == "idea.answered" || event == "idea.merged" ||
        event == "idea.unmerged")
        return IdeaShown{event, decode_idea(in.object("idea"))};
    if (event == "board.changed") return BoardShown{decode_board(in.object("board"))};
    if (event == "placement.chosen")
        return OwnPlace{
            in.text("board"), in.text("idea"), {in.maybe_text("lever"), in.maybe_text("scale")}};
    if (event == "screen.changed") return ScreenChanged{decode_screen(in.object("screen"))};
    if (event.starts_with("comment.")) {
        if (in.has("comment")) return CommentShown{event, decode_comment(in.object("comment"))};
        return CommentGone{event, in.text("id")};
    }
    if (event == "participant.restricted")
        return PersonRestricted{decode_restricted(in.object("person"))};
    return std::nullopt;
}

std::optional<EventView> decode_voice(const std::string& event, const Fields& in) {
    if (event == "question.upvoted") return OwnSupports{in.texts("questions")};
    if (event == "reaction.set") return OwnReactions{in.texts("ideas")};
    if (event == "weather.chosen")
        return OwnWeather{in.text("phase"), in.word<domain::Weather>("weather")};
    if (event == "closing.said")
        return OwnClosing{in.text("phase"), decode_closing(in.object("closing"))};
    if (event == "sentence.said") return SentenceSaid{decode_sentence(in)};
    const bool question = event.starts_with("question.");
    if (!question && !event.starts_with("commitment.")) return std::nullopt;
    const bool gone = event.ends_with(".hidden") || event.ends_with(".withdrawn");
    if (question && !gone) return QuestionShown{event, decode_question(in.object("question"))};
    if (!gone) return CommitmentShown{event, decode_commitment(in.object("commitment"))};
    if (question) {
        QuestionGone out{event, in.text("id"), std::nullopt};
        if (in.has("question")) out.question = decode_question(in.object("question"));
        return out;
    }
    CommitmentGone out{event, in.text("id"), std::nullopt};
    if (in.has("commitment")) out.commitment = decode_commitment(in.object("commitment"));
    return out;
}

EventView decode_event_view(const Fields& in) {
    const std::string event = in.text("event");
    if (auto found = decode_moderation_view(event, in)) return *std::move(found);
    if (auto voice = decode_voice(event, in)) return std::move(*voice);
    if (event == "idea.posted" || event == "idea.edited" || event == "idea.published")
        return IdeaShown{event, decode_idea(in.object("idea"))};
    if (event == "idea.hidden" || event == "idea.withdrawn") {
        IdeaGone gone{event, in.text("id"), std::nullopt};
        if (in.has("idea")) gone.idea = decode_idea(in.object("idea"));
        return gone;
    }
    if (event == "vote.cast")
        return OwnVote{in.text("phase"), in.text("idea"), decode_value(in, "value")};
    if (event == "vote.cleared") return OwnVoteCleared{in.text("phase"), in.maybe_text("idea")};
    if (event == "placement.set") return Placed{decode_placement_view(in)};
    if (event == "phase.inserted")
        return PhaseAdded{decode_phase(in.object("phase")), in.texts("order")};
    if (event == "phase.reordered") return PhasesOrdered{in.texts("order")};
    if (event == "phase.removed") return PhaseGone{in.text("id")};
    if (event == "cards.drawn") return OwnCards{in.text("phase"), in.texts("ideas")};
    if (event.starts_with("phase.") || event == "results.revealed")
        return PhaseChanged{event, decode_phase(in.object("phase")),
                            in.list("reasons", decode_reason)};
    if (event == "participant.updated")
        return OwnDetails{in.maybe_text("name"), in.maybe_text("affiliation"),
                          in.maybe_flag("muted").value_or(false)};
    if (event == "workshop.updated") return WorkshopChanged{decode_workshop(in.object("workshop"))};
    if (event != "workshop.closed") in.wrong("event");
    return WorkshopEnded{in.list("reasons", decode_reason)};
}

struct EncodeFrame {
    json operator()(const Welcome& f) const {
        return {{"type", "welcome"}, {"epoch", f.epoch},     {"seq", f.seq},
                {"now", f.now},      {"you", encode(f.you)}, {"state", encode(f.state)}};
    }
    json operator()(const Resumed& f) const {
        return {{"type", "resumed"}, {"epoch", f.epoch}, {"seq", f.seq}, {"now", f.now}};
    }
    json operator()(const Delta& f) const {
        auto events = json::array();
        for (const EventView& event : f.events) events.push_back(std::visit(EncodeEvent{}, event));
        json out{{"type", "delta"}, {"seq", f.seq}, {"events", std::move(events)}};
        if (f.own) out["own"] = true;
        if (f.tallies) out["tallies"] = encode(*f.tallies);
        if (f.people) out["people"] = encode(*f.people);
        if (f.leases) out["leases"] = encode_all(*f.leases);
        return out;
    }
    json operator()(const Ack& f) const { return {{"type", "ack"}, {"id", f.id}, {"seq", f.seq}}; }
    json operator()(const Refused& f) const {
        return {
            {"type", "refused"}, {"id", value_or_null(f.id)}, {"code", f.code}, {"data", f.data}};
    }
    json operator()(const Notice& f) const {
        return {{"type", "notice"}, {"code", f.code}, {"data", f.data}};
    }
};

Delta decode_delta(const Fields& in) {
    Delta out;
    out.seq = in.integer<domain::Seq>("seq");
    out.own = in.maybe_flag("own").value_or(false);
    out.events = in.list("events", decode_event_view);
    if (in.has("tallies")) out.tallies = decode_tallies(in.object("tallies"));
    if (in.has("people")) out.people = decode_people(in.object("people"));
    if (in.has("leases")) out.leases = in.list("leases", decode_lease);
    return out;
}

ServerFrame decode_frame(const Fields& in) {
    const std::string type = in.text("type");
    const auto seq = [&] { return in.integer<domain::Seq>("seq"); };
    const auto now = [&] { return in.integer<base::Millis>("now"); };
    if (type == "welcome")
        return Welcome{in.text("epoch"), seq(), now(), decode_you(in.object("you")),
                       decode_state(in.object("state"))};
    if (type == "resumed") return Resumed{in.text("epoch"), seq(), now()};
    if (type == "delta") return decode_delta(in);
    if (type == "ack") return Ack{in.text("id"), seq()};
    if (type == "refused") return Refused{in.maybe_text("id"), in.text("code"), in.raw("data")};
    if (type != "notice") in.wrong("type");
    return Notice{in.text("code"), in.raw("data")};
}

}  // namespace

json encode(const ServerFrame& frame) { return std::visit(EncodeFrame{}, frame); }

std::string encode_text(const ServerFrame& frame) { return encode(frame).dump(); }

base::Result<ServerFrame, std::string> decode_server_frame(std::string_view text) {
    const auto parsed = json::parse(text, nullptr, /*allow_exceptions=*/false);
    std::string wrong;
    if (!parsed.is_object()) return std::string("frame");
    auto frame = decode_frame(Fields(parsed, wrong));
    if (!wrong.empty()) return wrong;
    return frame;
}

json refusal_data(const domain::Refusal& refusal) {
    auto data = json::object();
    for (const auto& [key, value] : refusal.data)
        std::visit([&, name = key](const auto& v) { data[std::string(name)] = v; }, value);
    return data;
}

Refused refused(std::optional<std::string> id, const domain::Refusal& refusal) {
    return {std::move(id), std::string(domain::text(refusal.code)), refusal_data(refusal)};
}

}  // namespace atelier::wire
