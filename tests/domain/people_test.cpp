#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[U1] an affiliation is one of the workshop's list, or not given") {
    play(R"(
        ada joins from association -> ok
        ben joins from elus        -> ok
        cleo joins                 -> ok
        dan joins from martiens    -> refused unknown_affiliation
        affiliation of ada is association
        affiliation of cleo is none
        joined is 3
    )");
}

TEST_CASE("[U2] a name is optional and kept as typed") {
    play(R"(
        ada joins as "Ada"                  -> ok
        ben joins as "Ben-Zoé d’Été 🌱"     -> ok
        cleo joins                          -> ok
        dan joins as "عبد الله"             -> ok
        eve joins as "Ada"                  -> ok    # names need not differ
        name of ada is "Ada"
        name of ben is "Ben-Zoé d’Été 🌱"
        name of cleo is ""
        name of dan is "عبد الله"
        joined is 5
    )");
}

TEST_CASE("[U2] a name has at most 60 characters and half a kilobyte") {
    play(R"(
        ada joins as "é" x 60    -> ok
        ben joins as "é" x 61    -> refused name_too_long max=60
        cleo joins as "👩‍🌾" x 46   -> ok
        dan joins as "👩‍🌾" x 47    -> refused name_too_long max=60
        joined is 2
    )");
}

TEST_CASE("[U2] a name is one line, without control characters and in UTF-8") {
    play(R"(
        ada joins as "Ada\nfacilitator"   -> refused control_characters
        ada joins as "Ada\tB"             -> refused control_characters
        ada joins as "\u{7}Ada"           -> refused control_characters
        ada joins as "\u{202E}adA"        -> refused control_characters
        ada joins as "Ad\xE9"             -> refused invalid_utf8
        joined is 0
    )");
}

TEST_CASE("[U2] a name in which nothing can be read is no name") {
    play(R"(
        ada joins as "   "              -> ok
        ben joins as "\u{200B}\u{2060}" -> ok
        cleo joins as ""                -> ok
        name of ada is ""
        name of ben is ""
        name of cleo is ""
    )");
}

TEST_CASE("[U3] who comes back is the same person, and what they give anew replaces the old") {
    play(R"(
        ada joins as "Ada" from association -> ok
        ada joins                           -> ok
        name of ada is "Ada"
        affiliation of ada is association
        ada joins as "Ada L."               -> ok
        ada joins from elus                 -> ok
        name of ada is "Ada L."
        affiliation of ada is elus
        ada joins as ""                     -> ok
        name of ada is ""
        ada joins from martiens             -> refused unknown_affiliation
        ada joins as "é" x 61               -> refused name_too_long
        joined is 1
    )");
}

TEST_CASE("[U3] coming back brings neither ideas nor dots anew") {
    play(R"(
        given collect max_per_person 1
        facilitator opens collect        -> ok
        ada posts "Des haies" as hedges  -> ok
        ada joins as "Ada"               -> ok
        ada posts "Des bancs"            -> refused ideas_spent max=1
        ada edits hedges to "Haies"      -> ok
        facilitator opens vote           -> ok
        ada votes 2 on hedges            -> ok
        ada joins                        -> ok
        ballot of ada in vote is hedges 2
        posted is 1
        voted is 1
    )");
}

TEST_CASE("[U5] who has not joined can only join") {
    play(R"(
        given sort mode shared
        facilitator opens collect               -> ok
        stranger posts "Bonjour"                -> refused not_allowed
        ada posts "Des haies" as hedges         -> ok
        stranger withdraws hedges               -> refused not_allowed
        facilitator opens sort                  -> ok
        stranger moves hedges to nature         -> refused not_allowed
        facilitator opens vote                  -> ok
        stranger votes 1 on hedges              -> refused not_allowed
        stranger clears everything              -> refused not_allowed
        stranger joins                          -> ok
        stranger votes 1 on hedges              -> ok
    )");
}

TEST_CASE("[U6] people who voted are counted in the open vote, or in the last one there was") {
    play(R"(
        given another vote as vote2
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        voted is 0
        facilitator opens vote          -> ok
        ada votes 1 on hedges           -> ok
        ben votes 1 on hedges           -> ok
        voted is 2
        at 09:20
        facilitator opens vote2         -> ok
        voted is 0
        ada votes 1 on hedges           -> ok
        at 09:30
        facilitator reopens collect     -> ok
        voted is 1
        at 09:40
        facilitator reopens vote        -> ok
        voted is 2
        ada clears everything           -> ok
        voted is 1
        ada votes 1 on hedges           -> ok
        facilitator closes vote         -> ok
        voted is 2
    )");
}

TEST_CASE("[U6] where two votes were opened at the same moment, the open one counts") {
    play(R"(
        given another vote as vote2
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        facilitator opens vote          -> ok
        ada votes 1 on hedges           -> ok
        facilitator opens vote2         -> ok
        voted is 0
    )");
}
