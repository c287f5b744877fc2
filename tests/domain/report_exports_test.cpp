// What an export holds and never holds, and that a file can be checked on its own.
#include <catch2/catch.hpp>
#include <set>

#include "base/secret.hpp"
#include "domain/report_story.hpp"
#include "domain/support/unzipped.hpp"
#include "report/export.hpp"
#include "report/export_html.hpp"
#include "report/export_json.hpp"
#include "report/verify_export.hpp"

namespace {

using namespace atelier;
using nlohmann::json;

const report::Fingerprint fingerprint{51, std::string(64, 'a')};

std::string bytes_of(const tests::Story& story, std::string_view format) {
    return report::export_as(format, story.workshop, fingerprint, story.now, "seed").value().bytes;
}

json json_of(const tests::Story& story) { return json::parse(bytes_of(story, "json")); }

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// The differences found once the value at `pointer` is replaced.
std::vector<std::string> spoilt(const char* pointer, json value) {
    json file = json_of(tests::small_meeting());
    file[json::json_pointer(pointer)] = std::move(value);
    file.erase("checks");  // it would tell of any change
    return report::verify_export(file, "en");
}

}  // namespace

TEST_CASE("[R11] no format names a participant, or lets one be found") {
    const auto story = tests::small_meeting();
    for (const auto format : report::formats()) {
        const std::string bytes = tests::content_of(bytes_of(story, format));
        INFO(format);
        CHECK_FALSE(contains(bytes, "Nom de"));
        for (const auto& [id, person] : story.workshop.participants)
            CHECK_FALSE(contains(bytes, "\"" + id.text + "\""));
    }
}

TEST_CASE("[R11] ballots come in the order of what is in them, and their numbers tell nothing") {
    const auto story = tests::small_meeting();
    const json ballots = report::export_json(story.workshop, fingerprint, 0)["ballots"];
    // The same choices by other people, who came in another order.
    auto other = story.workshop;
    auto& votes = other.votes.at({"vote"});
    std::vector<domain::ParticipantId> voters_there;
    for (const auto& [who, ballot] : votes.ballots) voters_there.push_back(who);
    for (std::size_t i = 0; i + 1 < voters_there.size(); i += 2)
        std::swap(votes.ballots.at(voters_there[i]), votes.ballots.at(voters_there[i + 1]));
    CHECK(report::export_json(other, fingerprint, 0)["ballots"] == ballots);
    std::set<std::string> voters;
    for (const auto& ballot : ballots) voters.insert(ballot["voter"]);
    CHECK(voters == std::set<std::string>{"1", "2", "3", "4", "5", "6"});
}

TEST_CASE("[R1] the written summaries quote no idea that is hidden, withdrawn or awaiting review") {
    const auto story = tests::small_meeting();
    for (const auto* format : {"md", "html"}) {
        const std::string bytes = bytes_of(story, format);
        for (const auto* text : {"14 rue des Lilas", "ACHETEZ", "Finalement", "En attente de rel"})
            CHECK_FALSE(contains(bytes, text));
        CHECK(contains(bytes, "Ouvrir la mare aux classes"));
    }
}

TEST_CASE("[R4] no format tells anything of a vote that is not revealed") {
    auto story = tests::small_meeting();
    for (auto& phase : story.workshop.plan.phases) phase.revealed = false;
    const json file = json_of(story);
    CHECK(file["withheld"] == json::array({"vote"}));
    CHECK(file["ballots"].empty());
    for (const auto& idea : file["ideas"]) CHECK(idea["tallies"].empty());
    CHECK_FALSE(contains(bytes_of(story, "csv"), "dots"));
    CHECK_FALSE(contains(bytes_of(story, "csv-fr"), "Gommettes"));
    for (const auto* format : {"md", "html"})
        for (const auto* told : {"gommettes posées", "d’avis favorables", "gommettes\u00A0de"})
            CHECK_FALSE(contains(bytes_of(story, format), told));
    CHECK(contains(bytes_of(story, "md"), "6\u00A0bulletins reçus"));
}

TEST_CASE("[R8] an idea tells its author's affiliation only where that may be told") {
    auto story = tests::small_meeting();
    std::set<std::string> told;
    const json file = json_of(story);
    for (const auto& idea : file["ideas"])
        if (idea.contains("affiliation")) told.insert(idea["affiliation"]);
    CHECK(told == std::set<std::string>{"elu", "habitant"});
    CHECK_FALSE(contains(bytes_of(story, "csv"), "Association"));
}

