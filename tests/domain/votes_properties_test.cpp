#include <rapidcheck/catch.h>

#include <algorithm>
#include <ostream>

#include "domain/support/canonical.hpp"
#include "domain/support/world.hpp"
#include "insight/counsel.hpp"

using namespace atelier::domain;
using namespace atelier::tests;

namespace {

/// Someone chooses something, or takes it back.
struct Pick {
    int voter, idea, value;
};
std::ostream& operator<<(std::ostream& out, const Pick& pick) {
    return out << "{" << pick.voter << ", " << pick.idea << ", " << pick.value << "}";
}

rc::Gen<std::vector<Pick>> some_picks() {
    return rc::gen::container<std::vector<Pick>>(
        rc::gen::build<Pick>(rc::gen::set(&Pick::voter, rc::gen::inRange(0, 5)),
                             rc::gen::set(&Pick::idea, rc::gen::inRange(0, 6)),
                             rc::gen::set(&Pick::value, rc::gen::inRange(-1, 6))));
}

VoteValue value_in(Method method, int value) {
    switch (method) {
        case Method::dots:
        case Method::judgment:
            break;
        case Method::useful:
            return static_cast<Judgement>(value % 3);
        case Method::impact_effort:
            return Scores{1 + value % 5, 1 + value / 2};
        case Method::consent:
            return Answer{static_cast<Consent>(value % 3), "Parce que"};
    }
    return value;
}

PhaseSettings by(Method method) {
    switch (method) {
        case Method::dots:
            return DotsSettings{20, 20};
        case Method::useful:
            return UsefulSettings{};
        case Method::judgment:
            return JudgmentSettings{};
        case Method::impact_effort:
            return ImpactEffortSettings{};
        case Method::consent:
            break;
    }
    return ConsentSettings{};
}

/// What a vote on six ideas comes to when choices arrive in this order. Everyone holds all cards.
World counted(Method method, const std::vector<Pick>& arriving) {
    Blueprint plan = usual_plan();
    plan.phases[2].settings = by(method);
    World world(std::move(plan));
    const Actor facilitator{Role::facilitator};
    RC_ASSERT(world.ask(facilitator, OpenPhase{{"collect"}}).ok());
    std::vector<IdeaId> ideas;
    for (int i = 0; i < 6; ++i) {
        ideas.push_back({std::to_string(i)});
        RC_ASSERT(world.ask(facilitator, PostIdea{"Des haies", {}}, ideas.back().text).ok());
    }
    RC_ASSERT(world.ask(facilitator, OpenPhase{{"vote"}}).ok());
    for (int i = 0; i < 5; ++i) {
        const Actor who{Role::participant, {std::to_string(i)}};
        RC_ASSERT(world.ask(who, Join{who.participant, {}, {}, ""}).ok());
        if (method == Method::useful) world.happen(CardsDrawn{{"vote"}, who.participant, ideas});
    }
    for (const auto& [voter, idea, value] : arriving) {
        const Actor who{Role::participant, {std::to_string(voter)}};
        const IdeaId on{std::to_string(idea)};
        const Command command =
            value < 0 ? Command(ClearVote{on}) : Command(CastVote{on, value_in(method, value)});
        RC_ASSERT(world.ask(who, command).ok() || method == Method::dots);
    }
    return world;
}

Method some_method() { return static_cast<Method>(*rc::gen::inRange(0, 5)); }

}  // namespace

TEST_CASE(
    "[V12] by every method, the order in which different people's choices arrive is nothing") {
    rc::prop("one person after the other, or all at once", [] {
        const Method method = some_method();
        const auto picks = *some_picks();
        auto one_by_one = picks;
        std::ranges::stable_sort(one_by_one, {}, &Pick::voter);
        auto other_way = picks;
        std::ranges::stable_sort(other_way, std::greater<>(), &Pick::voter);
        const std::string told = canonical(counted(method, picks).workshop());
        RC_ASSERT(told == canonical(counted(method, one_by_one).workshop()));
        RC_ASSERT(told == canonical(counted(method, other_way).workshop()));
    });
}

TEST_CASE(
    "[V12] by every method, tallies are what the ballots come to, and only last choices count") {
    rc::prop("counted again from nothing", [] {
        const Method method = some_method();
        const World world = counted(method, *some_picks());
        const Votes* votes = world.workshop().votes_of({"vote"});
        if (!votes) return;
        RC_ASSERT(recount(*votes) == votes->tallies);
        for (const auto& [idea, tally] : votes->tallies) {
            const auto holds = [&on = idea](const auto& entry) {
                return entry.second.contains(on);
            };
            RC_ASSERT(voters_of(tally) == std::ranges::count_if(votes->ballots, holds));
        }
    });
}

TEST_CASE("[V8] whoever draws, cards go round: none is seen twice as often as it must be") {
    rc::prop("by people who judge what they get", [] {
        World world = counted(Method::useful, {});
        const Votes before = *world.workshop().votes_of({"vote"});
        const Actor facilitator{Role::facilitator};
        RC_ASSERT(world.ask(facilitator, ClosePhase{{"vote"}}).ok());
        RC_ASSERT(world.ask(facilitator, RepeatPhase{{"vote"}}, "again").ok());
        for (const int person : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5))) {
            const Actor who{Role::participant, {std::to_string(person)}};
            const auto drawn = world.ask(who, DrawCards{});
            if (!drawn) continue;
            const auto& cards = std::get<CardsDrawn>(drawn.value().front()).ideas;
            RC_ASSERT(!cards.empty() && cards.size() <= 5U);
            for (const IdeaId& card : cards)
                RC_ASSERT(world.ask(who, CastVote{card, Judgement::useful}).ok());
        }
        const Votes* votes = world.workshop().votes_of({"again"});
        if (!votes) return;
        int least = 5, most = 0;
        for (int i = 0; i < 6; ++i) {
            const auto found = votes->tallies.find({std::to_string(i)});
            const int shown =
                found == votes->tallies.end() ? 0 : std::get<UsefulTally>(found->second).shown;
            least = std::min(least, shown);
            most = std::max(most, shown);
        }
        RC_ASSERT(most - least <= 1 || most <= 2);
        RC_ASSERT(world.workshop().votes_of({"vote"})->tallies == before.tallies);
    });
}
