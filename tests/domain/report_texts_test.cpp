// What people write survives every format: rules R9 and R10.
#include <catch2/catch.hpp>
#include <fstream>

#include "domain/report_story.hpp"
#include "report/csv.hpp"
#include "report/export_csv.hpp"
#include "report/html_text.hpp"
#include "report/markdown_text.hpp"

namespace {

using namespace atelier;
using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180, read by the book: quotes only around a whole cell, CRLF between records.
Rows read_csv(std::string_view text, char separator) {
    Rows rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& cell = rows.back().back();
        if (quoted) {
            const bool doubled = text.substr(i, 2) == "\"\"";
            if (text[i] != '"' || doubled) cell += text[i];
            if (doubled) ++i;
            quoted = text[i] != '"' || doubled;
        } else if (text[i] == '"') {
            REQUIRE(cell.empty());
            quoted = true;
        } else if (text[i] == separator) {
            rows.back().emplace_back();
        } else if (text.substr(i, 2) == "\r\n") {
            rows.emplace_back(1);
            ++i;
        } else {
            REQUIRE((text[i] != '\r' && text[i] != '\n'));
            cell += text[i];
        }
    }
    REQUIRE_FALSE(quoted);
    REQUIRE(rows.back() == std::vector<std::string>{""});
    rows.pop_back();
    return rows;
}

struct Example {
    std::string id, text;
};

/// The ideas of a webinar, as its participants might have typed them.
std::vector<Example> real_ideas() {
    std::ifstream in(ATELIER_SOURCE_DIR "/tests/scenarios/data/ideas.fr.jsonl");
    std::vector<Example> out;
    for (std::string line; std::getline(in, line);) {
        const auto idea = nlohmann::json::parse(line);
        out.push_back({idea.at("id"), idea.at("text")});
    }
    REQUIRE(out.size() == 79);
    return out;
}

}  // namespace

TEST_CASE("[R9] all 79 ideas come back from both spreadsheets as they were typed") {
    tests::Story story;
    story.open("divergence");
    const auto ideas = real_ideas();
    for (const auto& idea : ideas) story.post(idea.id, idea.text);
    const auto plain = read_csv(report::export_csv(story.workshop), ',');
    const std::string french_text = report::export_csv_fr(story.workshop);
    REQUIRE(french_text.substr(0, 3) == "\xEF\xBB\xBF");
    const auto french = read_csv(std::string_view(french_text).substr(3), ';');
    for (const auto& rows : {plain, french}) {
        REQUIRE(rows.size() == ideas.size() + 1);
        for (std::size_t i = 0; i < ideas.size(); ++i) {
            CHECK(rows[i + 1].size() == rows[0].size());
            CHECK(rows[i + 1].at(0) == ideas[i].id);
            const bool formula = ideas[i].text.front() == '=';
            CHECK(rows[i + 1].at(4) == (formula ? "'" : "") + ideas[i].text);
        }
    }
}

TEST_CASE("[R10] what a spreadsheet would compute is neutralised, what people write is not") {
    using report::formula_safe;
    for (const auto* formula : {"=1+1",
                                "+33 6",
                                "@SUM(A1)",
                                "\t=1",
                                "\r=1",
                                "-1",
                                "-12 %",
                                "- 5",
                                "-A1",
                                "-(1)",
                                "--1",
                                "-SUM(A1:A9)",
                                "- SUM(A1)",
                                "- cmd|'/C calc'!A0",
                                "-cmd|'/C calc'!A0",
                                "- A1+B2",
                                "-.5",
                                " =1+1",
                                "\n=1+1",
                                "=HYPERLINK(\"https://piege.invalid\";\"Cliquez\")"})
        CHECK(formula_safe(formula) == "'" + std::string(formula));
    for (const auto* text :
         {"", "-", "- ", "- un diagnostic partagé\n- une carte", "– un tiret", "un = une", "a@b",
          "« - »", "'déjà", "- écouter (d’abord)", "👍", "1 + 1", "  "})
        CHECK(formula_safe(text) == text);
}

TEST_CASE("[R10] names that an organiser gave are cells like any other") {
    auto plan = tests::three_steps("fr");
    plan.phases[0].title = "=1+1";
    plan.boards[0].levers[0].name = "@lever; \"cité\"";
    tests::Story story(std::move(plan));
    story.post("a", "a");
    story.place("a", "systemique");
    const auto rows = read_csv(report::export_csv(story.workshop), ',');
    CHECK(rows.at(1).at(3) == "'=1+1");
    CHECK(rows.at(1).at(5) == "'@lever; \"cité\"");
}

