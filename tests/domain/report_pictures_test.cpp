// The pictures: their words, their tables, and that everything fits.
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "domain/report_story.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"

namespace {

using namespace atelier;
using report::pictures::Picture;

const report::Fingerprint fingerprint{51, std::string(64, 'a')};

std::vector<Picture> all_of(const tests::Story& story) {
    return report::pictures::pictures_of(report::summarise(story.workshop, fingerprint, story.now));
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Every text of a picture with where it stands, as far as its right edge can be told.
struct Placed {
    double x, size;
    std::string anchor, text;
};
std::vector<Placed> texts_of(const std::string& svg) {
    static const std::regex element(
        "<text x=\"([-0-9.]+)\" y=\"[-0-9.]+\" font-size=\"([0-9.]+)\" fill=\"[^\"]*\"( "
        "text-anchor=\"(middle|end)\")?( font-weight=\"700\")?>([^<]*)</text>");
    std::vector<Placed> out;
    for (std::sregex_iterator at(svg.begin(), svg.end(), element), end; at != end; ++at)
        out.push_back({std::stod((*at)[1]), std::stod((*at)[2]), (*at)[4], (*at)[6]});
    return out;
}

}  // namespace

TEST_CASE("[PI1] every picture says in words what it shows, and has the table behind it") {
    const auto pictures = all_of(tests::small_meeting());
    REQUIRE(pictures.size() >= 3);
    std::set<std::string> names;
    for (const Picture& one : pictures) {
        INFO(one.name);
        CHECK(names.insert(one.name).second);
        CHECK_FALSE(one.title.empty());
        CHECK_FALSE(one.description.empty());
        CHECK(contains(one.svg, "<title id=\"" + one.name + "-title\">"));
        CHECK(contains(one.svg, "<desc id=\"" + one.name + "-desc\">"));
        CHECK(contains(one.svg, "lang=\"fr\""));
        CHECK_FALSE(one.table.rows.empty());
        for (const auto& row : one.table.rows) CHECK(row.size() == one.table.head.size());
    }
    // All ideas are in the board's table, whatever had room on its cards.
    const auto board = std::ranges::find(pictures, "board-main", &Picture::name);
    REQUIRE(board != pictures.end());
    CHECK(board->table.rows.size() == 6);
}

TEST_CASE("[PI2] a vote by grades tells them by name, by pattern and by number") {
    report::Summary summary;
    summary.language = "en";
    report::VoteSummary vote;
    vote.title = "Grades";
    vote.method = domain::Method::judgment;
    vote.ranking.push_back({{"i"}, "An idea", 1, domain::JudgmentTally{{5, 4, 3, 2, 1, 7}, 22}});
    const Picture picture = report::pictures::draw_vote(summary, vote);
    for (const auto* part : {"Reject", "Excellent", "<pattern", ">7</text>", ">5</text>"})
        CHECK(contains(picture.svg, part));
}

TEST_CASE("[PI3] no text leaves its picture, be it long, of one word or of emoji") {
    auto story = tests::small_meeting();
    const std::string family = "👨‍👩‍👧‍👦";
    std::string crowd;
    for (int i = 0; i < 500; ++i) crowd += family;
    int number = 0;
    for (const std::string& text : {std::string(500, 'm'), crowd, std::string("a\nb\tc"),
                                    std::string("Une idée — avec « des guillemets » ; et plus")}) {
        const std::string id = "long-" + std::to_string(++number);
        story.post(id, text);
        story.place(id, "systemique", "commune");
    }
    for (const Picture& one : all_of(story)) {
        INFO(one.name);
        const auto texts = texts_of(one.svg);
        CHECK_FALSE(texts.empty());
        for (const Placed& placed : texts) {
            INFO(placed.text);
            const double width = report::pictures::width_of(placed.text, placed.size);
            const double left = placed.anchor == "end"      ? placed.x - width
                                : placed.anchor == "middle" ? placed.x - width / 2
                                                            : placed.x;
            CHECK(left >= 0);
            CHECK(left + width <= one.width);
        }
    }
}

TEST_CASE("[PI3] lines break at spaces, words where they must, and what is left out shows") {
    using report::pictures::wrap;
    CHECK(wrap("", 14, 100, 3) == std::vector<std::string>{""});
    CHECK(wrap("un  deux\ntrois", 14, 400, 3) == std::vector<std::string>{"un deux trois"});
    const auto lines = wrap("un deux trois quatre cinq six sept huit", 14, 70, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().ends_with("…"));
    for (const auto& line : wrap(std::string(200, 'x'), 14, 70, 50))
        CHECK(report::pictures::width_of(line, 14) <= 70);
    // A no-break space holds together what stands around it.
    for (const auto& line : wrap("aaaa bbbb\u00A0: cccc", 14, 80, 9)) CHECK(line != ":");
}

TEST_CASE("[PI4] a picture holds nothing that a page's policy forbids, and markup stays text") {
    for (const Picture& one : all_of(tests::small_meeting())) {
        for (const auto* part : {"<script", "style=", "<style", "href=", "onload", "<image"})
            CHECK_FALSE(contains(one.svg, part));
        static const std::regex id("id=\"([^\"]*)\"");
        for (std::sregex_iterator at(one.svg.begin(), one.svg.end(), id), end; at != end; ++at)
            CHECK((*at)[1].str().starts_with(one.name + "-"));
    }
}

TEST_CASE("[PI4] the same workshop gives the same bytes, and one without ideas no picture") {
    const auto once = all_of(tests::small_meeting()), twice = all_of(tests::small_meeting());
    REQUIRE(once.size() == twice.size());
    for (std::size_t i = 0; i < once.size(); ++i) CHECK(once[i].svg == twice[i].svg);
    CHECK(all_of(tests::Story{}).empty());
}
