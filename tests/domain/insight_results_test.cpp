#include <rapidcheck/catch.h>

#include <algorithm>

#include "base/check.hpp"
#include "insight/agreement.hpp"
#include "insight/consent.hpp"
#include "insight/crowd.hpp"
#include "insight/dots.hpp"
#include "insight/impact_effort.hpp"
#include "insight/union.hpp"
#include "insight/useful.hpp"

using namespace atelier::insight;
using atelier::domain::DotsTally;

namespace {

auto near(double value) { return Approx(value).margin(0.00005); }

std::vector<std::size_t> ranks(const std::vector<Place>& places) {
    std::vector<std::size_t> by_item(places.size());
    for (const auto& [item, rank] : places) by_item[item] = rank;
    return by_item;
}

std::size_t some(std::size_t below) { return *rc::gen::inRange<std::size_t>(0, below); }

}  // namespace

TEST_CASE("[IN1] equal scores share a rank, in the order given") {
    CHECK(ranks(ranked(std::vector{3, 9, 3, 1}, std::greater<>())) ==
          std::vector<std::size_t>{2, 1, 2, 4});
    CHECK(ranked(std::vector<int>{}, std::greater<>()).empty());
    CHECK(ranked(std::vector{5, 5}, std::greater<>()) == std::vector<Place>{{0, 1}, {1, 1}});
}

TEST_CASE("[IN2] a shortlist is the first n; a tie across the cut is left to a human") {
    const auto places = ranked(std::vector{9, 7, 7, 7, 1}, std::greater<>());
    CHECK(shortlist(places, 1).in == std::vector<std::size_t>{0});
    CHECK(shortlist(places, 4).in == std::vector<std::size_t>{0, 1, 2, 3});
    const Shortlist cut = shortlist(places, 3);
    CHECK(cut.in == std::vector<std::size_t>{0});
    CHECK(cut.tied == std::vector<std::size_t>{1, 2, 3});
    CHECK(cut.places_left == 2);
    CHECK(shortlist(places, 0).in.empty());
    CHECK(shortlist(places, 9).in.size() == 5);
    rc::prop("whatever the scores", [] {
        const auto scores = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5));
        const std::size_t n = some(8);
        const Shortlist list = shortlist(ranked(scores, std::greater<>()), n);
        RC_ASSERT(list.in.size() + list.places_left == std::min(n, scores.size()));
        RC_ASSERT(list.tied.empty() || list.tied.size() > list.places_left);
        RC_ASSERT(list.tied.empty() == (list.places_left == 0));
    });
}

TEST_CASE("[IN3] the Wilson bounds are the published ones") {
    CHECK(wilson(0, 0).low == 0);
    CHECK(wilson(0, 0).high == 1);
    CHECK(wilson(1, 1).low == near(.2065));
    CHECK(wilson(5, 5).low == near(.5655));
    CHECK(wilson(9, 10).low == near(.5958));
    CHECK(wilson(60, 100).low == near(.5020));
    CHECK(wilson(90, 100).low == near(.8256));
    CHECK_THROWS_AS(wilson(2, 1), atelier::base::BrokenInvariant);
    rc::prop("they hold the share, mirror each other and narrow", [] {
        const std::size_t n = 1 + some(500);
        const std::size_t yes = some(n + 1);
        const auto [low, high] = wilson(yes, n);
        const double share = static_cast<double>(yes) / static_cast<double>(n);
        RC_ASSERT(0 <= low && low <= share && share <= high && high <= 1);
        RC_ASSERT(std::abs(wilson(n - yes, n).low - (1 - high)) < 1e-9);
        const auto [closer, nearer] = wilson(2 * yes, 2 * n);
        RC_ASSERT(nearer - closer < high - low);
    });
}

