#include "report/sentences.hpp"

#include <algorithm>

#include "domain/limits.hpp"
#include "report/numbers.hpp"

namespace atelier::report {

std::string turnout(const Words& words, const Summary& summary, const VoteSummary& vote) {
    const VoteWords& w = words.votes;
    const std::size_t joined = summary.figures.joined;
    return with(w.turnout, {counted(words, w.ballots, vote.ballots),
                            counted(words, w.people, joined), percent(words, vote.ballots, joined),
                            counted(words, w.dots, static_cast<std::size_t>(vote.dots))});
}

std::string vote_rule(const Words& words, const VoteSummary& vote) {
    return with(words.votes.rule,
                {counted(words, words.boards.dots, static_cast<std::size_t>(vote.budget)),
                 number(words, static_cast<std::size_t>(vote.max_per_idea))});
}

std::vector<std::string> rest_of_ranking(const Words& words, const VoteSummary& vote) {
    std::vector<std::string> out;
    const std::size_t more = vote.ranking.size() - vote.leading().size();
    if (more > 0) out.push_back(counted(words, words.votes.more, more));
    if (vote.without_dots > 0)
        out.push_back(counted(words, words.votes.without_dots, vote.without_dots));
    return out;
}

std::string withheld(const Words& words, const WithheldVote& vote) {
    return with(choose(words, words.votes.withheld, vote.ballots),
                {vote.title, counted(words, words.votes.ballots, vote.ballots)});
}

std::string matrix_caption(const Words& words, const Summary& summary, const BoardSummary& board) {
    std::string out(words.boards.matrix_caption);
    if (summary.boards.size() > 1)
        out.append(" – ").append(with(words.boards.of_board, {board.id.text}));
    return out;
}

std::string matrix_finding(const Words& words, const BoardSummary& board) {
    if (board.empty_cells == 0) return std::string(words.boards.full);
    return with(choose(words, words.boards.empty_cells, board.empty_cells),
                {number(words, board.empty_cells), number(words, board.cells())});
}

std::vector<std::string> method_notes(const Words& words, const Summary& summary) {
    const MethodWords& w = words.method;
    std::vector<std::string> out{std::string(w.quoted), std::string(w.took_part)};
    if (!summary.votes.empty()) {
        out.emplace_back(w.rate);
        out.emplace_back(w.ballots);
    }
    out.push_back(summary.ranked_by ? with(w.ordered_by, {*summary.ranked_by})
                                    : std::string(w.ordered));
    if (has_matrix(summary)) out.emplace_back(w.scale);
    if (!summary.affiliations.shown.empty())
        out.push_back(
            with(w.affiliations, {number(words, domain::limits::shown_group_people_min)}));
    out.emplace_back(w.journal);
    return out;
}

std::string_view ideas_title(const Words& words, const Summary& summary) noexcept {
    const bool sorted = std::ranges::any_of(
        summary.boards, [](const auto& board) { return !board.levers.empty(); });
    return sorted ? words.boards.title : words.boards.without_levers;
}

bool has_matrix(const Summary& summary) noexcept {
    return summary.figures.published > 0 &&
           std::ranges::any_of(summary.boards, [](const auto& b) { return b.cells() > 0; });
}

bool has_roll_up(const BoardSummary& board) noexcept {
    return std::ranges::any_of(board.matrix, &MatrixRow::has_within);
}

}  // namespace atelier::report
