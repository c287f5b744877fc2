#include "domain/support/meeting.hpp"

using namespace atelier::domain;
using atelier::tests::Meeting;

namespace {

/// hedges and benches lie on nature, market on entraide.
Meeting sorted() {
    Meeting m;
    for (const char* idea : {"hedges", "benches", "market"}) m.posts("ada", idea);
    m.must(m.facilitator, OpenPhase{{"sort"}});
    m.must(m.facilitator, SetPlacement{{}, {"hedges"}, LeverId{"nature"}, {}});
    m.must(m.facilitator, SetPlacement{{}, {"benches"}, LeverId{"nature"}, {}});
    m.must(m.facilitator, SetPlacement{{}, {"market"}, LeverId{"entraide"}, {}});
    return m;
}

std::string names(const Meeting& m) {
    std::string out;
    for (const Lever& lever : m.workshop().board({"main"})->levers)
        out += (out.empty() ? "" : " ") + lever.name;
    return out;
}

NewLever called(std::string name) { return {std::move(name), {}, {}}; }

}  // namespace

TEST_CASE("[LV1] a board may be added in any phase, with levers and scales") {
    Meeting m;
    m.must(m.facilitator,
           AddBoard{"Saisons", {called("Été"), called("Hiver")}, {{{"ici"}, "Ici", {}}}},
           "seasons");
    const Board& board = *m.workshop().board({"seasons"});
    CHECK(board.title == "Saisons");
    REQUIRE(board.levers.size() == 2);
    CHECK(board.levers[0].symbol != board.levers[1].symbol);
    CHECK(board.levers[0].id != board.levers[1].id);
    CHECK(board.scales.size() == 1);
    const Scale lost{{"a"}, "A", ScaleId{"b"}};
    CHECK(m.ask(m.facilitator, AddBoard{"X", {}, {lost}}, "x") == "bad_arguments");
    CHECK(m.ask(m.facilitator, AddBoard{"", {}, {}}, "x") == "empty_text");
    for (int i = 3; i < 10; ++i)
        m.must(m.facilitator, AddBoard{"B", {}, {}}, "b" + std::to_string(i));
    CHECK(m.ask(m.facilitator, AddBoard{"B", {}, {}}, "one more") == "too_many_boards");
}

