#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

namespace {

void play_sort(const std::string& script, const std::string& given = "") {
    play(given + R"(
        facilitator opens collect                  -> ok
        ada posts "Des haies" at commune as hedges -> ok
        ben posts "Des bancs" as benches           -> ok
        facilitator opens sort                     -> ok
    )" + script);
}

const char* const shared = "given sort mode shared";

}  // namespace

TEST_CASE("[B1] cards are moved in an open sort phase, and rest where they are after it") {
    play_sort(R"(
        hedges rests nowhere
        facilitator moves hedges to nature / commune     -> ok
        facilitator opens vote                           -> ok
        facilitator moves hedges to entraide             -> refused wrong_phase expects=sort
        hedges rests on nature / commune
        facilitator reopens sort                         -> ok
        facilitator moves hedges to entraide / commune   -> ok
        hedges rests on entraide / commune
    )");
}

TEST_CASE("[B2] only a published idea is moved") {
    play_sort(R"(
        facilitator hides hedges because off_topic -> ok
        facilitator moves hedges to nature         -> refused idea_not_published
        ben withdraws benches                      -> ok
        facilitator moves benches to nature        -> refused idea_not_published
        facilitator moves nothing to nature        -> refused no_such_idea
    )");
}

TEST_CASE("[B2] a pending idea is there for facilitators only") {
    play_sort(R"(
        facilitator moves hedges to nature -> refused idea_not_published
        ada moves hedges to nature         -> refused no_such_idea
    )",
              "given sort mode shared\ngiven collect moderation before");
}

TEST_CASE("[B3] onto a lever and a scale of the phase's board, or back to the tray") {
    play_sort(R"(
        facilitator moves hedges to cuisine             -> refused no_such_lever
        facilitator moves hedges to elsewhere           -> refused no_such_lever
        facilitator moves hedges to nature / galaxie    -> refused no_such_scale
        facilitator moves hedges to nature on main      -> ok
        facilitator moves hedges to elsewhere on other  -> refused no_such_board
        facilitator moves hedges to nature on attic     -> refused no_such_board
        facilitator moves hedges to tray / none         -> ok
        hedges rests on tray
        facilitator moves hedges to tray / departement  -> ok
        hedges rests on tray / departement
    )");
}

TEST_CASE("[B3] a phase may sort onto another board") {
    play_sort(R"(
        facilitator moves hedges to nature    -> refused no_such_lever
        facilitator moves hedges to elsewhere -> ok
        hedges rests on elsewhere
    )",
              "given sort board other");
}

TEST_CASE("[B4] participants move cards only where the mode is shared") {
    play_sort("ada moves hedges to nature -> refused not_allowed\nhedges rests nowhere");
    play_sort(R"(
        ada moves hedges to nature            -> ok
        hedges rests on nature / commune by ada
        ben moves hedges to entraide          -> ok
        hedges rests on entraide / commune by ben
    )",
              shared);
}

TEST_CASE("[B5] the last move wins, and says who made it unless it was a facilitator") {
    play_sort(R"(
        ada moves hedges to nature / commune           -> ok
        hedges rests on nature / commune by ada
        facilitator moves hedges to systemique / none  -> ok
        hedges rests on systemique
        ben moves hedges to tray                       -> ok
        hedges rests on tray by ben
        ben moves hedges to tray                       -> ok
        hedges rests on tray by ben
    )",
              shared);
}

TEST_CASE(
    "[B6] where nothing is said of rows a card keeps its own, first the one it was posted for") {
    play_sort(R"(
        facilitator moves hedges to nature                  -> ok
        hedges rests on nature / commune
        facilitator moves hedges to nature / departement    -> ok
        facilitator moves hedges to entraide                -> ok
        hedges rests on entraide / departement
        facilitator moves hedges to entraide / none         -> ok
        facilitator moves hedges to nature                  -> ok
        hedges rests on nature
        facilitator moves benches to nature                 -> ok
        benches rests on nature
    )");
}
