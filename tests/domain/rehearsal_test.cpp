#include <catch2/catch.hpp>

#include "app/rehearsal/gauge.hpp"
#include "app/rehearsal/times.hpp"

using namespace atelier::app::rehearsal;
using std::chrono::microseconds;

namespace {
constexpr std::size_t plenty = 20'000;
}

TEST_CASE("[RH8] the gauge goes with the share of the cores, up to seven tenths") {
    const Verdict found = verdict({500, 0.14, 40, plenty});
    CHECK(found.holds == 2'500);
    CHECK(found.limit == Limit::cpu);
    CHECK(verdict({500, 0.07, 40, plenty}).holds == 5'000);
    CHECK(verdict({500, 0.7, 40, plenty}).holds == 500);
    CHECK(verdict({500, 1.0, 40, plenty}).holds == 350);
}

TEST_CASE("[RH8] a share too small to be measured gives no endless number") {
    const Verdict found = verdict({10, 0, 1, plenty});
    CHECK(found.holds == 7'000);
    CHECK(verdict({0, 0, 0, plenty}).holds == 0);
}

TEST_CASE("[RH9] past 300 ms it is the waiting that counts, in proportion") {
    const Verdict found = verdict({1'000, 0.2, 600, plenty});
    CHECK(found.holds == 500);
    CHECK(found.limit == Limit::latency);
    CHECK(verdict({1'000, 0.2, 300, plenty}).limit == Limit::cpu);
    // Slow and busy: the smaller of the two.
    CHECK(verdict({1'000, 1.0, 310, plenty}).limit == Limit::cpu);
}

TEST_CASE("[RH9] nobody comes in without a descriptor") {
    const Verdict found = verdict({200, 0.01, 5, 937});
    CHECK(found.holds == 930);
    CHECK(found.limit == Limit::descriptors);
}

TEST_CASE("[RH10] an estimate has two digits, rounded down") {
    CHECK(two_digits_down(0) == 0);
    CHECK(two_digits_down(0.9) == 0);
    CHECK(two_digits_down(7.9) == 7);
    CHECK(two_digits_down(99.9) == 99);
    CHECK(two_digits_down(100) == 100);
    CHECK(two_digits_down(1'299) == 1'200);
    CHECK(two_digits_down(19'999) == 19'000);
    CHECK(two_digits_down(-5) == 0);
}

TEST_CASE("[RH11] a quantile is never better than the truth, and at most 5 % worse") {
    Times times;
    CHECK(times.quantile(0.99) == 0);
    for (int ms = 1; ms <= 1'000; ++ms) times.add(microseconds(ms * 1'000));
    for (const double share : {0.5, 0.95, 0.99, 1.0}) {
        const double truth = share * 1'000;
        CHECK(times.quantile(share) >= truth);
        CHECK(times.quantile(share) <= truth * 1.0501);
    }
    CHECK(times.count() == 1'000);
}

TEST_CASE("[RH11] what takes no time and what takes for ever has a class, too") {
    Times times;
    times.add(microseconds(0));
    CHECK(times.quantile(0.5) <= 0.001);
    times.add(std::chrono::hours(24));
    CHECK(times.quantile(1) > 200'000);
}
