#pragma once

#include <cstddef>
#include <vector>

/// What a group of people says that the others do not. Pure.
namespace atelier::insight {

/// Counts of people of one group, about one idea.
struct Stance {
    std::size_t agree = 0;
    std::size_t disagree = 0;
    std::size_t saw = 0;  ///< who passed included
};

/// One idea, as the group and all the others see it.
struct Contrast {
    Stance inside, outside;
};

struct Distinguishing {
    std::size_t idea = 0;
    bool agrees = true;  ///< whether it is by being for it, or by being against it
    double weight = 0;   ///< no unit; only to compare
    friend bool operator==(const Distinguishing&, const Distinguishing&) = default;
};

/// Rule IN27: the ideas that tell a group from the others, the most telling first, at most `count`.
/// With p the group's share of agreement (or of disagreement), (a + 1) / (saw + 2), and r its ratio
/// to the same share of the others, an idea tells the group apart if p is more than a half and r
/// more than 1, each by more than chance at 90 % (z >= 1.2816, one-sided); its weight is p · r and
/// the two z. Ideas that fewer than `people_min` of the group or of the others saw are left out.
/// Source: representativeness in Polis, C. Small et al., Recerca 26 (2021). Of the many ideas
/// compared some pass by chance; those at the head seldom do.
[[nodiscard]] std::vector<Distinguishing> distinguishing(const std::vector<Contrast>& ideas,
                                                         std::size_t count, std::size_t people_min);

}  // namespace atelier::insight
