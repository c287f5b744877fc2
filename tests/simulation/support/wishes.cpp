#include "simulation/support/wishes.hpp"

#include <algorithm>
#include <iterator>

namespace atelier::simulation {
namespace {

json named(const char* name, json args) { return {{"do", name}, {"args", std::move(args)}}; }

/// An idea that they see; one that is not there when they see none, and sometimes anyway.
std::string some_idea(const Mirror& mirror, Chance& chance, bool own = false) {
    std::vector<std::string> seen;
    for (const auto& [id, idea] : mirror.ideas)
        if (!own || idea.value("mine", false) || idea.value("author", "") == "facilitator")
            seen.push_back(id);
    return seen.empty() || chance.percent(3) ? "nowhere" : chance.pick(seen);
}

std::string some_phase(const Mirror& mirror, Chance& chance) {
    return chance.pick(mirror.phases).first;
}

json placement(const Mirror& mirror, Chance& chance) {
    static const std::vector<json> levers{"nature", "entraide", nullptr, "unheard-of"};
    json args{{"idea", some_idea(mirror, chance)},
              {"lever", levers.at(chance.below(chance.percent(5) ? 4 : 3))}};
    if (chance.percent(40)) args["scale"] = chance.percent(50) ? json("commune") : json(nullptr);
    return named("placement.set", std::move(args));
}

json writing(const Mirror& mirror, const std::string& mark, Chance& chance) {
    const std::string text = chance.percent(4) ? " " : mark + " une idée";
    if (mirror.ideas.empty() || chance.percent(55)) return named("idea.post", {{"text", text}});
    const std::string mine = some_idea(mirror, chance, true);
    if (chance.percent(70)) return named("idea.edit", {{"idea", mine}, {"text", text}});
    return named("idea.withdraw", {{"idea", mine}});
}

/// What a vote's method wants; sometimes what another one wants.
json some_value(const std::string& method, Chance& chance) {
    static const std::vector<json> judgements{"useful", "not_useful", "pass"};
    static const std::vector<json> answers{{{"answer", "agree"}},
                                           {{"answer", "reservation"}, {"reason", "Trop tôt"}},
                                           {{"answer", "objection"}, {"reason", "Trop cher"}},
                                           {{"answer", "objection"}}};
    if (method == "useful") return chance.pick(judgements);
    if (method == "judgment") return chance.below(6);
    if (method == "impact_effort")
        return {{"impact", 1 + chance.below(5)}, {"effort", 1 + chance.below(5)}};
    if (method == "consent") return chance.pick(answers);
    return chance.below(chance.percent(5) ? 9 : 3);
}

json voting(const Mirror& mirror, Chance& chance) {
    const std::string idea = some_idea(mirror, chance);
    const json* open = mirror.open_phase();
    const std::string method =
        open ? (*open)["settings"].value("method", std::string("dots")) : "dots";
    if (method == "useful" && chance.percent(40)) return named("card.draw", json::object());
    if (chance.percent(75))
        return named("vote.cast", {{"idea", idea}, {"value", some_value(method, chance)}});
    return named("vote.clear", chance.percent(50) ? json{{"idea", idea}} : json::object());
}

/// One of those they see; one that is not there when they see none.
std::string some_of(const std::map<std::string, json>& things, Chance& chance) {
    return things.empty() || chance.percent(3) ? "nowhere" : chance.pick(things).first;
}

json promising(const std::string& text, Chance& chance) {
    json args{{"text", text}, {"who", chance.percent(50) ? "individual" : "collective"}};
    if (chance.percent(50)) args["by"] = "au printemps";
    return args;
}

json speaking(const Mirror& mirror, const std::string& kind, const std::string& mark,
              Chance& chance) {
    static const std::vector<json> weathers{"sun", "bright", "cloud", "storm"};
    const std::string text = mark + " pourquoi";
    const json question{{"question", some_of(mirror.questions, chance)}};
    const json commitment{{"commitment", some_of(mirror.commitments, chance)}};
    if (kind == "welcome") return named("weather.choose", {{"weather", chance.pick(weathers)}});
    if (kind == "close") {
        json args{{"roti", 1 + chance.below(5)}};
        if (chance.percent(50)) args["sentence"] = text;
        if (chance.percent(50)) args["quote"] = true;
        return named("closing.say", std::move(args));
    }
    if (kind == "commit") {
        json args = promising(text, chance);
        if (chance.percent(50)) return named("commitment.make", std::move(args));
        if (chance.percent(30)) return named("commitment.withdraw", commitment);
        args.update(commitment);
        return named("commitment.edit", std::move(args));
    }
    if (chance.percent(45)) return named("question.ask", {{"text", text}});
    if (chance.percent(20)) return named("question.withdraw", question);
    json args = question;
    args["value"] = chance.percent(70);
    return named("question.upvote", std::move(args));
}

json moderating_voices(const Mirror& mirror, Chance& chance) {
    json question{{"question", some_of(mirror.questions, chance)}};
    json commitment{{"commitment", some_of(mirror.commitments, chance)}};
    switch (chance.below(5)) {
        case 0:
            return named("question.publish", std::move(question));
        case 1:
            question["reason"] = "off_topic";
            return named("question.hide", std::move(question));
        case 2:
            return named("question.answer", std::move(question));
        case 3:
            return named("commitment.publish", std::move(commitment));
        default:
            commitment["reason"] = "duplicate";
            return named("commitment.hide", std::move(commitment));
    }
}

json moderating(const Mirror& mirror, Chance& chance) {
    static const std::vector<std::string> reasons{"off_topic", "duplicate", "insulting"};
    const std::string idea = some_idea(mirror, chance);
    if (chance.percent(50)) return named("idea.publish", {{"idea", idea}});
    return named("idea.hide", {{"idea", idea}, {"reason", chance.pick(reasons)}});
}

/// What is done to boards, groups and texts: texts keep the mark that tells whose they are.
json reviewing(const Mirror& mirror, Chance& chance) {
    const std::string idea = some_idea(mirror, chance);
    const std::string other = some_idea(mirror, chance);
    const auto known = mirror.ideas.find(idea);
    const std::string text =
        known == mirror.ideas.end() ? "rien" : known->second["text"].get<std::string>() + "!";
    switch (chance.below(14)) {
        case 0:
        case 1:
        case 2:
            return named("idea.merge", {{"ideas", {idea}}, {"into", other}});
        case 3:
        case 4:
            return named("idea.unmerge", {{"idea", idea}});
        case 5:
            return named("idea.reword", {{"idea", idea}, {"text", text}});
        case 6:
            return named("idea.answer", {{"idea", idea}, {"text", "merci"}});
        case 7:
            return named("spotlight.set", {{"ideas", {idea}}});
        case 8:
            return named("lever.remove", {{"lever", "entraide"}});
        case 9:
            return named("lever.merge", {{"levers", {"entraide"}}, {"into", "nature"}});
        case 10:
        case 11:
            return named("lever.restore", {{"lever", "entraide"}});
        case 12:
            return named("placement.settle", {{"idea", idea}, {"lever", "nature"}});
        default:
            return named("placement.release", {{"idea", idea}});
    }
}

json changing(const Mirror& mirror, Chance& chance) {
    const std::string phase = some_phase(mirror, chance);
    const json after = chance.percent(50) ? json(nullptr) : json(some_phase(mirror, chance));
    switch (chance.below(5)) {
        case 0:
            return named("phase.insert", {{"phase",
                                           {{"kind", "vote"},
                                            {"title", "Encore"},
                                            {"minutes", 5},
                                            {"settings", {{"method", "judgment"}}}}},
                                          {"after", after}});
        case 1:
            return named("phase.update", {{"phase", phase}, {"title", "Autrement"}});
        case 2:
            return named("phase.reorder", {{"phase", phase}, {"after", after}});
        case 3:
            return named("phase.repeat", {{"phase", phase}});
        default:
            return mirror.phases.size() > 3 ? named("phase.remove", {{"phase", phase}})
                                            : named("phase.repeat", {{"phase", phase}});
    }
}

json running(const Mirror& mirror, Chance& chance) {
    static const std::vector<const char*> moves{"phase.open",  "phase.open",   "phase.reopen",
                                                "phase.close", "phase.extend", "results.reveal"};
    if (chance.percent(1)) return named("workshop.close", json::object());
    if (chance.percent(15)) return changing(mirror, chance);
    const char* move = chance.pick(moves);
    json args{{"phase", some_phase(mirror, chance)}};
    if (std::string(move) == "phase.extend") args["minutes"] = 1 + chance.below(5);
    return named(move, std::move(args));
}

}  // namespace

json wish(const Mirror& mirror, domain::Role role, const std::string& mark, Chance& chance) {
    const json* open = mirror.open_phase();
    const std::string kind = open ? (*open)["kind"].get<std::string>() : "none";
    if (role == domain::Role::moderator)
        return chance.percent(50) ? moderating(mirror, chance) : reviewing(mirror, chance);
    if (role == domain::Role::facilitator && chance.percent(30)) return reviewing(mirror, chance);
    if (role == domain::Role::facilitator && chance.percent(70))
        return chance.percent(15)   ? moderating_voices(mirror, chance)
               : chance.percent(60) ? moderating(mirror, chance)
                                    : running(mirror, chance);
    if (role == domain::Role::screen || chance.percent(5)) return moderating(mirror, chance);
    const bool speaks =
        kind == "welcome" || kind == "listen" || kind == "commit" || kind == "close";
    if (role == domain::Role::participant && chance.percent(4))
        return named("affiliation.choose",
                     {{"affiliation", chance.percent(30) ? json(nullptr) : json("elus")}});
    if (speaks && chance.percent(85)) return speaking(mirror, kind, mark, chance);
    if (kind == "sort" && chance.percent(80)) return placement(mirror, chance);
    if (kind == "vote" && chance.percent(85)) return voting(mirror, chance);
    if (kind == "collect" && chance.percent(10))
        return named("comment.post", {{"idea", some_idea(mirror, chance)}, {"text", "bien"}});
    if (kind == "collect" && chance.percent(20))
        return named("reaction.set",
                     {{"idea", some_idea(mirror, chance)}, {"value", chance.percent(70)}});
    return writing(mirror, mark, chance);
}

}  // namespace atelier::simulation
