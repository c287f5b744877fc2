// The room by itself: inputs in, effects out, no clock, no disk, no socket.

#include <catch2/catch.hpp>

#include "contract/support/room_world.hpp"
#include "room/pacer.hpp"
#include "wire/events.hpp"
#include "wire/projection.hpp"

using namespace atelier;
using namespace atelier::room_world;

TEST_CASE("[RM1][P1] nothing is sent before it is durable, not even a refusal behind it") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.asks(2, bob, 2, domain::PostIdea{"", {}});
    CHECK(world.appends == 1);
    CHECK(world.sent.empty());
    CHECK(world.shown.empty());
    world.synced();
    CHECK(world.answers(1).at(0)["type"] == "ack");
    CHECK(world.answers(2).at(0)["code"] == "empty_text");
    CHECK(world.frames_of(Role::participant) == 1);
}

TEST_CASE("[RM2][RM3] what waits is decided in order, as one batch and one frame per audience") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"un", {}});
    for (int i = 2; i < 12; ++i) world.asks(3, facilitator, i, domain::PostIdea{"encore", {}});
    world.synced();
    CHECK(world.appends == 2);
    world.clear();
    world.synced();
    CHECK(world.frames_of(Role::participant) == 1);
    CHECK(world.frames_of(Role::screen) == 1);
    CHECK(world.shown.at(0).second["events"].size() == 10);
    const auto acks = world.answers(3);
    REQUIRE(acks.size() == 10);
    for (std::size_t i = 1; i < acks.size(); ++i) CHECK(acks[i - 1]["seq"] < acks[i]["seq"]);
}

TEST_CASE("[RM2] who sends much at once waits behind those who send a little") {
    World world;
    world.asks(3, facilitator, 1, domain::PostIdea{"un", {}});
    for (int i = 2; i < 12; ++i) world.asks(2, bob, i, domain::PostIdea{"encore", {}});
    world.asks(1, ada, 20, domain::PostIdea{"une haie", {}});
    world.synced();
    world.synced();
    CHECK(world.answers(1).size() == 1);
    CHECK(world.answers(2).size() == room::limits::participant_commands_per_round);
    while (!world.room.idle()) world.synced();
    const auto acks = world.answers(2);
    REQUIRE(acks.size() == 10);
    for (std::size_t i = 1; i < acks.size(); ++i) CHECK(acks[i - 1]["seq"] < acks[i]["seq"]);
}

TEST_CASE("[RM2] what is only refused goes round by round, too, and to its end") {
    World world;
    world.asks(3, facilitator, 1, domain::PostIdea{"un", {}});
    for (int i = 2; i < 12; ++i) world.asks(2, bob, i, domain::WithdrawIdea{{"nowhere"}});
    world.synced();
    CHECK(world.answers(2).size() == room::limits::participant_commands_per_round);
    CHECK(world.rests.size() == 2);
    while (!world.room.idle()) world.take(world.room.wake(30));
    CHECK(world.answers(2).size() == 10);
    CHECK(world.appends == 1);
}

TEST_CASE("[RM4] who says hello during a commit waits, and gets durable state") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.take(world.room.joined(9, bob, by));
    world.take(world.room.hello(9, std::nullopt, 15));
    CHECK(world.sent.empty());
    world.synced();
    const auto welcome = std::find_if(world.sent.begin(), world.sent.end(),
                                      [](const auto& f) { return f.first == 9; });
    REQUIRE(welcome != world.sent.end());
    CHECK(welcome->second["type"] == "welcome");
    CHECK(welcome->second["state"]["ideas"].size() == 1);
}

TEST_CASE("[RM4] who says hello several times during a commit is greeted once") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    for (int i = 0; i < 5; ++i) world.take(world.room.hello(2, std::nullopt, 15));
    world.synced();
    CHECK(std::count_if(world.sent.begin(), world.sent.end(),
                        [](const auto& f) { return f.second["type"] == "welcome"; }) == 1);
}

TEST_CASE("[RM5] a full mailbox answers busy, and what was accepted is decided") {
    World world;
    world.asks(3, facilitator, 1, domain::ExtendPhase{{"collect"}, 1});
    for (std::size_t i = 0; i < room::limits::mailbox_commands_max; ++i)
        world.take(world.room.receive({room::ToRequest{i + 1}, facilitator, std::nullopt,
                                       domain::ExtendPhase{{"collect"}, 1}},
                                      10));
    world.asks(2, bob, 2, domain::PostIdea{"trop", {}});
    REQUIRE(world.answers(2).size() == 1);
    CHECK(world.answers(2)[0]["code"] == "busy");
    CHECK(world.answers(2)[0]["data"]["retry_after_ms"] > 0);
    world.synced();
    world.synced();
    CHECK(world.room.last() == 4 + 1 + room::limits::mailbox_commands_max);
}

