#include "insight/hand_out.hpp"

#include <algorithm>
#include <tuple>

namespace atelier::insight {
namespace {

/// FNV-1a, 64 bits.
std::uint64_t digest(std::string_view text) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3U;
    }
    return hash;
}

/// The finishing of SplitMix64: every bit of the answer depends on every bit that goes in.
std::uint64_t mixed(std::uint64_t x) noexcept {
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

struct Drawn {
    std::size_t shown;
    std::uint64_t lot;
    std::string_view id;
    std::size_t position;
    friend bool operator<(const Drawn& a, const Drawn& b) {
        return std::tie(a.shown, a.lot, a.id, a.position) <
               std::tie(b.shown, b.lot, b.id, b.position);
    }
};

}  // namespace

std::vector<std::size_t> hand_out(const std::vector<Card>& deck, std::uint64_t seed,
                                  std::string_view person, std::size_t count) {
    const std::uint64_t own = mixed(seed ^ mixed(digest(person)));
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < deck.size(); ++i)
        if (!deck[i].done)
            drawn.push_back({deck[i].shown, mixed(own ^ digest(deck[i].id)), deck[i].id, i});
    const std::size_t taken = std::min(count, drawn.size());
    const auto end = drawn.begin() + static_cast<std::ptrdiff_t>(taken);
    std::partial_sort(drawn.begin(), end, drawn.end());
    std::vector<std::size_t> out;
    for (auto card = drawn.begin(); card != end; ++card) out.push_back(card->position);
    return out;
}

}  // namespace atelier::insight
