// Programs of others on a short lead: time, memory, output, and what they may see.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/exports/child.hpp"
#include "app/exports/converters.hpp"

namespace {

using namespace atelier::app::exports;
namespace fs = std::filesystem;

const std::atomic<bool> never = false;

auto shell(const Scratch& scratch, const std::string& script, Limits limits = {}) {
    REQUIRE(scratch.write("script", script));
    return run_child({"sh", "script"}, scratch.path(), limits, never);
}

}  // namespace

TEST_CASE("[CH1] a run has a folder of its own, which nobody else reads and which goes with it") {
    fs::path place;
    {
        const Scratch scratch;
        place = scratch.path();
        REQUIRE(fs::is_directory(place));
        CHECK((fs::status(place).permissions() & fs::perms::all) == fs::perms::owner_all);
        REQUIRE(shell(scratch,
                      "pwd > where"
                      "\n")
                    .ok() == true);
        CHECK(scratch.read("where") == place.string() + "\n");
        CHECK(scratch.read("nothing").empty());
    }
    CHECK_FALSE(fs::exists(place));
}

TEST_CASE("[CH2] what takes too long is ended, with all that it started") {
    const Scratch scratch;
    const auto before = std::chrono::steady_clock::now();
    const auto run =
        shell(scratch, "sleep 60 & echo $! > child; sleep 60\n", {.time = std::chrono::seconds(1)});
    REQUIRE_FALSE(run.ok());
    CHECK(run.error() == ChildFailure::too_long);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
    const std::string child = scratch.read("child");
    REQUIRE_FALSE(child.empty());
    // Gone, or at least dead and waiting to be noticed.
    const std::string status = [&] {
        const Scratch other;
        (void)shell(
            other, "cat /proc/" + child.substr(0, child.size() - 1) + "/stat > stat 2>/dev/null\n");
        return other.read("stat");
    }();
    CHECK((status.empty() || status.find(") Z") != std::string::npos));
}

TEST_CASE("[CH2] what writes too much or wants too much memory fails") {
    const Scratch scratch;
    Limits little;
    little.file_bytes = 4'096;
    const auto wide = shell(scratch, "head -c 1000000 /dev/zero > big\n", little);
    REQUIRE_FALSE(wide.ok());
    CHECK(fs::file_size(scratch.path() / "big") <= 4'096);
    Limits small;
    small.memory_bytes = std::size_t{64} << 20U;
    CHECK_FALSE(
        shell(scratch, "x=$(head -c 200000000 /dev/zero | tr '\\0' x); echo ${#x}\n", small).ok());
}

TEST_CASE("[CH3] a child sees none of our settings and none of our descriptors") {
    ::setenv("ATELIER_ORGANISER", "a secret", 1);
    const Scratch scratch;
    REQUIRE(shell(scratch, "env > seen; ls /proc/self/fd > open\n").ok());
    CHECK(scratch.read("seen").find("a secret") == std::string::npos);
    // Its own three, the one it writes to and the one it lists with.
    CHECK(scratch.read("open").size() <= 10);
}

TEST_CASE("[CH1] a program that is not there is told from one that fails") {
    const Scratch scratch;
    CHECK(run_child({"no-such-program"}, scratch.path(), {}, never).error() ==
          ChildFailure::not_started);
    CHECK(shell(scratch, "exit 3\n").error() == ChildFailure::failed);
    CHECK(find_program("../sh").empty() == find_program("no-such-program").empty());
}

TEST_CASE("[TB1] a text of any beginning and any length goes into a cell as text") {
    const atelier::report::Tables tables{
        "fr",
        "Titre",
        {{"Idées",
          {{"Texte", 40}, {"Nombre", 10}},
          {{std::string("=1+1"), std::int64_t{3}}, {std::string(100'000, 'x') + "é", 0.5}}}}};
    const auto bytes = xlsx_of(tables);
    REQUIRE(bytes.ok());
    CHECK(bytes.value().starts_with("PK"));
}
