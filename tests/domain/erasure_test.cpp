#include "domain/carry.hpp"
#include "domain/support/meeting.hpp"

// Erasing what people wrote, following commitments up, and carrying ideas on.

using namespace atelier::domain;
using atelier::tests::Meeting;

namespace {

const Actor ada = Meeting::who("ada");
const Actor ben = Meeting::who("ben");
const Actor organiser{Role::organiser};

Meeting written() {
    Meeting m;
    m.posts("ada", "hedges");
    m.posts("ben", "benches");
    m.must(m.moderator, RewordIdea{{"hedges"}, "Planter des haies"});
    m.must(m.moderator, AnswerIdea{{"hedges"}, "Merci Ada"});
    return m;
}

}  // namespace

TEST_CASE("[E1] what they wrote and their name go; that it was said and voted on stays") {
    Meeting m = written();
    m.must(m.facilitator, OpenPhase{{"vote"}});
    m.must(ada, CastVote{{"benches"}, 2});
    m.must(ben, CastVote{{"hedges"}, 1});
    const auto tallies = m.workshop().votes_of({"vote"})->tallies;
    m.must(ada, EraseParticipant{{"ada"}});
    const Idea& idea = m.idea("hedges");
    CHECK(idea.erased);
    CHECK(idea.text.empty());
    CHECK_FALSE(idea.original);
    CHECK(idea.answer.empty());
    CHECK(idea.status == IdeaStatus::published);
    CHECK(m.workshop().participant({"ada"})->name.empty());
    CHECK(m.workshop().participants.size() == 3);
    CHECK(m.workshop().votes_of({"vote"})->tallies == tallies);
    CHECK(m.idea("benches").text == "Idée benches");
}

TEST_CASE("[E2] anyone erases their own; facilitators and organisers those of others") {
    Meeting m = written();
    CHECK(m.ask(ben, EraseParticipant{{"ada"}}) == "not_yours");
    CHECK(m.ask(m.moderator, EraseParticipant{{"ada"}}) == "not_allowed");
    CHECK(m.ask(m.facilitator, EraseParticipant{{"nobody"}}) == "no_such_participant");
    m.must(m.facilitator, EraseParticipant{{"ada"}});
    CHECK(m.ask(organiser, EraseParticipant{{"ada"}}) == "erased");
    m.must(organiser, EraseParticipant{{"ben"}});
}

TEST_CASE("[E2] also when the workshop is over, and after one was removed") {
    Meeting m = written();
    m.must(m.facilitator, RemoveParticipant{{"ben"}});
    m.must(m.facilitator, CloseWorkshop{});
    m.must(ada, EraseParticipant{{"ada"}});
    m.must(ben, EraseParticipant{{"ben"}});
}

TEST_CASE("[E3] who was erased does nothing any more and does not come in as the same person") {
    Meeting m = written();
    m.must(ada, EraseParticipant{{"ada"}});
    CHECK(m.ask(ada, PostIdea{"Encore", {}}) == "erased");
    CHECK(m.ask(ada, Join{{"ada"}, "Ada", {}, "digest"}) == "erased");
    CHECK(m.ask(m.facilitator, RestoreParticipant{{"ada"}}) == "no_such_participant");
    m.joined("dora");
}

TEST_CASE("[E4] one text alone is erased") {
    Meeting m = written();
    CHECK(m.ask(ada, EraseIdea{{"hedges"}}) == "not_allowed");
    m.must(organiser, EraseIdea{{"hedges"}});
    CHECK(m.idea("hedges").erased);
    CHECK(m.workshop().participant({"ada"})->name == "ada");
    CHECK(m.ask(m.facilitator, EraseIdea{{"hedges"}}) == "erased");
    CHECK(m.ask(m.facilitator, EraseIdea{{"x"}}) == "no_such_idea");
}

TEST_CASE("[E5] a workshop that is over is anonymised; names given later are not kept") {
    Meeting m = written();
    CHECK(m.ask(organiser, AnonymiseWorkshop{}) == "workshop_open");
    m.must(m.facilitator, CloseWorkshop{});
    CHECK(m.ask(m.facilitator, AnonymiseWorkshop{}) == "not_allowed");
    m.must(organiser, AnonymiseWorkshop{});
    CHECK(m.workshop().participant({"ada"})->name.empty());
    CHECK(m.idea("hedges").text == "Planter des haies");
    m.joined("dora");
    CHECK(m.workshop().participant({"dora"})->name.empty());
}

