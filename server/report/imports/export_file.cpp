#include <algorithm>

#include "domain/decide.hpp"
#include "report/export_json.hpp"
#include "report/imports/exported_workshop.hpp"
#include "report/imports/readers.hpp"
#include "report/imports/retell.hpp"
#include "report/verify_export.hpp"
#include "wire/bounded_json.hpp"
#include "wire/resting.hpp"

namespace atelier::report::imports {
namespace {

using nlohmann::json;

/// Rule IM10: what an export and the export of its copy do not have in common.
json without_names(json file) {
    file.erase("exported_at");
    file.erase("checks");  // they follow from the rest
    file.erase("fingerprint");
    if (file.contains("workshop") && file["workshop"].is_object())
        for (const char* key : {"id", "code", "created_at"}) file["workshop"].erase(key);
    return file;
}

/// Tells it again and folds it: what does not fit together is found before anything is written.
bool can_be_told(const domain::Workshop& workshop) try {
    domain::Workshop folded;
    for (const auto& recorded : retell(workshop, 0))
        domain::apply(folded, recorded.event, recorded.at);
    return true;
} catch (const base::BrokenInvariant&) {
    return false;
}

/// The members of lists that are not the same, by their ids or phases; else the whole member.
std::string place_of(const std::string& key, const json& told, const json& again) {
    if (!told.is_array() || !again.is_array()) return key;
    for (std::size_t i = 0; i < std::max(told.size(), again.size()); ++i) {
        const json one = i < told.size() ? told[i] : json(),
                   other = i < again.size() ? again[i] : json();
        if (one == other) continue;
        const json& named = one.is_object() ? one : other;
        for (const char* name : {"id", "phase"})
            if (named.is_object() && named.value(name, json()).is_string())
                return key + " " + named[name].get<std::string>();
        return key + " " + std::to_string(i + 1);
    }
    return key;
}

/// Which members the export of the copy would tell otherwise: an older export says less, and a vote
/// that is not revealed stays where it was cast.
void compare(const json& file, const domain::Workshop& workshop, ImportPlan& plan) {
    const json told = without_names(file), again = without_names(export_json(workshop, {}, 0));
    for (const auto& [key, value] : again.items())
        if (!told.contains(key) || (key != "schema" && told[key] != value))
            plan.warnings.add("copy_differs", 0, key);
}

/// What was erased stays counted as that of ideas alone (retell.cpp).
void tell_erased(const domain::Workshop& workshop, ImportPlan& plan) {
    const auto any = [](const auto& items) {
        return std::ranges::any_of(items, [](const auto& item) { return item.erased; });
    };
    if (any(workshop.comments)) plan.warnings.add("copy_differs", 0, "comments");
    if (any(workshop.questions)) plan.warnings.add("copy_differs", 0, "questions");
    if (any(workshop.commitments)) plan.warnings.add("copy_differs", 0, "commitments");
}

std::string lever_of(const domain::Workshop& workshop, const domain::Idea& idea) {
    for (const auto& board : workshop.plan.boards)
        if (const auto place = wire::resting(board, idea.id); place && place->place.lever)
            return board.lever(*place->place.lever)->name;
    return {};
}

void list_ideas(ImportPlan& plan) {
    const domain::Workshop& workshop = *plan.workshop;
    for (const auto& idea : workshop.ideas) {
        ++plan.rows;
        if (!shown(workshop, idea)) continue;
        PlannedIdea planned{plan.rows, idea.text, lever_of(workshop, idea), idea.at};
        if (planned.text.empty()) continue;  // erased
        const auto& lever = planned.lever;
        if (!lever.empty() && std::ranges::find(plan.levers, lever) == plan.levers.end())
            plan.levers.push_back(lever);
        plan.ideas.push_back(std::move(planned));
    }
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [voter, ballot] : votes.ballots) plan.votes_cast += ballot.size();
}

}  // namespace

std::vector<std::string> untold(const json& file) {
    const auto workshop = exported_workshop(file);
    if (!workshop) return {"not as an export has it: " + workshop.error().detail};
    if (!file["withheld"].empty()) return {};  // what is kept back cannot be counted again
    std::vector<std::string> out;
    const json again = without_names(export_json(workshop.value(), {}, 0));
    const json told = without_names(file);
    const bool whole = told.value("schema", "") == again["schema"];
    for (const auto& [key, value] : again.items()) {
        const bool compared = whole || key == "results" || key == "moderation" || key == "reasons";
        if (!compared || !told.contains(key) || told[key] == value) continue;
        out.push_back(place_of(key, told[key], value) +
                      " does not follow from the rest of the file");
    }
    return out;
}

Read<ImportPlan> read_export(std::string_view text) {
    const auto parsed = wire::parse_bounded(text, limits::json_depth_max);
    if (!parsed) return damaged("JSON");
    const json& file = parsed.value();
    const json schema = file.is_object() ? file.value("schema", json()) : json();
    if (!schema.is_string() || !schema.get<std::string>().starts_with("atelier-export/"))
        return unknown("JSON");
    if (schema != "atelier-export/1" && schema != "atelier-export/2")
        return Refused{"import_too_new", schema.get<std::string>().substr(0, 40)};
    if (const auto differences = verify_export(file, "en"); !differences.empty())
        return Refused{"import_untrue", differences.front()};
    auto workshop = exported_workshop(file);
    if (!workshop) return workshop.error();
    if (!can_be_told(workshop.value())) return Refused{"import_untrue", "ideas"};
    ImportPlan plan;
    plan.format = Format::atelier;
    plan.title = workshop.value().plan.title;
    plan.language = workshop.value().plan.language;
    if (schema == "atelier-export/1") plan.warnings.add("older_export");
    for (const auto& phase : workshop.value().plan.phases)
        if (vote_rules(phase.settings) && phase.opened_at && !counts_shown(workshop.value(), phase))
            plan.warnings.add("vote_withheld", 0, phase.title);
    compare(file, workshop.value(), plan);
    tell_erased(workshop.value(), plan);
    const json mark = file.value("fingerprint", json::object());
    if (mark.is_object() && mark.value("digest", json()).is_string())
        plan.fingerprint = mark["digest"].get<std::string>().substr(0, 64);
    plan.workshop = std::move(workshop).value();
    list_ideas(plan);
    return plan;
}

}  // namespace atelier::report::imports
