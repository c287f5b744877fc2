#include <catch2/catch.hpp>

#include "domain/report_story.hpp"
#include "domain/support/zipped.hpp"
#include "report/export_json.hpp"
#include "report/imports/plan.hpp"
#include "report/verify_export.hpp"

using namespace atelier;
using namespace atelier::report::imports;
using atelier::tests::workbook;
using atelier::tests::zipped;

namespace {

/// The code of the refusal, or "taken".
std::string refused(const std::string& bytes, const std::string& name = "x") {
    const Upload file{name, bytes};
    const auto plan = read_import({&file, 1}, {});
    return plan ? "taken" : plan.error().code;
}

std::string one_row(const std::string& cells) { return "<row r=\"1\">" + cells + "</row>"; }

}  // namespace

TEST_CASE("[IM6] what is no file of ideas is refused in one sentence") {
    using namespace std::string_literals;
    CHECK(refused("") == "import_empty");
    CHECK(refused(" \n\r\n\t\n") == "import_empty");
    CHECK(refused("Title,Body\n") == "import_empty");
    CHECK(refused("\x7F"s + "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\0"s) == "import_unknown");
    CHECK(refused("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s) == "import_unknown");
    CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0"s) == "import_unknown");
    CHECK(refused("\xFF\xFE\0\0a\0\0\0"s) == "import_unknown");
    CHECK(refused("{\"a\":1}") == "import_unknown");
    CHECK(refused("{\"schema\":\"atelier-export/9\"}") == "import_too_new");
    CHECK(refused("{\"schema\":") == "import_damaged");
    CHECK(refused(std::string(limits::file_bytes_max + 1, 'x')) == "import_too_large");
    CHECK(refused("Body,Section\n\"never closed,A\nmore\n") == "import_damaged");
    const std::vector<Upload> three(3, {"x", "a"});
    CHECK(read_import(three, {}).error().code == "import_too_large");
    CHECK(read_import({}, {}).error().code == "import_empty");
}

TEST_CASE("[IM6] archives that are damaged, foreign or within each other are refused") {
    const std::string whole =
        zipped({{"a.csv", "Body,Section\n" + std::string(4'000, 'x') + ",A\n"}});
    std::size_t taken = 0;
    for (std::size_t cut = 4; cut < whole.size(); cut += 3)
        taken += refused(whole.substr(0, cut)) == "taken" ? 1 : 0;
    CHECK(taken == 0);
    for (std::size_t at = 0; at < whole.size(); at += 5) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        (void)refused(changed);  // whatever it says, it says something
    }
    CHECK(refused(zipped({{"a.zip", whole}})) == "import_unknown");
    CHECK(refused(zipped({{"a.exe", "MZ"}})) == "import_unknown");
    CHECK(refused(zipped({{"a.csv", whole}})) == "import_unknown");
    CHECK(refused("PK\x05\x06" + std::string(18, '\0')) == "import_unknown");
}

TEST_CASE("[IM6] archives that swell are refused before they fill the memory") {
    const std::string megabytes(8 * 1024 * 1024, 'a');
    CHECK(refused(zipped({{"bomb.csv", megabytes}})) == "import_too_large");
    std::vector<std::pair<std::string, std::string>> many;
    for (std::size_t i = 0; i <= limits::entries_max; ++i)
        many.emplace_back("f" + std::to_string(i) + ".csv", "a");
    CHECK(refused(zipped(many)) == "import_too_large");
    // A string that very many cells share is small in the file and large in the table.
    std::string cells;
    for (int i = 0; i < 40'000; ++i) cells += "<row><c t=\"s\"><v>0</v></c></row>";
    std::string noise;
    for (int i = 0; i < 20'000; ++i) noise += static_cast<char>('a' + i * i % 23);
    CHECK(refused(workbook(cells, "<sst><si><t>" + noise + "</t></si></sst>")) ==
          "import_too_large");
    CHECK(refused(workbook(one_row("<c r=\"XFD1\"><v>1</v></c>"))) == "import_too_large");
    std::string deep;
    for (int i = 0; i < 2'000; ++i) deep += "<a>";
    CHECK(refused(workbook(deep)) == "import_too_large");
}

TEST_CASE("[IM6] entities and broken XML are refused") {
    const std::string bomb =
        "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>"
        "<sst><si><t>&b;</t></si></sst>";
    CHECK(refused(workbook(one_row("<c t=\"s\"><v>0</v></c>"), bomb)) == "import_damaged");
    CHECK(refused(workbook(one_row("<c t=\"s\"><v>0</v>"))) == "import_damaged");
    CHECK(refused(workbook(one_row("<c t=\"s\"><v>99</v></c>"), "<sst/>")) == "import_empty");
    CHECK(refused(zipped({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "<workbook/>"}})) ==
          "import_damaged");
}

TEST_CASE(
    "[IM10] an export that was changed, or is hostile, is refused and never breaks anything") {
    const nlohmann::json whole =
        report::export_json(tests::small_meeting().workshop, {51, std::string(64, 'a')}, 1);
    REQUIRE(refused(whole.dump()) == "taken");
    const auto spoilt = [&](const char* pointer, nlohmann::json value) {
        nlohmann::json file = whole;
        file[nlohmann::json::json_pointer(pointer)] = std::move(value);
        file.erase("checks");  // whoever changes it can leave them out
        return refused(file.dump());
    };
    CHECK(spoilt("/ballots/0/dots/i-1", 1) == "import_untrue");
    CHECK(spoilt("/ideas/0/phase", "nowhere") == "import_untrue");
    CHECK(spoilt("/ideas/0/group", "i-1") == "import_untrue");
    CHECK(spoilt("/ideas/0/author", "99") == "taken");
    CHECK(spoilt("/ideas/1/id", "i-1") == "import_untrue");
    CHECK(spoilt("/ideas/0/text", "a\u202Eb") == "import_untrue");
    CHECK(spoilt("/ideas/0/text", std::string(9'000, 'x')) == "import_untrue");
    CHECK(spoilt("/people/joined", 1) == "import_untrue");
    CHECK(spoilt("/people/joined", 1'000'000'000) == "import_untrue");
    CHECK(spoilt("/phases/0/status", "open") == "taken");
    CHECK(spoilt("/phases/0/opened_at", nullptr) == "import_untrue");
    CHECK(spoilt("/phases/1/id", "divergence") == "import_untrue");
    CHECK(spoilt("/boards/0/levers/1/id", "systemique") == "import_untrue");
    CHECK(spoilt("/workshop/title", "a\nb") == "import_untrue");
    CHECK(spoilt("/workshop/language", "xx") == "import_untrue");
    CHECK(spoilt("/closing", {{"vote", {{"roti", {9, 9, 9, 9, 9}}, {"quotes", nullptr}}}}) ==
          "import_untrue");
    CHECK(spoilt("/weather", {{"vote", {{"sun", 99}}}}) == "import_untrue");
    nlohmann::json reworded = whole;
    reworded["ideas"][0]["text"] = "Planter moins de haies";
    CHECK(refused(reworded.dump()) == "import_untrue");
    CHECK(report::verify_export(reworded, "en") ==
          std::vector<std::string>{"Idea i-1 was changed since the export."});
    nlohmann::json shorter = whole;
    shorter["ideas"].erase(9);
    CHECK(report::verify_export(shorter, "fr").back() ==
          "L’idée i-10 a été retirée depuis l’export.");
    // Whatever member is of another kind: refused or taken, nothing else.
    nlohmann::json bare = whole;
    bare.erase("checks");
    const nlohmann::json flat = bare.flatten();
    std::size_t seen = 0;
    for (const auto& [path, value] : flat.items()) {
        if (++seen % 4 != 0) continue;  // each kind of member is there many times
        for (const nlohmann::json& other : {nlohmann::json(), nlohmann::json(-1),
                                            nlohmann::json("x"), nlohmann::json::object()}) {
            nlohmann::json file = bare;
            file[nlohmann::json::json_pointer(path)] = other;
            (void)refused(file.dump());
        }
    }
    std::string deep = "{\"schema\":\"atelier-export/2\",\"ideas\":";
    for (int i = 0; i < 50'000; ++i) deep += "[";
    CHECK(refused(deep) == "import_damaged");
}
