#include <catch2/catch.hpp>

#include "support/tale.hpp"
#include "wire/projection.hpp"
#include "wire/server_frames.hpp"

using namespace atelier;
using namespace atelier::domain;
using nlohmann::json;

namespace {

const Actor facilitator{Role::facilitator};

tests::Tale opened(const char* phase) {
    tests::Tale tale(5);
    for (int i = 0; i < 3; ++i) tale.join("Zoé", "token-" + std::to_string(i));
    tale.ask(facilitator, OpenPhase{{phase}});
    return tale;
}

/// What a role has been told, in a whole state and in a delta of everything.
std::string told(const tests::Tale& tale, Role role) {
    const wire::Viewer viewer{role, role == Role::participant ? tale.people()[0] : ParticipantId{}};
    const json whole = wire::encode(wire::project_state(tale.state(), viewer, {}));
    const json delta = wire::encode(wire::project_delta(tale.state(), tale.events(), role));
    return whole.dump() + delta.dump();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[Z3] what people say as they leave is for facilitators, how worth it for screens, too") {
    tests::Tale tale = opened("p11");
    tale.ask({Role::participant, tale.people()[1]}, SayClosing{{4, "Merci à vous", true}});
    CHECK(contains(told(tale, Role::facilitator), "Merci à vous"));
    for (const Role role : {Role::participant, Role::screen})
        CHECK_FALSE(contains(told(tale, role), "Merci à vous"));
    CHECK(contains(told(tale, Role::screen), R"("4":{"people":1})"));
    CHECK(contains(told(tale, Role::facilitator), R"("4":{"people":1})"));
    CHECK_FALSE(contains(told(tale, Role::participant), "people\":1"));
}

TEST_CASE("[P5] a pending question and its author are for facilitators alone") {
    tests::Tale tale = opened("p9");
    tale.ask({Role::participant, tale.people()[1]}, AskQuestion{"Qui décide ?"});
    CHECK(contains(told(tale, Role::facilitator), "Qui décide ?"));
    CHECK_FALSE(contains(told(tale, Role::participant), "Qui décide ?"));
    CHECK_FALSE(contains(told(tale, Role::screen), "Qui décide ?"));
    tale.ask(facilitator, PublishQuestion{tale.state().questions[0].id});
    for (const Role role : {Role::participant, Role::screen}) {
        CHECK(contains(told(tale, role), "Qui décide ?"));
        CHECK_FALSE(contains(told(tale, role), tale.people()[1].text));
    }
}

TEST_CASE("[H1] the weather is shown to everyone at once, in people") {
    tests::Tale tale = opened("p8");
    tale.ask({Role::participant, tale.people()[1]}, ChooseWeather{Weather::storm});
    for (const Role role : {Role::participant, Role::screen, Role::facilitator})
        CHECK(contains(told(tale, role), R"("storm":{"people":1})"));
    const auto own = wire::project_you(tale.state(), {Role::participant, tale.people()[1]});
    CHECK(own.weathers.at("p8") == Weather::storm);
}
