// Affiliations in figures and beside the scales, scales in votes: rules R8 and R23.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "domain/limits.hpp"
#include "insight/agreement.hpp"
#include "report/boards.hpp"

namespace atelier::report {
namespace {

constexpr std::size_t least = domain::limits::shown_group_people_min;

/// The row of a person: that of their affiliation, or the one behind them all.
class Rows {
  public:
    Rows(const domain::Workshop& workshop, const Affiliations& affiliations)
        : workshop_(workshop), count_(affiliations.shown.size() + 1) {
        for (std::size_t i = 0; i + 1 < count_; ++i) row_of_[affiliations.shown[i].id] = i;
    }
    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] std::size_t of(const std::optional<domain::ParticipantId>& person) const {
        const domain::Participant* found = person ? workshop_.participant(*person) : nullptr;
        if (!found || !found->affiliation) return count_ - 1;
        const auto row = row_of_.find(*found->affiliation);
        return row == row_of_.end() ? count_ - 1 : row->second;
    }

  private:
    const domain::Workshop& workshop_;
    std::size_t count_;
    std::unordered_map<domain::AffiliationId, std::size_t> row_of_;
};

/// Rule R8, for one column of counts of people.
std::vector<std::optional<std::size_t>> told(const std::vector<std::size_t>& people) {
    const std::vector<bool> shown = insight::shown_groups(people, least);
    std::vector<std::optional<std::size_t>> out(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        if (shown[i]) out[i] = people[i];
    return out;
}

std::vector<std::size_t> who_took_part(const domain::Workshop& workshop, const Rows& rows) {
    std::unordered_set<domain::ParticipantId> people;
    for (const auto& idea : workshop.ideas)
        if (idea.author) people.insert(*idea.author);
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [voter, ballot] : votes.ballots) people.insert(voter);
    std::vector<std::size_t> out(rows.count());
    for (const auto& person : people) ++out[rows.of(person)];
    return out;
}

std::vector<std::size_t> who_voted(const domain::Workshop& workshop, const Rows& rows,
                                   const domain::PhaseId& phase) {
    std::vector<std::size_t> out(rows.count());
    const domain::Votes* votes = workshop.votes_of(phase);
    if (!votes) return out;
    for (const auto& [voter, ballot] : votes->ballots) ++out[rows.of(voter)];
    return out;
}

AffiliationMatrix empty_matrix(const domain::Board& board, const Affiliations& affiliations) {
    AffiliationMatrix out;
    for (const auto& one : affiliations.shown) out.affiliations.push_back(one.name);
    const std::vector<std::size_t> none(out.affiliations.size());
    for (const auto& scale : board.scales) out.rows.push_back({scale.name, none, 0, 0});
    out.rows.push_back({"", none, 0, 0});
    return out;
}

std::size_t row_of(const domain::Board& board, const std::optional<domain::ScaleId>& scale) {
    const auto found =
        scale ? std::ranges::find(board.scales, *scale, &domain::Scale::id) : board.scales.end();
    return static_cast<std::size_t>(found - board.scales.begin());
}

}  // namespace

std::optional<AffiliationMatrix> affiliation_matrix(const BoardSources& sources,
                                                    const domain::Board& board) {
    if (board.scales.empty() || sources.affiliations.shown.empty()) return std::nullopt;
    const Rows columns(sources.workshop, sources.affiliations);
    AffiliationMatrix out = empty_matrix(board, sources.affiliations);
    const auto count = [&](const domain::Idea& idea, AffiliationRow& row) {
        const std::size_t column = columns.of(idea.author);
        ++(column < row.affiliations.size() ? row.affiliations[column] : row.others);
        ++row.total;
    };
    for (const domain::Idea* idea : sources.ideas) {
        AffiliationRow& row = out.rows[row_of(board, resting_place(board, *idea).scale)];
        count(*idea, row);
        for (const auto& member : sources.workshop.members(idea->id))
            count(*sources.workshop.idea(member), row);
    }
    for (auto row = out.rows.begin(); row + 1 != out.rows.end(); ++row)
        out.empty_cells +=
            static_cast<std::size_t>(std::ranges::count(row->affiliations, std::size_t{0}));
    return out;
}

std::vector<AffiliationTurnout> turnout_by_affiliation(const domain::Workshop& workshop,
                                                       const Affiliations& affiliations,
                                                       const std::vector<VoteSummary>& votes) {
    std::vector<AffiliationTurnout> out;
    if (affiliations.shown.empty()) return out;
    const Rows rows(workshop, affiliations);
    for (const auto& one : affiliations.shown) out.push_back({one.name, one.people, {}, 0, {}});
    out.push_back({"", affiliations.others, {}, 0, {}});
    const auto took_part = told(who_took_part(workshop, rows));
    for (std::size_t i = 0; i < out.size(); ++i) out[i].took_part = took_part[i];
    for (const auto& idea : workshop.ideas)
        if (shown(workshop, idea)) ++out[rows.of(idea.author)].ideas;
    for (const VoteSummary& vote : votes) {
        const auto voted = told(who_voted(workshop, rows, vote.phase));
        for (std::size_t i = 0; i < out.size(); ++i) out[i].voted.push_back(voted[i]);
    }
    return out;
}

std::vector<ScaleTurnout> turnout_by_scale(const domain::Workshop& workshop,
                                           const domain::Phase& vote) {
    std::vector<ScaleTurnout> out;
    const auto board = std::ranges::find_if(
        workshop.plan.boards, [](const domain::Board& one) { return !one.scales.empty(); });
    const domain::Votes* votes = workshop.votes_of(vote.id);
    if (board == workshop.plan.boards.end() || !votes) return out;
    for (const auto& scale : board->scales) out.push_back({scale.name, 0, {}});
    std::unordered_map<domain::IdeaId, std::size_t> scale_of;
    for (const domain::Idea* idea : ideas_in(workshop, vote)) {
        const std::size_t scale = row_of(*board, resting_place(*board, *idea).scale);
        if (scale == out.size()) continue;
        ++out[scale].ideas;
        scale_of[idea->id] = scale;
        for (const auto& member : workshop.members(idea->id)) scale_of[member] = scale;
    }
    std::vector<std::size_t> people(out.size());
    for (const auto& [voter, ballot] : votes->ballots) {
        std::set<std::size_t> scales;
        for (const auto& [idea, choice] : ballot)
            if (const auto found = scale_of.find(idea); found != scale_of.end() && chosen(choice))
                scales.insert(found->second);
        for (const std::size_t scale : scales) ++people[scale];
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        if (people[i] >= least) out[i].people = people[i];
    return out;
}

}  // namespace atelier::report
