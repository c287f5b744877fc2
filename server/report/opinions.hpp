#pragma once

#include <optional>
#include <vector>

#include "domain/workshop.hpp"
#include "insight/distinguishing.hpp"
#include "insight/opinion_groups.hpp"

/// The ballots of one vote as opinions about the ideas that stand on it; used by across.cpp and
/// opinion_summary.cpp alone. Pure.
namespace atelier::report {

struct Opinions {
    std::vector<const domain::Idea*> ideas;     ///< that the vote is on; borrowed
    std::vector<domain::ParticipantId> voters;  ///< with a ballot, in the order of their ids
    /// What each voter made of what, by position; of a group of ideas once (rule R18).
    std::vector<insight::VoterOpinions> of;
    /// Whether who has a ballot has seen all of it: dots say something where there are none, too.
    bool all_seen = false;
};

[[nodiscard]] Opinions opinions_of(const domain::Workshop& workshop, const domain::Phase& vote);

/// For each idea what each of so many groups said; `group_of` by voter, none for who is in none.
[[nodiscard]] std::vector<std::vector<insight::Stance>> stances(
    const Opinions& opinions, const std::vector<std::optional<std::size_t>>& group_of,
    std::size_t groups);

}  // namespace atelier::report
