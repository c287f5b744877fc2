// Worlds made from seeds: real rooms and journals, clients that keep a ledger, and everything that
// can go wrong between them, in every order. No clock, no thread, no socket: a seed is a world.
//
// ATELIER_SEEDS=n lives through n of them; ATELIER_SEED=n through that one, and tells each step.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <vector>

#include "simulation/bad_seeds.hpp"
#include "simulation/support/oracle.hpp"

using namespace atelier;
using namespace atelier::simulation;

namespace {

constexpr std::uint64_t seeds_default = 2'000;
constexpr int failures_shown = 5;

std::optional<std::uint64_t> number(const char* name) {
    const char* text = std::getenv(name);
    return text ? std::optional(std::strtoull(text, nullptr, 10)) : std::nullopt;
}

std::vector<std::string> lived(std::uint64_t seed, std::ostream* trace) {
    World world(seed, trace);
    try {
        world.live();
    } catch (const base::BrokenInvariant& broken) {
        return {std::string("broken invariant: ") + broken.condition};
    }
    return judge(world);
}

bool good(std::uint64_t seed, std::ostream* trace = nullptr) {
    const auto complaints = lived(seed, trace);
    if (complaints.empty()) return true;
    for (const std::string& complaint : complaints)
        std::cout << "seed " << seed << ": " << complaint << '\n';
    return false;
}

}  // namespace

TEST_CASE("[P1][P2][P3][P4][P5] whatever happens to a workshop, its promises are kept") {
    if (const auto seed = number("ATELIER_SEED")) {
        CHECK(good(*seed, &std::cout));
        return;
    }
    const std::uint64_t seeds = number("ATELIER_SEEDS").value_or(seeds_default);
    int bad = 0;
    for (std::uint64_t seed = 1; seed <= seeds && bad < failures_shown; ++seed)
        if (!good(seed)) ++bad;
    CHECK(bad == 0);
}

TEST_CASE("[P1][P2][P3][P4][P5] worlds that went wrong once do not go wrong again") {
    for (const std::uint64_t seed : bad_seeds) CHECK(good(seed));
}

TEST_CASE("the same seed gives the same world") {
    for (const auto seed : std::vector<std::uint64_t>{1, 2, 3}) {
        std::ostringstream once;
        std::ostringstream again;
        static_cast<void>(lived(seed, &once));
        static_cast<void>(lived(seed, &again));
        CHECK(once.str() == again.str());
        CHECK(once.str().size() > 10'000);
    }
}
