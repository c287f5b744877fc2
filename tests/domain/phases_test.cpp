#include <catch2/catch.hpp>

#include "domain/support/script.hpp"

using atelier::tests::play;

TEST_CASE("[A1] opening a phase closes the one that was open") {
    play(R"(
        open phase is none
        facilitator opens collect -> ok
        open phase is collect
        facilitator opens sort    -> ok
        open phase is sort
        collect is closed
        vote is planned
    )");
}

TEST_CASE("[A1] going back closes the phase that was open, too") {
    play(R"(
        facilitator opens collect   -> ok
        facilitator opens vote      -> ok
        facilitator reopens collect -> ok
        open phase is collect
        vote is closed
    )");
}

TEST_CASE("[A1] a phase closed by hand leaves none open, and the next one may be any planned one") {
    play(R"(
        facilitator opens collect  -> ok
        facilitator closes collect -> ok
        open phase is none
        facilitator opens vote     -> ok
        open phase is vote
        facilitator opens sort     -> ok
        open phase is sort
    )");
}

TEST_CASE("[A2] two facilitators press Next at once: the second press changes nothing") {
    play(R"(
        facilitator opens collect  -> ok
        facilitator opens sort     -> ok
        cofacilitator opens sort   -> refused phase_not_planned
        open phase is sort
        vote is planned
    )");
}

TEST_CASE("[A2] a late press of Next does not bring back what is over") {
    play(R"(
        facilitator opens collect   -> ok
        facilitator opens sort      -> ok
        cofacilitator opens collect -> refused phase_not_planned
        open phase is sort
    )");
}

TEST_CASE("[A2] a phase that is not in the agenda cannot be opened, closed, extended or revealed") {
    play(R"(
        facilitator opens lunch         -> refused no_such_phase
        facilitator reopens lunch       -> refused no_such_phase
        facilitator closes lunch        -> refused no_such_phase
        facilitator extends lunch by 5  -> refused no_such_phase
        facilitator reveals lunch       -> refused no_such_phase
    )");
}

TEST_CASE("[A3] going back finds everything where it was left") {
    play(R"(
        facilitator opens collect            -> ok
        ada posts "Planter des haies" as hedges -> ok
        facilitator opens sort               -> ok
        facilitator moves hedges to nature / commune -> ok
        facilitator opens vote               -> ok
        ada votes 2 on hedges                -> ok
        facilitator reopens collect          -> ok
        ben posts "Des bancs" as benches     -> ok
        hedges rests on nature / commune
        tally of hedges in vote is 2 dots by 1
        facilitator reopens vote             -> ok
        ada votes 1 on benches               -> ok
        ballot of ada in vote is benches 1, hedges 2
    )");
}

TEST_CASE("[A3] only a closed phase is gone back to") {
    play(R"(
        facilitator reopens collect -> refused phase_not_closed
        facilitator opens collect   -> ok
        facilitator reopens collect -> refused phase_not_closed
        open phase is collect
    )");
}

TEST_CASE("[A3] two facilitators go back at once: the second press changes nothing") {
    play(R"(
        facilitator opens collect     -> ok
        facilitator opens vote        -> ok
        facilitator reopens collect   -> ok
        cofacilitator reopens collect -> refused phase_not_closed
        open phase is collect
        vote is closed
    )");
}

TEST_CASE("[A3] a vote whose counts have been seen is not opened again") {
    play(R"(
        facilitator opens vote   -> ok
        facilitator reveals vote -> ok
        facilitator reopens vote -> refused already_revealed
        vote is closed and revealed
    )");
}

TEST_CASE("[A3] a phase gone back to is announced for its whole time again") {
    play(R"(
        facilitator opens collect   -> ok
        end of collect is 09:10
        at 09:30
        facilitator opens vote      -> ok
        facilitator reopens collect -> ok
        end of collect is 09:40
    )");
}

TEST_CASE("[A4] extending and shortening move the announced end") {
    play(R"(
        facilitator opens collect         -> ok
        end of collect is 09:10
        facilitator extends collect by 5  -> ok
        end of collect is 09:15
        facilitator extends collect by -7 -> ok
        end of collect is 09:08
    )");
}

TEST_CASE("[A4] once the announced end has passed, more time counts from now") {
    play(R"(
        facilitator opens collect        -> ok
        at 09:25
        facilitator extends collect by 5 -> ok
        end of collect is 09:30
    )");
}

TEST_CASE("[A4] the end is never moved before now") {
    play(R"(
        facilitator opens collect          -> ok
        at 09:06
        facilitator extends collect by -60 -> ok
        end of collect is 09:06
        open phase is collect
    )");
}

TEST_CASE("[A4] an extension is between an hour less and two hours more, and not nothing") {
    play(R"(
        facilitator opens collect           -> ok
        facilitator extends collect by 0    -> refused time_out_of_range max=120
        facilitator extends collect by 121  -> refused time_out_of_range max=120
        facilitator extends collect by -61  -> refused time_out_of_range
        facilitator extends collect by 2147483647  -> refused time_out_of_range
        facilitator extends collect by -2147483648 -> refused time_out_of_range
        facilitator extends collect by 120  -> ok
        end of collect is 11:10
        facilitator extends collect by -60  -> ok
        end of collect is 10:10
    )");
}

TEST_CASE("[A4] only an open phase is extended") {
    play(R"(
        facilitator extends collect by 5 -> refused phase_not_open
        facilitator opens collect        -> ok
        facilitator closes collect       -> ok
        facilitator extends collect by 5 -> refused phase_not_open
    )");
}

TEST_CASE("[A5] what the open phase does not allow is refused with the kind that would") {
    play(R"(
        ada posts "Trop tôt"        -> refused wrong_phase expects=collect
        ada votes 1 on hedges       -> refused wrong_phase expects=vote
        ada clears everything       -> refused wrong_phase expects=vote
        facilitator moves hedges to nature -> refused wrong_phase expects=sort
        facilitator opens collect   -> ok
        ada posts "Des haies" as hedges -> ok
        ada votes 1 on hedges       -> refused wrong_phase expects=vote open=collect
        facilitator opens sort      -> ok
        ada posts "Trop tard"       -> refused wrong_phase expects=collect open=sort
        facilitator opens vote      -> ok
        facilitator moves hedges to nature -> refused wrong_phase expects=sort open=vote
        facilitator posts "Non plus"       -> refused wrong_phase expects=collect open=vote
    )");
}

TEST_CASE("[A5] only an open phase is closed") {
    play(R"(
        facilitator closes collect   -> refused phase_not_open
        facilitator opens collect    -> ok
        facilitator closes collect   -> ok
        cofacilitator closes collect -> refused phase_not_open
    )");
}

TEST_CASE("[A6] time closes nothing: long after its end a phase still takes what people send") {
    play(R"(
        facilitator opens collect  -> ok
        end of collect is 09:10
        at 11:45
        open phase is collect
        ada posts "Encore une"     -> ok
        facilitator closes collect -> ok
    )");
}
