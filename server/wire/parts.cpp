#include "wire/parts.hpp"

#include "wire/choices.hpp"

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
        if (collect.reactions) out["reactions"] = true;
        if (collect.private_until_reveal) out["private"] = true;
        return out;
    }
    json operator()(const domain::SortSettings& sort) const {
        return {{"board", sort.board.text}, {"mode", text(sort.mode)}};
    }
    json operator()(const domain::WelcomeSettings& s) const {
        return {{"weather", s.weather}, {"charter", s.charter}};
    }
    json operator()(const domain::ListenSettings& s) const {
        return {{"moderation", text(s.moderation)},
                {"max_per_person", s.max_per_person},
                {"max_chars", s.max_graphemes}};
    }
    json operator()(const domain::CommitSettings& s) const {
        return {{"max_per_person", s.max_per_person}};
    }
    json operator()(const domain::CloseSettings& s) const {
        json out{{"roti", s.roti}, {"sentence", s.sentence}};
        if (!s.action.empty()) out["action"] = s.action;
        if (!s.next.empty()) out["next"] = s.next;
        return out;
    }
    json operator()(const domain::DotsSettings& dots) const {
        json out = vote(domain::Method::dots, dots);
        out["budget"] = dots.budget;
        out["max_per_idea"] = dots.max_per_idea;
        return out;
    }
    json operator()(const domain::UsefulSettings& s) const {
        json out = vote(domain::Method::useful, s);
        if (s.any_card) out["any_card"] = true;
        return out;
    }
    json operator()(const domain::JudgmentSettings& s) const {
        return vote(domain::Method::judgment, s);
    }
    json operator()(const domain::ImpactEffortSettings& s) const {
        return vote(domain::Method::impact_effort, s);
    }
    json operator()(const domain::ConsentSettings& s) const {
        return vote(domain::Method::consent, s);
    }

  private:
    template <class Vote>
    static json vote(domain::Method method, const Vote& settings) {
        json out{{"method", text(method)}, {"hidden", settings.hidden}};
        if (!std::holds_alternative<domain::Published>(settings.ideas))
            out["ideas"] = wire::encode(settings.ideas);
        return out;
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
    out.reactions = in.maybe_flag("reactions").value_or(out.reactions);
    out.private_until_reveal = in.maybe_flag("private").value_or(out.private_until_reveal);
    return out;
}

domain::WelcomeSettings decode_welcome(const Fields& in) {
    domain::WelcomeSettings out;
    out.weather = in.maybe_flag("weather").value_or(out.weather);
    out.charter = in.maybe_flag("charter").value_or(out.charter);
    return out;
}

domain::ListenSettings decode_listen(const Fields& in) {
    domain::ListenSettings out;
    out.moderation = in.maybe_word<domain::Moderation>("moderation").value_or(out.moderation);
    out.max_per_person =
        in.maybe_integer<std::size_t>("max_per_person").value_or(out.max_per_person);
    out.max_graphemes = in.maybe_integer<std::size_t>("max_chars").value_or(out.max_graphemes);
    return out;
}

domain::CommitSettings decode_commit(const Fields& in) {
    domain::CommitSettings out;
    out.max_per_person =
        in.maybe_integer<std::size_t>("max_per_person").value_or(out.max_per_person);
    return out;
}

domain::CloseSettings decode_close(const Fields& in) {
    domain::CloseSettings out;
    out.roti = in.maybe_flag("roti").value_or(out.roti);
    out.sentence = in.maybe_flag("sentence").value_or(out.sentence);
    out.action = in.maybe_text("action").value_or("");
    out.next = in.maybe_text("next").value_or("");
    return out;
}

domain::SortSettings decode_sort(const Fields& in) {
    domain::SortSettings out{in.id<domain::BoardId>("board")};
    out.mode = in.maybe_word<domain::SortMode>("mode").value_or(out.mode);
    return out;
}

template <class Vote>
Vote decode_rest(const Fields& in, Vote out) {
    out.hidden = in.maybe_flag("hidden").value_or(out.hidden);
    if (in.has("ideas")) out.ideas = decode_selection(in.object("ideas"));
    return out;
}

domain::UsefulSettings decode_useful(const Fields& in) {
    auto out = decode_rest(in, domain::UsefulSettings{});
    out.any_card = in.maybe_flag("any_card").value_or(out.any_card);
    return out;
}

