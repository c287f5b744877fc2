#include "domain/support/meeting.hpp"

using namespace atelier::domain;
using atelier::tests::Meeting;

namespace {

Meeting posted() {
    Meeting m;
    m.posts("ada", "hedges");
    return m;
}
const Actor ada = Meeting::who("ada");
const Actor ben = Meeting::who("ben");

}  // namespace

TEST_CASE("[M9] rewording keeps what the author wrote; their own words take the mark away") {
    Meeting m = posted();
    m.must(m.moderator, RewordIdea{{"hedges"}, "Planter des haies"});
    m.must(m.facilitator, RewordIdea{{"hedges"}, "Planter mille haies"});
    CHECK(m.idea("hedges").text == "Planter mille haies");
    CHECK(m.idea("hedges").original == "Idée hedges");
    m.must(m.moderator, RewordIdea{{"hedges"}, "Idée hedges"});
    CHECK_FALSE(m.idea("hedges").original);
    m.must(m.moderator, RewordIdea{{"hedges"}, "Autre chose"});
    m.must(ada, EditIdea{{"hedges"}, "Des haies, vraiment"});
    CHECK_FALSE(m.idea("hedges").original);
    CHECK(m.ask(m.moderator, RewordIdea{{"hedges"}, " "}) == "empty_text");
    CHECK(m.ask(ada, RewordIdea{{"hedges"}, "Moi"}) == "not_allowed");
    m.must(ada, WithdrawIdea{{"hedges"}});
    CHECK(m.ask(m.moderator, RewordIdea{{"hedges"}, "Trop tard"}) == "already_withdrawn");
}

TEST_CASE("[M10] an answer is given, changed and taken back") {
    Meeting m = posted();
    m.must(m.moderator, AnswerIdea{{"hedges"}, "Merci !"});
    CHECK(m.idea("hedges").answer == "Merci !");
    m.must(m.facilitator, AnswerIdea{{"hedges"}, ""});
    CHECK(m.idea("hedges").answer.empty());
    CHECK(m.ask(m.moderator, AnswerIdea{{"x"}, "?"}) == "no_such_idea");
    CHECK(m.ask(m.moderator, AnswerIdea{{"hedges"}, std::string(501, 'a')}) == "text_too_long");
}

TEST_CASE("[X1] who was muted reads and takes back, and neither writes nor votes nor moves") {
    Meeting m = posted();
    m.must(m.moderator, MuteParticipant{{"ada"}, true});
    CHECK(m.ask(ada, PostIdea{"Encore", {}}) == "muted");
    CHECK(m.ask(ada, EditIdea{{"hedges"}, "Encore"}) == "muted");
    m.must(ben, PostIdea{"Des bancs", {}}, "benches");
    m.must(m.facilitator, OpenPhase{{"vote"}});
    CHECK(m.ask(ada, CastVote{{"benches"}, 1}) == "muted");
    m.must(ada, ClearVote{});
    m.must(ada, WithdrawIdea{{"hedges"}});
    m.must(m.moderator, MuteParticipant{{"ada"}, false});
    m.must(ada, CastVote{{"benches"}, 1});
    CHECK(m.ask(m.moderator, MuteParticipant{{"nobody"}, true}) == "no_such_participant");
}

TEST_CASE("[X2] who was removed does nothing and cannot come in; what they gave stays") {
    Meeting m = posted();
    m.must(m.facilitator, RemoveParticipant{{"ada"}});
    CHECK(m.ask(ada, PostIdea{"Encore", {}}) == "removed");
    CHECK(m.ask(ada, WithdrawIdea{{"hedges"}}) == "removed");
    CHECK(m.ask(ada, Join{{"ada"}, "Ada", {}, ""}) == "removed");
    CHECK(m.idea("hedges").status == IdeaStatus::published);
    m.must(m.facilitator, RestoreParticipant{{"ada"}});
    m.must(ada, PostIdea{"Encore", {}}, "again");
    CHECK(m.ask(m.moderator, RemoveParticipant{{"ada"}}) == "not_allowed");
}

TEST_CASE("[X3] while posting is stopped nobody posts but facilitators") {
    Meeting m = posted();
    m.must(m.facilitator, StopPosts{true});
    CHECK(m.ask(ada, PostIdea{"Encore", {}}) == "posts_stopped");
    m.must(ada, EditIdea{{"hedges"}, "Mieux dit"});
    m.must(m.facilitator, PostIdea{"D'en haut", {}}, "above");
    m.must(m.facilitator, StopPosts{false});
    m.must(ada, PostIdea{"Encore", {}}, "again");
}

TEST_CASE("[SP1] one to six published ideas are put in the spotlight, each once") {
    Meeting m = posted();
    m.must(m.facilitator, SetSpotlight{{{"hedges"}}});
    CHECK(m.workshop().spotlight.size() == 1);
    CHECK(m.ask(m.facilitator, SetSpotlight{{}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, SetSpotlight{{{"hedges"}, {"hedges"}}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, SetSpotlight{{{"x"}}}) == "no_such_idea");
    CHECK(m.ask(m.facilitator, SetSpotlight{std::vector<IdeaId>(7, {"hedges"})}) ==
          "bad_arguments");
    m.must(m.facilitator, ClearSpotlight{});
    CHECK(m.workshop().spotlight.empty());
    m.must(m.facilitator, HideIdea{{"hedges"}, HideReason::technical});
    CHECK(m.ask(m.facilitator, SetSpotlight{{{"hedges"}}}) == "idea_not_published");
}

TEST_CASE("[SP2] what leaves the screens leaves the spotlight") {
    Meeting m = posted();
    m.posts("ben", "benches");
    m.must(m.facilitator, SetSpotlight{{{"hedges"}, {"benches"}}});
    m.must(m.moderator, HideIdea{{"hedges"}, HideReason::technical});
    CHECK(m.workshop().spotlight == std::vector<IdeaId>{{"benches"}});
    m.must(m.moderator, PublishIdea{{"hedges"}});
    CHECK(m.workshop().spotlight.size() == 1);
}

TEST_CASE("[SP3] the screen is frozen and let go") {
    Meeting m = posted();
    m.must(m.facilitator, FreezeScreen{true});
    CHECK(m.workshop().screen_frozen);
    m.must(m.facilitator, FreezeScreen{false});
    CHECK_FALSE(m.workshop().screen_frozen);
    CHECK(m.ask(m.moderator, FreezeScreen{true}) == "not_allowed");
}

TEST_CASE("[W2] a closed workshop can still be moderated, and nothing be sorted anew") {
    Meeting m = posted();
    m.must(m.facilitator, CloseWorkshop{});
    m.must(m.moderator, RewordIdea{{"hedges"}, "Des haies"});
    m.must(m.moderator, AnswerIdea{{"hedges"}, "Merci"});
    CHECK(m.ask(m.facilitator, AddBoard{"Plus tard", {}, {}}) == "workshop_closed");
    CHECK(m.ask(ada, PostComment{{"hedges"}, "Trop tard"}) == "workshop_closed");
}
