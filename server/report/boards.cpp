// What lies where on a board: rules R5, R6 and R7.
#include "report/boards.hpp"

#include <algorithm>
#include <unordered_map>

#include "wire/resting.hpp"

namespace atelier::report {
namespace {

using Column = std::optional<std::size_t>;  // of a lever; none: the tray

/// Whether `inner` is `outer` or lies within it. Templates have no cycle; the bound keeps it so.
bool within(const domain::Board& board, const domain::Scale& inner, const domain::Scale& outer) {
    const domain::Scale* at = &inner;
    for (std::size_t steps = 0; at && steps <= board.scales.size(); ++steps) {
        if (at->id == outer.id) return true;
        at = at->parent ? board.scale(*at->parent) : nullptr;
    }
    return false;
}

Column column_of(const domain::Board& board, const std::optional<domain::LeverId>& lever) {
    const auto found =
        lever ? std::ranges::find(board.levers, *lever, &domain::Lever::id) : board.levers.end();
    if (found == board.levers.end()) return std::nullopt;
    return static_cast<std::size_t>(found - board.levers.begin());
}

void add(MatrixRow& row, Column column, bool own) {
    for (MatrixCell* cell : {column ? &row.levers[*column] : &row.tray, &row.total}) {
        cell->own += own ? 1 : 0;
        cell->nested += 1;
    }
}

std::vector<MatrixRow> empty_rows(const domain::Board& board) {
    std::vector<MatrixRow> rows;
    for (const auto& scale : board.scales) {
        const bool has_within = std::ranges::any_of(
            board.scales, [&](const auto& other) { return other.parent == scale.id; });
        rows.push_back(
            {scale.name, std::vector<MatrixCell>(board.levers.size()), {}, {}, has_within});
    }
    rows.push_back({"", std::vector<MatrixCell>(board.levers.size()), {}, {}, false});
    return rows;
}

void count_in(std::vector<MatrixRow>& rows, const domain::Board& board,
              const domain::Placement& place) {
    const Column column = column_of(board, place.lever);
    const domain::Scale* scale = place.scale ? board.scale(*place.scale) : nullptr;
    if (!scale) return add(rows.back(), column, true);
    for (std::size_t i = 0; i < board.scales.size(); ++i)
        if (within(board, *scale, board.scales[i]))
            add(rows[i], column, board.scales[i].id == scale->id);
}

void count_empty(BoardSummary& out) {
    if (out.matrix.empty()) return;
    for (auto row = out.matrix.begin(); row + 1 != out.matrix.end(); ++row)
        out.empty_cells += static_cast<std::size_t>(
            std::ranges::count(row->levers, std::size_t{0}, &MatrixCell::own));
}

/// Rule R6.
bool scored_before(const IdeaLine& a, const IdeaLine& b) {
    if (!a.score || !b.score) return a.score && !b.score;
    if (a.score->vote != b.score->vote) return a.score->vote > b.score->vote;
    return a.score->rank < b.score->rank;
}

IdeaLine line_of(const BoardSources& sources, const domain::Board& board,
                 const domain::Idea& idea) {
    const domain::Placement place = resting_place(board, idea);
    const domain::Scale* scale = place.scale ? board.scale(*place.scale) : nullptr;
    IdeaLine line{idea.id, idea.text, scale ? scale->name : ""};
    for (const domain::IdeaId& member : sources.workshop.members(idea.id))
        line.variants.push_back(sources.workshop.idea(member)->text);
    if (const auto found = sources.scores.find(idea.id); found != sources.scores.end())
        line.score = found->second;
    if (const auto found = sources.agreements.find(idea.id); found != sources.agreements.end())
        line.agreement = found->second;
    if (const auto resting = wire::resting(board, idea.id)) line.crowd = resting->crowd;
    line.reworded = idea.original.has_value();
    return line;
}

}  // namespace

domain::Placement resting_place(const domain::Board& board, const domain::Idea& idea) {
    if (const auto found = wire::resting(board, idea.id))
        return {found->place.lever, found->place.scale, found->by, found->settled};
    const bool known = idea.scale && board.scale(*idea.scale);
    return {std::nullopt, known ? idea.scale : std::nullopt, std::nullopt};
}

BoardSummary summarise_board(const BoardSources& sources, const domain::Board& board) {
    BoardSummary out;
    out.id = board.id;
    out.title = board.title;
    for (const auto& lever : board.levers) out.levers.push_back({lever, {}});
    if (!board.scales.empty()) out.matrix = empty_rows(board);
    for (const domain::Idea* idea : sources.ideas) {
        const domain::Placement place = resting_place(board, *idea);
        const Column column = column_of(board, place.lever);
        (column ? out.levers[*column].ideas : out.tray).push_back(line_of(sources, board, *idea));
        if (!out.matrix.empty()) count_in(out.matrix, board, place);
    }
    for (auto& lever : out.levers) std::ranges::stable_sort(lever.ideas, scored_before);
    std::ranges::stable_sort(out.tray, scored_before);
    count_empty(out);
    out.by_affiliation = affiliation_matrix(sources, board);
    out.crowd = crowd_summary(sources, board);
    return out;
}

domain::DotsTally tally_of(const domain::Votes* votes, const domain::IdeaId& idea) {
    if (!votes) return {};
    const auto found = votes->tallies.find(idea);
    if (found == votes->tallies.end()) return {};
    const auto* dots = std::get_if<domain::DotsTally>(&found->second);
    return dots ? *dots : domain::DotsTally{};
}

std::span<const IdeaLine> LeverSummary::leading() const noexcept {
    constexpr std::size_t leading_max = 5, shown_whole_max = 7;
    const std::size_t n = ideas.size() <= shown_whole_max ? ideas.size() : leading_max;
    return std::span(ideas).first(n);
}

std::span<const IdeaLine> LeverSummary::others() const noexcept {
    return std::span(ideas).subspan(leading().size());
}

std::size_t BoardSummary::cells() const noexcept {
    return matrix.empty() ? 0 : (matrix.size() - 1) * levers.size();
}

}  // namespace atelier::report
