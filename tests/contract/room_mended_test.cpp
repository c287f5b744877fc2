// What the simulation found in the room, each as a test of its own.

#include <catch2/catch.hpp>

#include "contract/support/room_world.hpp"

using namespace atelier;
using namespace atelier::room_world;

TEST_CASE("[P4] who resumes gets all that is theirs, however long ago their part was cut off") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    world.asks(2, bob, 2, domain::PostIdea{"un atelier", {}});
    world.synced();
    world.clear();
    world.take(world.room.hello(1, wire::Resume{"e", world.room.last()}, 30));
    const json& own = world.sent.back().second;
    REQUIRE(own["own"] == true);
    CHECK(own["events"].at(0) == json{{"event", "participant.updated"}, {"name", "Ada"}});
    CHECK(own["events"].at(1)["idea"]["text"] == "une haie");
    CHECK(own["events"].at(1)["idea"]["mine"] == true);
}

TEST_CASE("[P3] an idea hidden and shown again at once is not taken from its author's board") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.asks(3, facilitator, 2, domain::HideIdea{{"id1"}, domain::HideReason::duplicate});
    world.asks(3, facilitator, 3, domain::PublishIdea{{"id1"}});
    world.synced();
    world.clear();
    world.synced();
    REQUIRE(world.room.workshop().ideas.at(0).status == domain::IdeaStatus::published);
    const json& own = world.sent.at(0).second;
    REQUIRE(own["own"] == true);
    CHECK(own["events"].size() == 1);
    CHECK(own["events"].at(0)["event"] == "idea.published");
}

TEST_CASE("[P3] a new name reaches facilitators who have read the old one") {
    World world;
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    world.synced();
    world.clear();
    world.take(world.room.receive(
        {room::ToRequest{1}, ada, std::nullopt, domain::Join{{"ada"}, "Ada L.", {}, {}}}, 30));
    world.synced();
    REQUIRE(world.frames_of(Role::facilitator) == 1);
    CHECK(world.shown.at(0).second["events"].at(0)["idea"]["author_name"] == "Ada L.");
}

TEST_CASE("[P3] nobody keeps a count of people that was true only when they arrived") {
    World world;
    world.take(world.room.tick());
    world.take(world.room.wake(20));
    world.take(world.room.joined(9, {Role::participant, {"cy"}}, by));
    world.take(world.room.hello(9, std::nullopt, 30));
    world.take(world.room.joined(10, screen, by));
    world.take(world.room.hello(10, std::nullopt, 30));
    CHECK(world.sent.back().second["state"]["people"]["connected"] == 3);
    world.take(world.room.left(9));
    world.shown.clear();
    world.take(world.room.tick());
    REQUIRE(world.frames_of(Role::screen) == 1);
    CHECK(world.shown.back().second["people"]["connected"] == 2);
}

TEST_CASE("[RM6] a room that drains is not opened again by a disk that is mended") {
    World world;
    world.take(world.room.drain());
    world.take(world.room.pause());
    world.take(world.room.resume());
    world.asks(1, ada, 1, domain::PostIdea{"une haie", {}});
    CHECK(world.answers(1).at(0)["code"] == "draining");
    CHECK(world.appends == 0);
}
