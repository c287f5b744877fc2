// What the replay of a workshop tells: rules RP1 to RP7 (report/replay.hpp).
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "domain/report_story.hpp"
#include "report/replay.hpp"
#include "report/summary.hpp"

namespace {

using namespace atelier;
using nlohmann::json;
using tests::Story;

json replay_of(const Story& story, std::size_t most = report::replay_moments_max) {
    return report::replay_json(story.workshop, story.events, most);
}

bool says(const json& replay, const std::string& words) {
    return replay.dump().find(words) != std::string::npos;
}

std::vector<json> moments(const json& replay, const std::string& what) {
    std::vector<json> out;
    for (const json& moment : replay.at("moments"))
        if (moment.at("moment") == what) out.push_back(moment);
    return out;
}

/// The steps of a shared board, opened for everyone.
Story sorting(domain::SortMode mode) {
    auto plan = tests::three_steps("fr");
    std::get<domain::SortSettings>(plan.phases[1].settings).mode = mode;
    Story story(std::move(plan));
    story.crowd("hab", 6);
    story.open("divergence");
    story.post("i-1", "Une haie", "hab1", "commune");
    story.post("i-2", "Une mare", "hab2");
    story.close("divergence");
    story.open("classement");
    return story;
}

void choose(Story& story, const std::string& who, const char* idea, const char* lever) {
    story.tell(domain::PlacementChosen{
        {"main"}, {idea}, {who}, {domain::LeverId{lever}, domain::ScaleId{"commune"}}});
}

}  // namespace

TEST_CASE("[RP1] what the summary does not quote is nowhere in it, neither as text nor as id") {
    Story story = tests::small_meeting();
    story.tell(domain::IdeaErased{{"i-10"}});
    const json replay = replay_of(story);
    CHECK(replay.at("ideas").size() == 5);
    CHECK(says(replay, "\"i-1\""));
    for (const char* id : {"i-6", "i-7", "i-8", "i-9", "i-10"})
        CHECK_FALSE(says(replay, "\"" + std::string(id) + "\""));
    for (const char* text : {"Lilas", "PANNEAUX", "Finalement", "relecture", "classes", "effacée"})
        CHECK_FALSE(says(replay, text));
}

TEST_CASE("[RP1] what waits for the reveal of a private collection waits here, too") {
    auto plan = tests::three_steps("fr");
    std::get<domain::CollectSettings>(plan.phases[0].settings).private_until_reveal = true;
    Story story(std::move(plan));
    story.join("hab1");
    story.open("divergence");
    story.post("i-1", "Une haie", "hab1");
    story.close("divergence");
    CHECK(replay_of(story).at("ideas").empty());
    CHECK(moments(replay_of(story), "idea.published").empty());
    story.reveal("divergence");
    const auto shown = moments(replay_of(story), "idea.published");
    REQUIRE(shown.size() == 1);
    CHECK(shown.front().at("at") == story.now);
}

TEST_CASE("[RP1] questions and commitments that were hidden, withdrawn or erased are not told") {
    Story story = tests::full_meeting();
    json replay = replay_of(story);
    CHECK(replay.at("questions").size() == 3);
    CHECK(replay.at("commitments").size() == 2);
    CHECK(moments(replay, "question.answered").size() == 2);
    CHECK_FALSE(says(replay, "q-4"));
    CHECK_FALSE(says(replay, "c-3"));
    story.tell(domain::ParticipantErased{{"hab1"}});
    replay = replay_of(story);
    CHECK_FALSE(says(replay, "q-1"));
    CHECK_FALSE(says(replay, "c-1"));
    CHECK_FALSE(says(replay, "rivière"));
    CHECK_FALSE(says(replay, "remorque"));
}

