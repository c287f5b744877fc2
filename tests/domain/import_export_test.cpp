#include <rapidcheck/catch.h>

#include "domain/report_story.hpp"
#include "domain/support/steps.hpp"
#include "domain/support/world.hpp"
#include "report/export.hpp"
#include "report/export_json.hpp"
#include "report/imports/make.hpp"
#include "report/verify_export.hpp"

using namespace atelier;
using namespace atelier::report::imports;
using nlohmann::json;

namespace {

const report::Fingerprint fingerprint{51, std::string(64, 'a')};

/// Rule IM10: what names the copy, and when.
json without_names(json file) {
    for (const char* key : {"exported_at", "fingerprint"}) file.erase(key);
    for (const char* key : {"id", "code", "created_at"}) file["workshop"].erase(key);
    return file;
}

struct Copy {
    domain::Workshop workshop;
    ImportPlan plan;
};

Copy copy_of(const domain::Workshop& workshop) {
    const std::string text = report::export_json(workshop, fingerprint, 5).dump();
    const Upload file{"export.json", text};
    auto plan = read_import({&file, 1}, {});
    if (!plan) throw std::runtime_error(plan.error().code + ": " + plan.error().detail);
    Copy out;
    for (const auto& one : new_workshop(plan.value(), {"copy"}, "WXYZ-2345", 99))
        domain::apply(out.workshop, one.event, one.at);
    out.plan = std::move(plan).value();
    return out;
}

std::string warned(const ImportPlan& plan) {
    std::string out;
    for (const auto& warning : plan.warnings.all())
        out += warning.code + " " + warning.detail + "\n";
    return out;
}

/// The summary as a reader sees it, without its fingerprint, and without how many people of each
/// affiliation took part: which author is which voter is in no file (protocol/exports.md).
std::string page(const domain::Workshop& workshop) {
    std::istringstream in(report::export_as("md", workshop, {1, "x"}, 0, "seed").value().bytes);
    std::string out;
    bool by_affiliation = false;
    for (std::string line; std::getline(in, line); out += line + "\n") {
        if (line.empty()) by_affiliation = false;
        if (line.starts_with("| Catégorie d’acteur | Personnes | Ont pris part |"))
            by_affiliation = true;
        if (!by_affiliation) continue;
        const auto third = line.find('|', line.find('|', 1) + 1);
        line.erase(third, line.find('|', third + 1) - third);
    }
    return out;
}

void same_again(const domain::Workshop& workshop) {
    const Copy copy = copy_of(workshop);
    CHECK(warned(copy.plan) == "");
    const json one = without_names(report::export_json(workshop, fingerprint, 5));
    const json two = without_names(report::export_json(copy.workshop, fingerprint, 6));
    CHECK(one.dump(1) == two.dump(1));
    // Of a workshop in which nothing happened the page tells the day on which it was made.
    if (!workshop.ideas.empty()) CHECK(page(workshop) == page(copy.workshop));
    CHECK(copy.workshop.id.text == "copy");
    CHECK(copy.workshop.code == "WXYZ-2345");
    for (const auto& [id, person] : copy.workshop.participants) CHECK(person.name.empty());
    for (const auto& [phase, votes] : copy.workshop.votes)
        CHECK(domain::recount(votes) == votes.tallies);
}

domain::Phase phase_of(const char* id, domain::PhaseSettings settings) {
    domain::Phase out;
    out.id = {id};
    out.title = id;
    out.settings = std::move(settings);
    return out;
}

}  // namespace

TEST_CASE("[IM10] a meeting that was exported and imported is the same meeting") {
    same_again(tests::small_meeting().workshop);
}

