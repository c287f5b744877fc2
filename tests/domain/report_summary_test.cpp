// What the summary counts and what it keeps back: rules R1 to R8 (report/summary.hpp).
#include <catch2/catch.hpp>

#include "domain/report_story.hpp"
#include "report/summary.hpp"

namespace {

using namespace atelier;
using tests::Story;

report::Summary summary_of(const Story& story) {
    return report::summarise(story.workshop, {1, "00"}, story.now);
}

const report::BoardSummary& board_of(const report::Summary& summary) {
    REQUIRE(summary.boards.size() == 1);
    return summary.boards.front();
}

std::vector<std::string> texts(const std::vector<report::IdeaLine>& lines) {
    std::vector<std::string> out;
    for (const auto& line : lines) out.push_back(line.text);
    return out;
}

using Texts = std::vector<std::string>;

/// A workshop that has collected a, b, c, d, in this order, all on one lever.
Story four_ideas() {
    Story story;
    story.crowd("hab", 10, "habitant");
    story.open("divergence");
    for (const auto* idea : {"a", "b", "c", "d"}) {
        story.post(idea, idea, "hab1", "commune");
        story.place(idea, "entraide", "commune");
    }
    story.close("divergence");
    return story;
}

}  // namespace

TEST_CASE("[R1] only published ideas are quoted; the others are counted, hidden ones by reason") {
    const auto summary = summary_of(tests::small_meeting());
    const auto& f = summary.figures;
    CHECK(f.ideas == 10);
    CHECK(f.published == 6);
    CHECK(f.pending == 1);
    CHECK(f.withdrawn == 1);
    CHECK(f.hidden == 2);
    using Reason = domain::HideReason;
    CHECK(f.hidden_by_reason == std::vector<std::pair<Reason, std::size_t>>{
                                    {Reason::names_person, 1}, {Reason::advertising, 1}});
    std::size_t quoted = board_of(summary).tray.size();
    for (const auto& lever : board_of(summary).levers) quoted += lever.ideas.size();
    CHECK(quoted == f.published);
}