TEST_CASE("[RP2] a text is the last one from its first moment on") {
    Story story;
    story.join("hab1");
    story.open("divergence");
    story.post("i-1", "Première rédaction", "hab1");
    const auto at = story.now;
    story.tell(domain::IdeaEdited{{"i-1"}, "Seconde", domain::IdeaStatus::published, false});
    story.hide("i-1", domain::HideReason::off_topic);
    story.tell(domain::IdeaPublished{{"i-1"}});
    story.tell(domain::IdeaReworded{{"i-1"}, "Rédaction dernière"});
    const json replay = replay_of(story);
    CHECK_FALSE(says(replay, "Première"));
    CHECK_FALSE(says(replay, "Seconde"));
    CHECK(replay.at("ideas").at(0).at("text") == "Rédaction dernière");
    const auto shown = moments(replay, "idea.published");
    REQUIRE(shown.size() == 1);
    CHECK(shown.front().at("at") == at);
}

TEST_CASE("[RP3] no name, no participant's id, no affiliation, nobody's own choice") {
    const json replay = replay_of(tests::full_meeting());
    CHECK_FALSE(says(replay, "Nom de"));
    for (const char* id : {"hab1", "elu1", "asso1", "anonyme1"}) CHECK_FALSE(says(replay, id));
    for (const char* member : {"author", "affiliation", "by_name", "original", "reason", "mine"})
        CHECK_FALSE(says(replay, "\"" + std::string(member)));
    CHECK_FALSE(says(replay, "La berge"));  // why somebody objects
    CHECK_FALSE(says(replay, "ne pas citer"));
}

TEST_CASE("[RP4] counts are told once they are shown; before, only how many took part") {
    Story story;
    story.crowd("hab", 3);
    story.open("divergence");
    story.post("i-1", "Une haie");
    story.close("divergence");
    story.open("vote");
    for (const char* who : {"hab1", "hab2", "hab3"}) story.vote(who, "i-1", 2);
    story.close("vote");
    json replay = replay_of(story);
    CHECK(replay.at("tallies").empty());
    CHECK(moments(replay, "results.revealed").empty());
    REQUIRE(moments(replay, "people.voted").size() == 3);
    CHECK(moments(replay, "people.voted").back().at("people") == 3);
    story.reveal("vote");
    replay = replay_of(story);
    CHECK(replay.at("tallies").at("vote").at("i-1") == json{{"dots", 6}, {"voters", 3}});
    REQUIRE(moments(replay, "results.revealed").size() == 1);
    CHECK(moments(replay, "results.revealed").front().at("at") == story.now);
}

TEST_CASE("[RP4] counts that were never hidden are told when the vote is closed for good") {
    auto plan = tests::three_steps("fr");
    std::get<domain::DotsSettings>(plan.phases[2].settings).hidden = false;
    Story story(std::move(plan));
    story.crowd("hab", 2);
    story.open("divergence");
    story.post("i-1", "Une haie");
    story.close("divergence");
    story.open("vote");
    story.vote("hab1", "i-1", 1);
    CHECK(replay_of(story).at("tallies").empty());
    story.close("vote");
    story.tell(domain::PhaseReopened{{"vote"}, story.now});
    story.vote("hab2", "i-1", 1);
    story.close("vote");
    const auto revealed = moments(replay_of(story), "results.revealed");
    REQUIRE(revealed.size() == 1);
    CHECK(revealed.front().at("at") == story.now);
}

