// The templates that ship, and the one an organiser sends along: rules T1 to T6
// (wire/templates.hpp).
#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/limits.hpp"
#include "wire/templates.hpp"

namespace {

using namespace atelier;
using nlohmann::json;

/// As small as a template can be; each test spoils one thing in it.
json small() {
    return json::parse(R"({
      "title": "Bilan",
      "affiliations": [{"id": "elu", "name": "Élu, élue"}],
      "charter": ["Une idée par carte."],
      "boards": [{"id": "main",
        "levers": [{"id": "garder", "name": "À garder", "symbol": "heart", "colour": "green"}],
        "scales": [{"id": "commune", "name": "Commune", "parent": "pays"},
                   {"id": "pays", "name": "Pays", "parent": null}]}],
      "phases": [{"id": "idees", "kind": "collect", "title": "Idées", "minutes": 5},
                 {"kind": "sort", "title": "Ranger", "minutes": 5},
                 {"kind": "vote", "title": "Choisir", "minutes": 5}]})");
}

/// The path of the first mistake, or "fine".
std::string verdict(const json& given, std::string_view language = "fr") {
    const auto plan = wire::blueprint_from_json(given, language);
    if (plan) return "fine";
    REQUIRE(plan.error().code == domain::Code::bad_arguments);
    REQUIRE(plan.error().data.at(0).first == "field");
    return std::get<std::string>(plan.error().data.at(0).second);
}

/// What is said of the small template once the value at `pointer` is replaced.
std::string spoilt(const char* pointer, json value) {
    json given = small();
    given[json::json_pointer(pointer)] = std::move(value);
    return verdict(given);
}

}  // namespace

TEST_CASE("[T6] every shipped template makes a workshop, in both languages") {
    for (const auto* language : {"fr", "en"}) {
        const auto all = wire::builtin_templates(language);
        REQUIRE(all.size() == 3);
        for (const auto& info : all) {
            INFO(info.id << " in " << language);
            const auto plan = wire::blueprint(info.id, language);
            REQUIRE(plan);
            CHECK(plan.value().title == info.title);
            CHECK(plan.value().language == language);
            CHECK_FALSE(plan.value().question.empty());
            CHECK(plan.value().phases.size() == info.phases.size());
        }
    }
    CHECK(wire::builtin_templates("de").empty());
    CHECK_FALSE(wire::blueprint("no-such-template", "fr"));
    CHECK_FALSE(wire::blueprint("retrospective", "de"));
}

TEST_CASE("[T4] an agenda has all of its phases, in their order") {
    using enum wire::PhaseKind;
    const std::vector<std::vector<wire::PhaseKind>> expected{
        {welcome, welcome, listen, collect, vote, sort, vote, listen, commit, close},
        {welcome, collect, sort, vote, listen, commit, close},
        {collect, vote, sort, vote, vote, commit, close}};
    const auto all = wire::builtin_templates("fr");
    REQUIRE(all.size() == expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].id);
        std::vector<wire::PhaseKind> kinds;
        int minutes = 0;
        for (const auto& phase : all[i].phases) {
            kinds.push_back(phase.kind);
            minutes += phase.minutes;
        }
        CHECK(kinds == expected[i]);
        CHECK(all[i].minutes == minutes);
    }
}

TEST_CASE("[T5] territorial resilience: five levers, six nested scales, grades for the first 15") {
    const auto plan = wire::blueprint("resilience-territoriale", "fr").value();
    CHECK(plan.title == "Résilience territoriale\u00A0: cinq leviers");
    CHECK(plan.affiliations.size() == 8);
    REQUIRE(plan.boards.size() == 1);
    CHECK(plan.boards[0].levers.size() == 5);
    CHECK(plan.boards[0].levers[1].symbol == "bulb");
    CHECK(plan.boards[0].scales.size() == 6);
    CHECK(plan.boards[0].scales.front().parent->text == "intercommunalite");
    CHECK_FALSE(plan.boards[0].scales.back().parent);
    const auto collect = std::get<domain::CollectSettings>(plan.phases.at(3).settings);
    CHECK(collect.moderation == domain::Moderation::after);
    CHECK(collect.max_per_person == 5);
    CHECK(collect.ask_scale);
    CHECK(collect.private_until_reveal);
    const auto sort = std::get<domain::SortSettings>(plan.phases.at(5).settings);
    CHECK(sort.board.text == "main");
    CHECK(sort.mode == domain::SortMode::facilitators);
    const auto grades = std::get<domain::JudgmentSettings>(plan.phases.at(6).settings);
    const auto first = std::get<domain::FirstOf>(grades.ideas);
    CHECK((grades.hidden && first.phase.text == "lecture" && first.top == 15));
}

TEST_CASE("[T5] a short template takes the defaults, and its sort phase the first board") {
    const auto plan = wire::blueprint_from_json(small(), "fr").value();
    CHECK(plan.phases.at(0).id.text == "idees");
    CHECK(plan.phases.at(1).id.text == "phase-2");
    CHECK(std::get<domain::SortSettings>(plan.phases.at(1).settings).board.text == "main");
    CHECK(std::get<domain::CollectSettings>(plan.phases.at(0).settings).max_graphemes ==
          domain::limits::idea_graphemes_default);
    json one_dot = small();
    one_dot["phases"][2]["settings"] = {{"budget", 1}};
    const auto tight = wire::blueprint_from_json(one_dot, "fr").value();
    CHECK(std::get<domain::DotsSettings>(tight.phases.at(2).settings).max_per_idea == 1);
}