TEST_CASE("[RM6] a read-only room is read, decides nothing, and goes on when it can") {
    World world(domain::Moderation::none, room::Room::Mode::read_only);
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    CHECK(world.answers(1).at(0)["code"] == "read_only");
    CHECK(world.appends == 0);
    world.take(world.room.resume());
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    CHECK(world.answers(1).back()["type"] == "ack");
}

TEST_CASE("[P2] a command id that comes again gets the same answer and makes no event") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    world.asks(1, ada, 1, domain::PostIdea{"autre chose", {}});
    world.asks(2, bob, 1, domain::PostIdea{"", {}});
    world.asks(2, bob, 1, domain::PostIdea{"mieux", {}});
    CHECK(world.room.workshop().ideas.size() == 1);
    const auto acks = world.answers(1);
    REQUIRE(acks.size() == 3);
    CHECK(acks[1] == acks[0]);
    CHECK(acks[2] == acks[0]);
    CHECK(world.answers(2).at(1) == world.answers(2).at(0));
}

TEST_CASE("[P4] who resumes gets what was missed, or everything when that is not known") {
    World world;
    const domain::Seq before = world.room.last();
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    world.clear();
    world.take(world.room.hello(2, wire::Resume{"e", before}, 30));
    REQUIRE(world.sent.size() == 3);
    CHECK(world.sent[0].second["type"] == "resumed");
    CHECK(world.sent[1].second["events"].size() == 1);
    CHECK(world.sent[2].second["own"] == true);
    for (const wire::Resume& resume :
         {wire::Resume{"another", before}, wire::Resume{"e", 1'000}, wire::Resume{"e", 0}}) {
        world.clear();
        world.take(world.room.hello(2, resume, 30));
        CHECK(world.sent.at(0).second["type"] == "welcome");
    }
    world.clear();
    world.take(world.room.hello(1, wire::Resume{"e", world.room.last()}, 30));
    CHECK(world.sent.back().second["own"] == true);
}

TEST_CASE("[P5] a pending or hidden idea is in no frame of those who may not know it") {
    World world(domain::Moderation::before);
    world.asks(1, ada, 1, domain::PostIdea{"secret-text", {}});
    world.synced();
    const std::string id = world.room.workshop().ideas.at(0).id.text;
    CHECK(world.everything_shown_to(Role::participant, 1).find("secret-text") != std::string::npos);
    CHECK(world.everything_shown_to(Role::facilitator, 3).find("secret-text") != std::string::npos);
    for (const auto& [role, connection] : {std::pair{Role::participant, 2}, {Role::screen, 4}}) {
        World other(domain::Moderation::before);
        other.asks(1, ada, 1, domain::PostIdea{"secret-text", {}});
        other.synced();
        other.asks(3, facilitator, 2, domain::HideIdea{{id}, domain::HideReason::insulting});
        other.synced();
        other.take(other.room.hello(static_cast<room::ConnectionId>(connection), std::nullopt, 40));
        const auto seen =
            other.everything_shown_to(role, static_cast<room::ConnectionId>(connection));
        CHECK(seen.find("secret-text") == std::string::npos);
        CHECK(seen.find(id) == std::string::npos);
        CHECK(seen.find("insulting") == std::string::npos);
    }
}

TEST_CASE(
    "[P5][D6] counts are in no frame of any role before the reveal, ballots only in one's own") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    const domain::IdeaId idea = world.room.workshop().ideas.at(0).id;
    world.asks(3, facilitator, 2, domain::OpenPhase{{"vote"}});
    world.synced();
    world.clear();
    world.asks(1, ada, 3, domain::CastVote{idea, 2});
    world.synced();
    for (const auto& [role, frame] : world.shown) CHECK(!frame.contains("tallies"));
    CHECK(world.everything_shown_to(Role::participant, 2).find("vote.cast") == std::string::npos);
    CHECK(world.everything_shown_to(Role::participant, 1).find("vote.cast") != std::string::npos);
    world.clear();
    world.asks(3, facilitator, 4, domain::RevealResults{{"vote"}});
    world.synced();
    for (const auto& [role, frame] : world.shown)
        CHECK(frame["tallies"]["vote"][idea.text] == json{{"dots", 2}, {"voters", 1}});
}

TEST_CASE("[P5] names go to facilitators, never to screens") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    CHECK(world.everything_shown_to(Role::facilitator, 3).find("Ada") != std::string::npos);
    CHECK(world.everything_shown_to(Role::screen, 4).find("Ada") == std::string::npos);
    CHECK(world.everything_shown_to(Role::participant, 2).find("Ada") == std::string::npos);
}

