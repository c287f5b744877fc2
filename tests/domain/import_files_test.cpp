#include <catch2/catch.hpp>

#include "domain/support/zipped.hpp"
#include "report/imports/html_strip.hpp"
#include "report/imports/make.hpp"
#include "report/imports/moments.hpp"
#include "report/imports/plan.hpp"

using namespace atelier;
using namespace atelier::report::imports;
using atelier::tests::workbook;
using atelier::tests::zipped;

namespace {

ImportPlan plan_of(const std::string& bytes, const std::string& name = "mur.csv",
                   const Wishes& wishes = {}) {
    const Upload file{name, bytes};
    auto plan = read_import({&file, 1}, wishes);
    INFO((plan ? "" : plan.error().code + " " + plan.error().detail));
    REQUIRE(plan);
    return std::move(plan).value();
}

std::vector<std::string> texts(const ImportPlan& plan) {
    std::vector<std::string> out;
    for (const auto& idea : plan.ideas) out.push_back(idea.text);
    return out;
}
using Texts = std::vector<std::string>;

/// "code:count", in order of appearance.
std::string warned(const ImportPlan& plan) {
    std::string out;
    for (const auto& warning : plan.warnings.all())
        out += (out.empty() ? "" : " ") + warning.code + ":" + std::to_string(warning.count);
    return out;
}

std::string utf16(std::string_view ascii, bool big, bool mark) {
    std::string out;
    if (mark) out = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        if (big) out.push_back('\0');
        out.push_back(c);
        if (!big) out.push_back('\0');
    }
    return out;
}

constexpr std::string_view wall =
    "Section,Title,Body,Attachment Link,Attachment Caption,Attachment Alt Text,Post Color,"
    "Created At (UTC),Updated At (UTC),Author\n"
    "Nature,Haies,\"<p>Planter des haies</p><p>et des mares&nbsp;!</p>\",,,,,"
    "2020-12-14 09:31:05 UTC,2020-12-14 09:31:05 UTC,Anonymous\n"
    "Entraide,,\"Prêter\nses outils\",https://x.invalid/a.png,,,,2020-12-14 09:32:05 UTC,,Zoé\n"
    "Nature,Des mares,,,,,,n'importe quand,,\n"
    ",,,,,,,,,\n";

}  // namespace

TEST_CASE("[IM4] a wall's columns are known by their headers, whatever their order") {
    const auto plan = plan_of(std::string(wall));
    CHECK(plan.format == Format::padlet);
    CHECK(plan.levers == Texts{"Nature", "Entraide"});
    CHECK(texts(plan) == Texts{"Haies\nPlanter des haies\net des mares\u00A0!",
                               "Prêter\nses outils", "Des mares"});
    CHECK(plan.ideas[0].at == 1'607'938'265'000);
    CHECK(plan.ideas[0].author_kind == AuthorKind::anonymous);
    CHECK(plan.ideas[1].author_kind == AuthorKind::named);
    CHECK(plan.rows == 3);
    CHECK(warned(plan) == "html_to_text:1 attachment_left_out:1 name_left_out:1 time_unreadable:1");

    for (const char* header :
         {"Auteur;Corps;Rubrique;Titre", "Autor;Cuerpo;Sección;Título",
          "Verfasser;Inhalt;Abschnitt;Überschrift", "author;BODY;section ;subject"}) {
        const auto other = plan_of(std::string(header) + "\nx;Une haie;Nature;\n");
        INFO(header);
        CHECK(texts(other) == Texts{"Une haie"});
        CHECK(other.levers == Texts{"Nature"});
    }
}

TEST_CASE("[IM4] a person may say which column is which") {
    const std::string file = "Body\tVille\tBody 2\nUne haie\tLille\tUn mur\n";
    CHECK(texts(plan_of(file, "a.tsv")) == Texts{"Une haie"});
    Wishes wishes;
    wishes.columns = {{"text", "Body 2"}, {"lever", "Ville"}};
    const auto plan = plan_of(file, "a.tsv", wishes);
    CHECK(texts(plan) == Texts{"Un mur"});
    CHECK(plan.levers == Texts{"Lille"});
    for (const Wanted& wrong : {Wanted{{"text", "Bodies"}}, Wanted{{"colour", "Body"}}}) {
        const Upload upload{"a.tsv", file};
        CHECK(read_import({&upload, 1}, {wrong}).error().code == "import_bad_mapping");
    }
    const Upload upload{"a.tsv", file};
    CHECK(read_import({&upload, 1}, {{{"text", ""}}}).error().code == "import_no_text");
}

TEST_CASE("[IM4] without a header that names the text, the longest column is taken, and said") {
    const auto plan = plan_of("N°;Proposition retenue\n1;Planter des haies\n2;Des mares\n");
    CHECK(texts(plan) == Texts{"Planter des haies", "Des mares"});
    CHECK(warned(plan) == "text_column_guessed:1");
}

