#include <catch2/catch.hpp>

#include "domain/support/world.hpp"

using namespace atelier::domain;
using atelier::tests::World;

namespace {

const Actor facilitator{Role::facilitator};
const Actor ada{Role::participant, {"ada"}};

/// A meeting that collects under moderation before; ada has posted "hedges".
World collecting() {
    auto plan = atelier::tests::usual_plan();
    std::get<CollectSettings>(plan.phases[0].settings).moderation = Moderation::before;
    World world(plan);
    REQUIRE(world.ask(ada, Join{{"ada"}, {}, {}, "digest"}));
    REQUIRE(world.ask(facilitator, OpenPhase{{"collect"}}));
    REQUIRE(world.ask(ada, PostIdea{"Des haies", {}}, "hedges"));
    return world;
}

std::vector<Event> events(World& world, const Actor& who, const Command& command) {
    return world.ask(who, command).value();
}

/// The only event of a command, which must be of this kind.
template <class Kind>
Kind only(World& world, const Actor& who, const Command& command) {
    const auto made = events(world, who, command);
    REQUIRE(made.size() == 1);
    REQUIRE(std::holds_alternative<Kind>(made.front()));
    return std::get<Kind>(made.front());
}

}  // namespace

TEST_CASE("[A1] what closes and what opens are two events of one command, in that order") {
    World world = collecting();
    const auto opened = events(world, facilitator, OpenPhase{{"vote"}});
    REQUIRE(opened.size() == 2);
    CHECK(std::get<PhaseClosed>(opened[0]).phase == PhaseId{"collect"});
    CHECK(std::get<PhaseOpened>(opened[1]).phase == PhaseId{"vote"});
    CHECK(std::get<PhaseOpened>(opened[1]).ends_at == world.now + 10 * 60'000);
    const auto reopened = events(world, facilitator, ReopenPhase{{"collect"}});
    REQUIRE(reopened.size() == 2);
    CHECK(std::get<PhaseClosed>(reopened[0]).phase == PhaseId{"vote"});
    CHECK(std::get<PhaseReopened>(reopened[1]).phase == PhaseId{"collect"});
}

TEST_CASE("[D6] revealing an open vote closes it first") {
    World world = collecting();
    (void)events(world, facilitator, OpenPhase{{"vote"}});
    const auto revealed = events(world, facilitator, RevealResults{{"vote"}});
    REQUIRE(revealed.size() == 2);
    CHECK(std::get<PhaseClosed>(revealed[0]).phase == PhaseId{"vote"});
    CHECK(std::get<ResultsRevealed>(revealed[1]).phase == PhaseId{"vote"});
}

TEST_CASE("[W3] closing the workshop closes its open phase first") {
    World world = collecting();
    const auto closed = events(world, facilitator, CloseWorkshop{});
    REQUIRE(closed.size() == 2);
    CHECK(std::get<PhaseClosed>(closed[0]).phase == PhaseId{"collect"});
    CHECK(std::holds_alternative<WorkshopClosed>(closed[1]));
}

TEST_CASE("[M8] what takes an idea off the screens says whether it was on them") {
    World world = collecting();
    CHECK_FALSE(only<IdeaEdited>(world, ada, EditIdea{{"hedges"}, "Mieux"}).was_published);
    const HideIdea hide{{"hedges"}, HideReason::duplicate};
    CHECK_FALSE(only<IdeaHidden>(world, facilitator, hide).was_published);
    (void)only<IdeaPublished>(world, facilitator, PublishIdea{{"hedges"}});
    CHECK(only<IdeaHidden>(world, facilitator, hide).was_published);
    (void)only<IdeaPublished>(world, facilitator, PublishIdea{{"hedges"}});
    const auto edited = only<IdeaEdited>(world, ada, EditIdea{{"hedges"}, "Autre"});
    CHECK(edited.was_published);
    CHECK(edited.status == IdeaStatus::pending);
    (void)only<IdeaPublished>(world, facilitator, PublishIdea{{"hedges"}});
    CHECK(only<IdeaWithdrawn>(world, ada, WithdrawIdea{{"hedges"}}).was_published);
}

TEST_CASE("[M8] taking back what nobody saw says so") {
    World world = collecting();
    CHECK_FALSE(only<IdeaWithdrawn>(world, ada, WithdrawIdea{{"hedges"}}).was_published);
}

TEST_CASE("[U3] joining and coming back carry the digest that proves who it is") {
    World world = collecting();
    const Actor ben{Role::participant, {"ben"}};
    const auto joined =
        only<ParticipantJoined>(world, ben, Join{{"ben"}, "Ben", AffiliationId{"elus"}, "first"});
    CHECK(joined.participant == ParticipantId{"ben"});
    CHECK(joined.name == "Ben");
    CHECK(joined.affiliation == AffiliationId{"elus"});
    CHECK(joined.credential == "first");
    const auto again = only<ParticipantUpdated>(world, ben, Join{{"ben"}, {}, {}, ""});
    CHECK_FALSE(again.name);
    CHECK_FALSE(again.affiliation);
    CHECK(again.credential.empty());
}

TEST_CASE("[D5] clearing a whole ballot is one event without an idea") {
    World world = collecting();
    (void)events(world, facilitator, PublishIdea{{"hedges"}});
    (void)events(world, facilitator, OpenPhase{{"vote"}});
    CHECK(only<VoteCast>(world, ada, CastVote{{"hedges"}, 2}).choice == Choice{Dots{2}});
    CHECK(only<VoteCleared>(world, ada, ClearVote{IdeaId{"hedges"}}).idea == IdeaId{"hedges"});
    CHECK_FALSE(only<VoteCleared>(world, ada, ClearVote{}).idea);
}

TEST_CASE("[W6] an event is dated from outside, not by a clock of its own") {
    World world = collecting();
    world.now += 90'000;
    REQUIRE(world.ask(ada, PostIdea{"Des bancs", {}}, "benches"));
    CHECK(world.workshop().idea({"benches"})->at - world.workshop().idea({"hedges"})->at == 90'000);
    CHECK(world.workshop().phase({"collect"})->opened_at == world.now - 90'000);
}
