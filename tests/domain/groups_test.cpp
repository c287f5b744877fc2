#include <rapidcheck/catch.h>

#include <map>

#include "domain/support/meeting.hpp"
#include "domain/support/steps.hpp"
#include "insight/group_tally.hpp"
#include "wire/choices.hpp"

using namespace atelier::domain;
using namespace atelier;
using namespace atelier::tests;

namespace {

/// Four ideas by ada and ben, in an open vote of 5 dots, at most 2 on one.
Meeting voting() {
    Meeting m;
    for (const char* idea : {"a", "b", "c"}) m.posts("ada", idea);
    m.posts("ben", "d");
    m.must(m.facilitator, OpenPhase{{"vote"}});
    return m;
}

void votes(Meeting& m, const std::string& who, const std::string& idea, int dots) {
    m.must(Meeting::who(who), CastVote{{idea}, dots});
}

std::string tally(const Workshop& workshop, const std::string& idea) {
    const Votes* cast = workshop.votes_of({"vote"});
    const auto found =
        cast ? std::get<DotsTally>(insight::group_tally(workshop, *cast, {idea}, Method::dots))
             : DotsTally{};
    return std::to_string(found.dots) + " by " + std::to_string(found.voters);
}

/// Every tally of every idea, in every vote.
std::string tallies(const Workshop& workshop) {
    std::string out;
    for (const Phase& phase : workshop.plan.phases)
        if (const Votes* cast = workshop.votes_of(phase.id))
            for (const Idea& idea : workshop.ideas)
                out += idea.id.text + " " +
                       wire::encode(insight::group_tally(workshop, *cast, idea.id,
                                                         vote_rules(phase.settings)->method))
                           .dump() +
                       "\n";
    return out;
}

}  // namespace

TEST_CASE("[G1] the lead stands for the group; a lead that is merged brings its members along") {
    Meeting m = voting();
    m.must(m.moderator, MergeIdeas{{{"b"}}, {"a"}});
    CHECK(m.idea("b").group == IdeaId{"a"});
    m.must(m.facilitator, MergeIdeas{{{"a"}, {"c"}}, {"d"}});
    for (const char* id : {"a", "b", "c"}) CHECK(m.idea(id).group == IdeaId{"d"});
    CHECK(m.workshop().members({"d"}).size() == 3);
    CHECK(m.workshop().members({"a"}).empty());
}

TEST_CASE("[G2] into itself, around in a circle, twice, or unpublished: refused") {
    Meeting m = voting();
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"a"}}, {"a"}}) == "bad_group");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"b"}, {"b"}}, {"a"}}) == "bad_group");
    CHECK(m.ask(m.facilitator, MergeIdeas{{}, {"a"}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"x"}}, {"a"}}) == "no_such_idea");
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"a"}}, {"b"}}) == "bad_group");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"c"}}, {"b"}}) == "already_grouped");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"b"}}, {"c"}}) == "already_grouped");
    m.must(m.facilitator, HideIdea{{"c"}, HideReason::duplicate});
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"c"}}, {"a"}}) == "idea_not_published");
    CHECK(m.ask(m.facilitator, MergeIdeas{{{"d"}}, {"c"}}) == "idea_not_published");
    CHECK(m.ask(Meeting::who("ada"), MergeIdeas{{{"d"}}, {"a"}}) == "not_allowed");
}

TEST_CASE("[G3] a member leaves its group; separating a lead dissolves its group") {
    Meeting m = voting();
    m.must(m.facilitator, MergeIdeas{{{"b"}, {"c"}, {"d"}}, {"a"}});
    m.must(m.moderator, UnmergeIdea{{"c"}});
    CHECK_FALSE(m.idea("c").group);
    CHECK(m.idea("b").group);
    m.must(m.facilitator, UnmergeIdea{{"a"}});
    CHECK(m.workshop().groups.empty());
    CHECK(m.ask(m.facilitator, UnmergeIdea{{"a"}}) == "not_grouped");
}

