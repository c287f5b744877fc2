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

json moderating(const Mirror& mirror, Chance& chance) {
    static const std::vector<std::string> reasons{"off_topic", "duplicate", "insulting"};
    const std::string idea = some_idea(mirror, chance);
    if (chance.percent(50)) return named("idea.publish", {{"idea", idea}});
    return named("idea.hide", {{"idea", idea}, {"reason", chance.pick(reasons)}});
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
    if (role == domain::Role::facilitator && chance.percent(70))
        return chance.percent(65) ? moderating(mirror, chance) : running(mirror, chance);
    if (role == domain::Role::screen || chance.percent(5)) return moderating(mirror, chance);
    if (kind == "sort" && chance.percent(80)) return placement(mirror, chance);
    if (kind == "vote" && chance.percent(85)) return voting(mirror, chance);
    return writing(mirror, mark, chance);
}

}  // namespace atelier::simulation
