#include <rapidcheck/catch.h>

#include <algorithm>

#include "domain/support/canonical.hpp"
#include "domain/support/steps.hpp"
#include "insight/counsel.hpp"

using namespace atelier::domain;
using namespace atelier::tests;

namespace {

/// Fails the property with the first sentence, if there is one.
void none(const std::vector<std::string>& sentences) {
    if (!sentences.empty()) RC_FAIL(sentences.front());
}

/// A decision, told by what it would make of the workshop.
std::string told(const Workshop& workshop, const Decided<std::vector<Event>>& decided) {
    if (!decided) return std::string(text(decided.error().code));
    Workshop then = workshop;
    std::string kinds;
    for (const Event& event : decided.value()) {
        kinds += std::to_string(event.index()) + " ";
        apply(then, event, 1);
    }
    return kinds + canonical(then);
}

using Spent = std::map<std::pair<PhaseId, ParticipantId>, int>;

/// Dots on published ideas, of everyone in every vote; on a group, the most given to any of it.
Spent spent_in(const Workshop& workshop) {
    Spent spent;
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [voter, ballot] : votes.ballots) {
            std::map<IdeaId, int> most;
            for (const auto& [idea, choice] : ballot)
                if (workshop.idea(idea)->status == IdeaStatus::published)
                    if (const auto* dots = std::get_if<Dots>(&choice))
                        most[workshop.standing_for(idea)] =
                            std::max(most[workshop.standing_for(idea)], dots->dots);
            for (const auto& [idea, dots] : most) spent[{phase, voter}] += dots;
        }
    return spent;
}

/// What may bring dots back: an idea shown again, or leaving its group.
bool brings_back(const Command& command) {
    return std::holds_alternative<PublishIdea>(command) ||
           std::holds_alternative<UnmergeIdea>(command) ||
           std::holds_alternative<HideIdea>(command) || std::holds_alternative<EditIdea>(command) ||
           std::holds_alternative<WithdrawIdea>(command);
}

struct Put {
    int voter, idea, dots;
};
std::ostream& operator<<(std::ostream& out, const Put& choice) {
    return out << "{" << choice.voter << ", " << choice.idea << ", " << choice.dots << "}";
}

rc::Gen<std::vector<Put>> some_choices() {
    return rc::gen::container<std::vector<Put>>(
        rc::gen::build<Put>(rc::gen::set(&Put::voter, rc::gen::inRange(0, 5)),
                            rc::gen::set(&Put::idea, rc::gen::inRange(0, 6)),
                            rc::gen::set(&Put::dots, rc::gen::inRange(0, 4))));
}

/// What a vote on six ideas comes to when choices arrive in this order.
std::string counted(const std::vector<Put>& arriving) {
    World world;
    const Actor facilitator{Role::facilitator};
    RC_ASSERT(world.ask(facilitator, OpenPhase{{"collect"}}).ok());
    for (int i = 0; i < 6; ++i)
        RC_ASSERT(world.ask(facilitator, PostIdea{"Des haies", {}}, std::to_string(i)).ok());
    RC_ASSERT(world.ask(facilitator, OpenPhase{{"vote"}}).ok());
    for (int i = 0; i < 5; ++i) {
        const Actor who{Role::participant, {std::to_string(i)}};
        RC_ASSERT(world.ask(who, Join{who.participant, {}, {}, ""}).ok());
    }
    for (const auto& [voter, idea, dots] : arriving)
        (void)world.ask({Role::participant, {std::to_string(voter)}},
                        CastVote{{std::to_string(idea)}, dots});
    return canonical(world.workshop());
}

}  // namespace

TEST_CASE("[W7] whatever is asked, by whomever, breaks no invariant") {
    rc::prop("after every step", [](const House& house) {
        World world = begun(house);
        live(world, *some_steps(),
             [&](const Attempt&) { none(broken_invariants(world.workshop())); });
    });
}

TEST_CASE("[W5] a decision depends on its arguments alone and changes nothing") {
    rc::prop("asked twice", [](const House& house) {
        World world = begun(house);
        const auto steps = *some_steps();
        for (const Step& step : steps) {
            const Attempt tried = attempt(world.workshop(), step);
            const Moment moment{world.now, tried.fresh_id, &atelier::insight::counsel()};
            const Workshop copy = world.workshop();
            const std::string before = canonical(copy);
            const auto one = told(copy, decide(world.workshop(), tried.what, tried.who, moment));
            RC_ASSERT(canonical(world.workshop()) == before);
            RC_ASSERT(one == told(copy, decide(copy, tried.what, tried.who, moment)));
            live(world, {step});
        }
    });
}

TEST_CASE("[W6] the events give the same workshop again") {
    rc::prop("from the first one", [](const House& house) {
        World world = begun(house);
        live(world, *some_steps());
        RC_ASSERT(canonical(world.replayed()) == canonical(world.workshop()));
    });
}

TEST_CASE(
    "[D3] nobody spends beyond the budget; only what is shown or separated again brings more "
    "back") {
    rc::prop("step by step", [](const House& house) {
        World world = begun(house);
        Spent before;
        live(world, *some_steps(), [&](const Attempt& tried) {
            const Spent now = spent_in(world.workshop());
            if (!brings_back(tried.what))
                for (const auto& [who, dots] : now) {
                    const Phase& vote = *world.workshop().phase(who.first);
                    const int budget = std::get<DotsSettings>(vote.settings).budget;
                    RC_ASSERT(dots <= std::max(budget, before[who]));
                }
            before = now;
        });
    });
}

TEST_CASE("[D8] the order in which different people's dots arrive does not matter") {
    rc::prop("one person after the other, or all at once", [] {
        const auto choices = *some_choices();
        auto one_by_one = choices;
        std::ranges::stable_sort(one_by_one, {}, &Put::voter);
        auto other_way = choices;
        std::ranges::stable_sort(other_way, std::greater<>(), &Put::voter);
        RC_ASSERT(counted(choices) == counted(one_by_one));
        RC_ASSERT(counted(choices) == counted(other_way));
    });
}

TEST_CASE("[D7] hiding an idea and showing it again leaves every ballot as it was") {
    rc::prop("all ideas", [](const House& house) {
        World world = begun(house);
        live(world, *some_steps());
        const auto votes = [&] {
            std::string out;
            for (const Phase& phase : world.workshop().plan.phases)
                if (const Votes* of = world.workshop().votes_of(phase.id))
                    for (const auto& [voter, ballot] :
                         std::map(of->ballots.begin(), of->ballots.end()))
                        for (const auto& [idea, choice] : ballot)
                            out += voter.text + idea.text + std::to_string(choice.index()) +
                                   (chosen(choice) ? "+" : "-");
            return out;
        };
        const std::string before = votes();
        const std::vector<Idea> ideas = world.workshop().ideas;
        for (const Idea& idea : ideas) {
            (void)world.ask({Role::facilitator}, HideIdea{idea.id, HideReason::duplicate});
            (void)world.ask({Role::facilitator}, PublishIdea{idea.id});
        }
        RC_ASSERT(votes() == before);
    });
}
