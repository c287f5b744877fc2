#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[W2] a closed workshop takes no more ideas, dots, moves or phases") {
    play(R"(
        given sort mode shared
        facilitator opens collect          -> ok
        ada posts "Des haies" as hedges    -> ok
        facilitator opens vote             -> ok
        ada votes 1 on hedges              -> ok
        facilitator closes workshop        -> ok
        ada posts "Encore"                 -> refused workshop_closed
        ada edits hedges to "Encore"       -> refused workshop_closed
        ada withdraws hedges               -> refused workshop_closed
        ada votes 2 on hedges              -> refused workshop_closed
        ada clears everything              -> refused workshop_closed
        ada moves hedges to nature         -> refused workshop_closed
        facilitator opens sort             -> refused workshop_closed
        facilitator reopens vote           -> refused workshop_closed
        facilitator closes vote            -> refused workshop_closed
        facilitator extends vote by 5      -> refused workshop_closed
        cofacilitator closes workshop      -> refused workshop_closed
        tally of hedges in vote is 1 dots by 1
    )");
}

TEST_CASE("[W2] a closed workshop can still be moderated, retitled and joined to be read") {
    play(R"(
        facilitator opens collect                     -> ok
        ada posts "Des haies" as hedges               -> ok
        facilitator closes workshop                   -> ok
        facilitator hides hedges because names_person -> ok
        facilitator publishes hedges                  -> ok
        facilitator updates title "Bilan"             -> ok
        title is "Bilan"
        ben joins                                     -> ok
        joined is 2
        hedges is published
    )");
}

TEST_CASE("[W3] closing the workshop closes the open phase and shows counts that were hidden") {
    play(R"(
        given another vote as vote2
        facilitator opens collect       -> ok
        ada posts "Des haies" as hedges -> ok
        facilitator opens vote          -> ok
        ada votes 1 on hedges           -> ok
        facilitator opens vote2         -> ok
        counts of vote are hidden
        workshop is running
        facilitator closes workshop     -> ok
        workshop is closed
        open phase is none
        vote2 is closed
        counts of vote are shown
        counts of vote2 are shown
    )");
}

TEST_CASE("[W3] a workshop in which nothing is open can be closed, too") {
    play(R"(
        facilitator closes workshop -> ok
        workshop is closed
        facilitator reveals vote    -> refused phase_not_open
    )");
}

TEST_CASE("[W4] title and question are changed alone or together") {
    play(R"(
        facilitator updates title "Le bois commun"        -> ok
        organiser updates question "Qui s’en occupe ?"    -> ok
        title is "Le bois commun"
        question is "Qui s’en occupe ?"
        facilitator updates title "A" question "B"        -> ok
        title is "A"
        question is "B"
        facilitator updates question ""                   -> ok    # a question can be left out
        question is ""
        title is "A"
        facilitator updates                               -> refused bad_arguments field=title
    )");
}

TEST_CASE("[W4] a title is one readable line of at most 200 characters") {
    play(R"(
        facilitator updates title ""              -> refused empty_text field=title
        facilitator updates title "\u{200B}"      -> refused empty_text field=title
        facilitator updates title "é" x 201       -> refused text_too_long max=200 field=title
        facilitator updates title "a\nb"          -> refused control_characters field=title
        facilitator updates title "a\u{202E}b"    -> refused control_characters field=title
        facilitator updates title "\xFF"          -> refused invalid_utf8 field=title
        title is "Ateliers du territoire"
        facilitator updates title "é" x 200       -> ok
    )");
}

TEST_CASE("[W4] a question may have lines, and at most 600 characters") {
    play(R"(
        facilitator updates question "Que faire ?\nEt qui ?" -> ok
        facilitator updates question "é" x 600               -> ok
        facilitator updates question "é" x 601    -> refused text_too_long max=600 field=question
        facilitator updates question "\u{1}"      -> refused control_characters field=question
        facilitator updates title "Bon" question "\xFF" -> refused invalid_utf8 field=question
        title is "Ateliers du territoire"
    )");
}