TEST_CASE("[IM3] every encoding of spreadsheets is read, and a guess is said") {
    const std::string plain = "Title;Body\nHaies;Planter\n";
    const Texts expected{"Haies\nPlanter"};
    CHECK(texts(plan_of(plain)) == expected);
    CHECK(texts(plan_of("\xEF\xBB\xBF" + plain)) == expected);
    for (const bool big : {false, true})
        for (const bool mark : {false, true}) {
            const auto plan = plan_of(utf16(plain, big, mark));
            CHECK(texts(plan) == expected);
            CHECK(plan.encoding == (big ? "utf-16be" : "utf-16le"));
        }
    const auto old = plan_of("Titre;Corps\nH\xE9ros;Co\xFBt 5 \x80 \x93tout\x94\n");
    CHECK(texts(old) == Texts{"Héros\nCoût 5 € “tout”"});
    CHECK(warned(old) == "encoding_guessed:1");
    CHECK(texts(plan_of(std::string("\xFF\xFEH\0\xE9\0\n\0\x3D\xD8\x33\xDE", 12), "l.txt")) ==
          Texts{"Hé", "😳"});
}

TEST_CASE("[IM5] HTML becomes the text it shows, and what is no markup is not touched") {
    CHECK(strip_html("<p>Un</p><p>deux<br>trois</p>") == "Un\ndeux\ntrois\n");
    CHECK(strip_html("a<script>alert('x')</script>b<style>p{}</style>c<!-- d -->e") == "abce");
    CHECK(strip_html("a<SCRIPT>never closed") == "a");
    CHECK(strip_html("&lt;script&gt; &amp;amp; &eacute;&#233;&#xE9; &#0; &nosuch; &") ==
          "<script> &amp; ééé \uFFFD &nosuch; &");
    CHECK(strip_html("<ul><li>un<li>deux</ul>") == "- un\n- deux\n");
    CHECK(strip_html("<a href='x>y'>lien</a> 3 < 5") == "lien 3 < 5");
    CHECK_FALSE(looks_like_html("3 < 5 > 2, <toto> et a<b"));
    CHECK(looks_like_html("<P class=x>a"));
    CHECK(texts(plan_of("Body,Section\n\"x <y> & 3 < 5 &lt;\",A\n")) ==
          Texts{"x <y> & 3 < 5 &lt;"});
}

