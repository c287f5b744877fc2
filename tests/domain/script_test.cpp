#include "domain/support/script.hpp"

#include <catch2/catch.hpp>

using atelier::tests::problems_of;

namespace {

/// The one problem of a script, or all of them if there is not exactly one.
std::string problem(std::string_view script) {
    std::string all;
    for (const std::string& one : problems_of(script)) all += one;
    return all;
}

}  // namespace

TEST_CASE("[Q1] a script whose every line is true has no problem") {
    CHECK(problem(R"(
        # a whole meeting
        facilitator opens collect                             -> ok
        ada posts "Planter des haies" at commune as hedges    -> ok
        facilitator opens vote                                -> ok
        ada votes 3 on hedges      -> refused too_many_on_idea max=2
        ada votes 2 on hedges                                 -> ok
        tally of hedges in vote is 2 dots by 1
        hedges reads "Planter des haies"
        joined is 1
    )") == "");
}

TEST_CASE("[Q2] a line that is not understood is told with its number") {
    using Catch::StartsWith;
    CHECK_THAT(problem("\nada dances -> ok"), StartsWith("line 2: nobody knows how to \"dances\""));
    CHECK_THAT(problem("ada posts Haies -> ok"), StartsWith("line 1: a quoted text is missing"));
    CHECK_THAT(problem("ada posts \"Haies -> ok"), StartsWith("line 1: a quoted text does not"));
    CHECK_THAT(problem("ada votes two on x -> ok"), StartsWith("line 1: \"two\" is not a number"));
    CHECK_THAT(problem("ada votes 2 x -> ok"), StartsWith("line 1: expected \"on\" before \"x\""));
    CHECK_THAT(problem("screen opens vote -> maybe"), StartsWith("line 1: after -> stands"));
    CHECK_THAT(problem("hedges is hidden"), StartsWith("line 1: nothing is called hedges"));
    CHECK_THAT(problem("given vote colour 3"), StartsWith("line 1: vote has no setting colour"));
    CHECK_THAT(problem("at 9h"), StartsWith("line 1: 9h is not a time of day"));
    CHECK_THAT(problem("at 10:00\nat 09:30"), StartsWith("line 2: time does not go back"));
}

TEST_CASE("[Q3] a line that is not true is told with what is true instead") {
    using Catch::Contains;
    CHECK_THAT(problem("facilitator opens vote -> refused no_such_phase"),
               Contains("but it was done"));
    CHECK_THAT(problem("facilitator opens lunch -> ok"),
               Contains("told ok, but it was refused no_such_phase"));
    CHECK_THAT(problem("ada posts \"x\" -> refused wrong_phase expects=vote"),
               Contains("but it was refused wrong_phase expects=collect"));
    CHECK_THAT(problem("open phase is vote"), Contains("told \"vote\", but it is \"none\""));
}

TEST_CASE("[Q4] quoted texts carry escapes and repetition") {
    CHECK(problem("given collect max_chars 4\n"
                  "facilitator opens collect -> ok\n"
                  R"(ada posts "\u{1F1EB}\u{1F1F7}" x 4 as flags -> ok)"
                  "\n"
                  R"(flags reads "🇫🇷🇫🇷🇫🇷🇫🇷")"
                  "\n"
                  R"(ada posts "\"a\\\n" as signs -> ok)"
                  "\n"
                  R"(ada posts "\xFF" -> refused invalid_utf8)") == "");
}