TEST_CASE("[R9] columns: decimal commas and French words for a French Excel, else the protocol's") {
    const auto story = tests::small_meeting();
    const auto plain = read_csv(report::export_csv(story.workshop), ',');
    CHECK(plain.at(0) == std::vector<std::string>{"id", "status", "reason", "phase", "text",
                                                  "lever", "scale", "dots", "voters", "share",
                                                  "posted_at", "affiliation"});
    CHECK(plain.at(1).at(9) == "0.667");
    CHECK(plain.at(6).at(2) == "names_person");
    const std::string french_text = report::export_csv_fr(story.workshop);
    const auto french = read_csv(std::string_view(french_text).substr(3), ';');
    CHECK(french.at(1).at(9) == "0,667");
    CHECK(french.at(6).at(1) == "Masquée");
    CHECK(french.at(6).at(2) == "Nomme une personne");
    CHECK(french.at(8).at(4).empty());  // withdrawn: its author took the text back
}

TEST_CASE("[R9] several boards and votes have columns of their own") {
    auto plan = tests::three_steps("fr");
    plan.boards.push_back(plan.boards[0]);
    plan.boards[1].id.text = "other";
    plan.phases.push_back(plan.phases[2]);
    plan.phases[3].id.text = "vote-2";
    tests::Story story(std::move(plan));
    for (const auto* vote : {"vote", "vote-2"}) {
        story.open(vote);
        story.close(vote);
        story.reveal(vote);
    }
    const auto head = read_csv(report::export_csv(story.workshop), ',').at(0);
    CHECK(std::vector<std::string>(head.begin() + 5, head.begin() + 12) ==
          std::vector<std::string>{"lever:main", "scale:main", "lever:other", "scale:other",
                                   "dots:vote", "voters:vote", "share:vote"});
}

TEST_CASE("[R9] Markdown shows what was typed and nothing else") {
    using report::markdown_text;
    CHECK(markdown_text("<b>*oui*</b> `_` a|b #1 & [x](y)") ==
          R"(\<b\>\*oui\*\</b\> \`\_\` a\|b \#1 \& \[x\](y))");
    CHECK(markdown_text("# titre") == R"(\# titre)");
    CHECK(markdown_text("- tiret") == R"(\- tiret)");
    CHECK(markdown_text("+ plus") == R"(\+ plus)");
    CHECK(markdown_text("===") == R"(\===)");
    CHECK(markdown_text("12. douze") == R"(12\. douze)");
    CHECK(markdown_text("3) trois") == R"(3\) trois)");
    CHECK(markdown_text("5 arbres. Et 3 bancs") == "5 arbres. Et 3 bancs");
    CHECK(markdown_text("a\\b") == R"(a\\b)");
    CHECK(markdown_text("https://x.invalid/a_b www.x.invalid") ==
          R"(https\://x.invalid/a\_b www\.x.invalid)");
    CHECK(markdown_text("  creux  double") == "&nbsp;&nbsp;creux &nbsp;double");
}

TEST_CASE("[R9] Markdown keeps the lines of an idea within its list item") {
    using report::markdown_text;
    CHECK(markdown_text("un\n\n- deux  \n", "  ") == "un\\\n  \\\n  \\- deux");
    CHECK(markdown_text("\n \nseul\n\n") == "seul");
    CHECK(markdown_text("") == "");
    CHECK(markdown_text("fin\\\nsuite") == "fin\\\\\\\nsuite");
    CHECK(report::markdown_line("un\n# deux | trois") == R"(un \# deux \| trois)");
}

TEST_CASE("[R9] in a title no line begins with a sign that belongs to the word before") {
    CHECK(report::heading_html("Haies : l’été, vraiment ?") ==
          "Haies\u00A0: l’été, vraiment\u202F?");
    CHECK(report::heading_html("Eau & air ; « demain » !") ==
          "Eau &amp; air\u202F; «\u00A0demain\u00A0»\u202F!");
    CHECK(report::heading_html("Roots: what next?") == "Roots: what next?");
}

TEST_CASE("[R9] HTML shows what was typed and nothing else") {
    CHECK(report::escape_html("<script>alert('x')</script> & \"é\"\n🌳") ==
          "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;é&quot;\n🌳");
}
