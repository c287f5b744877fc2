#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"

using atelier::base::BrokenInvariant;
using atelier::base::Done;
using atelier::base::Result;

namespace {

struct Reason {
    std::string text;
};

Result<std::vector<int>, Reason> three(bool well) {
    if (well) return std::vector{1, 2, 3};
    return Reason{"not today"};
}

}  // namespace

TEST_CASE("[R1] a result holds a value or the reason there is none") {
    const auto good = three(true);
    REQUIRE(good);
    CHECK(good.ok());
    CHECK(good.value().size() == 3);
    const auto bad = three(false);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().text == "not today");
    const Result<Done, Reason> done = Done{};
    CHECK(done.ok());
}

TEST_CASE("[R2] ranging over the value of a temporary is safe") {
    int sum = 0;
    for (const int one : three(true).value()) sum += one;
    CHECK(sum == 6);
    CHECK(three(false).error().text == "not today");
}

TEST_CASE("[R3] asking for what is not there is a broken invariant, not a guess") {
    CHECK_THROWS_AS(three(false).value(), BrokenInvariant);
    CHECK_THROWS_AS(three(true).error(), BrokenInvariant);
    const auto bad = three(false);
    CHECK_THROWS_AS(bad.value(), BrokenInvariant);
}

TEST_CASE("[R4] a result carries what can only be moved, and lets it be changed in place") {
    Result<std::unique_ptr<int>, Reason> held = std::make_unique<int>(7);
    *held.value() += 1;
    const std::unique_ptr<int> taken = std::move(held).value();
    CHECK(*taken == 8);
}

TEST_CASE("[R5] a broken invariant says what was expected and where") {
    try {
        ATELIER_CHECK(1 + 1 == 3);
        FAIL("the check let it pass");
    } catch (const BrokenInvariant& broken) {
        CHECK(std::string(broken.condition) == "1 + 1 == 3");
        CHECK(std::string(broken.file).ends_with("base_result_test.cpp"));
        CHECK(broken.line > 0);
    }
}
