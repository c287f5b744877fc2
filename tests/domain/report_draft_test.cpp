// What facilitators write into a summary, as JSON: rules DR1 to DR4 (report/draft_json.hpp).
#include <catch2/catch.hpp>

#include "report/draft_json.hpp"

namespace {

using namespace atelier;
using nlohmann::json;
using report::Draft;

Draft everything() {
    Draft draft;
    draft.organisers = {"Ville de Saint-Rémy", "Pays d’Arles"};
    draft.partners = {"L’Atelier « Climat »"};
    draft.introduction = "Un soir de novembre.\n\nSoixante personnes.";
    draft.sections[report::Section::figures] = "Une salle pleine 🌳";
    draft.sections[report::Section::method] = "Rien n’a été retouché.";
    draft.boards[{"main"}] = "Le tableau.";
    draft.levers[{{"main"}, {"entraide"}}] = "On a parlé d’écoute.";
    draft.story = {"On voit", "", "On fait", "Demain"};
    draft.call_to_action = "Venez planter.";
    draft.next_theme = "L’eau";
    draft.links = {{"Le compte rendu", "https://exemple.fr/a?b=c#d"}, {"", "http://exemple.fr"}};
    draft.open_licence = true;
    draft.series = report::InSeries{"Les soirées", 3};
    return draft;
}

std::string wrong_field(const json& asked) {
    const auto found = report::draft_from_json(asked);
    if (found) return "(none)";
    CHECK(found.error().code == domain::Code::bad_arguments);
    return std::get<std::string>(found.error().data.front().second);
}

}  // namespace

TEST_CASE("[DR1] a draft that is written and read again is the same; an empty one is {}") {
    const Draft draft = everything();
    CHECK(report::draft_from_json(report::draft_json(draft)).value() == draft);
    CHECK(report::draft_json({}) == json::object());
    CHECK(report::draft_from_json(json::object()).value() == Draft{});
}

TEST_CASE("[DR2] blank texts are nobody's words; too long or forbidden ones are refused") {
    const auto blank = report::draft_from_json({{"introduction", " \n\t"},
                                                {"sections", {{"votes", "  "}}},
                                                {"story", {{"action", ""}}},
                                                {"organisers", {"", "Une mairie"}},
                                                {"levers", {{"main", {{"entraide", " "}}}}}});
    CHECK(blank.value().organisers == std::vector<std::string>{"Une mairie"});
    CHECK(blank.value().sections.empty());
    CHECK(blank.value().levers.empty());
    CHECK(blank.value().introduction.empty());
    CHECK(wrong_field({{"introduction", std::string(4'001, 'a')}}) == "introduction");
    CHECK(wrong_field({{"introduction", std::string(4'000, 'a')}}) == "(none)");
    CHECK(wrong_field({{"introduction", "a\u202Eb"}}) == "introduction");
    CHECK(wrong_field({{"introduction", "a\xff"}}) == "introduction");
    CHECK(wrong_field({{"organisers", {std::string(201, 'a')}}}) == "organisers");
    CHECK(wrong_field({{"organisers", {"two\nlines"}}}) == "organisers");
    CHECK(wrong_field({{"partners", std::vector<std::string>(31, "a")}}) == "partners");
}

TEST_CASE("[DR3] what is wrong is named by its path, and so is what is not known") {
    CHECK(wrong_field(json::array()) == "draft");
    CHECK(wrong_field({{"organizers", {"a"}}}) == "organizers");
    CHECK(wrong_field({{"sections", {{"intro", "a"}}}}) == "sections.intro");
    CHECK(wrong_field({{"sections", {{"votes", 1}}}}) == "sections.votes");
    CHECK(wrong_field({{"sections", "votes"}}) == "sections");
    CHECK(wrong_field({{"story", {{"end", "a"}}}}) == "story.end");
    CHECK(wrong_field({{"levers", {{"main", "a"}}}}) == "levers.main");
    CHECK(wrong_field({{"levers", {{"main", {{"entraide", 2}}}}}}) == "levers.main.entraide");
    CHECK(wrong_field({{"boards", {{"", "a"}}}}) == "boards.");
    CHECK(wrong_field({{"open_licence", "yes"}}) == "open_licence");
    CHECK(wrong_field({{"series", {{"title", "a"}, {"number", 0}}}}) == "series.number");
    CHECK(wrong_field({{"series", {{"number", 2}}}}) == "series.title");
    CHECK(wrong_field({{"links", {{{"title", "a"}}}}}) == "links.0.url");
    CHECK(wrong_field({{"links", {{{"url", "https://a.fr"}, {"lien", "a"}}}}}) == "links.0.lien");
}

TEST_CASE("[DR4] a link leads to the web, and nowhere else") {
    const auto leads = [](const char* url) {
        return wrong_field({{"links", {{{"title", "a"}, {"url", url}}}}}) == "(none)";
    };
    CHECK(leads("https://exemple.fr/été"));
    CHECK(leads("http://exemple.fr"));
    for (const auto* url : {"javascript:alert(1)", "data:text/html,a", "//exemple.fr", "exemple.fr",
                            "https://a.fr/ b", "https://a.fr/\n", ""})
        CHECK_FALSE(leads(url));
}
