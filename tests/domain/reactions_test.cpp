#include <rapidcheck/catch.h>
#include <algorithm>

#include "domain/support/meeting.hpp"
#include "domain/support/steps.hpp"
#include "wire/projection.hpp"
#include "wire/snapshot.hpp"

using namespace atelier;
using namespace atelier::domain;
using namespace atelier::tests;

namespace {

/// Ideas a and b by ada and c by ben, in a collect phase in which people support ideas.
Meeting supporting(Moderation moderation = Moderation::none) {
    auto plan = usual_plan();
    auto& collect = std::get<CollectSettings>(plan.phases[0].settings);
    collect.reactions = true;
    collect.moderation = moderation;
    Meeting m(plan);
    for (const char* idea : {"a", "b"}) m.posts("ada", idea);
    m.posts("ben", "c");
    return m;
}
const Actor ada = Meeting::who("ada");
const Actor ben = Meeting::who("ben");
const Actor cleo = Meeting::who("cleo");

/// Every idea's supporters, as they are counted.
std::string counts(const Workshop& workshop) {
    std::string out;
    for (const Idea& idea : workshop.ideas)
        out += idea.id.text + " " + std::to_string(support_of(workshop, idea.id)) + "\n";
    return out;
}

}  // namespace

TEST_CASE("[RE1] a published idea is supported once by each person, and no longer") {
    Meeting m = supporting();
    for (int times = 0; times < 2; ++times) m.must(cleo, SetReaction{{"a"}, true});
    m.must(ben, SetReaction{{"a"}, true});
    CHECK(support_of(m.workshop(), {"a"}) == 2);
    m.must(cleo, SetReaction{{"a"}, false});
    m.must(cleo, SetReaction{{"b"}, false});  // what was not given is not there, either
    CHECK(support_of(m.workshop(), {"a"}) == 1);
    CHECK(support_of(m.workshop(), {"b"}) == 0);
    CHECK(m.ask(cleo, SetReaction{{"x"}, true}) == "no_such_idea");
}

TEST_CASE("[RE1] only where the open step allows it, and on what everyone sees") {
    Meeting silent;
    silent.posts("ada", "a");
    CHECK(silent.ask(ben, SetReaction{{"a"}, true}) == "reactions_off");
    Meeting m = supporting(Moderation::before);
    CHECK(m.ask(ben, SetReaction{{"a"}, true}) == "no_such_idea");
    m.must(m.facilitator, PublishIdea{{"a"}});
    m.must(ben, SetReaction{{"a"}, true});
    m.must(m.facilitator, HideIdea{{"a"}, HideReason::off_topic});
    CHECK(m.ask(cleo, SetReaction{{"a"}, true}) == "idea_not_published");
    m.must(m.facilitator, OpenPhase{{"vote"}});
    CHECK(m.ask(cleo, SetReaction{{"a"}, true}) == "wrong_phase");
    m.must(m.facilitator, PublishIdea{{"a"}});
    CHECK(support_of(m.workshop(), {"a"}) == 1);  // kept while it was hidden
}

TEST_CASE("[RE1] it is for participants who may speak") {
    Meeting m = supporting();
    CHECK(m.ask(m.facilitator, SetReaction{{"a"}, true}) == "not_allowed");
    CHECK(m.ask(m.moderator, SetReaction{{"a"}, true}) == "not_allowed");
    m.must(m.moderator, MuteParticipant{{"ben"}, true});
    CHECK(m.ask(ben, SetReaction{{"a"}, true}) == "muted");
    m.must(m.facilitator, CloseWorkshop{});
    CHECK(m.ask(cleo, SetReaction{{"a"}, true}) == "workshop_closed");
}

TEST_CASE("[RE2] nobody supports their own idea, nor a group with something of their own in it") {
    Meeting m = supporting();
    CHECK(m.ask(ada, SetReaction{{"a"}, true}) == "own_idea");
    m.must(m.facilitator, MergeIdeas{{{"c"}}, {"a"}});
    CHECK(m.ask(ben, SetReaction{{"a"}, true}) == "own_idea");
    CHECK(m.ask(ben, SetReaction{{"c"}, true}) == "own_idea");
    CHECK(m.ask(ben, SetReaction{{"b"}, true}) == "ok");
}

TEST_CASE("[RE2] support that was given before a group was made is taken back in any case") {
    Meeting m = supporting();
    m.must(ben, SetReaction{{"a"}, true});
    m.must(m.facilitator, MergeIdeas{{{"c"}}, {"a"}});
    m.must(ben, SetReaction{{"a"}, false});
    CHECK(support_of(m.workshop(), {"a"}) == 0);
}

TEST_CASE("[RE3] on an idea of a group it is on what stands for it, and taken back from all") {
    Meeting m = supporting();
    m.must(cleo, SetReaction{{"b"}, true});
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    m.must(ben, SetReaction{{"b"}, true});
    CHECK(m.workshop().reactions.supporters({"a"}).contains({"ben"}));
    CHECK_FALSE(m.workshop().reactions.supporters({"b"}).contains({"ben"}));
    m.must(cleo, SetReaction{{"a"}, false});
    CHECK(support_of(m.workshop(), {"a"}) == 1);
    CHECK(m.workshop().reactions.supported({"cleo"}).empty());
}

