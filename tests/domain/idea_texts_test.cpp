#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

namespace {

/// What a careful person writes when a box looks large enough.
std::string long_idea() {
    return "Long mais important : dans notre territoire, la mobilité, l’accès aux soins et "
           "l’alimentation sont traités par trois schémas différents, écrits à trois dates "
           "différentes, par trois bureaux d’études qui ne se sont jamais parlé. Le résultat, "
           "c’est qu’on ferme une ligne de car le jour où l’on ouvre une maison de santé au bout "
           "de cette ligne, et qu’on subventionne une épicerie solidaire là où il n’y a plus de "
           "trottoir. Je propose que toute révision de document (urbanisme, climat, santé, "
           "mobilité) commence par une journée commune de terrain avec les élus, les services et "
           "une vingtaine d’habitants tirés au sort, que les constats de cette journée soient "
           "annexés à chaque document, et qu’un élu soit chargé, une fois par an, d’en raconter "
           "publiquement les contradictions. Coût : presque rien. Gain : on arrête de se "
           "contredire.";
}

}  // namespace

TEST_CASE("[I1] there must be something to read") {
    play(R"(
        given collect max_per_person 9
        facilitator opens collect               -> ok
        ada posts ""                            -> refused empty_text
        ada posts "   \n \t "                   -> refused empty_text
        ada posts "\u{A0}\u{202F}\u{3000}"      -> refused empty_text   # white space of all kinds
        ada posts "\u{200B}\u{200D}\u{FEFF}"    -> refused empty_text   # zero width only
        ada posts "\u{301}\u{FE0F}"             -> refused empty_text   # marks with no letter
        ada posts "\u{3164}\u{115F}\u{FFA0}"    -> refused empty_text   # Hangul fillers
        ada posts "\u{2800}"                    -> refused empty_text   # Braille without a dot
        ada posts "\u{AD}\u{34F}\u{180E}"       -> refused empty_text
        ada posts "?"                           -> ok
        ada posts "\u{200B}a"                   -> ok
    )");
}

TEST_CASE("[I1] length is counted in characters as people count them") {
    play(R"(
        given collect max_chars 10
        given collect max_per_person 50
        facilitator opens collect   -> ok
        ada posts "é" x 10          -> ok
        ada posts "é" x 11          -> refused text_too_long max=10 length=11
        ada posts "e\u{301}" x 10   -> ok
        ada posts "e\u{301}" x 11   -> refused text_too_long max=10 length=11
        ada posts "👨‍👩‍👧‍👦" x 10          -> ok
        ada posts "👨‍👩‍👧‍👦" x 11          -> refused text_too_long max=10 length=11
        ada posts "🇫🇷" x 10          -> ok
        ada posts "🇫🇷🇧🇪" x 6         -> refused text_too_long max=10 length=12
        ada posts "👍🏽" x 10          -> ok
        ada posts "नी" x 10          -> ok
    )");
}

TEST_CASE("[I1] an idea of 827 characters: too long for 500, welcome where 1000 are allowed") {
    const std::string posting = "\nada posts \"" + long_idea() + "\" as long ";
    play("facilitator opens collect -> ok" + posting +
         "-> refused text_too_long max=500 length=827");
    play("given collect max_chars 1000\nfacilitator opens collect -> ok" + posting + "-> ok");
}

TEST_CASE("[I1] the bound itself is welcome, one more is not") {
    play(R"(
        facilitator opens collect -> ok
        ada posts "é" x 500       -> ok
        ada posts "é" x 501       -> refused text_too_long max=500 length=501
    )");
}

TEST_CASE("[I1] no text is heavier than 8 KiB, however few its characters") {
    play(R"(
        given collect max_chars 2000
        facilitator opens collect       -> ok
        ada posts "a\u{301}" x 2000     -> ok
        ada posts "e\u{301}\u{302}" x 1639   -> refused text_too_long max=2000 length=4917  # in code points
        ada posts "👨‍👩‍👧‍👦" x 327             -> ok
        ada posts "👨‍👩‍👧‍👦" x 328             -> refused text_too_long max=2000 length=2296
    )");
}

TEST_CASE("[I1] bytes that are no UTF-8 are refused") {
    play(R"(
        facilitator opens collect        -> ok
        ada posts "caf\xE9"              -> refused invalid_utf8   # Latin-1
        ada posts "\xC3"                 -> refused invalid_utf8   # cut short
        ada posts "\xC0\xAF"             -> refused invalid_utf8   # overlong
        ada posts "\xED\xA0\x80"         -> refused invalid_utf8   # half a surrogate pair
        ada posts "\xF4\x90\x80\x80"     -> refused invalid_utf8   # beyond U+10FFFF
    )");
}

TEST_CASE("[I1] control characters are refused; line breaks and tabs are not") {
    play(R"(
        facilitator opens collect       -> ok
        ada posts "a\u{0}b"             -> refused control_characters
        ada posts "a\u{7}b"             -> refused control_characters
        ada posts "a\u{1B}[31mb"        -> refused control_characters
        ada posts "a\u{D}\nb"           -> refused control_characters
        ada posts "a\u{7F}b"            -> refused control_characters
        ada posts "a\u{85}b"            -> refused control_characters
        ada posts "Un\n\t- deux" as two -> ok
    )");
}

TEST_CASE("[I1] characters that make a text read as another are refused; right to left is fine") {
    play(R"(
        given collect max_per_person 9
        facilitator opens collect           -> ok
        ada posts "total : \u{202E}321"     -> refused control_characters
        ada posts "\u{202A}a\u{202C}"       -> refused control_characters
        ada posts "\u{2066}a\u{2069}"       -> refused control_characters
        ada posts "زرع الأشجار" as trees    -> ok
        ada posts "לנטוע עצים"              -> ok
        ada posts "مدينة\u{200F} 2040"      -> ok    # the mark that only orders its neighbours
        trees reads "زرع الأشجار"
    )");
}

TEST_CASE("[I1] nothing is altered: composed, decomposed, spaces and markup are kept as typed") {
    play(R"(
        given collect max_per_person 9
        facilitator opens collect                       -> ok
        ada posts "e\u{301}cole" as nfd                 -> ok
        ada posts "\u{E9}cole" as nfc                   -> ok
        ada posts "  deux  espaces  " as spaces         -> ok
        ada posts "<script>alert(1)</script>" as markup -> ok
        ada posts "=1+1" as formula                     -> ok
        nfd reads "e\u{301}cole"
        nfc reads "\u{E9}cole"
        spaces reads "  deux  espaces  "
        markup reads "<script>alert(1)</script>"
        formula reads "=1+1"
    )");
}

TEST_CASE("[I1] an edited text is held to the same rule") {
    play(R"(
        given collect max_chars 10
        facilitator opens collect          -> ok
        ada posts "Des haies" as hedges    -> ok
        ada edits hedges to " "            -> refused empty_text
        ada edits hedges to "é" x 11       -> refused text_too_long max=10 length=11
        ada edits hedges to "\u{202E}"     -> refused control_characters
        ada edits hedges to "\xFF"         -> refused invalid_utf8
        hedges reads "Des haies"
    )");
}
