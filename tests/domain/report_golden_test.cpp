// Every export of one meeting with everything in it, held against the files in golden/. To write them
// anew after a change that is meant: ATELIER_GOLDEN=write domain_tests "*golden file has it*", then
// read the difference.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "domain/report_story.hpp"
#include "domain/support/unzipped.hpp"
#include "report/export.hpp"
#include "report/export_html.hpp"

namespace {

using namespace atelier;

const report::Fingerprint stamp{51, std::string(64, 'a')};

std::string kept_in(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The page without its style sheet, which is looked at with the eyes.
std::string without_style(std::string page) {
    const auto begin = page.find("<style>"), end = page.find("</style>");
    if (begin != std::string::npos) page.erase(begin + 7, end - begin - 7);
    return page;
}

}  // namespace

TEST_CASE("[R12] each export of the full meeting is as the golden file has it") {
    const auto story = tests::full_meeting();
    for (const auto format : report::formats()) {
        const auto file =
            report::export_as(format, story.workshop, stamp, story.now, "a fixed seed");
        REQUIRE(file);
        const bool zipped = file.value().bytes.starts_with("PK");
        const std::string bytes = without_style(tests::content_of(file.value().bytes));
        const auto path = std::filesystem::path(ATELIER_SOURCE_DIR) / "tests/domain/golden" /
                          (file.value().name + (zipped ? ".txt" : ""));
        const char* wish = std::getenv("ATELIER_GOLDEN");
        if (wish && std::string_view(wish) == "write")
            std::ofstream(path, std::ios::binary) << bytes;
        INFO(file.value().name);
        CHECK(bytes == kept_in(path));
    }
}

TEST_CASE("[R12] the same arguments give the same bytes, whatever the order of people in memory") {
    const auto story = tests::full_meeting();
    auto other = tests::full_meeting();
    other.workshop.participants.rehash(4'099);
    for (auto& [phase, votes] : other.workshop.votes) votes.ballots.rehash(4'099);
    for (const auto format : report::formats()) {
        const auto one = report::export_as(format, story.workshop, stamp, 0, "seed");
        const auto two = report::export_as(format, other.workshop, stamp, 0, "seed");
        CHECK(one.value().bytes == two.value().bytes);
    }
}