TEST_CASE("[IN4] a vote never moves an idea the wrong way, and a pass moves nothing") {
    CHECK(ranks(rank_useful({{60, 40, 0, 100}, {5, 0, 9, 14}, {0, 0, 3, 9}, {0, 7, 0, 7}})) ==
          std::vector<std::size_t>{2, 1, 3, 3});
    rc::prop("one more judgement", [] {
        std::vector<UsefulTally> tallies;
        for (std::size_t i = 0; i < 5; ++i) tallies.push_back({some(30), some(30), some(9), 99});
        const std::size_t item = some(tallies.size());
        const auto rank_after = [&](Judgement judgement) {
            auto then = tallies;
            then[item].add(judgement);
            return ranks(rank_useful(then))[item];
        };
        const std::size_t before = ranks(rank_useful(tallies))[item];
        RC_ASSERT(rank_after(Judgement::useful) <= before);
        RC_ASSERT(rank_after(Judgement::not_useful) >= before);
        RC_ASSERT(rank_after(Judgement::pass) == before);
    });
}

TEST_CASE("[IN5] more dots are better, whoever they come from") {
    CHECK(ranks(rank_dots({DotsTally{3, 1}, DotsTally{4, 2}, DotsTally{3, 3}, DotsTally{0, 0}})) ==
          std::vector<std::size_t>{2, 1, 2, 4});
}

TEST_CASE("[IN6] a group has the union of its members' voters, never the sum") {
    using Votes = std::map<int, int>;
    const Votes one{{1, 2}, {2, 1}};
    const Votes other{{2, 3}, {3, 1}};
    CHECK(united<int, int>({&one, &other}) == Votes{{1, 2}, {2, 3}, {3, 1}});
    CHECK(united<int, int>({}).empty());
    const std::map<int, Judgement> yes{{1, Judgement::useful}, {2, Judgement::pass}};
    const std::map<int, Judgement> no{{1, Judgement::not_useful}, {2, Judgement::not_useful}};
    CHECK(united<int, Judgement>({&no, &yes}) ==
          std::map<int, Judgement>{{1, Judgement::useful}, {2, Judgement::not_useful}});
    rc::prop("in any order, once or twice", [](const Votes& a, const Votes& b, const Votes& c) {
        const auto all = united<int, int>({&a, &b, &c});
        const Votes two = united<int, int>({&c, &a});
        RC_ASSERT(all == (united<int, int>({&two, &b, &b})));
        RC_ASSERT(all.size() <= a.size() + b.size() + c.size());
        RC_ASSERT((united<int, int>({&a}) == a));
    });
}

TEST_CASE("[IN9] medians and quartiles are those of the people's scores") {
    CHECK_FALSE(spread({}));
    const auto four = spread({1, 1, 1, 1, 0}).value();
    CHECK(four.median == 2.5);
    CHECK(four.lower == 1.75);
    CHECK(four.upper == 3.25);
    CHECK(four.mean == 2.5);
    CHECK(spread({0, 0, 0, 0, 1}).value().lower == 5);
    rc::prop("in order and within the scores", [] {
        const ScoreCounts counts{some(9), some(9), some(9), some(9), 1 + some(9)};
        const Spread s = spread(counts).value();
        RC_ASSERT(1 <= s.lower && s.lower <= s.median && s.median <= s.upper && s.upper <= 5);
        for (std::size_t from = 0; from < 4; ++from) {
            auto raised = counts;
            if (raised[from] == 0) continue;
            raised[from] -= 1;
            raised[from + 1] += 1;
            RC_ASSERT(spread(raised)->median >= s.median);
            RC_ASSERT(spread(raised)->mean > s.mean);
        }
    });
}

TEST_CASE("[IN10] the medians' sides of 3 name the quadrant; on the line nothing is said") {
    const auto at = [](double impact, double effort) {
        return quadrant({impact, impact, impact, impact, 1}, {effort, effort, effort, effort, 1});
    };
    CHECK(at(4, 2) == Quadrant::quick_win);
    CHECK(at(3.5, 3.5) == Quadrant::large_project);
    CHECK(at(2.5, 1) == Quadrant::small_gain);
    CHECK(at(1, 5) == Quadrant::not_worth_it);
    CHECK(at(3, 1) == Quadrant::undecided);
    CHECK(at(5, 3) == Quadrant::undecided);
}