TEST_CASE("[IM7] what is left out or changed is said with its rows") {
    std::string long_text(2'001, 'x');
    const std::string fits = std::string(1'999, 'y') + "é";
    const auto plan = plan_of("Body;Section\n" + long_text + ";A\n" + fits +
                              ";A\nUne haie;A\nUne haie;A\nUne haie;B\nUn\xE2\x80\xAE mur\x07;A\n"
                              "\"  \";A\n;A\nlong;" +
                              std::string(90, 's') + "\n");
    CHECK(texts(plan) == Texts{fits, "Une haie", "Une haie", "Un mur", "long"});
    CHECK(warned(plan) ==
          "text_too_long:1 duplicate:1 controls_removed:1 row_empty:2 lever_too_long:1");
    CHECK(plan.warnings.all()[0].rows == std::vector<std::size_t>{2});
    CHECK(plan.warnings.all()[1].rows == std::vector<std::size_t>{5});
    CHECK(plan.warnings.all()[3].rows == std::vector<std::size_t>{8, 9});
}

TEST_CASE("[IM7] ideas of five hundred emoji are counted as people count them") {
    std::string simple, families;
    for (int i = 0; i < 500; ++i) {
        simple += "🌳";
        families += "👨‍👩‍👧";
    }
    const auto plan = plan_of(simple + "\n" + families + "\nfin\n", "l.txt");
    CHECK(texts(plan) == Texts{simple, "fin"});  // families: 500 characters, but 9,000 bytes
    CHECK(warned(plan) == "text_too_long:1");
}

TEST_CASE("[IM7] no more than 5,000 ideas and 16 levers are taken") {
    std::string file = "Body;Section\n";
    for (int i = 1; i <= 5'003; ++i)
        file += "idée " + std::to_string(i) + ";s" + std::to_string(i % 18) + "\n";
    const auto plan = plan_of(file);
    CHECK(plan.ideas.size() == 5'000);
    CHECK(plan.levers.size() == 16);
    CHECK(plan.warnings.all().back().code == "too_many_ideas");
    CHECK(plan.warnings.all().back().count == 3);
    CHECK(new_workshop(plan, {"w"}, "ABCD-EFGH", 1).size() > 9'000);
}

TEST_CASE("[IM8] one idea a line, bullets left out") {
    const auto plan = plan_of(
        "Idées\n- Planter des haies, et des mares\n* Des murs\n\n3. « Lire »\n"
        "• Écrire, puis dire\n-5 degrés\n2020 est loin\n",
        "Idées du 12.txt");
    CHECK(texts(plan) == Texts{"Planter des haies, et des mares", "Des murs", "« Lire »",
                               "Écrire, puis dire", "-5 degrés", "2020 est loin"});
    CHECK(plan.title == "Idées du 12");
    CHECK(warned(plan) == "bullet_left_out:4");
    CHECK(texts(plan_of("une seule", "x.txt")) == Texts{"une seule"});
    CHECK(texts(plan_of("Texte\r\n\"sur\r\ndeux lignes\"\r\nfin", "x.csv")) ==
          Texts{"sur\ndeux lignes", "fin"});
    CHECK(texts(plan_of("a, b\nc, d\ne\n", "x.txt")) == Texts{"a, b", "c, d", "e"});
}

TEST_CASE("[IM9] each voter's last vote on each comment of Polis is a ballot") {
    const std::string comments =
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        "1568101622999,x,7,1,0,0,1,\"Des haies, partout\"\n"
        "1568101622990,x,2,4,0,0,-1,Vendu\n1568101622980,x,11,1,0,0,0,Des mares\n";
    const std::string votes =
        "timestamp,datetime,comment-id,voter-id,vote\n"
        "20,x,7,3,1\n30,x,7,3,-1\n10,x,7,3,0\n5,x,2,3,1\n5,x,7,1,0\n"
        "5,x,99,1,1\n5,x,7,1,4\n7,x,11,1,1\n7,x,11,1,-1\n";
    for (const bool swapped : {false, true}) {
        std::vector<Upload> files{{"comments.csv", comments}, {"votes.csv", votes}};
        if (swapped) std::swap(files[0], files[1]);
        const auto plan = read_import(files, {});
        REQUIRE(plan);
        CHECK(texts(plan.value()) == Texts{"Vendu", "Des haies, partout", "Des mares"});
        CHECK(plan.value().ideas[0].hidden);
        CHECK(plan.value().votes_cast == 7);
        REQUIRE(plan.value().votes.size() == 4);
        CHECK(warned(plan.value()) == "moderated_out:1 vote_without_comment:1 vote_unreadable:1");
        domain::Workshop made;
        for (const auto& one : new_workshop(plan.value(), {"w"}, "ABCD-EFGH", 9))
            domain::apply(made, one.event, one.at);
        const auto& tallies = made.votes.at({"vote"}).tallies;
        CHECK(std::get<domain::UsefulTally>(tallies.at({"c7"})) ==
              domain::UsefulTally{0, 1, 1, 2, 2});
        CHECK(std::get<domain::UsefulTally>(tallies.at({"c11"})) ==
              domain::UsefulTally{0, 1, 0, 1, 1});
        CHECK(made.idea({"c2"})->status == domain::IdeaStatus::hidden);
        CHECK(made.participants.size() == 3);
    }
    const auto zip = zipped({{"out/comments.csv", comments},
                             {"out/votes.csv", votes},
                             {"out/participants-votes.csv", "\""},
                             {"__MACOSX/._votes.csv", "\x00\x01"}});
    CHECK(plan_of(zip, "export.zip").votes.size() == 4);
    const Upload alone{"votes.csv", votes};
    CHECK(read_import({&alone, 1}, {}).error().code == "import_no_comments");
    CHECK(plan_of(comments, "comments.csv").votes.empty());
}

TEST_CASE("[IM6] a wall is read from a zip and from a workbook as from the file itself") {
    const auto plain = plan_of(std::string(wall));
    CHECK(texts(plan_of(zipped({{"mur/export.csv", std::string(wall)}, {"mur/a.png", "PNG"}}),
                        "mur.zip")) == texts(plain));
    const std::string shared =
        "<sst xmlns=\"s\"><si><t>Section</t></si><si><t>Body</t></si><si><r><t>Des </t></r><r>"
        "<t xml:space=\"preserve\">haies_x000D_</t></r><rPh><t>no</t></rPh></si></sst>";
    const auto book = plan_of(
        workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>"
                 "<c r=\"D1\" t=\"inlineStr\"><is><t>Created At (UTC)</t></is></c></row>"
                 "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>1+1</f><v>Nature</v></c>"
                 "<c r=\"C3\" t=\"s\"><v>2</v></c><c r=\"D3\"><v>44179.5</v></c></row>",
                 shared),
        "mur.xlsx");
    CHECK(texts(book) == Texts{"Des haies"});
    CHECK(book.levers == Texts{"Nature"});
    CHECK(book.ideas[0].row == 3);
    CHECK(book.ideas[0].at == 1'607'947'200'000);
}

TEST_CASE("[IM7] a time is taken only where it can be read in one way") {
    CHECK(read_moment("2020-12-14T09:31:05Z") == 1'607'938'265'000);
    CHECK(read_moment("2020-12-14 10:31:05+01:00") == 1'607'938'265'000);
    CHECK(read_moment("2020-12-14T09:31:05.250Z") == 1'607'938'265'250);
    CHECK(read_moment("14/12/2020 09:31") == 1'607'938'260'000);
    CHECK(read_moment("12/14/2020 09:31") == 1'607'938'260'000);
    CHECK(read_moment("2020-12-14") == 1'607'904'000'000);
    CHECK(read_moment("1607938265000") == 1'607'938'265'000);
    for (const char* no : {"11/12/2020", "hier", "", "2020-13-01", "2020-02-30", "2020-12-14 25:00",
                           "2020-12-14 10:00 EST", "99999999999999999999", "-1", "1e400", "nan"})
        CHECK_FALSE(read_moment(no));
}
