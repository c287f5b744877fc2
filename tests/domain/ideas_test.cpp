#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[I2] a person has so many ideas in a phase") {
    play(R"(
        facilitator opens collect -> ok
        ada posts "Une"           -> ok
        ada posts "Deux"          -> ok
        ada posts "Trois"         -> ok
        ada posts "Quatre"        -> refused ideas_spent max=3
        ben posts "Une autre"     -> ok
        ideas are 4
        posted is 2
    )");
}

TEST_CASE("[I2] an idea taken back gives its place back, a hidden one does not") {
    play(R"(
        given collect max_per_person 1
        facilitator opens collect                   -> ok
        ada posts "Une" as one                      -> ok
        facilitator hides one because duplicate     -> ok
        ada posts "Deux"                            -> refused ideas_spent max=1
        ben posts "Trois" as three                  -> ok
        ben withdraws three                         -> ok
        ben posts "Quatre"                          -> ok
        ben posts "Cinq"                            -> refused ideas_spent max=1
    )");
}

TEST_CASE("[I2] a pending idea takes a place like any other") {
    play(R"(
        given collect moderation before
        given collect max_per_person 1
        facilitator opens collect -> ok
        ada posts "Une"           -> ok
        ada posts "Deux"          -> refused ideas_spent max=1
    )");
}

TEST_CASE("[I2] another collect phase counts anew, going back to the first one does not") {
    play(R"(
        given collect max_per_person 1
        given another collect as collect2
        facilitator opens collect   -> ok
        ada posts "Une"             -> ok
        facilitator opens collect2  -> ok
        ada posts "Deux"            -> ok
        ada posts "Trois"           -> refused ideas_spent max=1
        facilitator reopens collect -> ok
        ada posts "Quatre"          -> refused ideas_spent max=1
    )");
}

TEST_CASE("[I2] facilitators are not counted") {
    play(R"(
        given collect max_per_person 1
        facilitator opens collect  -> ok
        facilitator posts "Une"    -> ok
        facilitator posts "Deux"   -> ok
        cofacilitator posts "Trois" -> ok
        posted is 0
    )");
}

TEST_CASE("[I3] only its author edits or withdraws an idea") {
    play(R"(
        facilitator opens collect               -> ok
        ada posts "Des haies" as hedges         -> ok
        ben edits hedges to "Pas de haies"      -> refused not_yours
        ben withdraws hedges                    -> refused not_yours
        facilitator edits hedges to "Reformulé" -> refused not_yours
        facilitator withdraws hedges            -> refused not_yours
        hedges reads "Des haies"
        author of hedges is ada
        ada edits hedges to "Des haies vives"   -> ok
        hedges reads "Des haies vives"
        author of hedges is ada
    )");
}

TEST_CASE("[I3] a facilitator's idea belongs to all facilitators and to no participant") {
    play(R"(
        facilitator opens collect               -> ok
        facilitator posts "Des haies" as hedges -> ok
        author of hedges is facilitators
        ada edits hedges to "Non"               -> refused not_yours
        ada withdraws hedges                    -> refused not_yours
        cofacilitator edits hedges to "Mieux"   -> ok
        cofacilitator withdraws hedges          -> ok
        hedges is withdrawn
    )");
}

TEST_CASE("[I3] an idea nobody has posted is not there") {
    play(R"(
        facilitator opens collect                 -> ok
        ada edits hedges to "Quoi"                -> refused no_such_idea
        ada withdraws hedges                      -> refused no_such_idea
    )");
}

TEST_CASE("[I4] an idea is edited while its own phase is open, and not in another one") {
    play(R"(
        given another collect as collect2
        facilitator opens collect          -> ok
        ada posts "Des haies" as hedges    -> ok
        facilitator opens collect2         -> ok
        ada edits hedges to "Autre"        -> refused wrong_phase expects=collect open=collect
        facilitator opens vote             -> ok
        ada edits hedges to "Autre"        -> refused wrong_phase expects=collect open=vote
        facilitator closes vote            -> ok
        ada edits hedges to "Autre"        -> refused wrong_phase expects=collect
        facilitator reopens collect        -> ok
        ada edits hedges to "Autre"        -> ok
        hedges reads "Autre"
    )");
}

TEST_CASE("[I4] a hidden or withdrawn idea is not edited") {
    play(R"(
        facilitator opens collect                     -> ok
        ada posts "Des haies" as hedges               -> ok
        ada posts "Des bancs" as benches              -> ok
        facilitator hides hedges because names_person -> ok
        ada edits hedges to "Autre"                   -> refused idea_hidden
        ada withdraws benches                         -> ok
        ada edits benches to "Autre"                  -> refused already_withdrawn
        hedges is hidden because names_person
        benches is withdrawn
    )");
}

TEST_CASE("[I5] an author takes an idea back in any phase, published, pending or hidden") {
    play(R"(
        given collect moderation before
        facilitator opens collect                  -> ok
        ada posts "Des haies" as hedges            -> ok
        ada posts "Des bancs" as benches           -> ok
        ada posts "Un marché" as market            -> ok
        facilitator publishes hedges               -> ok
        facilitator hides benches because technical -> ok
        facilitator opens vote                     -> ok
        ada withdraws hedges                       -> ok
        ada withdraws benches                      -> ok
        facilitator closes vote                    -> ok
        ada withdraws market                       -> ok
        hedges is withdrawn
        benches is withdrawn
        market is withdrawn
        ada withdraws hedges                       -> refused already_withdrawn
    )");
}

TEST_CASE("[I5] after the workshop is closed an idea stays") {
    play(R"(
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        facilitator closes workshop     -> ok
        ada withdraws hedges            -> refused workshop_closed
        ada edits hedges to "Autre"     -> refused workshop_closed
        hedges is published
    )");
}

TEST_CASE("[I7] a suggested scale is one of the workshop's boards") {
    play(R"(
        facilitator opens collect                    -> ok
        ada posts "Des haies" at commune as hedges   -> ok
        ada posts "Des bancs" at galaxie             -> refused no_such_scale
        ada posts "Des bancs" as benches             -> ok
        scale of hedges is commune
        scale of benches is none
        ada edits hedges to "Des haies vives"        -> ok
        scale of hedges is commune
    )");
}
