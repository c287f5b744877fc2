#include "domain/support/scene.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atelier::tests {
namespace {

using namespace domain;

void set(CollectSettings& settings, const std::string& name, Words& words) {
    const auto count = [&] { return static_cast<std::size_t>(words.number()); };
    if (name == "max_per_person") {
        settings.max_per_person = count();
    } else if (name == "max_chars") {
        settings.max_graphemes = count();
    } else if (name == "moderation") {
        settings.moderation = words.take("before")  ? Moderation::before
                              : words.take("after") ? Moderation::after
                                                    : (words.expect("none"), Moderation::none);
    } else {
        throw ScriptError("collect has no setting " + name);
    }
}

void set(SortSettings& settings, const std::string& name, Words& words) {
    if (name == "board") {
        settings.board.text = words.word();
    } else if (name == "mode") {
        settings.mode = words.take("shared")
                            ? SortMode::shared
                            : (words.expect("facilitators"), SortMode::facilitators);
    } else {
        throw ScriptError("sort has no setting " + name);
    }
}

void set(DotsSettings& settings, const std::string& name, Words& words) {
    if (name == "budget") {
        settings.budget = words.number();
    } else if (name == "max_per_idea") {
        settings.max_per_idea = words.number();
    } else if (name == "hidden") {
        settings.hidden = words.take("yes") || (words.expect("no"), false);
    } else {
        throw ScriptError("vote has no setting " + name);
    }
}

template <class Other>
void set(Other&, const std::string& name, Words&) {
    throw ScriptError("this phase has no setting " + name + ": ask for it by phase.update");
}

Phase& phase_called(Blueprint& plan, const std::string& name) {
    const auto found = std::ranges::find(plan.phases, PhaseId{name}, &Phase::id);
    if (found == plan.phases.end()) throw ScriptError("no phase is called " + name);
    return *found;
}

}  // namespace

void Scene::given(Words& words) {
    if (world_) throw ScriptError("too late: the workshop has begun");
    const bool another = words.take("another");
    Phase& phase = phase_called(plan_, words.word());
    if (another) {
        words.expect("as");
        Phase copy = phase;
        copy.id.text = words.word();
        plan_.phases.push_back(std::move(copy));
    } else if (words.take("minutes")) {
        phase.minutes = words.number();
    } else {
        const std::string name = words.word();
        std::visit([&](auto& settings) { set(settings, name, words); }, phase.settings);
    }
    words.end();
}

void Scene::clock(Words& words) {
    const std::string told = words.word();
    int hours = 0, minutes = 0;
    char beyond = 0;
    if (std::sscanf(told.c_str(), "%2d:%2d%c", &hours, &minutes, &beyond) != 2)
        throw ScriptError(told + " is not a time of day");
    const base::Millis now = (hours * 60 + minutes) * base::Millis{60'000};
    if (now < world().now) throw ScriptError("time does not go back");
    world().now = now;
    words.end();
}

World& Scene::world() {
    if (!world_) world_.emplace(plan_);
    return *world_;
}

}  // namespace atelier::tests