domain::PhaseSettings decode_vote(const Fields& in) {
    switch (in.maybe_word<domain::Method>("method").value_or(domain::Method::dots)) {
        case domain::Method::dots:
            break;
        case domain::Method::useful:
            return decode_useful(in);
        case domain::Method::judgment:
            return decode_rest(in, domain::JudgmentSettings{});
        case domain::Method::impact_effort:
            return decode_rest(in, domain::ImpactEffortSettings{});
        case domain::Method::consent:
            return decode_rest(in, domain::ConsentSettings{});
    }
    domain::DotsSettings out;
    out.budget = in.maybe_integer<int>("budget").value_or(out.budget);
    out.max_per_idea = in.maybe_integer<int>("max_per_idea").value_or(out.max_per_idea);
    return decode_rest(in, out);
}

template <class Value>
void put(json& out, const char* key, const std::optional<Value>& value) {
    if (value) out[key] = *value;
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
    if (phase.ideas) out["ideas"] = ids_json(*phase.ideas);
    if (phase.round > 1) out["round"] = phase.round;
    if (phase.repeats) out["repeats"] = phase.repeats->text;
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
    json out{{"title", plan.title},        {"question", plan.question},
             {"language", plan.language},  {"affiliations", list(plan.affiliations)},
             {"charter", plan.charter},    {"boards", list(plan.boards)},
             {"phases", list(plan.phases)}};
    if (plan.continues) out["continues"] = plan.continues->text;
    return out;
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
        case PhaseKind::welcome:
            return decode_welcome(in);
        case PhaseKind::listen:
            return decode_listen(in);
        case PhaseKind::commit:
            return decode_commit(in);
        case PhaseKind::close:
            return decode_close(in);
    }
    return decode_vote(in);
}

domain::SettingsChange decode_change(const Fields& in) {
    domain::SettingsChange out;
    out.moderation = in.maybe_word<domain::Moderation>("moderation");
    out.max_per_person = in.maybe_integer<std::size_t>("max_per_person");
    out.max_graphemes = in.maybe_integer<std::size_t>("max_chars");
    out.ask_scale = in.maybe_flag("ask_scale");
    out.comments = in.maybe_flag("comments");
    out.reactions = in.maybe_flag("reactions");
    out.private_until_reveal = in.maybe_flag("private");
    out.any_card = in.maybe_flag("any_card");
    out.board = in.maybe_id<domain::BoardId>("board");
    out.mode = in.maybe_word<domain::SortMode>("mode");
    out.method = in.maybe_word<domain::Method>("method");
    out.budget = in.maybe_integer<int>("budget");
    out.max_per_idea = in.maybe_integer<int>("max_per_idea");
    out.hidden = in.maybe_flag("hidden");
    if (in.has("ideas")) out.ideas = decode_selection(in.object("ideas"));
    out.weather = in.maybe_flag("weather");
    out.charter = in.maybe_flag("charter");
    out.roti = in.maybe_flag("roti");
    out.sentence = in.maybe_flag("sentence");
    out.action = in.maybe_text("action");
    out.next = in.maybe_text("next");
    return out;
}

json encode(const domain::SettingsChange& change) {
    json out = json::object();
    if (change.moderation) out["moderation"] = text(*change.moderation);
    put(out, "max_per_person", change.max_per_person);
    put(out, "max_chars", change.max_graphemes);
    put(out, "ask_scale", change.ask_scale);
    put(out, "comments", change.comments);
    put(out, "reactions", change.reactions);
    put(out, "private", change.private_until_reveal);
    put(out, "any_card", change.any_card);
    if (change.board) out["board"] = change.board->text;
    if (change.mode) out["mode"] = text(*change.mode);
    if (change.method) out["method"] = text(*change.method);
    put(out, "budget", change.budget);
    put(out, "max_per_idea", change.max_per_idea);
    put(out, "hidden", change.hidden);
    if (change.ideas) out["ideas"] = encode(*change.ideas);
    put(out, "weather", change.weather);
    put(out, "charter", change.charter);
    put(out, "roti", change.roti);
    put(out, "sentence", change.sentence);
    put(out, "action", change.action);
    put(out, "next", change.next);
    return out;
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
    if (in.has("ideas")) out.ideas = decode_ids(in, "ideas");
    out.round = in.maybe_integer<int>("round").value_or(out.round);
    out.repeats = in.maybe_id<domain::PhaseId>("repeats");
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
    out.continues = in.maybe_id<domain::WorkshopId>("continues");
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