TEST_CASE("[RE4] a group has the union of its supporters, never the sum") {
    Meeting m = supporting();
    for (const char* idea : {"a", "b"}) m.must(cleo, SetReaction{{idea}, true});
    m.must(ben, SetReaction{{"b"}, true});
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    CHECK(support_of(m.workshop(), {"a"}) == 2);
    CHECK(support_of(m.workshop(), {"b"}) == 2);
    m.must(m.facilitator, UnmergeIdea{{"a"}});
    CHECK(support_of(m.workshop(), {"a"}) == 1);
}

TEST_CASE("[RE4] merging then separating gives every support back") {
    rc::prop("whatever was supported", [](House house) {
        house.reactions = true;
        World world = begun(house);
        live(world, *some_steps());
        const Actor facilitator{Role::facilitator};
        const auto pick = [&] {
            const auto& ideas = world.workshop().ideas;
            return ideas[*rc::gen::inRange<std::size_t>(0, ideas.size())].id;
        };
        const IdeaId one = pick(), into = pick();
        const std::string before = counts(world.workshop());
        const bool led = !world.workshop().members(one).empty();
        const bool leads = !world.workshop().members(into).empty();
        if (led || leads || !world.ask(facilitator, MergeIdeas{{one}, into})) return;
        RC_ASSERT(world.ask(facilitator, UnmergeIdea{one}).ok());
        RC_ASSERT(counts(world.workshop()) == before);
    });
}

TEST_CASE("[RE4] a group has no more supporters than its ideas together, nor fewer than any") {
    rc::prop("in every group", [](House house) {
        house.reactions = true;
        World world = begun(house);
        live(world, *some_steps());
        const Workshop& workshop = world.workshop();
        for (const auto& [lead, members] : workshop.groups) {
            std::size_t sum = workshop.reactions.supporters(lead).size(), most = sum;
            for (const IdeaId& member : members) {
                const std::size_t own = workshop.reactions.supporters(member).size();
                sum += own;
                most = std::max(most, own);
            }
            RC_ASSERT(support_of(workshop, lead) <= sum);
            RC_ASSERT(support_of(workshop, lead) >= most);
        }
    });
}

TEST_CASE("[RE5] how many is told at once to everyone, who to nobody but themselves") {
    Meeting m = supporting();
    m.must(ben, SetReaction{{"a"}, true});
    const auto seen = [&](Role role, const char* person) {
        return wire::encode(wire::project_state(m.workshop(), {role, {person}}, {})).dump();
    };
    for (const Role role : {Role::participant, Role::screen, Role::facilitator, Role::moderator})
        CHECK(seen(role, "").find(R"("collect":{"a":{"people":1}})") != std::string::npos);
    for (const Role role : {Role::participant, Role::screen})
        CHECK(seen(role, "").find("ben") == std::string::npos);
    const auto whose = [&](const char* who) {
        return wire::project_you(m.workshop(), {Role::participant, {who}}).reactions;
    };
    CHECK(whose("ben") == std::vector<std::string>{"a"});
    CHECK(whose("cleo").empty());
}

TEST_CASE("[RE5] many in one breath come to one count for each idea") {
    Meeting m = supporting();
    m.must(ben, SetReaction{{"a"}, true});
    m.must(cleo, SetReaction{{"a"}, true});
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    const std::vector<Recorded> events{{1, 1, ben, {}, ReactionSet{{"a"}, {"ben"}, true}},
                                       {2, 1, cleo, {}, ReactionSet{{"a"}, {"cleo"}, true}},
                                       {3, 1, m.facilitator, {}, IdeasMerged{{"a"}, {{"b"}}}}};
    const auto delta = wire::encode(wire::project_delta(m.workshop(), events, Role::screen));
    CHECK(delta["events"].size() == 1);  // the group; no reaction is told by itself
    CHECK(delta["tallies"]["collect"] ==
          nlohmann::json::parse(R"({"a":{"people":2},"b":{"people":0}})"));
    const auto own = wire::project_own(m.workshop(), events[0].event);
    REQUIRE(own.size() == 1);
    CHECK(own[0].participant == ParticipantId{"ben"});
}

TEST_CASE("[RE1] a snapshot keeps them") {
    Meeting m = supporting();
    m.must(ben, SetReaction{{"a"}, true});
    const auto back = wire::decode_snapshot(wire::encode_snapshot(m.workshop()));
    REQUIRE(back);
    CHECK(canonical(back.value()) == canonical(m.workshop()));
    CHECK(back.value().reactions.supported({"ben"}) == std::set<IdeaId>{{"a"}});
}

TEST_CASE(
    "[RE5] who was away while the last support of all was taken back is told that none is left") {
    Meeting m = supporting();
    m.must(ben, SetReaction{{"a"}, true});
    m.must(ben, SetReaction{{"a"}, false});
    const auto told = wire::project_all_own(m.workshop(), ben.participant);
    const auto reactions = std::ranges::find_if(
        told, [](const auto& event) { return std::holds_alternative<wire::OwnReactions>(event); });
    REQUIRE(reactions != told.end());
    CHECK(std::get<wire::OwnReactions>(*reactions).ideas.empty());
}
