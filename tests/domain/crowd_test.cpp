#include <rapidcheck/catch.h>

#include "domain/support/meeting.hpp"
#include "wire/projection.hpp"
#include "wire/resting.hpp"

using namespace atelier::domain;
using namespace atelier;
using atelier::tests::Meeting;

namespace {

Blueprint crowd_plan() {
    auto plan = tests::usual_plan();
    std::get<SortSettings>(plan.phases[1].settings).mode = SortMode::crowd;
    return plan;
}

/// Six people, one idea, sorting by the crowd.
Meeting crowd() {
    Meeting m(crowd_plan());
    for (const char* name : {"dan", "eve", "flo"}) m.joined(name);
    m.posts("ada", "hedges");
    m.must(m.facilitator, OpenPhase{{"sort"}});
    return m;
}

void puts(Meeting& m, const std::string& who, const std::string& lever) {
    m.must(Meeting::who(who), SetPlacement{{}, {"hedges"}, LeverId{lever}, {}});
}

/// "nature 60% of 5", as everyone sees it.
std::string seen(const Meeting& m) {
    const auto found = wire::resting(*m.workshop().board({"main"}), {"hedges"});
    if (!found) return "nowhere";
    std::string out = found->place.lever ? found->place.lever->text : "tray";
    if (found->settled) out += " settled";
    if (!found->crowd) return out;
    out += " " + std::to_string(static_cast<int>(found->crowd->agreement * 100 + 0.5)) + "% of " +
           std::to_string(found->crowd->people);
    return out + (found->crowd->contested ? " contested" : "");
}

}  // namespace

TEST_CASE("[B7] in a crowd each person's place is their own, and the last one counts") {
    Meeting m = crowd();
    puts(m, "ada", "nature");
    puts(m, "ada", "entraide");
    CHECK(seen(m) == "entraide 100% of 1");
    puts(m, "ben", "nature");
    CHECK(seen(m) == "tray 50% of 2");
    CHECK(m.workshop().board({"main"})->placements.empty());
    CHECK(m.ask(Meeting::who("ada"), SetPlacement{{}, {"hedges"}, LeverId{"x"}, {}}) ==
          "no_such_lever");
}

TEST_CASE("[B8] a card rests where most put it; without most of five it is contested") {
    Meeting m = crowd();
    for (const char* name : {"ada", "ben", "cleo"}) puts(m, name, "nature");
    for (const char* name : {"dan", "eve"}) puts(m, name, "entraide");
    CHECK(seen(m) == "nature 60% of 5");
    puts(m, "ada", "systemique");
    CHECK(seen(m) == "tray 40% of 5 contested");
}

TEST_CASE("[B8] the places of people follow levers that are merged, removed, split, restored") {
    Meeting m = crowd();
    for (const char* name : {"ada", "ben"}) puts(m, name, "nature");
    for (const char* name : {"cleo", "dan"}) puts(m, name, "entraide");
    puts(m, "eve", "systemique");
    CHECK(seen(m) == "tray 40% of 5 contested");
    m.must(m.facilitator, MergeLevers{{}, {{"nature"}}, {"entraide"}});
    CHECK(seen(m) == "entraide 80% of 5");
    m.must(m.facilitator, SplitLever{{}, {"entraide"}, {"Neuf", {}, {}}, {{"hedges"}}}, "new");
    CHECK(seen(m) == "new 80% of 5");
    m.must(m.facilitator, RemoveLever{{}, {"new"}});
    CHECK(seen(m) == "tray 80% of 5");
    m.must(m.facilitator, RestoreLever{{}, {"new"}});
    CHECK(seen(m) == "new 80% of 5");
}

TEST_CASE("[B9] a facilitator settles where a card rests whatever the crowd says") {
    Meeting m = crowd();
    puts(m, "ada", "nature");
    m.must(m.facilitator, SettlePlacement{{}, {"hedges"}, LeverId{"entraide"}, {}});
    CHECK(seen(m) == "entraide settled 100% of 1");
    puts(m, "ben", "nature");
    CHECK(seen(m) == "entraide settled 100% of 2");
    m.must(m.facilitator, SetPlacement{{}, {"hedges"}, LeverId{"systemique"}, {}});
    CHECK(seen(m) == "systemique settled 100% of 2");
    CHECK(m.ask(Meeting::who("ada"), SettlePlacement{{}, {"hedges"}, {}, {}}) == "not_allowed");
    m.must(m.facilitator, ClosePhase{{"sort"}});
    CHECK(m.ask(m.facilitator, SettlePlacement{{}, {"hedges"}, {}, {}}) == "no_such_board");
    m.must(m.facilitator, SettlePlacement{BoardId{"main"}, {"hedges"}, LeverId{"nature"}, {}});
}

TEST_CASE("[B10] released, it rests where the crowd says, or in the tray") {
    Meeting m = crowd();
    CHECK(m.ask(m.facilitator, ReleasePlacement{{}, {"hedges"}}) == "not_settled");
    m.must(m.facilitator, SettlePlacement{{}, {"hedges"}, LeverId{"entraide"}, {}});
    m.must(m.facilitator, ReleasePlacement{{}, {"hedges"}});
    CHECK(seen(m) == "tray");
    m.must(m.facilitator, SettlePlacement{{}, {"hedges"}, LeverId{"entraide"}, {}});
    puts(m, "ada", "nature");
    m.must(m.facilitator, ReleasePlacement{{}, {"hedges"}});
    CHECK(seen(m) == "nature 100% of 1");
}

TEST_CASE("[B8] the order in which different people sort does not matter") {
    rc::prop("however they come", [] {
        const auto choices = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 3)));
        const char* const levers[] = {"nature", "entraide", "systemique"};
        const char* const names[] = {"ada", "ben", "cleo", "dan", "eve", "flo"};
        const auto told = [&](std::vector<std::pair<int, int>> arriving) {
            Meeting m = crowd();
            for (const auto& [who, lever] : arriving) puts(m, names[who], levers[lever]);
            return seen(m);
        };
        auto by_person = choices;
        std::ranges::stable_sort(by_person, {}, &std::pair<int, int>::first);
        RC_ASSERT(told(choices) == told(by_person));
    });
}