TEST_CASE("[T1] a text may be given once per language, and then has to have the workshop's") {
    json given = small();
    given["title"] = {{"fr", "Bilan"}, {"en", "Review"}};
    CHECK(wire::blueprint_from_json(given, "en").value().title == "Review");
    given["title"].erase("en");
    CHECK(verdict(given, "en") == "template.title.en");
    given["title"] = small()["title"];
    given["charter"] = json::array({{{"fr", "Une idée par carte."}}});
    CHECK(verdict(given, "fr") == "fine");
    CHECK(verdict(given, "en") == "template.charter");
}

TEST_CASE("[T1] a text that is empty, too long, or not to be trusted is refused by its path") {
    CHECK(spoilt("/title", "  ") == "template.title");
    CHECK(spoilt("/title", std::string(201, 'a')) == "template.title");
    CHECK(spoilt("/title", "Bilan\nde saison") == "template.title");
    CHECK(spoilt("/question", "Quoi\u202E ?") == "template.question");
    CHECK(spoilt("/question", std::string("\xFF")) == "template.question");
    CHECK(spoilt("/question", 7) == "template.question");
    CHECK(spoilt("/charter", json::array({"", ""})) == "template.charter");
    CHECK(spoilt("/charter", std::vector<std::string>(21, "Ensemble.")) == "template.charter");
    CHECK(spoilt("/affiliations/0/name", nullptr) == "template.affiliations.0.name");
    CHECK(spoilt("/boards/0/levers/0/name", std::string(81, 'a')) ==
          "template.boards.0.levers.0.name");
    CHECK(spoilt("/question", "Quoi ?\nComment ?") == "fine");
}

TEST_CASE("[T2] an id is short, plain and used once") {
    CHECK(spoilt("/affiliations/0/id", "Élu") == "template.affiliations.0.id");
    CHECK(spoilt("/phases/0/id", std::string(65, 'a')) == "template.phases.0.id");
    CHECK(spoilt("/phases/0/id", "../x") == "template.phases.0.id");
    CHECK(spoilt("/phases/0/id", "phase-2") == "template.phases");
    json twice = small();
    twice["boards"][0]["levers"].push_back(twice["boards"][0]["levers"][0]);
    CHECK(verdict(twice) == "template.boards.0.levers");
}

TEST_CASE("[T3] scales nest in scales of their board, and never in themselves") {
    CHECK(spoilt("/boards/0/scales/1/parent", "monde") == "template.boards.0.scales");
    CHECK(spoilt("/boards/0/scales/1/parent", "commune") == "template.boards.0.scales");
    CHECK(spoilt("/boards/0/scales/1/parent", "pays") == "template.boards.0.scales");
}

TEST_CASE("[T4] every kind and method is read, slips of the pen are refused") {
    CHECK(spoilt("/phases/0/kind", "welcome") == "fine");
    CHECK(spoilt("/phases/0/kind", "colect") == "template.phases.0.kind");
    CHECK(spoilt("/phases/2/settings", {{"method", "judgment"}}) == "fine");
    CHECK(spoilt("/phases/2/settings", {{"method", "lots"}}) ==
          "template.phases.2.settings.method");
    CHECK(spoilt("/phases", json::array({{{"kind", "listen"}}})) == "template.phases.0.title");
    CHECK(spoilt("/phases", json::array()) == "template.phases");
    CHECK(spoilt("/phases", "collect") == "template.phases");
}

TEST_CASE("[T5] a sort phase needs a board of the template") {
    CHECK(spoilt("/phases/1/settings", {{"board", "other"}}) == "template.phases.1.settings.board");
    CHECK(spoilt("/boards", json::array()) == "template.phases.1.settings.board");
}

TEST_CASE("[T6] every bound is held, and its path told") {
    CHECK(spoilt("/phases/0/minutes", 0) == "template.phases.0.minutes");
    CHECK(spoilt("/phases/0/minutes", 1441) == "template.phases.0.minutes");
    CHECK(spoilt("/phases/0/minutes", 1.5) == "template.phases.0.minutes");
    CHECK(spoilt("/phases/0/minutes", nullptr) == "template.phases.0.minutes");
    CHECK(spoilt("/phases/0/settings", {{"max_per_person", 51}}) ==
          "template.phases.0.settings.max_per_person");
    CHECK(spoilt("/phases/0/settings", {{"max_chars", -1}}) ==
          "template.phases.0.settings.max_chars");
    CHECK(spoilt("/phases/0/settings", {{"max_chars", 2001}}) ==
          "template.phases.0.settings.max_chars");
    CHECK(spoilt("/phases/0/settings", {{"moderation", "later"}}) ==
          "template.phases.0.settings.moderation");
    CHECK(spoilt("/phases/2/settings", {{"budget", 21}}) == "template.phases.2.settings.budget");
    CHECK(spoilt("/phases/2/settings", {{"budget", 0}}) == "template.phases.2.settings.budget");
    CHECK(spoilt("/phases/2/settings", {{"budget", 3}, {"max_per_idea", 4}}) ==
          "template.phases.2.settings.max_per_idea");
    CHECK(spoilt("/boards/0/levers/0/symbol", "skull") == "template.boards.0.levers.0.symbol");
    CHECK(spoilt("/boards/0/levers/0/colour", "#ff0000") == "template.boards.0.levers.0.colour");
    CHECK(spoilt("/boards/0/levers", json::array()) == "template.boards.0.levers");
    CHECK(verdict(json::array()) == "template");
    CHECK(verdict(nullptr) == "template");
    CHECK(verdict(small(), "de") == "language");
}
