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

json voting(const Mirror& mirror, Chance& chance) {
    const std::string idea = some_idea(mirror, chance);
    if (chance.percent(75))
        return named("vote.cast",
                     {{"idea", idea}, {"value", chance.below(chance.percent(5) ? 9 : 3)}});
    return named("vote.clear", chance.percent(50) ? json{{"idea", idea}} : json::object());
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

json running(const Mirror& mirror, Chance& chance) {
    static const std::vector<const char*> moves{"phase.open",  "phase.open",   "phase.reopen",
                                                "phase.close", "phase.extend", "results.reveal"};
    if (chance.percent(1)) return named("workshop.close", json::object());
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
        return chance.percent(65) ? moderating(mirror, chance) : running(mirror, chance);
    if (role == domain::Role::screen || chance.percent(5)) return moderating(mirror, chance);
    if (kind == "sort" && chance.percent(80)) return placement(mirror, chance);
    if (kind == "vote" && chance.percent(85)) return voting(mirror, chance);
    if (kind == "collect" && chance.percent(10))
        return named("comment.post", {{"idea", some_idea(mirror, chance)}, {"text", "bien"}});
    return writing(mirror, mark, chance);
}

}  // namespace atelier::simulation
