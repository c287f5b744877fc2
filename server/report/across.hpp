#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/workshop.hpp"
#include "insight/common_ground.hpp"
#include "insight/distinguishing.hpp"

/// What different groups of people made of the same ideas, in one vote. Pure and thread-safe.
///
/// Rules on top of the summary's:
///   R16  affiliations are compared only where each that is told has at least 5 people who have a
///        ballot in the vote, and only on ideas on which at least 5 of each of them answered; nothing
///        that is left over is small enough to follow by subtraction (rule IN13)
///   R17  groups of opinion come from votes of `useful` alone, from 100 voters and 20 ideas up, and
///        are told with their number of people and never with who is in them
///   R18  everything in here is of votes whose counts are shown, on published ideas, a group of ideas
///        being one: who chose about several of its members counts once, with the strongest choice
namespace atelier::report {

struct PeopleGroup {
    std::string name;        ///< of an affiliation; empty for a group of opinion
    std::size_t people = 0;  ///< those of it who have a ballot in this vote
};

struct IdeaAcross {
    domain::IdeaId idea;
    std::string text;
    std::vector<insight::GroupVotes> groups;  ///< in the order of Across::groups
    double agreement = 0;                     ///< rule IN12, 0 to 1
};

/// The groups in the order of the affiliations' list, or the largest group of opinion first.
struct Across {
    domain::PhaseId phase;
    std::string vote;  ///< its title
    int round = 1;
    domain::Method method = domain::Method::useful;
    std::vector<PeopleGroup> groups;  ///< two at least
    std::vector<IdeaAcross> ideas;    ///< most agreed first
    std::size_t not_told = 0;         ///< ideas of the vote that rule R16 keeps back
    insight::CommonGround common;     ///< positions in `ideas`
};

/// Nothing where fewer than two groups may be told, or no idea.
[[nodiscard]] std::optional<Across> across_affiliations(const domain::Workshop& workshop,
                                                        const domain::Phase& vote);

/// Puts the ideas in order and finds what they have in common; used by these two folds alone.
void find_common_ground(Across& across);

struct TellingIdea {
    domain::IdeaId idea;
    std::string text;
    bool agrees = true;              ///< whether the group is for it, or against it
    insight::Stance inside, others;  ///< what the group and the others said
};
struct OpinionSummary {
    Across across;                                  ///< between the groups of opinion
    std::vector<std::vector<TellingIdea>> telling;  ///< by group: what sets it apart, five at most
    std::size_t left_out = 0;                       ///< people who voted on too little to be placed
    std::size_t ideas_used = 0;
    double silhouette = 0;  ///< how clear-cut the groups are (opinion_groups.hpp)
};

/// Nothing below the numbers of rule R17, where no groups were found, or by another method.
[[nodiscard]] std::optional<OpinionSummary> opinion_summary(const domain::Workshop& workshop,
                                                            const domain::Phase& vote);

}  // namespace atelier::report