TEST_CASE("[R2] the date is that of the first thing that happened, else of the creation") {
    Story story;
    CHECK(summary_of(story).held_at == story.workshop.created_at);
    story.now += 24 * 3'600'000;
    story.open("divergence");
    const auto opened = story.now;
    CHECK(summary_of(story).held_at == opened);
    story.post("a", "a");
    story.close("divergence");
    story.tell(domain::PhaseReopened{{"divergence"}, story.now});
    CHECK(summary_of(story).held_at == opened + 1'000);  // of the idea: the opening is forgotten
}

TEST_CASE("[R3] who posted anything or has a ballot took part, once") {
    Story story = four_ideas();
    story.crowd("seul", 2);
    story.open("vote");
    story.vote("hab1", "a", 1);
    story.vote("hab2", "a", 1);
    story.vote("hab3", "a", 1);
    story.vote("hab3", "a", 0);
    CHECK(summary_of(story).figures.joined == 12);
    CHECK(summary_of(story).figures.took_part == 2);
    story.withdraw("a");
    CHECK(summary_of(story).figures.took_part == 2);
}

TEST_CASE("[R4] a vote has its ballots as n; while it is not revealed it tells only that") {
    Story story = four_ideas();
    story.open("vote");
    story.vote("hab1", "b", 2);
    story.vote("hab2", "b", 1);
    story.vote("hab2", "c", 2);
    story.close("vote");
    auto summary = summary_of(story);
    CHECK(summary.votes.empty());
    REQUIRE(summary.withheld.size() == 1);
    CHECK(summary.withheld[0].ballots == 2);
    CHECK_FALSE(summary.ranked_by);
    CHECK(texts(board_of(summary).levers[3].ideas) == Texts{"a", "b", "c", "d"});
    for (const auto& line : board_of(summary).levers[3].ideas) CHECK_FALSE(line.score);
    story.reveal("vote");
    summary = summary_of(story);
    CHECK(summary.withheld.empty());
    REQUIRE(summary.votes.size() == 1);
    CHECK(summary.votes[0].ballots == 2);
    CHECK(summary.votes[0].dots == 5);
    CHECK(summary.votes[0].without_choice == 2);
    CHECK(summary.ranked_by == "Vote par gommettes");
}

TEST_CASE(
    "[R4] closing the workshop shows what was kept back, and a vote never opened is nothing") {
    Story story = four_ideas();
    CHECK(summary_of(story).withheld.empty());
    story.open("vote");
    story.close("vote");
    CHECK(summary_of(story).withheld.size() == 1);
    story.tell(domain::WorkshopClosed{});
    CHECK(summary_of(story).votes.size() == 1);
    CHECK_FALSE(summary_of(story).ranked_by);  // nobody voted: nothing to rank by
}

TEST_CASE("[R5] an idea is where it was placed, and its author's scale counts only until then") {
    Story story;
    story.open("divergence");
    story.post("a", "a", {}, "commune");
    story.post("b", "b", {}, "commune");
    story.post("c", "c", {}, "commune");
    story.place("b", "entraide", "region");
    story.place("c", nullptr);
    const auto summary = summary_of(story);
    const auto& board = board_of(summary);
    CHECK(texts(board.tray) == Texts{"a", "c"});
    CHECK(board.tray[0].scale == "Commune");
    CHECK(board.tray[1].scale.empty());  // a facilitator took it away
    CHECK(board.levers[3].ideas.at(0).scale == "Région");
}

TEST_CASE("[R6] ideas come by dots, equal ones as they were posted, and ties share a rank") {
    Story story = four_ideas();
    story.open("vote");
    story.vote("hab1", "d", 2);
    story.vote("hab1", "b", 1);
    story.vote("hab2", "c", 1);
    story.close("vote");
    story.reveal("vote");
    const auto summary = summary_of(story);
    CHECK(texts(board_of(summary).levers[3].ideas) == Texts{"d", "b", "c", "a"});
    const auto& ranking = summary.votes.at(0).ranking;
    REQUIRE(ranking.size() == 3);
    CHECK((ranking[0].rank == 1 && ranking[1].rank == 2 && ranking[2].rank == 2));
    CHECK(ranking[1].text == "b");
}

TEST_CASE("[R6] the leading ideas are those of the first ten ranks, ties included") {
    Story story;
    story.crowd("hab", 20, "habitant");
    story.open("divergence");
    for (int i = 1; i <= 15; ++i) story.post("i" + std::to_string(i), "x");
    story.close("divergence");
    story.open("vote");
    for (int i = 1; i <= 15; ++i)  // 2 dots for the first nine, 1 for each of the six others
        story.vote("hab" + std::to_string(i), "i" + std::to_string(i), i <= 9 ? 2 : 1);
    story.reveal("vote");
    const auto summary = summary_of(story);
    const auto& vote = summary.votes.at(0);
    CHECK(vote.leading().size() == 15);
    CHECK(vote.leading().back().rank == 10);
    story.vote("hab16", "i10", 1);  // the five others fall to rank 11
    CHECK(summary_of(story).votes.at(0).leading().size() == 10);
}

TEST_CASE("[R7] the matrix holds every published idea once, and rolls nested scales up") {
    const auto summary = summary_of(tests::small_meeting());
    const auto& board = board_of(summary);
    REQUIRE(board.matrix.size() == 7);  // six scales, and the row without one
    std::size_t own = 0;
    for (const auto& row : board.matrix) {
        std::size_t across = row.tray.own;
        for (const auto& cell : row.levers) across += cell.own;
        CHECK(across == row.total.own);
        own += row.total.own;
    }
    CHECK(own == summary.figures.published);
    CHECK(board.matrix[0].total.own == 2);      // commune
    CHECK(board.matrix[1].total.nested == 3);   // intercommunalité, commune within
    CHECK(board.matrix[2].levers[3].own == 1);  // département: moved there from région
    CHECK(board.matrix[5].total.own == 0);      // Union européenne
    CHECK(board.matrix[5].total.nested == 4);   // and all that is within
    CHECK(board.matrix[6].total.own == 2);      // without a scale: i-3 and i-10
    CHECK(board.cells() == 30);
    CHECK(board.empty_cells == 26);
}

TEST_CASE("[R7] a board without scales has no matrix, an agenda without boards only a tray") {
    Story retrospective(wire::blueprint("retrospective", "fr").value());
    retrospective.post("a", "a");
    CHECK(board_of(summary_of(retrospective)).matrix.empty());
    CHECK(board_of(summary_of(retrospective)).cells() == 0);
    auto plan = wire::blueprint("retrospective", "fr").value();
    plan.boards.clear();
    std::get<domain::CollectSettings>(plan.phases.at(1).settings).private_until_reveal = false;
    Story bare(plan);
    bare.post("a", "a");
    CHECK(texts(board_of(summary_of(bare)).tray) == Texts{"a"});
}

TEST_CASE("[R8] affiliations of fewer than five people are not told") {
    Story story;
    story.crowd("elu", 7, "elu");
    story.crowd("asso", 4, "association");
    story.crowd("entr", 3, "entreprise");
    const auto groups = summary_of(story).affiliations;
    REQUIRE(groups.shown.size() == 1);
    CHECK(groups.shown[0].name == "Élu, élue");
    CHECK(groups.shown[0].people == 7);
    CHECK(groups.others == 7);
}

TEST_CASE("[R8] a small group cannot be found by subtraction") {
    Story story;
    story.crowd("elu", 9, "elu");
    story.crowd("hab", 6, "habitant");
    CHECK(summary_of(story).affiliations.shown.size() == 2);  // nobody is left over
    CHECK(summary_of(story).affiliations.others == 0);
    story.join("seule", "association");
    const auto groups = summary_of(story).affiliations;
    REQUIRE(groups.shown.size() == 1);  // the smaller of the two hides her
    CHECK(groups.shown[0].people == 9);
    CHECK(groups.others == 7);
    Story tiny;
    tiny.crowd("elu", 5, "elu");
    tiny.join("seule", "association");
    CHECK(summary_of(tiny).affiliations.shown.empty());
    CHECK(summary_of(tiny).affiliations.others == 6);
}

TEST_CASE("[R1] an empty workshop has a summary too") {
    const auto summary = summary_of(Story{});
    CHECK(summary.figures.joined == 0);
    CHECK(summary.votes.empty());
    CHECK(board_of(summary).tray.empty());
}
