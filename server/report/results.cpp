#include "report/results.hpp"

#include <algorithm>
#include <array>

#include "insight/counsel.hpp"
#include "insight/group_tally.hpp"
#include "insight/judgment.hpp"
#include "wire/choices.hpp"

namespace atelier::report {
namespace {

using nlohmann::json;

std::size_t size(int count) noexcept { return static_cast<std::size_t>(count); }

json spread_json(const insight::Spread& spread) {
    return {{"median", spread.median}, {"lower", spread.lower}, {"upper", spread.upper}};
}

/// What a method finds of one idea; the counts themselves are with the idea.
struct Finding {
    json& out;

    void operator()(const domain::DotsTally& t) const { out["dots"] = t.dots; }
    void operator()(const domain::PeopleTally&) const {}  // of no vote
    void operator()(const domain::UsefulTally& t) const {
        const auto [low, high] = interval_of(t);
        out["low"] = low;
        out["high"] = high;
    }
    void operator()(const domain::JudgmentTally& t) const {
        const auto found = insight::gauge(sizes_of(t.grades));
        if (!found) return;
        out["grade"] = found->grade;
        out["below"] = found->below;
        out["above"] = found->above;
    }
    void operator()(const domain::ImpactEffortTally& t) const {
        const auto impact = insight::spread(sizes_of(t.impact)),
                   effort = insight::spread(sizes_of(t.effort));
        if (!impact || !effort) return;
        out["impact"] = spread_json(*impact);
        out["effort"] = spread_json(*effort);
        out["quadrant"] = word_of(insight::quadrant(*impact, *effort));
    }
    void operator()(const domain::ConsentTally& t) const {
        out["outcome"] = word_of(outcome_of(t));
    }
};

}  // namespace

std::string_view word_of(insight::Quadrant quadrant) noexcept {
    static constexpr std::array<std::string_view, 5> names{
        "quick_win", "large_project", "small_gain", "not_worth_it", "undecided"};
    return names[static_cast<std::size_t>(quadrant)];
}

std::string_view word_of(insight::Consent outcome) noexcept {
    static constexpr std::array<std::string_view, 4> names{
        "nobody_answered", "given", "given_with_reservations", "objections_to_resolve"};
    return names[static_cast<std::size_t>(outcome)];
}

insight::Interval interval_of(const domain::UsefulTally& t) {
    return insight::wilson(size(t.useful), size(t.useful) + size(t.not_useful));
}

insight::Consent outcome_of(const domain::ConsentTally& t) noexcept {
    return insight::consent({size(t.agree), size(t.reservation), size(t.objection)});
}

domain::Tally own_tally(const domain::Votes* votes, const domain::IdeaId& idea,
                        domain::Method method) {
    if (votes)
        if (const auto found = votes->tallies.find(idea); found != votes->tallies.end())
            return found->second;
    return domain::no_votes(method);
}

domain::Tally tally_in(const domain::Workshop& workshop, const domain::Votes* votes,
                       const domain::IdeaId& idea, domain::Method method) {
    return votes ? insight::group_tally(workshop, *votes, idea, method) : domain::no_votes(method);
}

std::optional<VoteResult> vote_result(const domain::Workshop& workshop,
                                      const domain::Phase& phase) {
    const auto rules = vote_rules(phase.settings);
    if (!rules || !phase.opened_at || !counts_shown(workshop, phase)) return std::nullopt;
    const domain::Votes* votes = workshop.votes_of(phase.id);
    const auto ideas = ideas_in(workshop, phase);
    VoteResult result{
        phase.id, phase.title, rules->method, phase.round, votes ? votes->ballots.size() : 0, {}};
    const auto tallies =
        votes ? insight::group_tallies(workshop, *votes, ideas, rules->method)
              : std::vector<domain::Tally>(ideas.size(), domain::no_votes(rules->method));
    for (const auto& [item, rank] : insight::rank_by(workshop, phase, ideas))
        result.ranking.push_back({ideas[item]->id, ideas[item]->text, rank, tallies[item],
                                  share_of(tallies[item], result.ballots)});
    return result;
}

std::vector<VoteResult> vote_results(const domain::Workshop& workshop) {
    std::vector<VoteResult> out;
    for (const domain::Phase& phase : workshop.plan.phases)
        if (auto result = vote_result(workshop, phase)) out.push_back(std::move(*result));
    return out;
}

json results_json(const domain::Workshop& workshop) {
    json out = json::array();
    for (const VoteResult& result : vote_results(workshop)) {
        json ranking = json::array();
        for (const RankedResult& one : result.ranking) {
            json found{{"idea", one.idea.text}, {"rank", one.rank}};
            std::visit(Finding{found}, one.tally);
            ranking.push_back(std::move(found));
        }
        out.push_back({{"phase", result.phase.text},
                       {"method", wire::text(result.method)},
                       {"round", result.round},
                       {"ballots", result.ballots},
                       {"ranking", std::move(ranking)}});
    }
    return out;
}

json reasons_json(const domain::Workshop& workshop) {
    std::vector<std::array<std::string, 4>> rows;
    for (const domain::Phase& phase : workshop.plan.phases) {
        const domain::Votes* votes = workshop.votes_of(phase.id);
        if (!votes || !(phase.revealed || workshop.closed)) continue;
        for (const auto& [voter, ballot] : votes->ballots)
            for (const auto& [idea, choice] : ballot)
                if (const auto* answer = std::get_if<domain::Answer>(&choice);
                    answer && !answer->reason.empty())
                    rows.push_back({phase.id.text, idea.text,
                                    std::string(wire::text(answer->consent)), answer->reason});
    }
    std::ranges::sort(rows);
    json out = json::array();
    for (const auto& [phase, idea, answer, text] : rows)
        out.push_back({{"phase", phase}, {"idea", idea}, {"answer", answer}, {"text", text}});
    return out;
}

}  // namespace atelier::report
