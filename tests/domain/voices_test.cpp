#include <catch2/catch.hpp>

#include "domain/support/world.hpp"

using namespace atelier::domain;
using atelier::tests::World;

namespace {

const Actor facilitator{Role::facilitator};
const Actor ada{Role::participant, {"ada"}};
const Actor ben{Role::participant, {"ben"}};

/// A workshop in whose one phase, of these settings, ada and ben are.
World within(PhaseSettings settings) {
    Blueprint plan = atelier::tests::usual_plan();
    plan.phases[0].settings = std::move(settings);
    World world(std::move(plan));
    REQUIRE(world.ask(facilitator, OpenPhase{{"collect"}}));
    for (const Actor& who : {ada, ben})
        REQUIRE(world.ask(who, Join{who.participant, {}, {}, "digest"}));
    return world;
}

std::string answer(World& world, const Actor& who, const Command& command,
                   const char* fresh = "fresh") {
    const auto decided = world.ask(who, command, fresh);
    return decided ? "ok" : std::string(text(decided.error().code));
}

Promise promise(std::string text) { return {std::move(text), Commits::individual, "", "", "", ""}; }

}  // namespace

TEST_CASE("[H1] a weather is chosen in a welcome phase that asks for it, and changed") {
    World world = within(WelcomeSettings{});
    CHECK(answer(world, ada, ChooseWeather{Weather::cloud}) == "ok");
    CHECK(answer(world, ada, ChooseWeather{Weather::sun}) == "ok");
    CHECK(answer(world, ben, ChooseWeather{Weather::storm}) == "ok");
    CHECK(world.workshop().weathers_of({"collect"}).size() == 2);
    CHECK(world.workshop().weathers_of({"collect"}).at({"ada"}) == Weather::sun);
    CHECK(people_voted(world.workshop()) == 2);
    CHECK(answer(world, facilitator, ChooseWeather{Weather::sun}) == "not_allowed");
    CHECK(answer(world, facilitator, ClosePhase{{"collect"}}) == "ok");
    CHECK(answer(world, ada, ChooseWeather{Weather::sun}) == "wrong_phase");
    World silent = within(WelcomeSettings{false, true});
    CHECK(answer(silent, ada, ChooseWeather{Weather::sun}) == "not_allowed");
}

TEST_CASE("[H2] an affiliation is chosen, changed and taken back until the workshop closes") {
    World world = within(CollectSettings{});
    CHECK(answer(world, ada, ChooseAffiliation{AffiliationId{"elus"}}) == "ok");
    CHECK(world.workshop().participant({"ada"})->affiliation == AffiliationId{"elus"});
    CHECK(answer(world, ada, ChooseAffiliation{AffiliationId{"martiens"}}) ==
          "unknown_affiliation");
    CHECK(answer(world, ada, ChooseAffiliation{}) == "ok");
    CHECK_FALSE(world.workshop().participant({"ada"})->affiliation);
    CHECK(answer(world, facilitator, CloseWorkshop{}) == "ok");
    CHECK(answer(world, ada, ChooseAffiliation{AffiliationId{"elus"}}) == "workshop_closed");
}

TEST_CASE(
    "[QU1] so many questions a person, in an open listen phase; one taken back counts no more") {
    World world = within(ListenSettings{Moderation::none, 2, 20});
    CHECK(answer(world, ada, AskQuestion{"Pourquoi ?"}, "q1") == "ok");
    CHECK(answer(world, ada, AskQuestion{"  "}) == "empty_text");
    CHECK(answer(world, ada, AskQuestion{std::string(21, 'x')}) == "text_too_long");
    CHECK(answer(world, ada, AskQuestion{"Comment ?"}, "q2") == "ok");
    CHECK(answer(world, ada, AskQuestion{"Quand ?"}, "q3") == "questions_spent");
    CHECK(answer(world, facilitator, AskQuestion{"Quand ?"}, "q4") == "ok");
    CHECK(answer(world, ada, WithdrawQuestion{{"q1"}}) == "ok");
    CHECK(answer(world, ada, AskQuestion{"Quand ?"}, "q5") == "ok");
    CHECK(answer(world, facilitator, OpenPhase{{"sort"}}) == "ok");
    CHECK(answer(world, ben, AskQuestion{"Quand ?"}) == "wrong_phase");
}

