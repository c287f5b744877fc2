#include <catch2/catch.hpp>
#include <set>

#include "domain/support/world.hpp"

using namespace atelier::domain;
using atelier::tests::World;

namespace {

const Actor facilitator{Role::facilitator};
Actor called(const std::string& name) { return {Role::participant, {name}}; }

std::string answer(const Decided<std::vector<Event>>& decided) {
    return decided ? "ok" : std::string(text(decided.error().code));
}

}  // namespace

TEST_CASE("[U4] a workshop has room for 10,000 people; those who are in can come back") {
    World world;
    for (std::size_t i = 1; i < limits::participants_per_workshop_max; ++i)
        world.happen(ParticipantJoined{{std::to_string(i)}, "", std::nullopt, ""});
    CHECK(answer(world.ask(called("last"), Join{{"last"}, {}, {}, ""})) == "ok");
    CHECK(answer(world.ask(called("late"), Join{{"late"}, {}, {}, ""})) == "too_many_people");
    CHECK(answer(world.ask(called("1"), Join{{"1"}, "Ada", {}, ""})) == "ok");
    CHECK(world.workshop().participants.size() == 10'000);
}

TEST_CASE("[I6] a workshop holds 5,000 ideas, the withdrawn ones and those of facilitators too") {
    World world;
    REQUIRE(world.ask(called("ada"), Join{{"ada"}, {}, {}, ""}));
    REQUIRE(world.ask(facilitator, OpenPhase{{"collect"}}));
    for (std::size_t i = 1; i < limits::ideas_per_workshop_max; ++i)
        world.happen(IdeaPosted{{std::to_string(i)},
                                {"collect"},
                                std::nullopt,
                                "Des haies",
                                std::nullopt,
                                IdeaStatus::published,
                                true});
    CHECK(answer(world.ask(called("ada"), PostIdea{"La dernière", {}}, "last")) == "ok");
    CHECK(answer(world.ask(called("ada"), PostIdea{"De trop", {}}, "late")) == "too_many_ideas");
    CHECK(answer(world.ask(called("ada"), WithdrawIdea{{"last"}})) == "ok");
    CHECK(answer(world.ask(called("ada"), PostIdea{"Encore", {}}, "late")) == "too_many_ideas");
    CHECK(answer(world.ask(facilitator, PostIdea{"Aussi", {}}, "late")) == "too_many_ideas");
    CHECK(answer(world.ask(facilitator, HideIdea{{"1"}, HideReason::duplicate})) == "ok");
    CHECK(world.workshop().ideas.size() == 5'000);
}

TEST_CASE("[W8] every refusal has a text of its own, in small letters") {
    std::set<std::string_view> texts;
    for (int code = 0; code <= static_cast<int>(Code::rate_limited); ++code) {
        const std::string_view one = text(static_cast<Code>(code));
        INFO(one);
        CHECK(texts.insert(one).second);
        CHECK(one.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == one.npos);
    }
    CHECK(text(Code::malformed_json) == "malformed_json");
    CHECK(text(Code::invalid_utf8) == "invalid_utf8");
    CHECK(text(Code::not_allowed) == "not_allowed");
    CHECK(text(Code::votes_spent) == "votes_spent");
    CHECK(text(Code::time_out_of_range) == "time_out_of_range");
    CHECK(text(Code::rate_limited) == "rate_limited");
}

TEST_CASE("[W6] an event that does not fit is a broken invariant, never a guess") {
    using atelier::base::BrokenInvariant;
    World world;
    CHECK_THROWS_AS(world.happen(IdeaHidden{{"nothing"}, HideReason::duplicate, true}),
                    BrokenInvariant);
    CHECK_THROWS_AS(world.happen(PhaseClosed{{"lunch"}}), BrokenInvariant);
    CHECK_THROWS_AS(world.happen(ParticipantUpdated{{"ada"}, "Ada", {}, ""}), BrokenInvariant);
    CHECK_THROWS_AS(world.happen(PlacementSet{{"attic"}, {"nothing"}, {}}), BrokenInvariant);
    CHECK_THROWS_AS(world.happen(WorkshopCreated{{"again"}, "ABCD-EFGH", {}}), BrokenInvariant);
    CHECK_THROWS_AS(world.happen(VoteCast{{"vote"}, {"ada"}, {"hedges"}, Dots{-1}}),
                    BrokenInvariant);
    world.happen(PhaseOpened{{"collect"}, 0});
    CHECK_THROWS_AS(world.happen(PhaseOpened{{"vote"}, 0}), BrokenInvariant);
    world.happen(ParticipantJoined{{"ada"}, "", {}, ""});
    CHECK_THROWS_AS(world.happen(ParticipantJoined{{"ada"}, "", {}, ""}), BrokenInvariant);
}
