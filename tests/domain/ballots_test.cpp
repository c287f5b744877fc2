#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

namespace {

/// A vote among five published ideas, one pending, one hidden and one withdrawn.
void play_vote(const std::string& script, const std::string& given = "") {
    play(given + R"(
        given collect moderation before
        facilitator opens collect              -> ok
        facilitator posts "Une" as a           -> ok
        facilitator posts "Deux" as b          -> ok
        facilitator posts "Trois" as c         -> ok
        facilitator posts "Quatre" as d        -> ok
        facilitator posts "Cinq" as e          -> ok
        facilitator posts "Six" as hidden      -> ok
        facilitator hides hidden because duplicate -> ok
        zoe posts "Sept" as pending            -> ok
        zoe posts "Huit" as withdrawn          -> ok
        facilitator publishes withdrawn        -> ok
        zoe withdraws withdrawn                -> ok
        facilitator opens vote                 -> ok
    )" + script);
}

}  // namespace

TEST_CASE("[D1] dots go on published ideas only") {
    play_vote(R"(
        ada votes 1 on a         -> ok
        ada votes 1 on hidden    -> refused idea_not_published
        ada votes 1 on withdrawn -> refused idea_not_published
        ada votes 1 on pending   -> refused no_such_idea   # nothing tells that it is there
        zoe votes 1 on pending   -> refused no_such_idea
        ada votes 1 on nothing   -> refused no_such_idea
        tally of a in vote is 1 dots by 1
        tally of hidden in vote is nothing
    )");
}

TEST_CASE("[D1] dots are given while a vote is open, before and after they are not") {
    play(R"(
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        ada votes 1 on hedges           -> refused wrong_phase expects=vote open=collect
        facilitator opens vote          -> ok
        ada votes 1 on hedges           -> ok
        facilitator closes vote         -> ok
        ada votes 2 on hedges           -> refused wrong_phase expects=vote
        ada clears hedges               -> refused wrong_phase expects=vote
        tally of hedges in vote is 1 dots by 1
        facilitator reopens vote        -> ok
        ada votes 2 on hedges           -> ok
        tally of hedges in vote is 2 dots by 1
    )");
}

TEST_CASE("[D2] so many dots on one idea and no more, nor less than none") {
    play_vote(R"(
        ada votes 3 on a    -> refused too_many_on_idea max=2
        ada votes 2147483647 on a -> refused too_many_on_idea max=2
        ada votes -1 on a   -> refused bad_arguments field=value
        ada votes 2 on a    -> ok
        tally of a in vote is 2 dots by 1
    )");
}

TEST_CASE("[D3] a vote beyond the budget is refused and says what is left") {
    play_vote(R"(
        ada votes 2 on a    -> ok
        ada votes 2 on b    -> ok
        ada votes 2 on c    -> refused votes_spent budget=5 left=1
        ada votes 1 on c    -> ok
        ada votes 1 on d    -> refused votes_spent budget=5 left=0
        ada votes 2 on c    -> refused votes_spent budget=5 left=0
        ben votes 2 on d    -> ok     # each person has their own
        ballot of ada in vote is a 2, b 2, c 1
    )");
}

TEST_CASE("[D3] each vote phase has a budget of its own") {
    play_vote(R"(
        ada votes 2 on a       -> ok
        ada votes 2 on b       -> ok
        ada votes 1 on c       -> ok
        facilitator opens vote2 -> ok
        ada votes 2 on a       -> ok
        tally of a in vote is 2 dots by 1
        tally of a in vote2 is 2 dots by 1
        ballot of ada in vote2 is a 2
    )",
              "given another vote as vote2");
}

TEST_CASE("[D4] the last choice counts: a value is all the dots on that idea") {
    play_vote(R"(
        ada votes 1 on a  -> ok
        ada votes 2 on a  -> ok
        ada votes 2 on a  -> ok
        tally of a in vote is 2 dots by 1
        ben votes 1 on a  -> ok
        tally of a in vote is 3 dots by 2
        ada votes 1 on a  -> ok
        tally of a in vote is 2 dots by 2
        voted is 2
    )");
}

TEST_CASE("[D5] dots are taken back one idea at a time or all at once, and can be spent again") {
    play_vote(R"(
        ada votes 2 on a      -> ok
        ada votes 2 on b      -> ok
        ada votes 1 on c      -> ok
        ada votes 0 on a      -> ok
        tally of a in vote is nothing
        ada clears b          -> ok
        ballot of ada in vote is c 1
        ada votes 2 on d      -> ok
        ada clears everything -> ok
        ballot of ada in vote is empty
        voted is 0
        ada clears everything -> ok      # nothing to take back is no mistake
        ada clears a          -> ok
        ada clears nothing    -> refused no_such_idea
        ada votes 2 on e      -> ok
        tally of e in vote is 2 dots by 1
    )");
}

