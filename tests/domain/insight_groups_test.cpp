// What unites and divides groups, how evenly things are given out, and groups of opinion: rules IN24
// to IN28.
#include <algorithm>
#include <catch2/catch.hpp>

#include "insight/common_ground.hpp"
#include "insight/distinguishing.hpp"
#include "insight/exposure.hpp"
#include "insight/k_means.hpp"
#include "insight/opinion_groups.hpp"

namespace {

using namespace atelier::insight;

using Groups = std::vector<GroupVotes>;
const std::vector<Levels> of_two(2), of_three(3);

/// So many people of two minds about thirty ideas, and some who answer by the toss of a coin.
std::vector<VoterOpinions> two_minds(std::size_t first, std::size_t second, std::size_t undecided) {
    std::vector<VoterOpinions> out;
    std::uint64_t state = 7;
    const auto coin = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 40) % 10;
    };
    for (std::size_t v = 0; v < first + second + undecided; ++v) {
        VoterOpinions voter;
        for (std::size_t idea = 0; idea < 30; ++idea) {
            if (coin() < 3) continue;  // three in ten are not voted on
            const int own = v < first ? 1 : v < first + second ? -1 : coin() < 5 ? 1 : -1;
            const int value = idea % 3 == 0 ? 1 : idea % 3 == 1 ? own : -own;
            voter.push_back({idea, coin() == 0 ? 0 : value});
        }
        out.push_back(std::move(voter));
    }
    return out;
}

}  // namespace

TEST_CASE("[IN24] an idea unites if every group is high on it, however few they are") {
    const std::vector<Groups> ideas{{{9, 10}, {8, 10}}, {{10, 10}, {1, 10}}, {{10, 10}, {10, 10}}};
    const auto found = common_ground(ideas, of_two);
    CHECK(found.unites == std::vector<std::size_t>{2, 0});
    CHECK(leaning({7, 10}) == Approx(8.0 / 12));
    CHECK(leaning({0, 0}) == 0.5);
    CHECK(common_ground({{{10, 10}}}, std::vector<Levels>(1)).unites.empty());
}

TEST_CASE("[IN24] an idea divides only if the difference is more than chance") {
    // 3 of 5 and 2 of 5 are on the two sides, and no evidence of anything.
    const std::vector<Groups> ideas{{{4, 5}, {1, 5}, {3, 5}}, {{18, 20}, {2, 20}, {10, 20}}};
    const auto found = common_ground(ideas, of_three);
    CHECK(found.divides == std::vector<std::size_t>{1});
    CHECK_FALSE(differ({4, 5}, {1, 5}));
    CHECK(differ({5, 5}, {0, 5}));
    CHECK_FALSE(differ({4, 4}, {0, 4}));  // fewer than five say nothing
}

TEST_CASE("[IN24] a minority idea is high in one group and low in all others") {
    const std::vector<Groups> ideas{{{9, 10}, {2, 20}, {1, 15}}, {{9, 10}, {2, 20}, {8, 15}}};
    const auto found = common_ground(ideas, of_three);
    REQUIRE(found.minority.size() == 1);
    CHECK(found.minority[0] == Minority{0, 0});
    CHECK(found.divides == std::vector<std::size_t>{1});
    // Of two groups it is the smaller one that is a minority.
    CHECK(common_ground({{{9, 10}, {2, 20}}}, of_two).minority.size() == 1);
    CHECK(common_ground({{{2, 10}, {19, 20}}}, of_two).minority.empty());
    CHECK(common_ground({{{2, 10}, {19, 20}}}, of_two).divides.size() == 1);
}

TEST_CASE("[IN24] with a budget of dots, high is what is in a group's own upper quarter") {
    const std::vector<Groups> ideas{
        {{8, 20}, {9, 20}}, {{1, 20}, {1, 20}}, {{1, 20}, {0, 20}}, {{0, 20}, {1, 20}}};
    CHECK(common_ground(ideas, of_two).unites.empty());
    CHECK(common_ground(ideas, relative_levels(ideas)).unites == std::vector<std::size_t>{0});
    const std::vector<Groups> same{{{2, 20}, {2, 20}}, {{2, 20}, {2, 20}}};
    CHECK(common_ground(same, relative_levels(same)).unites.empty());
}

