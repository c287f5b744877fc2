#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[M1] moderation before: nobody sees an idea until a facilitator publishes it") {
    play(R"(
        given collect moderation before
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        hedges is pending
        review of hedges is due
        facilitator publishes hedges    -> ok
        hedges is published
        review of hedges is done
    )");
}

TEST_CASE("[M2] moderation after: an idea is seen at once and waits for review") {
    play(R"(
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        hedges is published
        review of hedges is due
        ada edits hedges to "Mieux"     -> ok
        hedges is published
        review of hedges is due
        facilitator publishes hedges    -> ok
        review of hedges is done
        ada edits hedges to "Encore"    -> ok
        hedges is published
        review of hedges is due
    )");
}

TEST_CASE("[M3] without moderation an idea needs no review, and can still be hidden") {
    play(R"(
        given collect moderation none
        facilitator opens collect                   -> ok
        ada posts "Des haies" as hedges             -> ok
        hedges is published
        review of hedges is done
        facilitator hides hedges because insulting  -> ok
        hedges is hidden because insulting
    )");
}

TEST_CASE("[M3] what a facilitator writes needs no review under any policy") {
    play(R"(
        given collect moderation before
        facilitator opens collect               -> ok
        facilitator posts "Des haies" as hedges -> ok
        hedges is published
        review of hedges is done
        facilitator edits hedges to "Mieux"     -> ok
        hedges is published
        review of hedges is done
    )");
}

TEST_CASE(
    "[M4] publishing shows a pending or hidden idea and marks a shown one as reviewed, once") {
    play(R"(
        facilitator opens collect                  -> ok
        ada posts "Des haies" as hedges            -> ok
        facilitator publishes hedges               -> ok
        cofacilitator publishes hedges             -> refused already_published
        facilitator hides hedges because duplicate -> ok
        cofacilitator publishes hedges             -> ok
        hedges is published
        review of hedges is done
        facilitator publishes benches              -> refused no_such_idea
    )");
}

TEST_CASE("[M4] moderation goes on in every phase and between them") {
    play(R"(
        facilitator opens collect                  -> ok
        ada posts "Des haies" as hedges            -> ok
        facilitator opens vote                     -> ok
        facilitator hides hedges because off_topic -> ok
        facilitator closes vote                    -> ok
        facilitator publishes hedges               -> ok
        hedges is published
    )");
}

TEST_CASE("[M5] moderation before: a text changed after its review is looked at again") {
    play(R"(
        given collect moderation before
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        facilitator publishes hedges    -> ok
        ada edits hedges to "Autre"     -> ok
        hedges is pending
        review of hedges is due
        facilitator publishes hedges    -> ok
        hedges reads "Autre"
        hedges is published
    )");
}

TEST_CASE("[M6] what its author took back is neither shown nor hidden by anyone") {
    play(R"(
        facilitator opens collect                  -> ok
        ada posts "Des haies" as hedges            -> ok
        ada withdraws hedges                       -> ok
        facilitator publishes hedges               -> refused already_withdrawn
        facilitator hides hedges because off_topic -> refused already_withdrawn
        hedges is withdrawn
    )");
}

TEST_CASE("[M7] hidden is not deleted: text, votes, place and reason are kept and come back") {
    play(R"(
        facilitator opens collect                     -> ok
        ada posts "Des haies" as hedges               -> ok
        facilitator opens sort                        -> ok
        facilitator moves hedges to nature / commune  -> ok
        facilitator opens vote                        -> ok
        ben votes 2 on hedges                         -> ok
        facilitator hides hedges because names_person -> ok
        hedges is hidden because names_person
        hedges reads "Des haies"
        hedges rests on nature / commune
        tally of hedges in vote is 2 dots by 1
        reason of hedges is names_person
        facilitator publishes hedges                  -> ok
        reason of hedges is none
        hedges is published
        hedges rests on nature / commune
        tally of hedges in vote is 2 dots by 1
    )");
}

TEST_CASE("[M7] two moderators hide the same idea: the first reason stands") {
    play(R"(
        facilitator opens collect                    -> ok
        ada posts "Des haies" as hedges              -> ok
        facilitator hides hedges because duplicate   -> ok
        cofacilitator hides hedges because off_topic -> refused already_hidden
        hedges is hidden because duplicate
        facilitator hides benches because off_topic  -> refused no_such_idea
    )");
}

TEST_CASE("[M7] every reason can be given, and a pending idea can be hidden unseen") {
    play(R"(
        given collect moderation before
        given collect max_per_person 9
        facilitator opens collect                   -> ok
        ada posts "Une" as a                        -> ok
        ada posts "Deux" as b                       -> ok
        ada posts "Trois" as c                      -> ok
        ada posts "Quatre" as d                     -> ok
        ada posts "Cinq" as e                       -> ok
        ada posts "Six" as f                        -> ok
        facilitator hides a because off_topic       -> ok
        facilitator hides b because duplicate       -> ok
        facilitator hides c because names_person    -> ok
        facilitator hides d because insulting       -> ok
        facilitator hides e because advertising     -> ok
        facilitator hides f because technical       -> ok
        e is hidden because advertising
        review of e is done
    )");
}