TEST_CASE("[QU2] questions are moderated as ideas are") {
    World before = within(ListenSettings{Moderation::before});
    CHECK(answer(before, ada, AskQuestion{"Pourquoi ?"}, "q") == "ok");
    CHECK(before.workshop().question({"q"})->status == IdeaStatus::pending);
    CHECK(answer(before, ben, UpvoteQuestion{{"q"}, true}) == "no_such_question");
    CHECK(answer(before, facilitator, PublishQuestion{{"q"}}) == "ok");
    CHECK(answer(before, facilitator, PublishQuestion{{"q"}}) == "already_published");
    CHECK(answer(before, facilitator, HideQuestion{{"q"}, HideReason::insulting}) == "ok");
    CHECK(answer(before, facilitator, HideQuestion{{"q"}, HideReason::insulting}) ==
          "already_hidden");
    World after = within(ListenSettings{Moderation::after});
    CHECK(answer(after, ada, AskQuestion{"Pourquoi ?"}, "q") == "ok");
    CHECK(after.workshop().question({"q"})->status == IdeaStatus::published);
    CHECK_FALSE(after.workshop().question({"q"})->reviewed);
    CHECK(answer(after, facilitator, CloseWorkshop{}) == "ok");
    CHECK(answer(after, facilitator, PublishQuestion{{"q"}}) == "ok");
}

TEST_CASE("[QU3] a question is supported once by each person, and not by who asked it") {
    World world = within(ListenSettings{Moderation::none});
    CHECK(answer(world, ada, AskQuestion{"Pourquoi ?"}, "q") == "ok");
    CHECK(answer(world, ada, UpvoteQuestion{{"q"}, true}) == "own_question");
    for (int times = 0; times < 2; ++times)
        CHECK(answer(world, ben, UpvoteQuestion{{"q"}, true}) == "ok");
    CHECK(world.workshop().question({"q"})->supporters.size() == 1);
    CHECK(answer(world, ben, UpvoteQuestion{{"q"}, false}) == "ok");
    CHECK(world.workshop().question({"q"})->supporters.empty());
    CHECK(answer(world, ben, UpvoteQuestion{{"nothing"}, true}) == "no_such_question");
    CHECK(answer(world, facilitator, ClosePhase{{"collect"}}) == "ok");
    CHECK(answer(world, ben, UpvoteQuestion{{"q"}, true}) == "wrong_phase");
}

TEST_CASE("[QU4] only who asked takes a question back, until the workshop is closed") {
    World world = within(ListenSettings{Moderation::none});
    CHECK(answer(world, ada, AskQuestion{"Pourquoi ?"}, "q") == "ok");
    CHECK(answer(world, ben, WithdrawQuestion{{"q"}}) == "not_yours");
    CHECK(answer(world, facilitator, WithdrawQuestion{{"q"}}) == "not_yours");
    CHECK(answer(world, facilitator, ClosePhase{{"collect"}}) == "ok");
    CHECK(answer(world, ada, WithdrawQuestion{{"q"}}) == "ok");
    CHECK(answer(world, ada, WithdrawQuestion{{"q"}}) == "already_withdrawn");
    CHECK(answer(world, facilitator, AnswerQuestion{{"q"}, "Oui"}) == "already_withdrawn");
}

TEST_CASE("[QU5] an answer is given at any time, with words or without, and changed") {
    World world = within(ListenSettings{Moderation::none});
    CHECK(answer(world, ada, AskQuestion{"Pourquoi ?"}, "q") == "ok");
    CHECK(answer(world, facilitator, CloseWorkshop{}) == "ok");
    CHECK(answer(world, facilitator, AnswerQuestion{{"q"}, {}}) == "ok");
    CHECK(world.workshop().question({"q"})->answered);
    CHECK(answer(world, facilitator, AnswerQuestion{{"q"}, "Parce que"}) == "ok");
    CHECK(world.workshop().question({"q"})->answer == "Parce que");
    CHECK(answer(world, facilitator, AnswerQuestion{{"q"}, " "}) == "empty_text");
    CHECK(answer(world, ada, AnswerQuestion{{"q"}, "Non"}) == "not_allowed");
}