TEST_CASE("[LV2] a lever is added, renamed and moved") {
    Meeting m = sorted();
    m.must(m.facilitator, AddLever{BoardId{"main"}, called("Eau"), LeverId{"systemique"}}, "water");
    CHECK(names(m) == "Systémique Eau Nature Entraide");
    m.must(m.facilitator, RenameLever{{}, {"water"}, "Eaux", "Rivières"});
    CHECK(m.workshop().board({"main"})->lever({"water"})->help == "Rivières");
    m.must(m.facilitator, RenameLever{{}, {"water"}, "Eau"});
    CHECK(m.workshop().board({"main"})->lever({"water"})->help == "Rivières");
    m.must(m.facilitator, MoveLever{{}, {"nature"}, {}});
    CHECK(names(m) == "Nature Systémique Eau Entraide");
    m.must(m.facilitator, MoveLever{{}, {"nature"}, LeverId{"entraide"}});
    CHECK(names(m) == "Systémique Eau Entraide Nature");
    CHECK(m.ask(m.facilitator, MoveLever{{}, {"nature"}, LeverId{"nature"}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, MoveLever{{}, {"nowhere"}, {}}) == "no_such_lever");
    CHECK(m.ask(m.facilitator, RenameLever{{}, {"water"}, "\n"}) == "empty_text");
    CHECK(m.ask(m.facilitator, RenameLever{{}, {"water"}, "a\nb"}) == "control_characters");
    CHECK(m.ask(m.facilitator, AddLever{{}, called("Où ?"), {}}) == "no_such_board");
    CHECK(m.ask(Meeting::who("ada"), RenameLever{{}, {"water"}, "Eau"}) == "not_allowed");
}

TEST_CASE("[LV3] who names no symbol or colour gets one that is free") {
    Meeting m;
    m.must(m.facilitator, AddLever{BoardId{"main"}, called("Eau"), {}}, "water");
    const Lever& made = *m.workshop().board({"main"})->lever({"water"});
    for (const Lever& lever : m.workshop().board({"main"})->levers) {
        if (lever.id == made.id) continue;
        CHECK(lever.symbol != made.symbol);
        CHECK(lever.colour != made.colour);
    }
    CHECK(m.ask(m.facilitator, AddLever{BoardId{"main"}, {"X", "skull", {}}, {}}) ==
          "bad_arguments");
    CHECK(m.ask(m.facilitator, AddLever{BoardId{"main"}, {"X", {}, "#ff0000"}, {}}) ==
          "bad_arguments");
}

TEST_CASE("[LV4] a board has at most so many levers") {
    Meeting m;
    for (std::size_t i = 3; i < limits::levers_per_board_max; ++i)
        m.must(m.facilitator, AddLever{BoardId{"main"}, called("L"), {}}, "l" + std::to_string(i));
    CHECK(m.ask(m.facilitator, AddLever{BoardId{"main"}, called("L"), {}}) == "too_many_levers");
}

TEST_CASE("[LV5] the cards of merged levers follow") {
    Meeting m = sorted();
    m.must(m.facilitator, MergeLevers{{}, {{"nature"}}, {"entraide"}});
    CHECK(names(m) == "Systémique Entraide");
    CHECK(m.on("hedges") == "entraide");
    CHECK(m.on("market") == "entraide");
    CHECK(m.ask(m.facilitator, MergeLevers{{}, {{"nature"}}, {"entraide"}}) == "no_such_lever");
    CHECK(m.ask(m.facilitator, MergeLevers{{}, {{"entraide"}}, {"entraide"}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, MergeLevers{{}, {}, {"entraide"}}) == "bad_arguments");
    CHECK(m.ask(m.facilitator, SetPlacement{{}, {"hedges"}, LeverId{"nature"}, {}}) ==
          "no_such_lever");
}

TEST_CASE("[LV6] a split takes the named cards along, whatever name they were put there by") {
    Meeting m = sorted();
    m.must(m.facilitator, MergeLevers{{}, {{"nature"}}, {"entraide"}});
    m.must(m.facilitator, SplitLever{{}, {"entraide"}, called("Haies"), {{"hedges"}, {"market"}}},
           "split");
    CHECK(m.on("hedges") == "split");
    CHECK(m.on("market") == "split");
    CHECK(m.on("benches") == "entraide");
    CHECK(names(m) == "Systémique Entraide Haies");
    CHECK(m.ask(m.facilitator, SplitLever{{}, {"entraide"}, called("X"), {{"none"}}}) ==
          "no_such_idea");
}

TEST_CASE("[LV7] the cards of a removed lever are in the tray") {
    Meeting m = sorted();
    m.must(m.facilitator, RemoveLever{{}, {"nature"}});
    CHECK(m.on("hedges") == "tray");
    CHECK(m.on("market") == "entraide");
    CHECK(m.workshop().board({"main"})->retired.size() == 1);
    CHECK(m.ask(m.facilitator, RemoveLever{{}, {"nature"}}) == "no_such_lever");
}

TEST_CASE("[LV8] a lever comes back with the cards that have not been moved since") {
    Meeting m = sorted();
    m.must(m.facilitator, MergeLevers{{}, {{"nature"}}, {"entraide"}});
    m.must(m.facilitator, RemoveLever{{}, {"entraide"}});
    CHECK(m.on("hedges") == "tray");
    m.must(m.facilitator, SetPlacement{{}, {"benches"}, LeverId{"systemique"}, {}});
    m.must(m.facilitator, RestoreLever{{}, {"nature"}});
    CHECK(m.on("hedges") == "nature");
    CHECK(m.on("benches") == "systemique");
    CHECK(m.on("market") == "tray");
    m.must(m.facilitator, RestoreLever{{}, {"entraide"}});
    CHECK(m.on("market") == "entraide");
    CHECK(m.on("hedges") == "nature");
    CHECK(m.ask(m.facilitator, RestoreLever{{}, {"entraide"}}) == "no_such_lever");
}