TEST_CASE("[G4] a vote or a move on a member goes to the lead, and counts once") {
    Meeting m = voting();
    votes(m, "cleo", "a", 1);
    votes(m, "cleo", "b", 2);
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    CHECK(tally(m.workshop(), "a") == "2 by 1");
    votes(m, "cleo", "c", 2);
    votes(m, "cleo", "d", 1);  // 2 on the group, 2 and 1: five
    CHECK(m.ask(Meeting::who("cleo"), CastVote{{"d"}, 2}) == "votes_spent");
    votes(m, "cleo", "b", 1);  // their last choice for the group
    CHECK(tally(m.workshop(), "a") == "1 by 1");
    votes(m, "cleo", "d", 2);
    m.must(Meeting::who("cleo"), ClearVote{IdeaId{"b"}});
    CHECK(tally(m.workshop(), "a") == "0 by 0");
    m.must(m.facilitator, OpenPhase{{"sort"}});
    m.must(m.facilitator, SetPlacement{{}, {"b"}, LeverId{"nature"}, {}});
    CHECK(m.on("a") == "nature");
    CHECK(m.on("b") == "-");
}

TEST_CASE("[G5] what leaves the screens leaves its group; a lead's is dissolved") {
    Meeting m = voting();
    m.must(m.facilitator, MergeIdeas{{{"b"}, {"c"}}, {"a"}});
    m.must(m.facilitator, HideIdea{{"b"}, HideReason::duplicate});
    CHECK(m.workshop().members({"a"}).size() == 1);
    m.must(m.facilitator, PublishIdea{{"b"}});
    CHECK_FALSE(m.idea("b").group);
    m.must(Meeting::who("ada"), WithdrawIdea{{"a"}});
    CHECK(m.workshop().groups.empty());
    CHECK_FALSE(m.idea("c").group);
}

TEST_CASE("[G6] a pair that was seen not to say the same is remembered, whichever comes first") {
    Meeting m = voting();
    m.must(m.moderator, DismissPair{{"b"}, {"a"}});
    m.must(m.moderator, DismissPair{{"a"}, {"b"}});
    CHECK(m.workshop().dismissed.size() == 1);
    CHECK(m.ask(m.moderator, DismissPair{{"a"}, {"a"}}) == "bad_arguments");
    CHECK(m.ask(m.moderator, DismissPair{{"a"}, {"x"}}) == "no_such_idea");
}

TEST_CASE("[G7] a group has the union of its voters, never the sum") {
    Meeting m = voting();
    votes(m, "ada", "a", 2);
    votes(m, "ada", "b", 1);
    votes(m, "ben", "b", 2);
    m.must(m.facilitator, MergeIdeas{{{"b"}}, {"a"}});
    CHECK(tally(m.workshop(), "a") == "4 by 2");
    CHECK(tally(m.workshop(), "b") == "3 by 2");
}

TEST_CASE("[G7] merging then separating gives every tally back") {
    rc::prop("whatever was voted", [](const House& house) {
        World world = begun(house);
        live(world, *some_steps());
        if (world.workshop().ideas.size() < 2) return;
        const Actor facilitator{Role::facilitator};
        const auto pick = [&] {
            const auto& ideas = world.workshop().ideas;
            return ideas[*rc::gen::inRange<std::size_t>(0, ideas.size())].id;
        };
        const IdeaId one = pick(), into = pick();
        const std::string before = tallies(world.workshop());
        const bool led = !world.workshop().members(one).empty();
        const bool leads = !world.workshop().members(into).empty();
        if (led || leads || !world.ask(facilitator, MergeIdeas{{one}, into})) return;
        RC_ASSERT(world.ask(facilitator, UnmergeIdea{one}).ok());
        RC_ASSERT(tallies(world.workshop()) == before);
    });
}

TEST_CASE(
    "[G7] a group never has more voters than its ideas together, nor fewer than any of them") {
    rc::prop("in every group", [](const House& house) {
        World world = begun(house);
        live(world, *some_steps());
        const Workshop& workshop = world.workshop();
        for (const auto& [phase, cast] : workshop.votes)
            for (const auto& [lead, members] : workshop.groups) {
                const auto own = [&cast = cast](const IdeaId& id) {
                    const auto found = cast.tallies.find(id);
                    return found == cast.tallies.end() ? 0 : voters_of(found->second);
                };
                int sum = own(lead), most = own(lead);
                for (const IdeaId& member : members) {
                    sum += own(member);
                    most = std::max(most, own(member));
                }
                const auto method = vote_rules(workshop.phase(phase)->settings)->method;
                const int all = voters_of(insight::group_tally(workshop, cast, lead, method));
                RC_ASSERT(all <= sum);
                RC_ASSERT(all >= most);
            }
    });
}
