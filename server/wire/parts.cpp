#include "wire/parts.hpp"

namespace atelier::wire {

using nlohmann::json;

namespace {

domain::Lever decode_lever(const Fields& in) {
    return {in.id<domain::LeverId>("id"), in.text("name"), in.text("symbol"), in.text("colour"),
            in.maybe_text("help").value_or("")};
}

domain::Scale decode_scale(const Fields& in) {
    return {in.id<domain::ScaleId>("id"), in.text("name"), in.maybe_id<domain::ScaleId>("parent")};
}

struct EncodeSettings {
    json operator()(const domain::CollectSettings& collect) const {
        json out{{"moderation", text(collect.moderation)},
                 {"max_per_person", collect.max_per_person},
                 {"max_chars", collect.max_graphemes},
                 {"ask_scale", collect.ask_scale}};
        if (collect.comments) out["comments"] = true;
        return out;
    }
    json operator()(const domain::SortSettings& sort) const {
        return {{"board", sort.board.text}, {"mode", text(sort.mode)}};
    }
    json operator()(const domain::DotsSettings& dots) const {
        return {{"method", "dots"},
                {"budget", dots.budget},
                {"max_per_idea", dots.max_per_idea},
                {"hidden", dots.hidden}};
    }
};

domain::CollectSettings decode_collect(const Fields& in) {
    domain::CollectSettings out;
    out.moderation = in.maybe_word<domain::Moderation>("moderation").value_or(out.moderation);
    out.max_per_person =
        in.maybe_integer<std::size_t>("max_per_person").value_or(out.max_per_person);
    out.max_graphemes = in.maybe_integer<std::size_t>("max_chars").value_or(out.max_graphemes);
    out.ask_scale = in.maybe_flag("ask_scale").value_or(out.ask_scale);
    out.comments = in.maybe_flag("comments").value_or(out.comments);
    return out;
}

domain::SortSettings decode_sort(const Fields& in) {
    domain::SortSettings out{in.id<domain::BoardId>("board")};
    out.mode = in.maybe_word<domain::SortMode>("mode").value_or(out.mode);
    return out;
}

domain::DotsSettings decode_dots(const Fields& in) {
    domain::DotsSettings out;
    if (in.maybe_text("method").value_or("dots") != "dots") in.wrong("method");
    out.budget = in.maybe_integer<int>("budget").value_or(out.budget);
    out.max_per_idea = in.maybe_integer<int>("max_per_idea").value_or(out.max_per_idea);
    out.hidden = in.maybe_flag("hidden").value_or(out.hidden);
    return out;
}

template <class Part>
json list(const std::vector<Part>& parts) {
    json out = json::array();
    for (const auto& part : parts) out.push_back(encode(part));
    return out;
}

}  // namespace

json encode(const domain::Affiliation& affiliation) {
    return {{"id", affiliation.id.text}, {"name", affiliation.name}};
}

json encode(const domain::Lever& lever) {
    json out{{"id", lever.id.text},
             {"name", lever.name},
             {"symbol", lever.symbol},
             {"colour", lever.colour}};
    if (!lever.help.empty()) out["help"] = lever.help;
    return out;
}

json encode(const domain::Scale& scale) {
    return {{"id", scale.id.text}, {"name", scale.name}, {"parent", id_or_null(scale.parent)}};
}

json encode(const domain::PhaseSettings& settings) {
    return std::visit(EncodeSettings{}, settings);
}

json encode(const domain::Phase& phase) {
    json out{{"id", phase.id.text},        {"kind", text(kind_of(phase.settings))},
             {"title", phase.title},       {"prompt", phase.prompt},
             {"minutes", phase.minutes},   {"status", text(phase.status)},
             {"revealed", phase.revealed}, {"settings", encode(phase.settings)}};
    if (phase.opened_at) out["opened_at"] = *phase.opened_at;
    if (phase.ends_at) out["ends_at"] = *phase.ends_at;
    return out;
}

json encode(const domain::Board& board) {
    json out{{"id", board.id.text}, {"levers", list(board.levers)}, {"scales", list(board.scales)}};
    if (!board.title.empty()) out["title"] = board.title;
    for (const domain::RetiredLever& gone : board.retired) {
        json lever = encode(gone.lever);
        lever["into"] = id_or_null(gone.into);
        out["retired"].push_back(std::move(lever));
    }
    return out;
}

json encode(const domain::Blueprint& plan) {
    return {{"title", plan.title},        {"question", plan.question},
            {"language", plan.language},  {"affiliations", list(plan.affiliations)},
            {"charter", plan.charter},    {"boards", list(plan.boards)},
            {"phases", list(plan.phases)}};
}

json encode(const domain::Actor& actor) {
    json out{{"role", text(actor.role)}};
    if (!actor.participant.empty()) out["participant"] = actor.participant.text;
    return out;
}

json encode(const domain::Placement& placement) {
    json out{{"lever", id_or_null(placement.lever)}, {"scale", id_or_null(placement.scale)}};
    if (placement.by) out["by"] = placement.by->text;
    if (placement.settled) out["settled"] = true;
    return out;
}

domain::Affiliation decode_affiliation(const Fields& in) {
    return {in.id<domain::AffiliationId>("id"), in.text("name")};
}

domain::PhaseSettings decode_settings(PhaseKind kind, const Fields& in) {
    switch (kind) {
        case PhaseKind::collect:
            return decode_collect(in);
        case PhaseKind::sort:
            return decode_sort(in);
        case PhaseKind::vote:
            break;
    }
    return decode_dots(in);
}

domain::Phase decode_phase(const Fields& in) {
    domain::Phase out;
    out.id = in.id<domain::PhaseId>("id");
    out.title = in.text("title");
    out.prompt = in.maybe_text("prompt").value_or("");
    out.minutes = in.maybe_integer<int>("minutes").value_or(out.minutes);
    out.settings = decode_settings(in.word<PhaseKind>("kind"), in.maybe_object("settings"));
    out.status = in.maybe_word<domain::PhaseStatus>("status").value_or(out.status);
    out.opened_at = in.maybe_integer<base::Millis>("opened_at");
    out.ends_at = in.maybe_integer<base::Millis>("ends_at");
    out.revealed = in.maybe_flag("revealed").value_or(out.revealed);
    return out;
}

domain::Board decode_board(const Fields& in) {
    domain::Board out;
    out.id = in.id<domain::BoardId>("id");
    out.levers = in.list("levers", decode_lever);
    out.scales = in.list("scales", decode_scale);
    out.title = in.maybe_text("title").value_or("");
    out.retired = in.list("retired", [](const Fields& gone) {
        return domain::RetiredLever{decode_lever(gone), gone.maybe_id<domain::LeverId>("into")};
    });
    return out;
}

domain::Blueprint decode_blueprint(const Fields& in) {
    domain::Blueprint out;
    out.title = in.maybe_text("title").value_or("");
    out.question = in.maybe_text("question").value_or("");
    out.language = in.maybe_text("language").value_or(out.language);
    out.affiliations = in.list("affiliations", decode_affiliation);
    out.charter = in.texts("charter");
    out.boards = in.list("boards", decode_board);
    out.phases = in.list("phases", decode_phase);
    return out;
}

domain::Actor decode_actor(const Fields& in) {
    const auto participant = in.maybe_text("participant").value_or("");
    return {in.word<domain::Role>("role"), domain::ParticipantId{participant}};
}

domain::Placement decode_placement(const Fields& in) {
    return {in.maybe_id<domain::LeverId>("lever"), in.maybe_id<domain::ScaleId>("scale"),
            in.maybe_id<domain::ParticipantId>("by"), in.maybe_flag("settled").value_or(false)};
}

base::Result<domain::Blueprint, std::string> decode_blueprint(const json& value) {
    std::string wrong;
    auto plan = decode_blueprint(Fields(value, wrong));
    if (!wrong.empty()) return wrong;
    return plan;
}

}  // namespace atelier::wire
