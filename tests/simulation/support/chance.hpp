#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace atelier::simulation {

/// What happens in a world, and nothing else decides it: the same seed, the same world (splitmix64).
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() noexcept {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// 0 to n - 1.
    std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>(next() % n); }
    bool percent(unsigned p) noexcept { return below(100) < p; }

    template <class Items>
    auto& pick(Items& items) {
        return *std::next(std::begin(items), static_cast<std::ptrdiff_t>(below(std::size(items))));
    }

  private:
    std::uint64_t state_;
};

}  // namespace atelier::simulation
