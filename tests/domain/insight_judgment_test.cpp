#include <rapidcheck/catch.h>

#include <algorithm>
#include <numeric>

#include "insight/judgment.hpp"

using namespace atelier::insight;

namespace {

GradeCounts some_grades(std::size_t people) {
    GradeCounts counts{};
    for (std::size_t i = 0; i < people; ++i) counts[*rc::gen::inRange<std::size_t>(0, grades)] += 1;
    return counts;
}

GradeCounts times(GradeCounts counts, std::size_t factor) {
    for (auto& count : counts) count *= factor;
    return counts;
}

}  // namespace

TEST_CASE("[IN7] the majority grade is the lower median") {
    CHECK(majority_grade({0, 2, 2, 2, 3, 1}) == 3U);
    CHECK(majority_grade({0, 0, 0, 6, 4, 0}) == 3U);
    CHECK(majority_grade({1, 0, 0, 0, 0, 1}) == 0U);
    CHECK(majority_grade({0, 0, 0, 0, 0, 1}) == 5U);
    CHECK_FALSE(majority_grade({}));
    rc::prop("as in the sorted list of all grades", [] {
        const GradeCounts counts = some_grades(*rc::gen::inRange<std::size_t>(1, 40));
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < grades; ++i) all.insert(all.end(), counts[i], i);
        RC_ASSERT(majority_grade(counts) == all[(all.size() - 1) / 2]);
    });
}

TEST_CASE("[IN7] the gauge counts who stands on either side") {
    const Gauge at = gauge({0, 2, 2, 2, 3, 1}).value();
    CHECK(at.below == 4);
    CHECK(at.above == 4);
    CHECK(at.people == 10);
    CHECK_FALSE(at.leans_up());
    CHECK(gauge({0, 0, 0, 6, 4, 0}).value().leans_up());
    CHECK_FALSE(gauge({}));
}

TEST_CASE("[IN8] ties are broken by the larger group, contestation first") {
    CHECK(judged_better({0, 0, 0, 6, 4, 0}, {0, 2, 2, 2, 3, 1}));  // up before down
    CHECK(judged_better({0, 0, 0, 5, 5, 0}, {0, 0, 0, 6, 4, 0}));  // more above
    CHECK(judged_better({0, 0, 1, 9, 0, 0}, {0, 0, 2, 8, 0, 0}));  // fewer below
    CHECK(judged_better({0, 0, 0, 9, 0, 1}, {0, 0, 0, 9, 1, 0}));  // the same groups, then again
    CHECK(judged_better({0, 0, 4, 6, 0, 0}, {4, 0, 0, 6, 0, 0}));
    CHECK(judged_better({1, 0, 0, 0, 0, 0}, {}));
    CHECK_FALSE(judged_better({}, {}));
    const auto places = rank_judgment({{0, 0, 1, 1, 0, 0}, {}, {0, 0, 2, 2, 0, 0}});
    CHECK(places == std::vector<Place>{{0, 1}, {2, 1}, {1, 3}});
}

TEST_CASE("[IN8] a higher grade never moves an idea down") {
    rc::prop("one grade raised", [] {
        const std::size_t people = *rc::gen::inRange<std::size_t>(1, 25);
        const GradeCounts idea = some_grades(people);
        const GradeCounts other = some_grades(*rc::gen::inRange<std::size_t>(1, 25));
        for (std::size_t from = 0; from + 1 < grades; ++from) {
            if (idea[from] == 0) continue;
            GradeCounts raised = idea;
            raised[from] -= 1;
            raised[from + 1] += 1;
            RC_ASSERT(judged_better(raised, idea));
            RC_ASSERT(!judged_better(idea, other) || judged_better(raised, other));
            RC_ASSERT(!judged_better(other, raised) || judged_better(other, idea));
        }
    });
}

TEST_CASE("[IN8] the ranking is an order, and shares decide, not numbers of people") {
    rc::prop("three ideas", [] {
        const auto a = some_grades(*rc::gen::inRange<std::size_t>(0, 9));
        const auto b = some_grades(*rc::gen::inRange<std::size_t>(0, 9));
        const auto c = some_grades(*rc::gen::inRange<std::size_t>(0, 9));
        RC_ASSERT(!(judged_better(a, b) && judged_better(b, a)));
        RC_ASSERT(!(judged_better(a, b) && judged_better(b, c)) || judged_better(a, c));
        const auto tied = [](const auto& x, const auto& y) {
            return !judged_better(x, y) && !judged_better(y, x);
        };
        RC_ASSERT(!(tied(a, b) && tied(b, c)) || tied(a, c));
        RC_ASSERT(tied(a, times(a, 3)));
    });
}
