#pragma once

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/workshop.hpp"
#include "insight/consent.hpp"
#include "insight/impact_effort.hpp"
#include "insight/useful.hpp"
#include "report/favour.hpp"

/// What each vote came to, by its method. Pure and thread-safe.
///
/// Rules on top of the summary's:
///   R13  a vote whose counts are shown is ranked by its own method; equal ideas share a rank, and
///        only published ideas that the vote is on are in it
///   R14  reasons are told once the vote is revealed, apart from ballots and without authors
namespace atelier::report {

struct RankedResult {
    domain::IdeaId idea;
    std::string text;
    std::size_t rank = 1;
    domain::Tally tally;  ///< empty, of the vote's method, where nobody chose anything
    Share share = {};     ///< of those who are for it (rule R15)
};

struct VoteResult {
    domain::PhaseId phase;
    std::string title;
    domain::Method method = domain::Method::dots;
    int round = 1;
    std::size_t ballots = 0;
    std::vector<RankedResult> ranking;  ///< best first
};

/// Nothing for a phase that is no vote, was never opened or does not show its counts.
[[nodiscard]] std::optional<VoteResult> vote_result(const domain::Workshop& workshop,
                                                    const domain::Phase& phase);
/// Every vote that has been opened and whose counts are shown, in the order of the agenda.
[[nodiscard]] std::vector<VoteResult> vote_results(const domain::Workshop& workshop);

/// {phase, method, round, ballots, ranking:[{idea, rank, …}]}: what the method finds of each idea.
[[nodiscard]] nlohmann::json results_json(const domain::Workshop& workshop);

/// [{phase, idea, answer, text}], sorted, of the consent votes that are revealed.
[[nodiscard]] nlohmann::json reasons_json(const domain::Workshop& workshop);

/// An idea's own counts, whatever group it is in.
[[nodiscard]] domain::Tally own_tally(const domain::Votes* votes, const domain::IdeaId& idea,
                                      domain::Method method);
/// An idea's counts, of a lead its group's (rule G7); empty ones of that method where nobody chose.
[[nodiscard]] domain::Tally tally_in(const domain::Workshop& workshop, const domain::Votes* votes,
                                     const domain::IdeaId& idea, domain::Method method);

/// What the exports call them.
[[nodiscard]] std::string_view word_of(insight::Quadrant quadrant) noexcept;
[[nodiscard]] std::string_view word_of(insight::Consent outcome) noexcept;

/// The domain's counts, as the mathematics takes them.
template <std::size_t N>
[[nodiscard]] std::array<std::size_t, N> sizes_of(const std::array<int, N>& counts) noexcept {
    std::array<std::size_t, N> out{};
    std::ranges::transform(counts, out.begin(), [](int n) { return static_cast<std::size_t>(n); });
    return out;
}
/// Of the share that finds it useful, among those who judged.
[[nodiscard]] insight::Interval interval_of(const domain::UsefulTally& tally);
[[nodiscard]] insight::Consent outcome_of(const domain::ConsentTally& tally) noexcept;

}  // namespace atelier::report