TEST_CASE("who asks too quickly is told when to ask again") {
    World world;
    constexpr int burst = static_cast<int>(room::limits::participant_burst_commands);
    for (int i = 0; i <= burst; ++i) world.asks(1, ada, i, domain::WithdrawIdea{{"nowhere"}});
    CHECK(world.answers(1).at(burst - 1)["code"] == "no_such_idea");
    CHECK(world.answers(1).at(burst)["code"] == "rate_limited");
    CHECK(world.answers(1).at(burst)["data"]["retry_after_ms"] > 0);
}

TEST_CASE("[RM7] after a round nothing is decided before its end; then all of it is one batch") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"un", {}});
    world.take(world.room.durable(20));
    CHECK(world.rests == std::vector<std::size_t>{1});
    world.clear();
    for (int i = 2; i < 7; ++i) world.asks(3, facilitator, i, domain::PostIdea{"encore", {}});
    world.take(world.room.tick());
    CHECK(world.appends == 0);
    CHECK(world.shown.empty());
    world.take(world.room.wake(30));
    CHECK(world.appends == 1);
    world.take(world.room.durable(31));
    CHECK(world.frames_of(Role::participant) == 1);
    CHECK(world.rests.back() == 5);
    CHECK(world.answers(3).size() == 5);
}

TEST_CASE("[RM7] what is shown to nobody is no round") {
    World world;
    for (const auto connection : std::vector<room::ConnectionId>{1, 2, 3, 4})
        world.take(world.room.left(connection));
    world.asks(1, ada, 1, domain::PostIdea{"un", {}});
    world.take(world.room.durable(20));
    CHECK(world.rests.empty());
    world.asks(1, ada, 2, domain::PostIdea{"deux", {}});
    CHECK(world.appends == 2);
}

TEST_CASE(
    "[RM6][RM7] what waits for the end of a round when the disk fills is refused, to be sent "
    "again") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"un", {}});
    world.take(world.room.durable(20));
    world.asks(2, bob, 2, domain::PostIdea{"deux", {}});
    world.take(world.room.pause());
    REQUIRE(world.answers(2).size() == 1);
    CHECK(world.answers(2)[0]["code"] == "read_only");
    CHECK(world.answers(2)[0]["data"]["retry_after_ms"] > 0);
    world.take(world.room.wake(30));
    CHECK(world.appends == 1);
}

TEST_CASE("[RM8] who arrives gets the state as it would be made for them alone") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une \"haie\"", {}});
    world.synced();
    for (const auto& [connection, who] :
         {std::pair{1, ada}, {2, bob}, {3, facilitator}, {4, screen}}) {
        for (int twice = 0; twice < 2; ++twice) {
            world.clear();
            world.take(world.room.hello(static_cast<room::ConnectionId>(connection), {}, 40));
            const json& welcome = world.sent.at(0).second;
            const wire::Viewer viewer{who.role, who.participant};
            const auto presence = world.room.roster().presence();
            CHECK(welcome["state"] ==
                  wire::encode(wire::project_state(world.room.workshop(), viewer, presence)));
            CHECK(welcome["you"] == wire::encode(wire::project_you(world.room.workshop(), viewer)));
            CHECK(welcome["seq"] == world.room.last());
        }
    }
}

TEST_CASE("facilitators see how many take part by which transport, nobody else does") {
    World world;
    world.take(world.room.joined(9, bob, wire::Transport::stream));
    world.take(world.room.hello(9, std::nullopt, 15));
    world.take(world.room.tick());
    for (const auto& [role, frame] : world.shown) {
        CHECK(frame["people"]["connected"] == 2);
        CHECK(frame["people"].contains("transports") == (role == Role::facilitator));
        if (role == Role::facilitator)
            CHECK(frame["people"]["transports"] ==
                  json{{"websocket", 2}, {"stream", 1}, {"poll", 0}});
    }
}

TEST_CASE("who is told to go is told when to come back, the later the more there are") {
    World world;
    world.take(world.room.drain());
    CHECK(world.shown.at(0).second["data"]["retry_within_ms"] == 1'000);
    for (room::ConnectionId id = 100; id < 5'100; ++id)
        world.take(world.room.joined(id, screen, by));
    world.take(world.room.drain());
    CHECK(world.shown.back().second["data"]["retry_within_ms"] == 5'004);
}

TEST_CASE("the pause after a round grows with what it carried and what it cost") {
    using room::Pacer;
    CHECK(Pacer::pause(60, 1) == 30);
    CHECK(Pacer::pause(6'000, 0) == 3'000);
    CHECK(Pacer::pause(6'000, 1) == 3'000);
    CHECK(Pacer::pause(6'000, 2) == 12'000);
    CHECK(Pacer::pause(6'000, 5) == 25'000);
    CHECK(Pacer::pause(60'000, 1) == 30'000);
    CHECK(Pacer::pause(60'000, 1'000'000) == 30'000);
}
