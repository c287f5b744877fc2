#include <catch2/catch.hpp>

#include "domain/decide.hpp"
#include "insight/counsel.hpp"
#include "support/tale.hpp"
#include "wire/events.hpp"
#include "wire/projection.hpp"
#include "wire/server_frames.hpp"

using namespace atelier;
using namespace atelier::domain;
using nlohmann::json;

namespace {

constexpr const char* words = "Trop de bruit la nuit";

/// A consent vote in which the second of four people objects.
tests::Tale objected() {
    tests::Tale tale(5);
    for (int i = 0; i < 4; ++i) tale.join("Zoé", "token-" + std::to_string(i));
    const Actor facilitator{Role::facilitator};
    tale.ask(facilitator, OpenPhase{{"p1"}});
    tale.ask(facilitator, PostIdea{"Un marché de nuit", std::nullopt});
    tale.ask(facilitator, OpenPhase{{"p7"}});
    const IdeaId idea = tale.state().ideas.front().id;
    const Actor someone{Role::participant, tale.people()[1]};
    tale.ask(someone, CastVote{idea, Answer{Consent::objection, words}});
    return tale;
}

bool told(const tests::Tale& tale, Role role) {
    const auto& state = tale.state();
    const wire::Viewer viewer{role, role == Role::participant ? tale.people()[0] : ParticipantId{}};
    const json whole = wire::encode(wire::project_state(state, viewer, {}));
    const json delta = wire::encode(wire::project_delta(state, tale.events(), role));
    const bool in_state = whole.dump().find(words) != std::string::npos;
    CHECK(in_state == (delta.dump().find(words) != std::string::npos));
    if (in_state) CHECK(whole["reasons"].dump().find(tale.people()[1].text) == std::string::npos);
    return in_state;
}

}  // namespace

TEST_CASE("[V13] reasons are told to facilitators alone, and after the reveal") {
    tests::Tale tale = objected();
    for (const Role role : {Role::participant, Role::screen, Role::facilitator})
        CHECK_FALSE(told(tale, role));
    SECTION("revealed") { tale.ask({Role::facilitator}, RevealResults{{"p7"}}); }
    SECTION("closed") { tale.ask({Role::facilitator}, CloseWorkshop{}); }
    CHECK(told(tale, Role::facilitator));
    CHECK_FALSE(told(tale, Role::participant));
    CHECK_FALSE(told(tale, Role::screen));
}

TEST_CASE("[P5] a vote by any method keeps its counts, and how often a card was shown, to itself") {
    for (const char* phase : {"p3", "p4", "p5", "p6", "p7"}) {
        tests::Tale tale(11);
        tale.tell_until(40);
        tale.ask({Role::facilitator}, OpenPhase{{phase}});
        tale.tell_until(tale.seq() + 60);
        for (const Role role : {Role::participant, Role::screen, Role::facilitator}) {
            const auto state = wire::project_state(tale.state(), {role}, {});
            for (const auto& [id, tallies] : state.tallies) {
                const Phase& counted = *tale.state().phase({id});
                CHECK((!vote_rules(counted.settings) || counts_shown(tale.state(), counted)));
            }
        }
    }
}

TEST_CASE("[E4] every choice is kept under members of its own method") {
    const auto kept = [](Choice choice) {
        return wire::encode(Event(VoteCast{{"p"}, {"a"}, {"i"}, std::move(choice)}));
    };
    CHECK(kept(Judgement::pass)["judgement"] == "pass");
    CHECK(kept(Grade{0})["grade"] == 0);
    CHECK(kept(Scores{4, 2})["effort"] == 2);
    CHECK(kept(Answer{Consent::objection, "Non"})["why"] == "Non");
    const json old = json::parse(R"({"phase":"p","participant":"a","idea":"i","dots":2})");
    const auto read = wire::decode_event("vote.cast", old);
    REQUIRE(read);
    CHECK(std::get<VoteCast>(read.value()).choice == Choice{Dots{2}});
    CHECK_FALSE(wire::decode_event(
        "vote.cast", json::parse(R"({"phase":"p","participant":"a","idea":"i","grade":6})")));
}
