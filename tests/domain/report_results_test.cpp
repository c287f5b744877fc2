#include <catch2/catch.hpp>

#include "domain/support/world.hpp"
#include "report/export.hpp"
#include "report/export_json.hpp"
#include "report/results.hpp"
#include "report/verify_export.hpp"

using namespace atelier;
using namespace atelier::domain;
using namespace atelier::tests;
using nlohmann::json;

namespace {

/// A revealed vote by a method on three ideas, a, b and c; people's choices come in turn.
World voted(PhaseSettings settings, const std::vector<std::pair<const char*, VoteValue>>& choices) {
    Blueprint plan = usual_plan();
    plan.phases[2].settings = std::move(settings);
    World world(std::move(plan));
    const Actor facilitator{Role::facilitator};
    (void)world.ask(facilitator, OpenPhase{{"collect"}});
    for (const char* idea : {"a", "b", "c"})
        (void)world.ask(facilitator, PostIdea{"Des haies", {}}, idea);
    (void)world.ask(facilitator, OpenPhase{{"vote"}});
    int person = 0;
    for (const auto& [idea, value] : choices) {
        const Actor who{Role::participant, {"person-" + std::to_string(++person)}};
        (void)world.ask(who, Join{who.participant, {}, {}, ""});
        (void)world.ask(who, DrawCards{});
        REQUIRE(world.ask(who, CastVote{{idea}, value}).ok());
    }
    (void)world.ask(facilitator, RevealResults{{"vote"}});
    return world;
}

/// "b1 a2 c2": ideas with their ranks, best first.
std::string ranking(const World& world) {
    std::string out;
    const auto results = report::vote_results(world.workshop());
    for (const auto& one : results.at(0).ranking)
        out += (out.empty() ? "" : " ") + one.idea.text + std::to_string(one.rank);
    return out;
}

json first(const World& world) {
    const json file = report::export_json(world.workshop(), {7, std::string(64, 'a')}, 0);
    CHECK(report::verify_export(file, "en") == std::vector<std::string>{});
    return file["results"][0]["ranking"][0];
}

}  // namespace

TEST_CASE("[R13] each vote is ranked by its own method, and the export can be checked") {
    const World dots = voted(DotsSettings{}, {{"b", 2}, {"a", 1}, {"c", 1}});
    CHECK(ranking(dots) == "b1 a2 c2");
    CHECK(first(dots) == json{{"idea", "b"}, {"rank", 1}, {"dots", 2}});

    const World useful =
        voted(UsefulSettings{},
              {{"c", Judgement::useful}, {"a", Judgement::not_useful}, {"c", Judgement::useful}});
    CHECK(ranking(useful) == "c1 a2 b2");
    CHECK(first(useful)["low"].get<double>() == Approx(0.3424).epsilon(0.001));

    const World judged = voted(JudgmentSettings{}, {{"a", 2}, {"b", 4}, {"a", 5}, {"b", 4}});
    CHECK(ranking(judged) == "b1 a2 c3");
    CHECK(first(judged)["grade"] == 4);

    const World scored = voted(ImpactEffortSettings{},
                               {{"a", Scores{4, 5}}, {"b", Scores{4, 1}}, {"c", Scores{2, 1}}});
    CHECK(ranking(scored) == "b1 a2 c3");
    CHECK(first(scored)["quadrant"] == "quick_win");

    const World agreed = voted(ConsentSettings{}, {{"a", Answer{Consent::objection, "Non"}},
                                                   {"b", Answer{Consent::agree, ""}},
                                                   {"a", Answer{Consent::agree, ""}}});
    CHECK(ranking(agreed) == "b1 a2 c3");
    CHECK(first(agreed)["outcome"] == "given");
}

TEST_CASE("[R13] a vote whose counts are not shown has no result") {
    World world = voted(JudgmentSettings{}, {{"a", 2}});
    (void)world.ask({Role::facilitator}, RepeatPhase{{"vote"}}, "again");
    const auto results = report::vote_results(world.workshop());
    REQUIRE(results.size() == 1);
    CHECK(results[0].phase.text == "vote");
    CHECK(results[0].round == 1);
    const json file = report::export_json(world.workshop(), {7, std::string(64, 'a')}, 0);
    CHECK(file["withheld"] == json::array({"again"}));
}

TEST_CASE("[R14] reasons stand apart from ballots and from people") {
    const World world = voted(ConsentSettings{}, {{"a", Answer{Consent::objection, "Trop cher"}},
                                                  {"a", Answer{Consent::agree, "Enfin"}}});
    const json file = report::export_json(world.workshop(), {7, std::string(64, 'a')}, 0);
    CHECK(file["reasons"] == json::parse(R"([
        {"phase":"vote","idea":"a","answer":"agree","text":"Enfin"},
        {"phase":"vote","idea":"a","answer":"objection","text":"Trop cher"}])"));
    CHECK(file["ballots"].dump().find("Trop cher") == std::string::npos);
    CHECK(file.dump().find("person-1") == std::string::npos);
}

TEST_CASE("[R11] ballots of every method are checked against the tallies of the export") {
    const World world = voted(JudgmentSettings{}, {{"a", 2}, {"b", 4}});
    json file = report::export_json(world.workshop(), {7, std::string(64, 'a')}, 0);
    file["ballots"][0]["choices"].begin().value() = 6;
    file.erase("checks");
    const auto said = report::verify_export(file, "en");
    REQUIRE(said.size() == 2);
    CHECK(said[0].find("out of bounds") != std::string::npos);
    CHECK(said[1].find("by the ballots") != std::string::npos);
}

TEST_CASE("[R13] pages and spreadsheets tell what each method found, in words") {
    const auto told = [](const World& world, std::string_view format) {
        return report::export_as(format, world.workshop(), {7, std::string(64, 'a')}, 0, "seed")
            .value()
            .bytes;
    };
    const auto contains = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    const World judged = voted(JudgmentSettings{}, {{"a", 2}, {"b", 4}, {"a", 5}, {"b", 4}});
    for (const char* format : {"html", "md"}) {
        CHECK(contains(told(judged, format), "Jugement majoritaire"));
        CHECK(contains(told(judged, format), "Bien\u00A0: 2"));
        CHECK(contains(told(judged, format), "1\u00A0idée n’a reçu aucune réponse."));
    }
    CHECK(contains(told(judged, "csv"), "rank,grade,grade_0,grade_1"));
    CHECK(contains(told(judged, "csv"), "1,4,0,0,0,0,2,0,2"));
    CHECK(contains(told(judged, "csv-fr"), "Mention"));

    const World agreed = voted(ConsentSettings{}, {{"a", Answer{Consent::objection, "Trop cher"}},
                                                   {"b", Answer{Consent::agree, ""}}});
    CHECK(contains(told(agreed, "md"), "**Objections à lever**"));
    CHECK(contains(told(agreed, "csv"), "objections_to_resolve"));
    for (const auto format : report::formats())
        CHECK(contains(told(agreed, format), "Trop cher") == (format == "json"));

    const World scored = voted(ImpactEffortSettings{}, {{"a", Scores{4, 1}}, {"a", Scores{5, 2}}});
    CHECK(contains(told(scored, "html"), "Gain rapide"));
    CHECK(contains(told(scored, "html"), "Impact 4,5 (4,25 à 4,75)"));
    CHECK(contains(told(scored, "csv-fr"), "4,500"));

    const World useful = voted(UsefulSettings{}, {{"a", Judgement::useful}});
    CHECK(contains(told(useful, "md"), "Utile pour 100\u202F%"));
}
