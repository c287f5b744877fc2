#include <rapidcheck/catch.h>

#include <algorithm>
#include <set>
#include <string>

#include "insight/hand_out.hpp"

using namespace atelier::insight;

namespace {

struct Wall {
    std::vector<std::string> ids;
    std::vector<Card> deck;
    explicit Wall(std::size_t cards) {
        for (std::size_t i = 0; i < cards; ++i) ids.push_back("idea" + std::to_string(i));
        for (const auto& id : ids) deck.push_back({id, 0, false});
    }
};

}  // namespace

TEST_CASE("[IN15] what was seen least comes first, and never what one had already") {
    const std::vector<Card> deck{{"a", 2, false}, {"b", 0, false}, {"c", 1, false}, {"d", 0, true}};
    CHECK(hand_out(deck, 7, "ada", 9) == std::vector<std::size_t>{1, 2, 0});
    CHECK(hand_out(deck, 7, "ada", 1) == std::vector<std::size_t>{1});
    CHECK(hand_out(deck, 7, "ada", 0).empty());
    CHECK(hand_out({}, 7, "ada", 3).empty());
}

TEST_CASE("[IN15] each person has an order of their own, which the seed fixes") {
    const Wall wall(30);
    CHECK(hand_out(wall.deck, 1, "ada", 30) == hand_out(wall.deck, 1, "ada", 30));
    CHECK(hand_out(wall.deck, 1, "ada", 30) != hand_out(wall.deck, 1, "bob", 30));
    CHECK(hand_out(wall.deck, 1, "ada", 30) != hand_out(wall.deck, 2, "ada", 30));
    std::set<std::size_t> first;
    for (int i = 0; i < 300; ++i)
        first.insert(hand_out(wall.deck, 1, "person" + std::to_string(i), 1).front());
    CHECK(first.size() == 30);
}

TEST_CASE("[IN15] the order in which the deck is given does not matter") {
    rc::prop("turned around", [](std::uint64_t seed, const std::string& person) {
        Wall wall(12);
        for (auto& card : wall.deck) card.shown = *rc::gen::inRange<std::size_t>(0, 3);
        auto turned = wall.deck;
        std::ranges::reverse(turned);
        const auto one = hand_out(wall.deck, seed, person, 5);
        const auto other = hand_out(turned, seed, person, 5);
        for (std::size_t i = 0; i < 5; ++i) RC_ASSERT(wall.deck[one[i]].id == turned[other[i]].id);
    });
}

TEST_CASE("[IN15] everything is seen equally often, by one card or by handfuls") {
    for (const std::size_t handful : {1U, 4U}) {
        Wall wall(61);
        for (int person = 0; person < 200; ++person) {
            auto own = wall.deck;
            for (std::size_t had = 0; had < 12; had += handful)
                for (const auto item : hand_out(own, 42, std::to_string(person), handful)) {
                    own[item].done = true;
                    own[item].shown = ++wall.deck[item].shown;
                }
        }
        const auto [least, most] = std::ranges::minmax_element(wall.deck, {}, &Card::shown);
        CHECK(most->shown - least->shown <= 1);
    }
}