TEST_CASE("[E6] what was erased is neither reworded nor answered") {
    Meeting m = written();
    m.must(ada, EraseParticipant{{"ada"}});
    CHECK(m.ask(m.moderator, RewordIdea{{"hedges"}, "Autre"}) == "erased");
    CHECK(m.ask(m.moderator, AnswerIdea{{"hedges"}, "Merci"}) == "erased");
    m.must(m.facilitator, HideIdea{{"hedges"}, HideReason::off_topic});
}

TEST_CASE("[C5] what became of a commitment is told at any time, and replaced") {
    Blueprint plan = atelier::tests::usual_plan();
    plan.phases[0].settings = CommitSettings{};
    Meeting m(std::move(plan));
    m.must(ada, MakeCommitment{{"Planter", Commits::individual, "", "Zoé", "", ""}}, "c1");
    m.must(m.facilitator, CloseWorkshop{});
    CHECK(m.ask(ada, FollowCommitment{{"c1"}, FollowUp::done, ""}) == "not_allowed");
    CHECK(m.ask(m.facilitator, FollowCommitment{{"x"}, FollowUp::done, ""}) ==
          "no_such_commitment");
    CHECK(m.ask(m.facilitator, FollowCommitment{{"c1"}, FollowUp::done, std::string(501, 'a')}) ==
          "text_too_long");
    m.must(organiser, FollowCommitment{{"c1"}, FollowUp::under_way, "Réunion le 3"});
    m.must(m.facilitator, FollowCommitment{{"c1"}, FollowUp::done, ""});
    const Commitment& told = *m.workshop().commitment({"c1"});
    CHECK(told.follow_up == FollowUp::done);
    CHECK(told.note.empty());
    m.must(ada, EraseParticipant{{"ada"}});
    CHECK(told.promise.text.empty());
    CHECK(told.promise.with.empty());
    CHECK(told.follow_up == FollowUp::done);
    CHECK(m.ask(m.facilitator, FollowCommitment{{"c1"}, FollowUp::planned, ""}) == "erased");
}

TEST_CASE("[CA1] boards come with the ids of their levers, and with nothing on them") {
    Meeting m = written();
    const auto carried = carry(m.workshop(), atelier::tests::usual_plan(), {.boards = true});
    REQUIRE(carried);
    const Blueprint& plan = carried.value().plan;
    CHECK(plan.continues == m.workshop().id);
    REQUIRE(plan.boards.size() == m.workshop().plan.boards.size());
    for (std::size_t i = 0; i < plan.boards[0].levers.size(); ++i)
        CHECK(plan.boards[0].levers[i].id == m.workshop().plan.boards[0].levers[i].id);
    CHECK(plan.boards[0].placements.empty());
    CHECK(carried.value().events.empty());
}

TEST_CASE("[CA2] an idea comes with its id and words, says from where, and is nobody's") {
    Meeting m = written();
    const auto carried =
        carry(m.workshop(), atelier::tests::usual_plan(), {.ideas = {{"hedges"}, {"benches"}}});
    REQUIRE(carried);
    REQUIRE(carried.value().events.size() == 2);
    const auto& posted = std::get<IdeaPosted>(carried.value().events[0]);
    CHECK(posted.idea.text == "hedges");
    CHECK(posted.text == "Planter des haies");
    CHECK(posted.carried_from == m.workshop().id);
    CHECK_FALSE(posted.author);
    CHECK(posted.status == IdeaStatus::published);
}

TEST_CASE("[CA3] only what everyone may see is carried, and not what was erased") {
    Meeting m = written();
    const auto asked = [&](std::vector<IdeaId> ideas) {
        const auto carried =
            carry(m.workshop(), atelier::tests::usual_plan(), {.ideas = std::move(ideas)});
        return carried ? "ok" : std::string(text(carried.error().code));
    };
    m.must(m.moderator, HideIdea{{"benches"}, HideReason::off_topic});
    m.must(ada, EraseParticipant{{"ada"}});
    CHECK(asked({{"benches"}}) == "idea_not_published");
    CHECK(asked({{"hedges"}}) == "idea_not_published");
    CHECK(asked({{"x"}}) == "no_such_idea");
}