TEST_CASE("[IM10] every method, rounds, groups, crowds, levers that left, voices: all come again") {
    using namespace domain;
    Blueprint plan = tests::three_steps("fr");
    plan.phases.push_back(phase_of("useful", UsefulSettings{}));
    plan.phases.push_back(phase_of("grades", JudgmentSettings{}));
    plan.phases.push_back(phase_of("scores", ImpactEffortSettings{}));
    plan.phases.push_back(phase_of("consent", ConsentSettings{}));
    plan.phases.push_back(phase_of("again", DotsSettings{}));
    plan.phases.back().round = 2;
    plan.phases.back().repeats = PhaseId{"vote"};
    plan.phases.push_back(phase_of("welcome", WelcomeSettings{}));
    plan.phases.push_back(phase_of("listen", ListenSettings{}));
    plan.phases.push_back(phase_of("commit", CommitSettings{}));
    plan.phases.push_back(phase_of("close", CloseSettings{}));
    tests::Story story(std::move(plan));
    story.crowd("elu", 6, "elu");
    story.crowd("hab", 7, "habitant");
    story.crowd("asso", 5, "association");
    story.crowd("rien", 5);
    const auto who = [](const char* name, int i) {
        return ParticipantId{name + std::to_string(i)};
    };
    story.open("divergence");
    for (int i = 1; i <= 7; ++i)
        story.post("i" + std::to_string(i), "Idée « " + std::to_string(i) + " »\n\"a/b\"",
                   "hab" + std::to_string(1 + i % 3), "commune");
    story.post("f", "Du facilitateur");
    story.tell(IdeaPosted{{"old"},
                          {"divergence"},
                          {},
                          "Une idée d’hier",
                          {},
                          IdeaStatus::published,
                          true,
                          {},
                          WorkshopId{"yesterday"}});
    story.hide("i7", HideReason::insulting);
    story.tell(IdeaReworded{{"i6"}, "Idée redite"});
    story.tell(IdeasMerged{{"i1"}, {{"i3"}, {"i2"}}});
    story.tell(CommentPosted{{"k1"}, {"i1"}, who("hab", 1), "Oui 🌳"});
    story.tell(CommentPosted{{"k2"}, {"i1"}, who("hab", 2), "Non"});
    story.tell(CommentHidden{{"k2"}, HideReason::off_topic});
    story.close("divergence");
    story.open("classement");
    Board board = *story.workshop.board({"main"});
    board.placements.clear();
    board.retired.push_back({board.levers.back(), board.levers.front().id});
    board.levers.pop_back();
    story.place("i1", story.workshop.board({"main"})->levers.back().id.text.c_str(), "commune");
    story.tell(BoardChanged{BoardChange::levers_merged, board, {}});
    for (int i = 1; i <= 5; ++i)
        story.tell(PlacementChosen{
            {"main"}, {"i4"}, who("elu", i), {board.levers[i == 1 ? 1 : 0].id, {}}});
    story.tell(PlacementChosen{{"main"}, {"i5"}, who("elu", 1), {board.levers[1].id, {}}});
    story.tell(PlacementSet{{"main"}, {"i5"}, {board.levers[0].id, {}, {}, true}});
    story.close("classement");
    const auto vote = [&](const char* phase, auto choose) {
        story.open(phase);
        for (const char* group : {"elu", "hab", "rien"})
            for (int i = 1; i <= 5; ++i)
                for (const char* idea : {"i1", "i4", "i5"})
                    if (const std::optional<Choice> choice = choose(group, i, idea))
                        story.tell(VoteCast{{phase}, who(group, i), {idea}, *choice});
        story.close(phase);
        story.reveal(phase);
    };
    vote("vote", [](std::string_view, int i, std::string_view idea) {
        return idea == "i1" ? std::optional<Choice>(Dots{1 + i % 2}) : std::nullopt;
    });
    story.open("useful");
    for (int i = 1; i <= 6; ++i)
        story.tell(CardsDrawn{{"useful"}, who("elu", i), {{"i4"}, {"i1"}}});
    story.close("useful");
    story.tell(PhaseReopened{{"useful"}, story.now});
    for (int i = 1; i <= 4; ++i)
        story.tell(VoteCast{
            {"useful"}, who("elu", i), {"i4"}, i == 1 ? Judgement::not_useful : Judgement::useful});
    story.close("useful");
    story.reveal("useful");
    vote("grades", [](std::string_view group, int i, std::string_view) {
        return group == "elu" ? std::optional<Choice>(Grade{i}) : std::nullopt;
    });
    vote("scores", [](std::string_view group, int i, std::string_view idea) {
        return group == "hab" && idea == "i5" ? std::optional<Choice>(Scores{i, 6 - i})
                                              : std::nullopt;
    });
    vote("consent", [](std::string_view group, int i, std::string_view idea) {
        if (group == "rien" || idea != "i4") return std::optional<Choice>();
        return std::optional<Choice>(
            i == 2 ? Answer{Consent::objection, "Trop \"cher\" " + std::string(group)}
                   : Answer{Consent::agree, i == 3 ? "Enfin" : ""});
    });
    story.open("again");
    story.tell(VoteCast{{"again"}, who("asso", 1), {"i1"}, Dots{2}});
    story.close("again");
    story.reveal("again");
    story.tell(WeatherChosen{{"welcome"}, who("rien", 1), Weather::storm});
    story.tell(WeatherChosen{{"welcome"}, who("rien", 2), Weather::sun});
    story.tell(
        QuestionAsked{{"q1"}, {"listen"}, who("hab", 1), "Quand ?", IdeaStatus::published, true});
    story.tell(QuestionUpvoted{{"q1"}, who("hab", 2), true});
    story.tell(QuestionAnswered{{"q1"}, ""});
    story.tell(QuestionAsked{{"q2"}, {"listen"}, {}, "Où ?", IdeaStatus::pending, false});
    story.tell(
        CommitmentMade{{"c1"},
                       {"commit"},
                       who("hab", 1),
                       {"Planter", Commits::collective, "mars", "la ville", "des bras", ""}});
    story.tell(
        CommitmentMade{{"c2"}, {"commit"}, {}, {"Vendre", Commits::individual, "", "", "", ""}});
    story.tell(CommitmentHidden{{"c2"}, HideReason::advertising, true});
    story.tell(ClosingSaid{{"close"}, who("hab", 1), {5, "Merci", true}});
    story.tell(ClosingSaid{{"close"}, who("hab", 2), {3, "Entre nous", false}});
    story.tell(ClosingSaid{{"close"}, who("hab", 3), {{}, "Bien", true}});
    REQUIRE(
        report::verify_export(report::export_json(story.workshop, fingerprint, 5), "en").empty());
    same_again(story.workshop);
    story.tell(WorkshopClosed{});
    same_again(story.workshop);
}

