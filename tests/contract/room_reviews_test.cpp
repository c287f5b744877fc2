// What a room does for who reviews: leases, turning people out, look-alikes, and who sees what.

#include <catch2/catch.hpp>

#include "contract/support/room_world.hpp"
#include "wire/projection.hpp"

using namespace atelier;
using namespace atelier::room_world;

namespace {

const domain::Actor moderator{Role::moderator, {}};
constexpr room::ConnectionId second = 7, third = 8;

/// A moderator has come, on two lines; ada's idea is on disk.
struct Reviewed : World {
    explicit Reviewed(domain::Moderation moderation = domain::Moderation::after)
        : World(moderation) {
        for (const auto line : {second, third}) {
            take(room.joined(line, moderator, by));
            take(room.hello(line, std::nullopt, 3));
        }
        posts(1, "Planter des haies entre les parcelles");
    }
    void posts(int command, const std::string& text) {
        asks(1, ada, command, domain::PostIdea{text, {}});
        synced();
        idea = room.workshop().ideas.back().id;
    }
    json answer(room::ConnectionId from, const domain::Actor& who, int command,
                domain::Command what, base::Millis now = 10) {
        clear();
        take(room.receive({room::ToConnection{from}, who, uuid(command), std::move(what)}, now));
        if (room.committing()) synced();
        take(room.wake(21));
        return answers(from).at(0);
    }
    std::vector<insight::SimilarPair> pairs() { return room.pairs(asked += 10'000).value(); }
    domain::IdeaId idea;
    base::Millis asked = 0;
};

domain::HideIdea hiding(const domain::IdeaId& idea) {
    return {idea, domain::HideReason::off_topic};
}

}  // namespace

TEST_CASE("[RM9] while someone holds an idea, nobody else reviews it") {
    Reviewed world;
    CHECK(world.answer(second, moderator, 2, domain::TakeReview{{world.idea}})["type"] == "ack");
    CHECK(world.frames_of(Role::moderator) == 1);
    CHECK(world.frames_of(Role::facilitator) == 1);
    CHECK(world.frames_of(Role::participant) == 0);
    CHECK(world.shown.front().second["leases"][0]["idea"] == world.idea.text);
    const json refused = world.answer(third, moderator, 3, hiding(world.idea));
    CHECK(refused["code"] == "leased");
    CHECK(refused["data"]["until"] == 10 + room::limits::lease_ms);
    CHECK(world.answer(3, facilitator, 4, domain::PublishIdea{world.idea})["code"] == "leased");
    CHECK(world.answer(third, moderator, 5, domain::TakeReview{{world.idea}})["code"] == "leased");
    CHECK(world.answer(third, moderator, 6, domain::RewordIdea{world.idea, "x"})["code"] ==
          "leased");
    CHECK(world.answer(second, moderator, 7, hiding(world.idea))["type"] == "ack");
}

TEST_CASE("[RM9] a lease ends after a minute, with its connection, or when it is given back") {
    Reviewed world;
    const auto take = [&](int command, base::Millis now = 10) {
        return world.answer(second, moderator, command, domain::TakeReview{{world.idea}}, now);
    };
    const auto other = [&](int command, base::Millis now = 10) {
        return world.answer(third, moderator, command, domain::TakeReview{{world.idea}}, now);
    };
    CHECK(take(2)["type"] == "ack");
    CHECK(take(3, 30'000)["type"] == "ack");  // again renews
    CHECK(other(4, 10 + room::limits::lease_ms)["code"] == "leased");
    CHECK(other(5, 30'000 + room::limits::lease_ms)["type"] == "ack");
    CHECK(world.answer(third, moderator, 6, domain::ReleaseReview{{world.idea}}, 90'001)["type"] ==
          "ack");
    CHECK(take(7, 90'002)["type"] == "ack");
    world.clear();
    world.take(world.room.left(second));
    world.take(world.room.tick());
    CHECK(std::any_of(world.shown.begin(), world.shown.end(), [](const auto& frame) {
        return frame.first == Role::moderator && frame.second.contains("leases") &&
               frame.second["leases"].empty();
    }));
    world.take(world.room.wake(22));
    CHECK(other(8, 90'003)["type"] == "ack");
}

TEST_CASE("[RM9] leases are for who reviews, on a line of their own, and for what is there") {
    Reviewed world;
    CHECK(world.answer(1, ada, 2, domain::TakeReview{{world.idea}})["code"] == "not_allowed");
    CHECK(world.answer(second, moderator, 3, domain::TakeReview{{{"x"}}})["code"] ==
          "no_such_idea");
    CHECK(world.answer(second, moderator, 4, domain::TakeReview{{}})["code"] == "bad_arguments");
    bool answered = false;
    for (const auto& effect : world.room.receive(
             {room::ToRequest{1}, moderator, uuid(5), domain::TakeReview{{world.idea}}}, 10))
        if (const auto* answer = std::get_if<room::Answer>(&effect)) {
            answered = true;
            CHECK(wire::encode(answer->frame)["code"] == "not_allowed");
        }
    CHECK(answered);
    CHECK(world.answer(second, moderator, 6, domain::TakeReview{{world.idea}})["type"] == "ack");
    world.clear();
    world.take(world.room.joined(9, moderator, by));
    world.take(world.room.hello(9, std::nullopt, 20));
    CHECK(world.sent.at(0).second["state"]["leases"].size() == 1);
    world.clear();
    world.take(world.room.joined(10, bob, by));
    world.take(world.room.hello(10, std::nullopt, 20));
    CHECK_FALSE(world.sent.at(0).second["state"].contains("leases"));
}

TEST_CASE("[RM10] who was removed is told so and their lines are closed, whenever they come") {
    Reviewed world;
    world.clear();
    world.asks(3, facilitator, 2, domain::RemoveParticipant{{"ada"}});
    const auto closed = [](const room::Effects& effects) {
        return std::count_if(effects.begin(), effects.end(), [](const room::Effect& effect) {
            const auto* close = std::get_if<room::Close>(&effect);
            return close && close->code == 4401;
        });
    };
    const auto effects = world.room.durable(20);
    CHECK(closed(effects) == 1);
    world.take(effects);
    CHECK(world.everything_shown_to(Role::participant, 1).find("removed") != std::string::npos);
    world.take(world.room.joined(11, ada, by));
    CHECK(closed(world.room.hello(11, std::nullopt, 21)) == 1);
    CHECK(world.answer(1, ada, 3, domain::PostIdea{"Encore", {}})["code"] == "removed");
}

TEST_CASE("[RM11] who types is shown what is there, and cannot ask faster than anyone types") {
    Reviewed world;
    const auto near = world.room.similar(bob, "Planter des haies entre les champs", 30);
    REQUIRE(near);
    REQUIRE(near.value().size() == 1);
    CHECK(near.value()[0].id == world.idea.text);
    CHECK_FALSE(near.value()[0].author);
    CHECK(world.room.similar(bob, "Un marché de nuit", 30).value().empty());
    for (int i = 0; i < 20; ++i) (void)world.room.similar(bob, "haies", 30);
    CHECK(world.room.similar(bob, "haies", 30).error().code == domain::Code::rate_limited);
    CHECK(world.room.similar(ada, "haies", 30).ok());
}

TEST_CASE("[RM11] all pairs are not asked for faster than a human looks at them") {
    Reviewed world;
    for (int i = 0; i < static_cast<int>(room::limits::pairs_burst); ++i)
        CHECK(world.room.pairs(30).ok());
    const auto refused = world.room.pairs(30);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == domain::Code::rate_limited);
    CHECK(world.room.pairs(30 + 2'001).ok());
}

TEST_CASE("[RM10] who was removed is not told what others wrote, by asking what is like it") {
    Reviewed world;
    CHECK(world.answer(3, facilitator, 2, domain::RemoveParticipant{{"bob"}})["type"] == "ack");
    const auto near = world.room.similar(bob, "Planter des haies", 30);
    REQUIRE_FALSE(near);
    CHECK(near.error().code == domain::Code::removed);
    CHECK(world.answer(3, facilitator, 3, domain::RestoreParticipant{{"bob"}})["type"] == "ack");
    CHECK(world.room.similar(bob, "Planter des haies", 30).ok());
}

TEST_CASE("[RM11] the index follows what is written, hidden, grouped and told apart") {
    Reviewed world;
    const domain::IdeaId one = world.idea;
    CHECK(world.pairs().empty());
    world.posts(2, "Planter des haies entre les champs");
    const domain::IdeaId other = world.idea;
    REQUIRE(world.pairs().size() == 1);
    CHECK(world.answer(second, moderator, 3, domain::MergeIdeas{{other}, one})["type"] == "ack");
    CHECK(world.pairs().empty());
    CHECK(world.room.similar(bob, "Planter des haies", 30).value().size() == 1);
    CHECK(world.answer(second, moderator, 4, domain::UnmergeIdea{one})["type"] == "ack");
    CHECK(world.pairs().size() == 1);
    CHECK(world.answer(second, moderator, 5, hiding(other))["type"] == "ack");
    CHECK(world.pairs().empty());
    CHECK(world.answer(second, moderator, 6, domain::PublishIdea{other})["type"] == "ack");
    CHECK(world.answer(second, moderator, 7, domain::DismissPair{other, one})["type"] == "ack");
    CHECK(world.pairs().empty());
}

TEST_CASE("[M11] signs and look-alikes are told to who reviews, as long as it is not reviewed") {
    Reviewed world;
    world.clear();
    world.posts(2, "PLANTER DES HAIES ENTRE LES PARCELLES !!!");
    const std::string told = world.everything_shown_to(Role::moderator, second);
    CHECK(told.find(R"("signs":["shouting","duplicate"])") != std::string::npos);
    CHECK(told.find("look_alike") != std::string::npos);
    for (const auto& [role, line] : {std::pair{Role::participant, 2}, {Role::screen, 4}}) {
        const std::string all =
            world.everything_shown_to(role, static_cast<room::ConnectionId>(line));
        CHECK(all.find("signs") == std::string::npos);
        CHECK(all.find("look_alike") == std::string::npos);
    }
    world.clear();
    CHECK(world.answer(second, moderator, 3, domain::PublishIdea{world.idea})["type"] == "ack");
    CHECK(world.everything_shown_to(Role::moderator, second).find("signs") == std::string::npos);
}

TEST_CASE("[P5] an answer and the author's own words are told to the author and who moderates") {
    Reviewed world;
    CHECK(world.answer(second, moderator, 2, domain::RewordIdea{world.idea, "Des haies"})["type"] ==
          "ack");
    const auto knows = [&](Role role, room::ConnectionId line, const char* member) {
        return world.everything_shown_to(role, line).find(member) != std::string::npos;
    };
    CHECK(knows(Role::moderator, second, "original"));
    CHECK(knows(Role::participant, 1, "original"));
    CHECK(knows(Role::participant, 2, "reworded"));
    CHECK_FALSE(knows(Role::participant, 2, "original"));
    CHECK_FALSE(knows(Role::screen, 4, "original"));
    CHECK(world.answer(second, moderator, 3, domain::AnswerIdea{world.idea, "Merci"})["type"] ==
          "ack");
    CHECK(knows(Role::participant, 1, "Merci"));
    CHECK(knows(Role::facilitator, 3, "Merci"));
    CHECK_FALSE(knows(Role::participant, 2, "Merci"));
    CHECK_FALSE(knows(Role::screen, 4, "Merci"));
}

TEST_CASE("[G7] a lead that follows another has its own count again, on every screen") {
    Reviewed world;
    const domain::IdeaId one = world.idea;
    world.posts(2, "Des bancs");
    const domain::IdeaId two = world.idea;
    world.posts(3, "Un marché de nuit");
    const domain::IdeaId three = world.idea;
    CHECK(world.answer(3, facilitator, 4, domain::OpenPhase{{"vote"}})["type"] == "ack");
    CHECK(world.answer(1, ada, 5, domain::CastVote{one, 1})["type"] == "ack");
    CHECK(world.answer(2, bob, 6, domain::CastVote{two, 2})["type"] == "ack");
    CHECK(world.answer(3, facilitator, 7, domain::RevealResults{{"vote"}})["type"] == "ack");
    const auto counts = [&] { return world.shown.front().second["tallies"]["vote"]; };
    CHECK(world.answer(second, moderator, 8, domain::MergeIdeas{{two}, one})["type"] == "ack");
    CHECK(counts()[one.text] == json{{"dots", 3}, {"voters", 2}});
    CHECK(world.answer(second, moderator, 9, domain::MergeIdeas{{one}, three})["type"] == "ack");
    CHECK(counts()[three.text] == json{{"dots", 3}, {"voters", 2}});
    CHECK(counts()[one.text] == json{{"dots", 1}, {"voters", 1}});
    CHECK(counts()[two.text] == json{{"dots", 2}, {"voters", 1}});
}

TEST_CASE("[P5] every author of a group is told by a frame of their own") {
    Reviewed world;
    const domain::IdeaId one = world.idea;
    world.asks(2, bob, 2, domain::PostIdea{"Des bancs", {}});
    world.synced();
    const domain::IdeaId other = world.room.workshop().ideas.back().id;
    CHECK(world.answer(second, moderator, 3, domain::MergeIdeas{{other}, one})["type"] == "ack");
    for (const room::ConnectionId author : {room::ConnectionId{1}, room::ConnectionId{2}}) {
        const auto own = std::find_if(world.sent.begin(), world.sent.end(), [&](const auto& sent) {
            return sent.first == author && sent.second.value("own", false);
        });
        REQUIRE(own != world.sent.end());
        CHECK(own->second["events"][0]["event"] == "idea.merged");
        CHECK(own->second["events"][0]["idea"]["mine"] == true);
    }
}
