#include <catch2/catch.hpp>

#include "domain/support/meeting.hpp"
#include "domain/support/script.hpp"
#include "wire/projection.hpp"

using namespace atelier;
using namespace atelier::domain;
using tests::Meeting;
using tests::play;

namespace {

/// Ada's idea in an open collection that is private.
void play_private(const std::string& script) {
    play(R"(
        facilitator asks phase.update "{'phase':'collect','settings':{'private':true}}" -> ok
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        hedges is published
    )" + script);
}

std::size_t seen_by(const Workshop& workshop, Role role, const std::string& who = "") {
    return wire::project_state(workshop, {role, {who}}, {}).ideas.size();
}

}  // namespace

TEST_CASE("[I8] what is private is voted on, sorted and shown by nobody before the reveal") {
    play_private(R"(
        facilitator asks spotlight.set "{'ideas':['hedges']}" -> refused idea_not_published
        facilitator opens sort                                -> ok
        facilitator asks placement.set "{'idea':'hedges','lever':'nature'}" -> refused idea_not_published
        facilitator opens vote                                -> ok
        ben votes 1 on hedges                                 -> refused no_such_idea
        facilitator reveals collect                           -> ok
        ben votes 1 on hedges                                 -> ok
        facilitator asks spotlight.set "{'ideas':['hedges']}" -> ok
    )");
}

TEST_CASE(
    "[I8] the reveal lets people go on posting; there is one, and none of what was not private") {
    play_private(R"(
        facilitator reveals collect         -> ok
        ben posts "Des bancs" as benches    -> ok
        facilitator reveals collect         -> refused already_revealed
        facilitator asks phase.update "{'phase':'collect','settings':{'private':false}}" -> refused phase_not_planned
    )");
    play(R"(
        facilitator opens collect   -> ok
        facilitator reveals collect -> refused wrong_phase expects=vote
    )");
}

TEST_CASE("[I8][P5] private ideas are in nobody's state but their author's and the reviewers'") {
    Meeting m;
    const auto state = [&] { return m.workshop(); };
    SettingsChange change;
    change.private_until_reveal = true;
    m.must(m.facilitator, ClosePhase{{"collect"}});
    m.must(m.facilitator, InsertPhase{PhaseKind::collect, "Silence", "", 5, change, {}}, "silence");
    m.must(m.facilitator, OpenPhase{{"silence"}});
    const auto before = seen_by(state(), Role::screen);
    m.posts("ada", "a");
    CHECK(seen_by(state(), Role::participant, "ada") == before + 1);
    CHECK(seen_by(state(), Role::facilitator) == before + 1);
    CHECK(seen_by(state(), Role::moderator) == before + 1);
    CHECK(seen_by(state(), Role::participant, "ben") == before);
    CHECK(seen_by(state(), Role::screen) == before);
    SECTION("the reveal") { m.must(m.facilitator, RevealResults{{"silence"}}); }
    SECTION("the end of the workshop") { m.must(m.facilitator, CloseWorkshop{}); }
    CHECK(seen_by(state(), Role::participant, "ben") == before + 1);
    CHECK(seen_by(state(), Role::screen) == before + 1);
}

TEST_CASE("[I8][G2] what is private is grouped with its like, and shown with its group") {
    play_private(R"(
        ben posts "Des haies vives" as live  -> ok
        facilitator asks idea.merge "{'into':'hedges','ideas':['live']}" -> ok
        facilitator reveals collect          -> ok
    )");
    Meeting m;
    m.posts("ada", "here");
    SettingsChange change;
    change.private_until_reveal = true;
    m.must(m.facilitator, ClosePhase{{"collect"}});
    m.must(m.facilitator, InsertPhase{PhaseKind::collect, "Silence", "", 5, change, {}}, "silence");
    m.must(m.facilitator, OpenPhase{{"silence"}});
    m.posts("ada", "lead");
    m.posts("ben", "member");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"here"}}, {"lead"}}) == "bad_group");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"member"}}, {"here"}}) == "bad_group");
    m.must(m.facilitator, MergeIdeas{{{"member"}}, {"lead"}});
    const auto bens = [&] {
        const auto state = wire::project_state(m.workshop(), {Role::participant, {"ben"}}, {});
        return *std::ranges::find(state.ideas, std::string("member"), &wire::IdeaView::id);
    };
    CHECK_FALSE(bens().group);
    m.must(m.facilitator, RevealResults{{"silence"}});
    CHECK(bens().group == "lead");
}

TEST_CASE("[I8] what only its author may know of an idea survives its reveal") {
    Meeting m;
    SettingsChange change;
    change.private_until_reveal = true;
    m.must(m.facilitator, ClosePhase{{"collect"}});
    m.must(m.facilitator, InsertPhase{PhaseKind::collect, "Silence", "", 5, change, {}}, "silence");
    m.must(m.facilitator, OpenPhase{{"silence"}});
    m.posts("ada", "a");
    m.must(m.facilitator, AnswerIdea{{"a"}, "Merci"});
    m.must(m.facilitator, RevealResults{{"silence"}});
    const auto own = wire::project_own(m.workshop(), ResultsRevealed{{"silence"}});
    REQUIRE(own.size() == 1);
    CHECK(own[0].participant.text == "ada");
    CHECK(std::get<wire::IdeaShown>(own[0].event).idea.answer == "Merci");
}