TEST_CASE("[IM10] whatever people do in a workshop, what is shown of it comes again") {
    rc::prop("export, import, export", [] {
        tests::World world = tests::begun(*rc::gen::arbitrary<tests::House>());
        tests::live(world, *tests::some_steps());
        domain::Workshop workshop = world.workshop();
        for (auto& phase : workshop.plan.phases)
            if (phase.status == domain::PhaseStatus::open)
                phase.status = domain::PhaseStatus::closed;
        workshop.closed = true;
        const Copy copy = copy_of(workshop);
        RC_ASSERT(without_names(report::export_json(workshop, fingerprint, 5)) ==
                  without_names(report::export_json(copy.workshop, fingerprint, 5)));
    });
}

TEST_CASE("[IM10] what an export keeps back is said, and nothing is invented for it") {
    auto story = tests::small_meeting();
    for (auto& phase : story.workshop.plan.phases) phase.revealed = false;
    const Copy copy = copy_of(story.workshop);
    CHECK(warned(copy.plan) == "vote_withheld Vote par gommettes\ncopy_differs people\n");
    CHECK(copy.workshop.votes.empty());
}

TEST_CASE("[IM10] an empty workshop, and one of 5,000 ideas, come again") {
    tests::Story empty;
    same_again(empty.workshop);
    tests::Story large;
    large.open("divergence");
    for (int i = 1; i <= 5'000; ++i)
        large.post("i" + std::to_string(i), "Idée " + std::to_string(i));
    same_again(large.workshop);
}

TEST_CASE("[IM10] what was erased comes again as erased, or in words where it cannot") {
    using namespace domain;
    tests::Story story;
    story.open("divergence");
    story.post("i1", "Gardée");
    story.post("i2", "Effacée");
    story.tell(IdeaErased{{"i2"}});
    REQUIRE(
        report::verify_export(report::export_json(story.workshop, fingerprint, 5), "en").empty());
    same_again(story.workshop);
    CHECK(copy_of(story.workshop).workshop.ideas[1].erased);

    story.workshop.comments.push_back(
        {{"c1"}, {"i1"}, std::nullopt, "", 7, CommentStatus::shown, std::nullopt, true});
    const Copy copy = copy_of(story.workshop);
    CHECK(warned(copy.plan) == "copy_differs comments\n");
    CHECK(copy.workshop.comments[0].text == "Contribution effacée à la demande de son auteur");

    json lies = report::export_json(story.workshop, fingerprint, 5);
    lies["comments"][0]["text"] = "Encore là";
    const std::string text = lies.dump();
    const Upload file{"export.json", text};
    CHECK_FALSE(read_import({&file, 1}, {}));
}

TEST_CASE("[IM1] ideas go into a collection all together, or nothing happens") {
    tests::Story story;
    const std::string list = "Une haie\nUne mare\n";
    const Upload file{"l.txt", list};
    const auto plan = read_import({&file, 1}, {}).value();
    const auto events = added_ideas(story.workshop, plan, {}, "fresh");
    REQUIRE(events);
    CHECK(events.value().size() == 2);
    domain::Workshop then = story.workshop;
    for (const auto& event : events.value()) domain::apply(then, event, 1);
    CHECK(then.ideas.size() == 2);
    CHECK(then.ideas[0].status == domain::IdeaStatus::published);
    CHECK(then.ideas[0].phase.text == "divergence");
    CHECK_FALSE(then.ideas[0].author);
    const auto code = [&](const domain::Workshop& workshop, const Into& into) {
        const auto refused = added_ideas(workshop, plan, into, "fresh");
        return refused ? std::string() : std::string(domain::text(refused.error().code));
    };
    CHECK(code(then, {domain::PhaseId{"vote"}, {}}) == "no_such_phase");
    CHECK(code(then, {domain::PhaseId{"none"}, {}}) == "no_such_phase");
    CHECK(code(then, {{}, domain::BoardId{"none"}}) == "no_such_board");
    then.closed = true;
    CHECK(code(then, {}) == "workshop_closed");
    tests::Story full;
    for (int i = 0; i < 4'999; ++i) full.post("x" + std::to_string(i), "x");
    CHECK(code(full.workshop, {}) == "too_many_ideas");
}

TEST_CASE("[IM2] a section goes to the lever of its name; what the board lacks is added") {
    tests::Story story;
    const auto& levers = story.workshop.board({"main"})->levers;
    const std::string wall =
        "Body;Section\nUne haie;" + levers[1].name + "\nUne mare;Eau\nUn puits;Eau\n";
    const Upload file{"mur.csv", wall};
    const auto plan = read_import({&file, 1}, {}).value();
    const auto events = added_ideas(story.workshop, plan, {}, "fresh");
    REQUIRE(events);
    domain::Workshop then = story.workshop;
    for (const auto& event : events.value()) domain::apply(then, event, 1);
    const auto& board = *then.board({"main"});
    CHECK(board.levers.size() == levers.size() + 1);
    CHECK(board.levers.back().name == "Eau");
    CHECK(board.placements.at({"fresh-1"}).lever == levers[1].id);
    CHECK(board.placements.at({"fresh-3"}).lever == board.levers.back().id);
    std::string many = "Body;Section\n";
    for (int i = 0; i < 16; ++i) many += "x" + std::to_string(i) + ";s" + std::to_string(i) + "\n";
    const Upload crowded{"mur.csv", many};
    const auto refused =
        added_ideas(story.workshop, read_import({&crowded, 1}, {}).value(), {}, "f");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == domain::Code::too_many_levers);
}