TEST_CASE("[RP5] moments are in order, and folded they give the summary's places and groups") {
    Story story = tests::full_meeting();
    story.tell(domain::IdeasUnmerged{{"i-1"}, {{"i-11"}}});
    story.tell(domain::IdeasMerged{{"i-4"}, {{"i-1"}, {"i-11"}}});
    const json replay = replay_of(story);
    base::Millis before = 0;
    std::map<std::string, json> places;
    std::map<std::string, std::string> leads;
    std::set<std::string> shown;
    for (const json& moment : replay.at("moments")) {
        CHECK(moment.at("at") >= before);
        before = moment.at("at");
        const std::string what = moment.at("moment");
        if (what == "idea.published") shown.insert(moment.at("idea").get<std::string>());
        if (what == "idea.merged") leads[moment.at("idea")] = moment.at("into");
        if (what == "idea.unmerged") leads.erase(moment.at("idea").get<std::string>());
        if (what == "placement.set") places[moment.at("idea")] = moment;
    }
    const domain::Board& board = story.workshop.plan.boards.front();
    for (const domain::Idea& idea : story.workshop.ideas) {
        CHECK(shown.contains(idea.id.text) == domain::shown(story.workshop, idea));
        if (!domain::shown(story.workshop, idea)) continue;
        const auto place = report::resting_place(board, idea);
        const json lever = place.lever ? json(place.lever->text) : json();
        const auto told = places.find(idea.id.text);
        CHECK((told == places.end() ? json() : told->second.at("lever")) == lever);
        const auto lead = leads.find(idea.id.text);
        CHECK((lead == leads.end() ? "" : lead->second) == (idea.group ? idea.group->text : ""));
    }
}

TEST_CASE("[RP5] where a card was put is told by the levers of the end") {
    Story story = sorting(domain::SortMode::shared);
    story.place("i-1", "entraide");
    domain::Board board = story.workshop.plan.boards.front();
    const auto gone =
        std::ranges::find(board.levers, domain::LeverId{"entraide"}, &domain::Lever::id);
    board.retired.push_back({*gone, domain::LeverId{"synergies"}});
    board.levers.erase(gone);
    story.tell(domain::BoardChanged{
        domain::BoardChange::levers_merged, board, {{"entraide"}, {"synergies"}}});
    const json replay = replay_of(story);
    const auto placed = moments(replay, "placement.set");
    REQUIRE(placed.size() == 1);
    CHECK(placed.front().at("lever") == "synergies");
    CHECK_FALSE(says(replay, "entraide"));
}

TEST_CASE("[RP6] a second holds one moment of each kind, and past the bound it is two, or four") {
    Story story;
    story.open("divergence");
    for (int i = 0; i < 40; ++i) {
        if (i % 4) story.now -= 1'000;
        story.join("hab" + std::to_string(i));
    }
    CHECK(moments(replay_of(story), "people.joined").size() == 10);
    story.post("i-1", "Une haie");
    story.post("i-2", "Une mare");
    story.close("divergence");
    story.open("classement");
    for (int i = 0; i < 60; ++i) story.place("i-1", i % 2 ? "entraide" : "synergies");
    CHECK(moments(replay_of(story), "placement.set").size() == 60);
    const json replay = replay_of(story, 30);
    CHECK(replay.at("moments").size() <= 30);
    CHECK(moments(replay, "placement.set").back().at("lever") == "entraide");
    CHECK(moments(replay, "people.joined").back().at("people") == 40);
    CHECK(moments(replay_of(story, 0), "idea.published").size() == 2);
    CHECK(moments(replay_of(story, 0), "phase.opened").size() == 2);
}

TEST_CASE("[RP7] where a crowd puts a card is told when its step is closed") {
    Story story = sorting(domain::SortMode::crowd);
    for (const char* who : {"hab1", "hab2", "hab3"}) choose(story, who, "i-1", "entraide");
    choose(story, "hab4", "i-1", "synergies");
    choose(story, "hab1", "i-2", "entraide");
    domain::Placement settled{domain::LeverId{"innovation"}, {}, {}, true};
    story.tell(domain::PlacementSet{{"main"}, {"i-2"}, settled});
    const auto settled_at = story.now;
    story.close("classement");
    const auto placed = moments(replay_of(story), "placement.set");
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].at("idea") == "i-2");
    CHECK(placed[0].at("at") == settled_at);
    CHECK(placed[0].at("lever") == "innovation");
    CHECK(placed[1].at("idea") == "i-1");
    CHECK(placed[1].at("at") == story.now);
    CHECK(placed[1].at("lever") == "entraide");
    CHECK(placed[1].at("scale") == "commune");
}
