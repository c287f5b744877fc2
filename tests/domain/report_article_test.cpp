// What a summary says besides figures and boards: rules R15 to R25 and R6 (report/).
#include <catch2/catch.hpp>

#include "domain/report_story.hpp"
#include "report/article.hpp"
#include "report/export_html.hpp"
#include "report/export_markdown.hpp"
#include "report/favour.hpp"
#include "report/story.hpp"
#include "report/summary.hpp"

namespace {

using namespace atelier;
using tests::Story;

report::Summary summary_of(const Story& story) {
    return report::summarise(story.workshop, {1, "00"}, story.now);
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Three ideas on which so many élus and habitants say what is useful, in a revealed vote.
Story judged(int elected, int residents, int others = 0) {
    Story story(tests::every_step("fr"));
    story.crowd("elu", elected, "elu");
    story.crowd("hab", residents, "habitant");
    story.crowd("autre", others, "association");
    story.open("divergence");
    for (const auto* idea : {"a", "b", "c"}) story.post(idea, idea);
    story.close("divergence");
    story.open("lecture");
    const auto judge = [&](const std::string& who, bool for_b) {
        using domain::Judgement;
        story.tell(domain::VoteCast{{"lecture"}, {who}, {"a"}, Judgement::useful});
        story.tell(domain::VoteCast{
            {"lecture"}, {who}, {"b"}, for_b ? Judgement::useful : Judgement::not_useful});
    };
    for (int i = 1; i <= elected; ++i) judge("elu" + std::to_string(i), true);
    for (int i = 1; i <= residents; ++i) judge("hab" + std::to_string(i), false);
    for (int i = 1; i <= others; ++i) judge("autre" + std::to_string(i), false);
    story.close("lecture");
    story.reveal("lecture");
    return story;
}

}  // namespace

TEST_CASE("[R15] who is for an idea, by each method") {
    using namespace domain;
    CHECK(report::favour(Dots{1}) == 1);
    CHECK(report::favour(Dots{0}) == 0);
    CHECK(report::favour(Judgement::not_useful) == -1);
    CHECK(report::favour(Judgement::pass) == 0);
    CHECK((report::favour(Grade{3}) == 1 && report::favour(Grade{2}) == -1));
    CHECK((report::favour(Scores{4, 5}) == 1 && report::favour(Scores{3, 1}) == 0));
    CHECK((report::favour(Answer{Consent::reservation, ""}) == 1));
    CHECK((report::favour(Answer{Consent::objection, "non"}) == -1));
    const auto dots = report::share_of(DotsTally{7, 4}, 31);
    CHECK((dots.yes == 4 && dots.n == 31));
    const auto useful = report::share_of(UsefulTally{9, 1, 5, 20, 15}, 20);
    CHECK((useful.yes == 9 && useful.n == 10));
    CHECK(useful.interval.low == Approx(0.5958).margin(5e-5));
    CHECK(report::share_of(JudgmentTally{{1, 0, 0, 2, 0, 1}, 4}, 9).yes == 3);
}

TEST_CASE(
    "[R16] affiliations are compared from five people each, and nothing follows from the rest") {
    const auto told = summary_of(judged(6, 8));
    REQUIRE(told.across.size() == 1);
    const auto& across = told.across[0];
    REQUIRE(across.groups.size() == 2);
    CHECK(across.groups[0].people == 8);  // in the order of the list of affiliations
    REQUIRE(across.ideas.size() == 2);    // nobody answered on c
    CHECK(across.not_told == 1);
    CHECK(across.ideas[0].text == "a");
    CHECK(across.common.unites == std::vector<std::size_t>{0});
    CHECK(across.common.minority.size() == 1);
    CHECK(across.ideas[0].agreement > across.ideas[1].agreement);
    CHECK(summary_of(judged(4, 8)).across.empty());
    // One alone would follow by subtraction: the smaller of the two hides them, so that one is left.
    CHECK(summary_of(judged(6, 8, 1)).across.empty());
    CHECK(summary_of(judged(6, 8, 6)).across.at(0).groups.size() == 3);
}

TEST_CASE("[R16] an idea on which too few of one group answered is not told") {
    Story story = judged(6, 8);
    story.tell(domain::VoteCleared{{"lecture"}, {"elu1"}, domain::IdeaId{"b"}});
    story.tell(domain::VoteCleared{{"lecture"}, {"elu2"}, domain::IdeaId{"b"}});
    const auto across = summary_of(story).across.at(0);
    CHECK(across.ideas.size() == 1);
    CHECK(across.not_told == 2);
}

TEST_CASE("[R17] groups of opinion are told from a hundred voters and twenty ideas up") {
    const auto meeting = [](int voters) {
        Story story(tests::every_step("fr"));
        story.crowd("p", voters);
        story.open("divergence");
        for (int i = 0; i < 24; ++i) story.post("i" + std::to_string(i), "x");
        story.close("divergence");
        story.open("lecture");
        std::uint64_t state = 11;
        const auto coin = [&] {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return (state >> 40) % 10;
        };
        for (int v = 1; v <= voters; ++v)
            for (int i = 0; i < 24; ++i) {
                const bool agrees = ((v % 3 == 0) == (i % 2 == 0)) != (coin() < 2);
                story.tell(domain::VoteCast{
                    {"lecture"},
                    {"p" + std::to_string(v)},
                    {"i" + std::to_string(i)},
                    agrees ? domain::Judgement::useful : domain::Judgement::not_useful});
            }
        story.close("lecture");
        story.reveal("lecture");
        return story;
    };
    CHECK(summary_of(meeting(99)).opinions.empty());
    const auto told = summary_of(meeting(120));
    REQUIRE(told.opinions.size() == 1);
    const auto& opinions = told.opinions[0];
    REQUIRE(opinions.across.groups.size() == 2);
    CHECK(opinions.across.groups[0].people == 80);
    CHECK(opinions.across.groups[1].people == 40);
    CHECK(opinions.telling.at(0).size() == 5);
    CHECK(contains(report::export_markdown(told), "Les groupes d’opinion"));
}

TEST_CASE("[R18] of a group of ideas a person has one opinion, the strongest") {
    Story story = judged(6, 8);
    story.tell(domain::IdeasMerged{{"a"}, {{"b"}}});
    const auto across = summary_of(story).across.at(0);
    REQUIRE(across.ideas.size() == 1);
    CHECK((across.ideas[0].groups[0].saw == 8 && across.ideas[0].groups[0].agree == 8));
}

TEST_CASE("[R19] published questions are told, the most wanted first, hidden ones are counted") {
    const auto questions = summary_of(tests::full_meeting()).questions;
    REQUIRE(questions.told.size() == 3);
    CHECK(questions.told[0].supporters == 4);
    CHECK(questions.told[1].answer.empty());
    CHECK(questions.told[1].answered);
    CHECK_FALSE(questions.told[2].answered);
    CHECK((questions.hidden == 1 && questions.to_be_answered() == 1));
    CHECK_FALSE(contains(report::export_markdown(summary_of(tests::full_meeting())), "Achetez"));
}

TEST_CASE("[R20] published commitments are told as they were made, and never by whom") {
    const auto summary = summary_of(tests::full_meeting());
    REQUIRE(summary.commitments.told.size() == 2);
    CHECK((summary.commitments.hidden == 1 && summary.commitments.collective() == 1));
    CHECK_FALSE(contains(report::export_html(summary), "Nom de"));
}

TEST_CASE("[R21] closing words need leave to be quoted") {
    const auto closing = summary_of(tests::full_meeting()).closings.at(0);
    CHECK(closing.words == std::vector<std::string>{"Merci 🙏", "On recommence « quand » ?"});
    CHECK(closing.kept == 1);
    CHECK_FALSE(contains(report::export_html(summary_of(tests::full_meeting())), "À ne pas citer"));
}

TEST_CASE("[R22] weather and return on time invested are counts") {
    const auto summary = summary_of(tests::full_meeting());
    CHECK(summary.weathers.at(0).counts == std::array<std::size_t, 4>{5, 0, 1, 2});
    CHECK(summary.closings.at(0).roti.counts == std::array<std::size_t, 5>{0, 0, 0, 2, 1});
    CHECK(summary.closings.at(0).roti.mean == Approx(13.0 / 3));
}

TEST_CASE("[R23] every published idea is in one cell of scale and affiliation, grouped ones too") {
    const auto summary = summary_of(tests::full_meeting());
    const auto& matrix = summary.boards.at(0).by_affiliation.value();
    CHECK(matrix.affiliations == std::vector<std::string>{"Habitant, habitante", "Élu, élue"});
    std::size_t sum = 0;
    for (const auto& row : matrix.rows) sum += row.total;
    CHECK(sum == summary.figures.published);
    CHECK(matrix.rows[0].affiliations == std::vector<std::size_t>{2, 1});  // commune: i-11 is élu's
    CHECK(matrix.cells() == 12);
    CHECK(matrix.empty_cells == 9);
}

TEST_CASE("[R8] counts of people by affiliation are kept back one by one") {
    const auto turnout = summary_of(tests::full_meeting()).by_affiliation;
    REQUIRE(turnout.size() == 3);
    CHECK((turnout[0].people == 7 && turnout[0].took_part == 7U));
    CHECK((turnout[2].name.empty() && turnout[2].people == 5));
    CHECK_FALSE(turnout[2].voted.at(2));  // of the dots: one person of the others
    CHECK_FALSE(turnout[0].voted.at(2));
}

TEST_CASE("[R6] an idea's score is of the last vote in which somebody chose something about it") {
    const auto summary = summary_of(tests::full_meeting());
    const auto& lever = summary.boards.at(0).levers.at(0);
    REQUIRE(lever.ideas.size() == 2);
    CHECK(summary.votes.at(lever.ideas[0].score->vote).method == domain::Method::impact_effort);
    CHECK(lever.ideas[0].variants == std::vector<std::string>{"Replanter les haies arrachées"});
    CHECK(summary.votes.at(lever.ideas[1].score->vote).method == domain::Method::dots);
    CHECK(summary.boards.at(0).crowd->contested.size() == 1);
}

TEST_CASE("[R24] what facilitators write stands beside what is computed, and changes none of it") {
    const auto story = tests::full_meeting();
    report::Draft draft;
    draft.organisers = {"La ville", "le pays"};
    draft.introduction = "Un soir.\n\nDe novembre.";
    draft.sections[report::Section::votes] = "Cinq votes, <b>cinq</b> façons.";
    draft.levers[{{"main"}, {"entraide"}}] = "On a surtout écouté.";
    draft.story[1] = "Ce qui nous sépare.";
    draft.next_theme = "Le sel";
    draft.links = {{"Lire", "https://exemple.fr/?a=1&b=<2>"}};
    draft.series = report::InSeries{"Les soirées", 3};
    draft.open_licence = true;
    const auto with = report::summarise(
        story.workshop, {.fingerprint = {1, "00"}, .made_at = story.now, .draft = &draft});
    const auto without = summary_of(story);
    CHECK(with.story == without.story);
    CHECK(with.story_shown(report::StoryStep::tension) == "Ce qui nous sépare.");
    CHECK(with.story_shown(report::StoryStep::action) == without.story[2]);
    CHECK((with.next_shown() == "Le sel" && with.next_theme == "L’eau, de la mare au robinet"));
    const std::string page = report::export_html(with), text = report::export_markdown(with);
    for (const auto* said : {"La ville et le pays", "On a surtout écouté.", "Ce qui nous sépare.",
                             "Le sel", "Les soirées", "Licence Ouverte 2.0"}) {
        CHECK(contains(page, said));
        CHECK(contains(text, said));
        CHECK_FALSE(contains(report::export_html(without), said));
    }
    CHECK(contains(page, "<p class=\"text\" dir=\"auto\">De novembre.</p>"));
    CHECK(contains(page, "Cinq votes, &lt;b&gt;cinq&lt;/b&gt; façons."));
    CHECK(contains(page, "href=\"https://exemple.fr/?a=1&amp;b=&lt;2&gt;\""));
    CHECK(contains(text, "(<https://exemple.fr/?a=1&b=%3C2%3E>)"));
    CHECK(contains(text, "**L’animation.** Un soir."));
}

TEST_CASE("[R25] the story says nothing of what nobody wrote, voted or promised") {
    for (const std::string& step : summary_of(Story{}).story) CHECK(step.empty());
    const auto told = summary_of(tests::full_meeting());
    for (const std::string& step : told.story) {
        CHECK_FALSE(step.empty());
        CHECK_FALSE(contains(step, "{"));
    }
    CHECK(contains(told.story[2], "Je prête ma remorque"));
    CHECK(contains(told.story[3], "L’eau, de la mare au robinet"));
}

TEST_CASE("[R25] where the story names one idea of several, it says how many there are") {
    auto told = summary_of(judged(6, 8));
    auto& common = told.across.at(0).common;
    common = {{0}, {1}, {{0, 1}}};
    auto story = report::story(told);
    CHECK(contains(story[0], "se retrouvent sur une idée\u00A0: «\u00A0a\u00A0»"));
    CHECK(contains(story[1], "Une idée partage"));
    CHECK(contains(story[1], "porte presque seule cette idée"));
    common = {{0, 1}, {1, 0}, {{0, 1}, {1, 0}}};
    story = report::story(told);
    CHECK(contains(story[0], "se retrouvent sur 2 idées"));
    CHECK(contains(story[0], "«\u00A0a\u00A0»"));
    CHECK(contains(story[1], "2 idées partagent"));
    CHECK(contains(story[1], "plus que toute autre\u00A0: «\u00A0b\u00A0»"));
    CHECK(contains(story[1], "2 idées sont portées presque par une seule catégorie"));

    auto meeting = summary_of(tests::full_meeting());
    meeting.commitments.told.resize(1);
    meeting.commitments.told[0].promise.who = domain::Commits::collective;
    CHECK(contains(report::story(meeting)[2],
                   "Un engagement a été pris. Il est collectif. Le voici"));
}

TEST_CASE("[R12] a timeline is the same in whatever order its events come") {
    report::Timeline one, two;
    for (const base::Millis at : {1'000, 2'000, 700'000}) one.post(at);
    for (const base::Millis at : {700'000, 1'000, 2'000}) two.post(at);
    CHECK(one.slices() == two.slices());
    CHECK(one.slices() == std::vector<report::Slice>{{0, 2, 0}, {300'000, 0, 0}, {600'000, 1, 0}});
    one.vote(48 * 3'600'000);  // days later: what lies between is not told
    CHECK(one.slices().size() == 3);
    const auto story = tests::full_meeting();
    CHECK_FALSE(summary_of(story).participation.votes_timed);
    const auto told = report::summarise(story.workshop,
                                        {.fingerprint = {1, "00"}, .made_at = 0, .timeline = &one});
    CHECK(told.participation.votes_timed);
    CHECK(told.participation.timeline.back().votes == 1);
}
