// Spreadsheets, documents and the Polis files, read again from their zips.
#include <catch2/catch.hpp>
#include <regex>

#include "domain/report_story.hpp"
#include "domain/support/unzipped.hpp"
#include "report/export.hpp"
#include "report/export_csv.hpp"
#include "report/print_page.hpp"
#include "report/tables.hpp"

namespace {

using namespace atelier;

const report::Fingerprint fingerprint{51, std::string(64, 'a')};

std::string bytes_of(const tests::Story& story, std::string_view format) {
    return report::export_as(format, story.workshop, fingerprint, story.now, "seed").value().bytes;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t out = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++out;
    return out;
}

/// A vote by cards, event by event, as the journal has it.
struct Cards {
    Cards() {
        auto plan = tests::three_steps("fr");
        plan.phases.back().settings = domain::UsefulSettings{false, {}, true};
        tell(domain::WorkshopCreated{{"w-1"}, "ABCD-EFGH", std::move(plan)});
        for (const auto* who : {"ada", "ben", "cho"})
            tell(domain::ParticipantJoined{{who}, "Nom de " + std::string(who), {}, ""});
        tell(domain::PhaseOpened{{"divergence"}, 0});
        for (const auto* idea : {"i-1", "i-2", "i-3"})
            tell(domain::IdeaPosted{{idea},
                                    {"divergence"},
                                    domain::ParticipantId{"ada"},
                                    std::string("=Idée ") + idea,
                                    {},
                                    domain::IdeaStatus::published,
                                    true});
        tell(domain::IdeaHidden{{"i-2"}, domain::HideReason::off_topic, true});
        tell(domain::PhaseClosed{{"divergence"}});
        tell(domain::PhaseOpened{{"vote"}, 0});
    }
    void tell(domain::Event event) {
        domain::apply(workshop, event, now += 1'000);
        events.push_back({events.size() + 1, now, {}, {}, std::move(event)});
    }
    void vote(const char* who, const char* idea, domain::Judgement judgement) {
        tell(domain::VoteCast{{"vote"}, {who}, {idea}, judgement});
    }
    std::map<std::string, std::string> files(std::string_view seed = "seed") const {
        report::Material material{workshop, {fingerprint, now, nullptr, nullptr}, events, seed, {}};
        return tests::unzipped(report::export_as("polis", material).value().bytes);
    }
    domain::Workshop workshop;
    std::vector<domain::Recorded> events;
    base::Millis now = 1'568'101'622'000;
};

}  // namespace

TEST_CASE("[TB1] in a spreadsheet every text is a text cell and every count a number") {
    const auto files = tests::unzipped(bytes_of(tests::small_meeting(), "ods"));
    const std::string& content = files.at("content.xml");
    CHECK_FALSE(contains(content, "table:formula"));
    CHECK(
        contains(content, "office:value-type=\"string\" table:style-name=\"text\"><text:p>=HYPER"));
    CHECK(contains(content, "office:value-type=\"float\" office:value=\"8\""));
    CHECK(count(content, "<table:table ") == 8);
    CHECK(contains(content, "table:name=\"À propos\""));
    CHECK(files.at("mimetype") == "application/vnd.oasis.opendocument.spreadsheet");
}

TEST_CASE("[TB2] the ideas of a spreadsheet are those of the CSV, cell by cell") {
    const auto story = tests::small_meeting();
    const auto table = report::idea_table(story.workshop, true);
    const auto tables = report::tables_of(story.workshop, fingerprint, story.now);
    const report::Sheet& ideas = tables.sheets.front();
    REQUIRE(ideas.rows.size() == table.rows.size());
    for (std::size_t r = 0; r < ideas.rows.size(); ++r) {
        REQUIRE(ideas.rows[r].size() == table.head.size());
        CHECK(std::get<std::string>(ideas.rows[r][4]) == table.rows[r][4]);
        const auto& dots = ideas.rows[r][table.counts_begin];
        CHECK(std::to_string(std::get<std::int64_t>(dots)) == table.rows[r][table.counts_begin]);
    }
}

TEST_CASE("[AR1] a document holds the article's texts as typed, with title and language") {
    const auto story = tests::small_meeting();
    for (const auto* format : {"odt", "docx"}) {
        INFO(format);
        const auto files = tests::unzipped(bytes_of(story, format));
        const bool odt = std::string_view(format) == "odt";
        const std::string& content = files.at(odt ? "content.xml" : "word/document.xml");
        for (const auto* text : {"Planter des haies, même là où « ça gêne » ; d’abord à l’école 🌳",
                                 "&lt;script&gt;alert('coucou')&lt;/script&gt;", "=HYPERLINK(",
                                 "Comment ces chiffres"})
            CHECK(contains(content, text));
        CHECK_FALSE(contains(content, "14 rue des Lilas"));
        const std::string& meta = files.at(odt ? "meta.xml" : "docProps/core.xml");
        CHECK(contains(meta, "<dc:title>Haies &amp; mares"));
        CHECK(contains(meta, "<dc:language>fr-FR</dc:language>"));
    }
}

TEST_CASE("[AR2] headings, lists, tables with heads and pictures with words are what they are") {
    const auto story = tests::small_meeting();
    const auto odt = tests::unzipped(bytes_of(story, "odt"));
    const std::string& text = odt.at("content.xml");
    CHECK(count(text, "<text:h ") >= 5);
    CHECK(count(text, "<text:list ") >= 2);
    CHECK(count(text, "<table:table-header-rows>") == count(text, "<table:table "));
    CHECK(count(text, "<draw:frame ") == count(text, "<svg:desc>"));
    CHECK(count(text, "<draw:frame ") >= 3);
    CHECK(odt.contains("Pictures/001.svg"));

    // With a way to make them, each picture is there as PNG, too.
    report::Material material{story.workshop,
                              {fingerprint, story.now, nullptr, nullptr},
                              {},
                              "seed",
                              [](std::string_view) { return std::optional<std::string>("png"); }};
    const auto docx = tests::unzipped(report::export_as("docx", material).value().bytes);
    CHECK(docx.at("word/media/image1.png") == "png");
    CHECK(count(docx.at("word/document.xml"), "<w:tblHeader/>") >= 1);
    CHECK(contains(docx.at("word/document.xml"), "w:val=\"Heading1\""));
    CHECK(tests::unzipped(report::export_as("odt", material).value().bytes)
              .contains("Pictures/001.png"));
}

TEST_CASE("[AR2] for printing, each picture is an image with its words") {
    const auto story = tests::small_meeting();
    const std::string page = bytes_of(story, "html");
    const std::string printed = report::print_page(page);
    CHECK(count(page, "role=\"img\"") == count(printed, "<img alt=\""));
    CHECK_FALSE(contains(printed, "role=\"img\""));
    CHECK(report::print_page("<p>rien</p>") == "<p>rien</p>");
}

TEST_CASE("[PO1][PO4] Polis comments are the ideas, with what became of them and their counts") {
    Cards cards;
    cards.vote("ben", "i-1", domain::Judgement::useful);
    cards.vote("cho", "i-1", domain::Judgement::not_useful);
    const std::string comments = cards.files().at("comments.csv");
    CHECK(comments.starts_with(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\r\n"));
    CHECK(
        contains(comments, "1568101628000,Tue Sep 10 07:47:08 UTC 2019,0,0,1,1,1,\"'=Idée i-1\""));
    CHECK(contains(comments, ",1,0,0,0,-1,\"'=Idée i-2\""));
    CHECK_FALSE(contains(comments, "Nom de"));
}

TEST_CASE("[PO2][PO3] Polis votes are all that were cast, but for what was taken back") {
    Cards cards;
    cards.vote("ben", "i-1", domain::Judgement::useful);
    cards.vote("ben", "i-1", domain::Judgement::pass);
    cards.vote("cho", "i-3", domain::Judgement::useful);
    cards.tell(domain::VoteCleared{{"vote"}, {"cho"}, domain::IdeaId{"i-3"}});
    cards.vote("cho", "i-3", domain::Judgement::not_useful);
    const std::string votes = cards.files().at("votes.csv");
    CHECK(votes.starts_with("timestamp,datetime,comment-id,voter-id,vote\r\n"));
    CHECK(count(votes, "\r\n") == 4);
    CHECK(std::regex_search(votes, std::regex(",0,([01]),1\r\n[^\r]*,0,\\1,0\r\n")));
    CHECK(std::regex_search(votes, std::regex(",2,[01],-1\r\n")));
}

TEST_CASE("[PO5] the numbers in Polis files are drawn anew, and authors' tell nothing of voters") {
    Cards cards;
    for (const auto* who : {"ada", "ben", "cho"}) cards.vote(who, "i-1", domain::Judgement::useful);
    std::set<std::string> drawn;
    for (const auto* seed : {"a", "b", "c", "d", "e", "f"})
        drawn.insert(cards.files(seed).at("votes.csv"));
    CHECK(drawn.size() > 1);
    CHECK(cards.files("a") == cards.files("a"));
}

TEST_CASE("[R4][PO2] Polis files tell nothing of a vote that is not revealed") {
    Cards cards;
    cards.workshop.plan.phases.back().settings = domain::UsefulSettings{true, {}, true};
    cards.vote("ben", "i-1", domain::Judgement::useful);
    CHECK(count(cards.files().at("votes.csv"), "\r\n") == 1);
    CHECK(contains(cards.files().at("comments.csv"), ",0,0,0,0,1,"));
}