TEST_CASE("[D5] dots on an idea hidden since can be taken back, not added to") {
    play_vote(R"(
        ada votes 2 on a                      -> ok
        ben votes 1 on a                      -> ok
        facilitator hides a because off_topic -> ok
        ada votes 1 on a                      -> ok
        ben votes 2 on a                      -> refused idea_not_published
        ben votes 1 on a                      -> refused idea_not_published
        tally of a in vote is 2 dots by 2
        ada votes 0 on a                      -> ok
        ben clears a                          -> ok
        tally of a in vote is nothing
        cleo votes 0 on a                     -> refused idea_not_published
    )");
}

TEST_CASE("[D6] counts are hidden from everyone until the reveal, which closes the vote") {
    play_vote(R"(
        ada votes 2 on a         -> ok
        counts of vote are hidden
        facilitator reveals vote -> ok
        counts of vote are shown
        vote is closed and revealed
        open phase is none
        ada votes 1 on b         -> refused wrong_phase expects=vote
        cofacilitator reveals vote -> refused already_revealed
    )");
}

TEST_CASE("[D6] a closed vote stays hidden until it is revealed, whatever phase is open then") {
    play_vote(R"(
        facilitator closes vote    -> ok
        counts of vote are hidden
        facilitator reopens collect -> ok
        facilitator reveals vote   -> ok
        counts of vote are shown
        open phase is collect
    )");
}

TEST_CASE("[D6] only a vote that took place is revealed") {
    play(R"(
        facilitator reveals vote    -> refused phase_not_open
        facilitator opens collect   -> ok
        facilitator reveals collect -> refused wrong_phase expects=vote
        counts of collect are hidden
    )");
}

TEST_CASE("[D6] a vote that hides nothing shows its counts from the start, and can be ended too") {
    play_vote(R"(
        ada votes 2 on a           -> ok
        counts of vote are shown
        facilitator reveals vote   -> ok
        vote is closed and revealed
    )",
              "given vote hidden no");
}

TEST_CASE("[D6] revealing one vote shows nothing of another") {
    play_vote(R"(
        facilitator opens vote2  -> ok
        facilitator reveals vote -> ok
        counts of vote are shown
        counts of vote2 are hidden
        open phase is vote2
    )",
              "given another vote as vote2");
}

TEST_CASE("[D7] dots on an idea hidden since are kept, and are not counted as spent") {
    play_vote(R"(
        ada votes 2 on a                      -> ok
        ada votes 2 on b                      -> ok
        ada votes 1 on c                      -> ok
        facilitator hides a because duplicate -> ok
        tally of a in vote is 2 dots by 1
        ada votes 2 on d                      -> ok
        ada votes 1 on e                      -> refused votes_spent budget=5 left=0
        ballot of ada in vote is a 2, b 2, c 1, d 2
    )");
}

TEST_CASE("[D7] an idea withdrawn by its author gives the dots back, too") {
    play(R"(
        given vote budget 1
        facilitator opens collect       -> ok
        ben posts "Des haies" as hedges -> ok
        ben posts "Des bancs" as benches -> ok
        facilitator opens vote          -> ok
        ada votes 1 on hedges           -> ok
        ada votes 1 on benches          -> refused votes_spent
        ben withdraws hedges            -> ok
        ada votes 1 on benches          -> ok
    )");
}

TEST_CASE("[D7] an idea shown again brings its dots back; who has too many can only take away") {
    play_vote(R"(
        ada votes 2 on a                      -> ok
        ada votes 2 on b                      -> ok
        ada votes 1 on c                      -> ok
        facilitator hides a because duplicate -> ok
        ada votes 2 on d                      -> ok
        facilitator publishes a               -> ok
        ballot of ada in vote is a 2, b 2, c 1, d 2
        ada votes 1 on e                      -> refused votes_spent budget=5 left=0
        ada votes 2 on c                      -> refused votes_spent budget=5 left=0
        ada votes 1 on b                      -> ok
        ada votes 0 on d                      -> ok
        ada votes 2 on b                      -> ok
        ballot of ada in vote is a 2, b 2, c 1
    )");
}