TEST_CASE("[IN11] an objection is never outvoted") {
    CHECK(consent({}) == Consent::nobody_answered);
    CHECK(consent({40, 0, 0}) == Consent::given);
    CHECK(consent({40, 1, 0}) == Consent::given_with_reservations);
    CHECK(consent({499, 0, 1}) == Consent::objections_to_resolve);
}

TEST_CASE("[IN12] agreement across groups is high only where every group agrees") {
    CHECK(agreement({{7, 10}, {7, 10}, {7, 10}}).value() == near(.6667));
    CHECK(agreement({{10, 10}, {10, 10}, {1, 10}}).value() == near(.5193));
    CHECK(agreement({{7, 10}, {7, 10}, {0, 0}}).value() == near(.6057));
    CHECK_FALSE(agreement({}));
    CHECK_THROWS_AS(agreement({{2, 1}}), atelier::base::BrokenInvariant);
    rc::prop("one more who agrees raises it, the order of groups does nothing", [] {
        std::vector<GroupVotes> groups;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t saw = some(30);
            groups.push_back({some(saw + 1), saw});
        }
        const double before = agreement(groups).value();
        RC_ASSERT(0 < before && before < 1);
        std::ranges::reverse(groups);
        RC_ASSERT(agreement(groups).value() == before);
        auto& [agree, saw] = groups[some(4)];
        saw += 1;
        RC_ASSERT(agreement(groups).value() < before);
        agree += 1;
        RC_ASSERT(agreement(groups).value() > before);
    });
}

TEST_CASE("[IN13] no small group is shown, nor one that a subtraction would give away") {
    using Shown = std::vector<bool>;
    CHECK(shown_groups({12, 5, 8}, 5) == Shown{true, true, true});
    CHECK(shown_groups({12, 4, 8}, 5) == Shown{true, false, false});
    CHECK(shown_groups({12, 3, 2, 8}, 5) == Shown{true, false, false, true});
    CHECK(shown_groups({12, 1, 1, 8}, 5) == Shown{true, false, false, false});
    CHECK(shown_groups({12, 0, 8}, 5) == Shown{true, false, true});
    CHECK(shown_groups({3}, 5) == Shown{false});
    rc::prop("what is left out is nobody, or several groups of five people together", [] {
        const auto people =
            *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 12));
        const auto shown = shown_groups(people, 5);
        std::size_t hidden = 0;
        std::size_t groups = 0;
        for (std::size_t i = 0; i < people.size(); ++i) {
            RC_ASSERT(!shown[i] || people[i] >= 5U);
            hidden += shown[i] ? 0 : people[i];
            groups += shown[i] || people[i] == 0 ? 0 : 1;
        }
        const bool none_shown = std::ranges::count(shown, true) == 0;
        RC_ASSERT(none_shown || groups == 0 || (groups > 1 && hidden >= 5));
    });
}

TEST_CASE("[IN14] a card rests where most put it; a tie stays unsettled") {
    CHECK(crowd({}).people == 0);
    const Crowd clear = crowd({1, 25, 15});
    CHECK(clear.place == 1U);
    CHECK(clear.agreement == near(25 / 41.0));
    CHECK_FALSE(clear.contested);
    CHECK_FALSE(crowd({3, 3, 1}).place);
    CHECK(crowd({3, 3, 1}).contested);
    CHECK_FALSE(crowd({2, 1, 1}).contested);        // half, and four people
    CHECK_FALSE(crowd({1, 1, 1, 1}).contested);     // four people
    CHECK_FALSE(crowd({3, 1, 1, 1, 0}).contested);  // exactly one half
    CHECK(crowd({2, 1, 1, 1}).contested);
}
