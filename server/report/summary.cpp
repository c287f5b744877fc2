#include "report/summary.hpp"

#include <algorithm>

#include "report/boards.hpp"

namespace atelier::report {
namespace {

using Published = std::vector<const domain::Idea*>;

/// A group is told by its lead; the others stand behind it.
Published published_ideas(const domain::Workshop& workshop) {
    Published out;
    for (const auto& idea : workshop.ideas)
        if (shown(workshop, idea) && !idea.group) out.push_back(&idea);
    return out;
}

// Rule R6: equal dots share a rank, and the next rank counts them all (1, 2, 2, 4).
void rank(VoteSummary& out, const domain::Workshop& workshop, const Published& ideas,
          const domain::Votes* votes) {
    for (const domain::Idea* idea : ideas) {
        const domain::DotsTally tally = standing_tally(workshop, votes, idea->id);
        out.dots += tally.dots;
        if (tally.dots > 0) {
            out.ranking.push_back({1, idea->text, tally});
        } else {
            ++out.without_dots;
        }
    }
    std::ranges::stable_sort(out.ranking, [](const RankedIdea& a, const RankedIdea& b) {
        return a.tally.dots > b.tally.dots;
    });
    for (std::size_t i = 1; i < out.ranking.size(); ++i) {
        const RankedIdea& above = out.ranking[i - 1];
        out.ranking[i].rank = above.tally.dots == out.ranking[i].tally.dots ? above.rank : i + 1;
    }
}

// Rule R13.
void add_findings(VoteSummary& out, const domain::Workshop& workshop, const domain::Phase& phase) {
    const auto result = vote_result(workshop, phase);
    if (!result) return;
    for (const RankedResult& one : result->ranking) {
        if (voters_of(one.tally) > 0) {
            out.findings.push_back(one);
        } else {
            ++out.without_choice;
        }
    }
}

// Rule R4. A vote that never opened has nothing to tell.
void add_vote(Summary& out, const domain::Workshop& workshop, const domain::Phase& phase) {
    const auto rules = vote_rules(phase.settings);
    if (!rules || phase.status == domain::PhaseStatus::planned) return;
    const domain::Votes* votes = workshop.votes_of(phase.id);
    const std::size_t ballots = votes ? votes->ballots.size() : 0;
    if (!counts_shown(workshop, phase)) {
        out.withheld.push_back({phase.title, ballots, phase.round});
        return;
    }
    VoteSummary vote;
    vote.phase = phase.id;
    vote.title = phase.title;
    vote.running = phase.status == domain::PhaseStatus::open;
    vote.ballots = ballots;
    vote.method = rules->method;
    vote.round = phase.round;
    if (const auto* dots = std::get_if<domain::DotsSettings>(&phase.settings)) {
        vote.budget = dots->budget;
        vote.max_per_idea = dots->max_per_idea;
        rank(vote, workshop, ideas_in(workshop, phase), votes);
    } else {
        add_findings(vote, workshop, phase);
    }
    out.votes.push_back(std::move(vote));
}

constexpr std::size_t ranks_shown_max = 10;

template <class Ranked>
std::span<const Ranked> first_ranks(const std::vector<Ranked>& ranking) noexcept {
    const auto end = std::ranges::find_if(
        ranking, [](const Ranked& idea) { return idea.rank > ranks_shown_max; });
    return {ranking.begin(), end};
}

}  // namespace

std::span<const RankedIdea> VoteSummary::leading() const noexcept { return first_ranks(ranking); }

std::span<const RankedResult> VoteSummary::leading_findings() const noexcept {
    return first_ranks(findings);
}

Summary summarise(const domain::Workshop& workshop, Fingerprint fingerprint,
                  base::Millis exported_at) {
    const Published ideas = published_ideas(workshop);
    Summary out;
    out.title = workshop.plan.title;
    out.question = workshop.plan.question;
    out.language = workshop.plan.language;
    out.held_at = held_at(workshop);
    out.exported_at = exported_at;
    out.figures = count_figures(workshop);
    out.affiliations = count_affiliations(workshop);
    for (const auto& phase : workshop.plan.phases) add_vote(out, workshop, phase);
    const domain::Votes* ranking = nullptr;
    for (const auto& vote : out.votes) {
        if (vote.ballots == 0 || vote.method != domain::Method::dots) continue;
        ranking = workshop.votes_of(vote.phase);
        out.ranked_by = vote.title;
    }
    for (const auto& board : workshop.plan.boards)
        out.boards.push_back(summarise_board(workshop, board, ideas, ranking));
    if (out.boards.empty()) out.boards.push_back(summarise_board(workshop, {}, ideas, ranking));
    out.fingerprint = std::move(fingerprint);
    return out;
}

}  // namespace atelier::report
