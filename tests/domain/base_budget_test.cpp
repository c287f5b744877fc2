#include <catch2/catch.hpp>

#include "base/budget.hpp"

using atelier::base::Budget;

TEST_CASE("[L1] a budget has its burst at once, then fills with time, never beyond the burst") {
    Budget budget(10, 3);
    for (int i = 0; i < 3; ++i) CHECK(budget.take(1'000));
    CHECK_FALSE(budget.take(1'000));
    CHECK(budget.wait_ms() > 0);
    CHECK(budget.wait_ms() <= 101);
    CHECK_FALSE(budget.take(1'099));
    CHECK(budget.take(1'100));
    for (int i = 0; i < 3; ++i) CHECK(budget.take(900'000));
    CHECK_FALSE(budget.take(900'000));
    CHECK_FALSE(budget.full(900'100));
    CHECK(budget.full(900'300));
}

TEST_CASE("[L2] what is spent in any case is owed, but never more than was said") {
    Budget budget(10, 20);
    budget.spend(1'000, 25, 20);
    CHECK(budget.wait_ms(0) > 490);
    CHECK(budget.wait_ms(0) <= 501);
    budget.spend(1'000, 1'000'000, 20);
    CHECK(budget.wait_ms(0) <= 2'001);
    CHECK(budget.wait_ms(3'000, 0) == 0);
}

TEST_CASE("[L1] a clock that goes back gives nothing and takes nothing") {
    Budget budget(10, 1);
    CHECK(budget.take(5'000));
    CHECK_FALSE(budget.take(1'000));
    CHECK_FALSE(budget.take(1'050));
    CHECK(budget.take(1'100));
}
