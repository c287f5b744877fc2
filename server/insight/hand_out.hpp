#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Which card a person is to judge next.
namespace atelier::insight {

struct Card {
    std::string_view id;
    std::size_t shown = 0;  ///< to how many people it has been handed out so far
    bool done = false;      ///< this person had it already, or wrote it
};

/// Rule IN15: least seen first; among those seen equally often an order of the person's own, drawn
/// from the seed, so that nobody gets the wall's order and no two people the same one. Gives at most
/// `count` positions, never a card that is done. The same arguments give the same cards, in whatever
/// order the deck is given. Ranking by a keyed hash is a random permutation: D. E. Knuth, The Art of
/// Computer Programming 2, 3.4.2; the hash is SplitMix64 (G. L. Steele et al., Fast splittable
/// pseudorandom number generators, OOPSLA 2014) over FNV-1a.
[[nodiscard]] std::vector<std::size_t> hand_out(const std::vector<Card>& deck, std::uint64_t seed,
                                                std::string_view person, std::size_t count);

}  // namespace atelier::insight