TEST_CASE("[R9] the page has no script, no other file, and a style that its policy can name") {
    const std::string page = bytes_of(tests::small_meeting(), "html");
    for (const auto* part : {"<script", "src=", "href=\"http", "style=", "url(h", "url(\"", "url(/",
                             "@import", "onerror"})
        CHECK_FALSE(contains(page.substr(page.find("</style>")), part));
    const auto begin = page.find("<style>") + 7;
    const std::string style = page.substr(begin, page.find("</style>") - begin);
    CHECK_FALSE(contains(style, "url("));
    CHECK_FALSE(contains(style, "@import"));
    const std::string hash = report::summary_style_sha256_base64();
    CHECK(hash.size() == 44);
    CHECK(contains(page, "<html lang=\"fr\">"));
    CHECK(contains(page, "&lt;script&gt;alert(&#39;coucou&#39;)&lt;/script&gt;"));
}

TEST_CASE("[R9] a page of nothing, of one idea and in English says so in plain words") {
    tests::Story empty;
    CHECK(contains(bytes_of(empty, "html"), "Aucune idée n’a été publiée."));
    CHECK(contains(bytes_of(empty, "html"), "Aucun vote n’a eu lieu."));
    CHECK(contains(bytes_of(empty, "md"),
                   "Personne n’a encore rejoint l’atelier. Aucune idée n’a été déposée."));
    tests::Story one("en");
    one.join("ada");
    one.open("divergence");
    one.post("a", "Plant hedges", "ada");
    CHECK(contains(bytes_of(one, "md"),
                   "One person joined the workshop and took part. One idea was posted."));
    CHECK(contains(bytes_of(one, "md"), "### Systems approach\n\nNo idea on this lever."));
    CHECK(contains(bytes_of(one, "html"), "<html lang=\"en\">"));
}

TEST_CASE("[R12] a file is named by its day, its title and what it is") {
    auto story = tests::small_meeting();
    const auto name = [&](std::string_view format) {
        return report::export_as(format, story.workshop, fingerprint, 0, "").value().name;
    };
    CHECK(name("md") == "2026-11-23_haies-mares-l-ete-d-apres_synthese.md");
    CHECK(name("csv-fr") == "2026-11-23_haies-mares-l-ete-d-apres_synthese_excel.csv");
    story.tell(domain::WorkshopUpdated{"🌳", std::nullopt});
    CHECK(name("json") == "2026-11-23_atelier_synthese.json");
    const auto unknown = report::export_as("pdf", story.workshop, fingerprint, 0, "");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().asked == "pdf");
}

TEST_CASE("[V1] an export agrees with itself, and another file is not taken for one") {
    CHECK(report::verify_export(json_of(tests::small_meeting()), "fr").empty());
    CHECK(report::verify_export(json_of(tests::Story{}), "fr").empty());
    for (const auto& other : {json(), json(3), json::array(), json::object(), json("x")})
        CHECK(report::verify_export(other, "fr").size() == 1);
    CHECK(spoilt("/schema", "atelier-export/9").at(0) ==
          "This file is not a workshop’s export: schema is missing or not as it should be.");
    CHECK(spoilt("/ideas/0/tallies/vote/dots", "many").size() == 1);
    CHECK(spoilt("/ideas/1/id", "i-1").at(0) == "Idea i-1 is there twice.");
}

TEST_CASE("[V3] a tally that its ballots do not give is found, and told in numbers") {
    CHECK(spoilt("/ideas/0/tallies/vote/dots", 9) ==
          std::vector<std::string>{
              "Vote vote, idea i-1: 9 (dots) and 4 (people) told, 8 and 4 by the ballots."});
    CHECK(spoilt("/ideas/0/tallies", json::object()).size() == 1);
    CHECK(spoilt("/ballots", json::array()).size() == 4);
    CHECK(spoilt("/withheld", json::array({"vote"})).size() > 4);
}

TEST_CASE("[V2] a ballot that does not fit its vote is found") {
    CHECK(spoilt("/ballots/0/voter", "2").at(0) == "Vote vote: ballot 2 is there twice.");
    CHECK(spoilt("/ballots/0/dots/i-99", 1).at(0) ==
          "Vote vote, ballot 1: idea i-99 is not in the file.");
    CHECK(spoilt("/ballots/0/dots/i-3", 3).size() == 1);
    CHECK(spoilt("/ballots/0/phase", "divergence").size() >= 1);
}

TEST_CASE("[V4] a place that its board does not have is found") {
    CHECK(spoilt("/ideas/0/placements/0/lever", "levier").size() == 1);
    CHECK(spoilt("/ideas/0/placements/0/board", "tableau").size() == 1);
    CHECK(spoilt("/ideas/0/placements/0/scale", nullptr).empty());
}

TEST_CASE("[V5] counts of hidden ideas and of people are held against the rest") {
    CHECK(spoilt("/moderation/hidden_by_reason/insulting", 1).size() == 1);
    CHECK(spoilt("/moderation/hidden_by_reason", json::object()).size() == 2);
    CHECK(spoilt("/people/posted", 17).at(0) ==
          "People who posted an idea: 17 told, but 16 joined the workshop.");
}
