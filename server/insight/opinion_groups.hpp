#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Groups of people who voted alike, found from the votes alone. Pure and without chance: the seed
/// comes in as an argument, and the same votes and seed give the same groups.
namespace atelier::insight {

/// What one person made of one idea: +1 for it, −1 against it, 0 passed.
struct Opinion {
    std::size_t idea = 0;
    int value = 0;
};
using VoterOpinions = std::vector<Opinion>;

struct OpinionGroups {
    /// For each voter the group, 0 the largest; none for who voted on too little to be placed.
    std::vector<std::optional<std::size_t>> group_of;
    std::vector<std::size_t> people;  ///< by group, descending
    std::size_t ideas = 0;            ///< how many were voted on enough to be used
    double silhouette = 0;            ///< −1 to 1: how much nearer people are to their own group
};

inline constexpr std::size_t opinion_voters_min = 100;
inline constexpr std::size_t opinion_ideas_min = 20;
inline constexpr std::size_t opinion_groups_max = 5;
/// Who voted on fewer ideas is left out, as Polis does (or on fewer than all, where there are fewer).
inline constexpr std::size_t opinions_of_voter_min = 7;

/// Rule IN25: from 100 voters and 20 ideas up. Each idea's votes are centred on their mean, which is
/// also what a missing vote counts as; people are projected on the first two principal components,
/// further out the less they voted (√(ideas/votes)); k-means with k-means++ beginnings. Ideas with
/// fewer votes than a twentieth of the voters say too little and are not used.
/// Rule IN26: k is the one of 2 to 5 with the best mean silhouette, among those that leave no group
/// with fewer than `people_min`; none if there is none.
/// Sources: C. Small et al., Polis: scaling deliberation by mapping high dimensional opinion spaces,
/// Recerca 26 (2021); D. Arthur, S. Vassilvitskii, k-means++, SODA 2007; P. Rousseeuw, Silhouettes,
/// J. Comput. Appl. Math. 20 (1987) (on at most a thousand people, evenly taken).
/// Limits: two components of many; k-means finds groups even in a cloud without any, so read the
/// silhouette: below 0.25 there is hardly a structure. A group is a way of voting here and today,
/// not a kind of person.
[[nodiscard]] std::optional<OpinionGroups> opinion_groups(const std::vector<VoterOpinions>& voters,
                                                          std::size_t ideas, std::uint64_t seed,
                                                          std::size_t people_min);

}  // namespace atelier::insight