TEST_CASE("[C1] so many commitments a person, in an open commit phase, seen at once") {
    World world = within(CommitSettings{1});
    CHECK(answer(world, ada, MakeCommitment{promise("Planter")}, "c1") == "ok");
    CHECK(world.workshop().commitment({"c1"})->status == IdeaStatus::published);
    CHECK(answer(world, ada, MakeCommitment{promise("Semer")}, "c2") == "commitments_spent");
    CHECK(answer(world, ada, WithdrawCommitment{{"c1"}}) == "ok");
    CHECK(answer(world, ada, MakeCommitment{promise("Semer")}, "c2") == "ok");
    CHECK(answer(world, facilitator, MakeCommitment{promise("Tailler")}, "c3") == "ok");
}

TEST_CASE("[C2] a commitment has a text, and shorter parts that may be left out") {
    World world = within(CommitSettings{});
    CHECK(answer(world, ada, MakeCommitment{promise("")}) == "empty_text");
    Promise long_part = promise("Planter");
    long_part.with = std::string(201, 'x');
    const auto decided = world.ask(ada, MakeCommitment{long_part}, "c");
    REQUIRE_FALSE(decided);
    CHECK(decided.error().code == Code::text_too_long);
    CHECK(std::get<std::string>(decided.error().data.back().second) == "with");
}

TEST_CASE("[C3] its author changes a commitment while its phase is open, and takes it back later") {
    World world = within(CommitSettings{});
    CHECK(answer(world, ada, MakeCommitment{promise("Planter")}, "c") == "ok");
    CHECK(answer(world, ben, EditCommitment{{"c"}, promise("Semer")}) == "not_yours");
    CHECK(answer(world, ada, EditCommitment{{"c"}, promise("Semer")}) == "ok");
    CHECK(world.workshop().commitment({"c"})->promise.text == "Semer");
    CHECK(answer(world, ada, EditCommitment{{"nothing"}, promise("Semer")}) ==
          "no_such_commitment");
    CHECK(answer(world, facilitator, ClosePhase{{"collect"}}) == "ok");
    CHECK(answer(world, ada, EditCommitment{{"c"}, promise("Tailler")}) == "wrong_phase");
    CHECK(answer(world, ada, WithdrawCommitment{{"c"}}) == "ok");
}

TEST_CASE("[C4] facilitators hide a commitment, and show it again") {
    World world = within(CommitSettings{});
    CHECK(answer(world, ada, MakeCommitment{promise("Planter")}, "c") == "ok");
    CHECK(answer(world, facilitator, PublishCommitment{{"c"}}) == "already_published");
    CHECK(answer(world, facilitator, HideCommitment{{"c"}, HideReason::insulting}) == "ok");
    CHECK(answer(world, ada, EditCommitment{{"c"}, promise("Semer")}) == "already_hidden");
    CHECK(answer(world, facilitator, PublishCommitment{{"c"}}) == "ok");
    CHECK(world.workshop().commitment({"c"})->status == IdeaStatus::published);
}

TEST_CASE("[Z1] people leave in an open close phase with what it asks for; the last time counts") {
    World world = within(CloseSettings{});
    CHECK(answer(world, ada, SayClosing{{5, "Merci", true}}) == "ok");
    CHECK(answer(world, ada, SayClosing{{2, "", false}}) == "ok");
    CHECK(world.workshop().closings_of({"collect"}).at({"ada"}).roti == 2);
    CHECK(answer(world, ada, SayClosing{{6, "", false}}) == "bad_arguments");
    CHECK(people_voted(world.workshop()) == 1);
    World quiet = within(CloseSettings{false, false});
    CHECK(answer(quiet, ada, SayClosing{{5, "", false}}) == "not_allowed");
    CHECK(answer(quiet, ada, SayClosing{{{}, "Merci", false}}) == "not_allowed");
}

TEST_CASE("[Z2] a sentence is at most so long; one in which nothing can be read is none") {
    World world = within(CloseSettings{});
    CHECK(answer(world, ada, SayClosing{{{}, std::string(301, 'x'), true}}) == "text_too_long");
    CHECK(answer(world, ada, SayClosing{{3, " ", true}}) == "ok");
    CHECK_FALSE(world.workshop().closings_of({"collect"}).at({"ada"}).quote);
}