TEST_CASE("[IN25] people who vote alike are found, whatever the order they come in") {
    const auto voters = two_minds(70, 50, 0);
    const auto found = opinion_groups(voters, 30, 1, 5);
    REQUIRE(found);
    CHECK(found->people == std::vector<std::size_t>{70, 50});
    for (std::size_t v = 0; v < voters.size(); ++v) CHECK(found->group_of[v] == (v < 70 ? 0U : 1U));
    CHECK(found->silhouette > 0.5);
    auto turned = voters;
    std::ranges::reverse(turned);
    const auto again = opinion_groups(turned, 30, 99, 5);
    REQUIRE(again);
    CHECK(again->people == found->people);
    CHECK(again->group_of.front() == 1U);
}

TEST_CASE("[IN25] the same votes and seed give the same groups") {
    const auto voters = two_minds(60, 45, 30);
    const auto one = opinion_groups(voters, 30, 5, 5), two = opinion_groups(voters, 30, 5, 5);
    REQUIRE(one);
    CHECK(one->group_of == two->group_of);
    CHECK(one->silhouette == two->silhouette);
}

TEST_CASE("[IN25] too few people, too few ideas, or too few votes of a person say nothing") {
    CHECK_FALSE(opinion_groups(two_minds(50, 49, 0), 30, 1, 5));
    CHECK_FALSE(opinion_groups(two_minds(60, 60, 0), 19 + 11, 1, 61));
    std::vector<VoterOpinions> ten(120);
    for (auto& voter : ten)
        for (std::size_t idea = 0; idea < 10; ++idea) voter.push_back({idea, 1});
    CHECK_FALSE(opinion_groups(ten, 10, 1, 5));
    auto voters = two_minds(60, 60, 0);
    voters.push_back({{0, 1}, {1, 1}});
    const auto found = opinion_groups(voters, 30, 1, 5);
    REQUIRE(found);
    CHECK_FALSE(found->group_of.back());
}

TEST_CASE("[IN26] k is the one with the best silhouette") {
    std::vector<Point> points;
    for (const auto& [x, y] : std::vector<Point>{{0, 0}, {10, 0}, {0, 10}})
        for (int i = 0; i < 20; ++i) points.push_back({x + i % 5 * 0.1, y + i / 5 * 0.1});
    double best = -1;
    std::size_t chosen = 0;
    for (std::size_t k = 2; k <= 5; ++k) {
        const double found = silhouette(points, k_means(points, k, 3), k);
        if (found > best) {
            best = found;
            chosen = k;
        }
    }
    CHECK(chosen == 3);
    CHECK(best > 0.9);
    CHECK(k_means({{1, 1}, {1, 1}}, 2, 1).size() == 2);
    CHECK(silhouette({}, {}, 2) == 0);
}

TEST_CASE("[IN27] an idea tells a group apart by being for it, or by being against it") {
    const std::vector<Contrast> ideas{{{18, 1, 20}, {5, 30, 40}},  // for it
                                      {{18, 1, 20}, {36, 2, 40}},  // so are the others
                                      {{1, 18, 20}, {30, 5, 40}},  // against it
                                      {{3, 0, 3}, {0, 40, 40}},  // of three people nothing is told
                                      {{11, 9, 20}, {20, 20, 40}}};  // hardly different
    const auto found = distinguishing(ideas, 5, 5);
    REQUIRE(found.size() == 2);
    CHECK((found[0].idea == 0 || found[0].idea == 2));
    for (const auto& one : found) CHECK(one.agrees == (one.idea == 0));
    CHECK(distinguishing(ideas, 1, 5).size() == 1);
}

TEST_CASE("[IN28] evenness is least, middle, most and Gini's coefficient") {
    const auto even = evenness({4, 4, 4, 4});
    CHECK((even->gini == 0 && even->median == 4 && even->sum == 16));
    CHECK(evenness({0, 0, 0, 8})->gini == Approx(0.75));
    CHECK(evenness({1, 2, 3, 4, 10})->gini == Approx(0.4));
    CHECK(evenness({3, 1})->median == 2);
    CHECK(evenness({0, 0})->gini == 0);
    CHECK_FALSE(evenness({}));
}
