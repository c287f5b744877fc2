#include "domain/support/meeting.hpp"

using namespace atelier::domain;
using atelier::tests::Meeting;

namespace {

Meeting talking() {
    auto plan = atelier::tests::usual_plan();
    std::get<CollectSettings>(plan.phases[0].settings).comments = true;
    Meeting m(plan);
    m.posts("ada", "hedges");
    return m;
}
const Actor ada = Meeting::who("ada");
const Actor ben = Meeting::who("ben");

}  // namespace

TEST_CASE("[K1] people comment on published ideas, in a collect phase that allows it") {
    Meeting m = talking();
    m.must(ben, PostComment{{"hedges"}, "D'accord"}, "k1");
    CHECK(m.workshop().comment({"k1"})->text == "D'accord");
    CHECK(m.ask(ben, PostComment{{"hedges"}, " "}) == "empty_text");
    CHECK(m.ask(ben, PostComment{{"x"}, "Où ?"}) == "no_such_idea");
    m.must(m.facilitator, HideIdea{{"hedges"}, HideReason::off_topic});
    CHECK(m.ask(ben, PostComment{{"hedges"}, "Encore"}) == "idea_not_published");
    m.must(m.facilitator, OpenPhase{{"vote"}});
    CHECK(m.ask(ben, PostComment{{"hedges"}, "Encore"}) == "wrong_phase");
    Meeting silent;
    silent.posts("ada", "hedges");
    CHECK(silent.ask(ben, PostComment{{"hedges"}, "Encore"}) == "comments_off");
}

TEST_CASE("[K1] so many on one idea; one taken back gives its place back") {
    Meeting m = talking();
    for (std::size_t i = 0; i < limits::comments_per_idea_max; ++i)
        m.must(ben, PostComment{{"hedges"}, "Et"}, "k" + std::to_string(i));
    CHECK(m.ask(ben, PostComment{{"hedges"}, "Et"}) == "too_many_comments");
    m.must(ben, WithdrawComment{{"k0"}});
    m.must(ben, PostComment{{"hedges"}, "Et"}, "one more");
}

TEST_CASE("[K2] a comment is hidden, with its first reason") {
    Meeting m = talking();
    m.must(ben, PostComment{{"hedges"}, "D'accord"}, "k1");
    m.must(m.moderator, HideComment{{"k1"}, HideReason::insulting});
    CHECK(m.workshop().comment({"k1"})->reason == HideReason::insulting);
    CHECK(m.ask(m.moderator, HideComment{{"k1"}, HideReason::off_topic}) == "already_hidden");
    CHECK(m.ask(m.moderator, HideComment{{"x"}, HideReason::off_topic}) == "no_such_comment");
}

TEST_CASE("[K3] its author takes a comment back, nobody else") {
    Meeting m = talking();
    m.must(ben, PostComment{{"hedges"}, "D'accord"}, "k1");
    CHECK(m.ask(ada, WithdrawComment{{"k1"}}) == "not_yours");
    m.must(ben, WithdrawComment{{"k1"}});
    CHECK(m.ask(ben, WithdrawComment{{"k1"}}) == "already_withdrawn");
    CHECK(m.ask(m.moderator, HideComment{{"k1"}, HideReason::off_topic}) == "already_withdrawn");
}
