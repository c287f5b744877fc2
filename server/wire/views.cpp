#include "wire/views.hpp"

#include <array>

namespace atelier::wire {

using nlohmann::json;

json encode(const IdeaView& view) {
    json out{{"id", view.id},
             {"phase", view.phase},
             {"text", view.text},
             {"at", view.at},
             {"status", text(view.status)}};
    put(out, "scale", view.scale);
    if (view.mine) out["mine"] = true;
    if (view.reason) out["reason"] = text(*view.reason);
    put(out, "author", view.author);
    put(out, "author_name", view.author_name);
    put(out, "author_affiliation", view.author_affiliation);
    put(out, "reviewed", view.reviewed);
    put(out, "group", view.group);
    if (view.reworded) out["reworded"] = true;
    put(out, "original", view.original);
    put(out, "answer", view.answer);
    put(out, "look_alike", view.look_alike);
    for (const insight::Sign sign : view.signs) out["signs"].push_back(text(sign));
    if (view.erased) out["erased"] = true;
    put(out, "carried_from", view.carried_from);
    return out;
}

IdeaView decode_idea(const Fields& in) {
    IdeaView out;
    out.id = in.text("id");
    out.phase = in.text("phase");
    out.text = in.text("text");
    out.at = in.integer<base::Millis>("at");
    out.status = in.word<domain::IdeaStatus>("status");
    out.scale = in.maybe_text("scale");
    out.mine = in.maybe_flag("mine").value_or(false);
    out.reason = in.maybe_word<domain::HideReason>("reason");
    out.author = in.maybe_text("author");
    out.author_name = in.maybe_text("author_name");
    out.author_affiliation = in.maybe_text("author_affiliation");
    out.reviewed = in.maybe_flag("reviewed");
    out.group = in.maybe_text("group");
    out.reworded = in.maybe_flag("reworded").value_or(false);
    out.original = in.maybe_text("original");
    out.answer = in.maybe_text("answer");
    out.look_alike = in.maybe_text("look_alike");
    out.erased = in.maybe_flag("erased").value_or(false);
    out.carried_from = in.maybe_text("carried_from");
    for (const std::string& word : in.texts("signs")) {
        const auto sign = parse<insight::Sign>(word);
        if (!sign) in.wrong("signs");
        out.signs.push_back(sign.value_or(insight::Sign::link));
    }
    return out;
}

json encode(const PlacementView& view) {
    json out{{"board", view.board},
             {"idea", view.idea},
             {"lever", value_or_null(view.lever)},
             {"scale", value_or_null(view.scale)}};
    put(out, "by", view.by);
    if (view.settled) out["settled"] = true;
    if (view.crowd)
        out["crowd"] = {{"people", view.crowd->people},
                        {"share", view.crowd->share},
                        {"contested", view.crowd->contested}};
    for (const CrowdPlaceView& place : view.places)
        out["places"].push_back({{"lever", value_or_null(place.lever)},
                                 {"scale", value_or_null(place.scale)},
                                 {"people", place.people}});
    return out;
}

PlacementView decode_placement_view(const Fields& in) {
    PlacementView out{in.text("board"), in.text("idea"), in.maybe_text("lever"),
                      in.maybe_text("scale"), in.maybe_text("by")};
    out.settled = in.maybe_flag("settled").value_or(false);
    if (in.has("crowd")) {
        const Fields crowd = in.object("crowd");
        const auto& share = crowd.raw("share");
        if (!share.is_number()) crowd.wrong("share");
        out.crowd = CrowdView{crowd.integer<std::size_t>("people"),
                              share.is_number() ? share.get<double>() : 0, crowd.flag("contested")};
    }
    out.places = in.list("places", [](const Fields& place) {
        return CrowdPlaceView{place.maybe_text("lever"), place.maybe_text("scale"),
                              place.integer<std::size_t>("people")};
    });
    return out;
}

json encode(const WorkshopView& view) {
    json out{{"id", view.id},
             {"code", view.code},
             {"title", view.title},
             {"question", view.question},
             {"language", view.language},
             {"status", view.closed ? "closed" : "open"},
             {"affiliations", encode_all(view.affiliations)},
             {"charter", view.charter}};
    if (view.posts_stopped) out["posts_stopped"] = true;
    return out;
}

WorkshopView decode_workshop(const Fields& in) {
    WorkshopView out;
    out.id = in.text("id");
    out.code = in.text("code");
    out.title = in.text("title");
    out.question = in.text("question");
    out.language = in.text("language");
    out.closed = in.text("status") == "closed";
    out.affiliations = in.list("affiliations", decode_affiliation);
    out.charter = in.texts("charter");
    out.posts_stopped = in.maybe_flag("posts_stopped").value_or(false);
    return out;
}

std::string_view text(Transport transport) noexcept {
    constexpr std::array<std::string_view, 3> names{"websocket", "stream", "poll"};
    return names.at(static_cast<std::size_t>(transport));
}

json encode(const TransportsView& view) {
    return {{"websocket", view.websocket}, {"stream", view.stream}, {"poll", view.poll}};
}

json encode(const PeopleView& view) {
    json out{{"connected", view.connected}};
    put(out, "joined", view.joined);
    put(out, "posted", view.posted);
    put(out, "voted", view.voted);
    if (view.transports) out["transports"] = encode(*view.transports);
    return out;
}

PeopleView decode_people(const Fields& in) {
    PeopleView out{in.integer<std::size_t>("connected"), in.maybe_integer<std::size_t>("joined"),
                   in.maybe_integer<std::size_t>("posted"), in.maybe_integer<std::size_t>("voted"),
                   std::nullopt};
    if (!in.has("transports")) return out;
    const Fields by = in.object("transports");
    out.transports = {by.integer<std::size_t>("websocket"), by.integer<std::size_t>("stream"),
                      by.integer<std::size_t>("poll")};
    return out;
}

json encode(const TalliesView& view) {
    auto out = json::object();
    for (const auto& [phase, ideas] : view) {
        json& counts = out[phase] = json::object();
        for (const auto& [idea, tally] : ideas) counts[idea] = encode(tally);
    }
    return out;
}

TalliesView decode_tallies(const Fields& in) {
    TalliesView out;
    for (const auto& [phase, ideas] : in.json().items()) {
        auto& counts = out[phase];
        const Fields inner = in.object(phase);
        for (const auto& [idea, ignored] : ideas.items()) {
            counts[idea] = decode_tally(inner.object(idea));
        }
    }
    return out;
}

json encode(const YouView& view) {
    json out{{"role", text(view.role)}};
    put(out, "participant", view.participant);
    put(out, "name", view.name);
    put(out, "affiliation", view.affiliation);
    if (view.ballots) {
        json& ballots = out["ballots"] = json::object();
        for (const auto& [phase, ballot] : *view.ballots) {
            json& choices = ballots[phase] = json::object();
            for (const auto& [idea, value] : ballot) choices[idea] = encode(value);
        }
    }
    if (!view.hands.empty()) out["hands"] = view.hands;
    for (const auto& [phase, weather] : view.weathers) out["weathers"][phase] = text(weather);
    if (!view.supports.empty()) out["supports"] = view.supports;
    if (!view.reactions.empty()) out["reactions"] = view.reactions;
    for (const auto& [phase, said] : view.closings) out["closings"][phase] = encode(said);
    if (view.muted) out["muted"] = true;
    for (const auto& [board, ideas] : view.placements)
        for (const auto& [idea, place] : ideas) out["placements"][board][idea] = encode(place);
    return out;
}

json encode(const ReasonView& view) {
    return {{"phase", view.phase},
            {"idea", view.idea},
            {"answer", text(view.answer)},
            {"text", view.text}};
}

ReasonView decode_reason(const Fields& in) {
    return {in.text("phase"), in.text("idea"), in.word<domain::Consent>("answer"), in.text("text")};
}

YouView decode_you(const Fields& in) {
    YouView out;
    out.role = in.word<domain::Role>("role");
    out.participant = in.maybe_text("participant");
    out.name = in.maybe_text("name");
    out.affiliation = in.maybe_text("affiliation");
    out.muted = in.maybe_flag("muted").value_or(false);
    const Fields boards = in.maybe_object("placements");
    if (boards.json().is_object())
        for (const auto& [board, ideas] : boards.json().items()) {
            const Fields places = boards.object(board);
            for (const auto& [idea, ignored] : ideas.items()) {
                const Fields place = places.object(idea);
                out.placements[board][idea] = {place.maybe_text("lever"),
                                               place.maybe_text("scale")};
            }
        }
    if (in.has("hands")) {
        const Fields hands = in.object("hands");
        for (const auto& [phase, ignored] : hands.json().items())
            out.hands[phase] = hands.texts(phase);
    }
    if (in.has("weathers")) {
        const Fields weathers = in.object("weathers");
        for (const auto& [phase, ignored] : weathers.json().items())
            out.weathers[phase] = weathers.word<domain::Weather>(phase);
    }
    out.supports = in.texts("supports");
    out.reactions = in.texts("reactions");
    if (in.has("closings")) {
        const Fields closings = in.object("closings");
        for (const auto& [phase, ignored] : closings.json().items())
            out.closings[phase] = decode_closing(closings.object(phase));
    }
    if (!in.has("ballots")) return out;
    auto& ballots = out.ballots.emplace();
    const Fields phases = in.object("ballots");
    for (const auto& [phase, choices] : phases.json().items()) {
        const Fields ballot = phases.object(phase);
        for (const auto& [idea, ignored] : choices.items())
            ballots[phase][idea] = decode_value(ballot, idea);
    }
    return out;
}

json encode(const StateView& view) {
    json out{{"workshop", encode(view.workshop)},
             {"phases", encode_all(view.phases)},
             {"boards", encode_all(view.boards)},
             {"ideas", encode_all(view.ideas)},
             {"placements", encode_all(view.placements)},
             {"tallies", encode(view.tallies)},
             {"people", encode(view.people)}};
    if (!view.reasons.empty()) out["reasons"] = encode_all(view.reasons);
    if (!view.questions.empty()) out["questions"] = encode_all(view.questions);
    if (!view.commitments.empty()) out["commitments"] = encode_all(view.commitments);
    if (!view.sentences.empty()) out["sentences"] = encode_all(view.sentences);
    out["screen"] = encode(view.screen);
    out["comments"] = encode_all(view.comments);
    if (view.restricted) out["restricted"] = encode_all(*view.restricted);
    if (view.leases) out["leases"] = encode_all(*view.leases);
    return out;
}

StateView decode_state(const Fields& in) {
    StateView out;
    out.workshop = decode_workshop(in.object("workshop"));
    out.phases = in.list("phases", decode_phase);
    out.boards = in.list("boards", decode_board);
    out.ideas = in.list("ideas", decode_idea);
    out.placements = in.list("placements", decode_placement_view);
    out.tallies = decode_tallies(in.object("tallies"));
    out.people = decode_people(in.object("people"));
    out.screen = decode_screen(in.maybe_object("screen"));
    out.comments = in.list("comments", decode_comment);
    if (in.has("restricted")) out.restricted = in.list("restricted", decode_restricted);
    if (in.has("leases")) out.leases = in.list("leases", decode_lease);
    out.reasons = in.list("reasons", decode_reason);
    out.questions = in.list("questions", decode_question);
    out.commitments = in.list("commitments", decode_commitment);
    out.sentences = in.list("sentences", decode_sentence);
    return out;
}

}  // namespace atelier::wire
