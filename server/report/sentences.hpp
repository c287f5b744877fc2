#pragma once

#include <string>
#include <vector>

#include "report/summary.hpp"
#include "report/words.hpp"

/// The sentences that the page and the Markdown share, as plain text to be escaped by each. Pure.
namespace atelier::report {

/// "31 bulletins pour 42 personnes (taux de réponse : 74 %), 150 gommettes posées."
[[nodiscard]] std::string turnout(const Words& words, const Summary& summary,
                                  const VoteSummary& vote);
/// The vote's title, and which round of it this is.
[[nodiscard]] std::string vote_title(const Words& words, std::string_view title, int round);
/// What a method found of one idea: in a word or two, and in figures.
struct FindingText {
    std::string head, figures;
};
[[nodiscard]] FindingText finding(const Words& words, const domain::Tally& tally);
/// "5 gommettes par personne, 2 au plus sur une même idée."
[[nodiscard]] std::string vote_rule(const Words& words, const VoteSummary& vote);
/// What the leading ideas leave out: how many more have dots, how many have none.
[[nodiscard]] std::vector<std::string> rest_of_ranking(const Words& words, const VoteSummary& vote);
[[nodiscard]] std::string withheld(const Words& words, const WithheldVote& vote);
/// What several lines say, on one: for a sentence or a cell that quotes it.
[[nodiscard]] std::string one_line(std::string_view text);
/// Names which board where there are several.
[[nodiscard]] std::string matrix_caption(const Words& words, const Summary& summary,
                                         const BoardSummary& board);
/// What the matrix does not have: the empty cells, or that there are none.
[[nodiscard]] std::string matrix_finding(const Words& words, const BoardSummary& board);
/// How everything was computed, one sentence or two each.
[[nodiscard]] std::vector<std::string> method_notes(const Words& words, const Summary& summary);

/// "Les idées, levier par levier", or without levers "Les idées".
[[nodiscard]] std::string_view ideas_title(const Words& words, const Summary& summary) noexcept;
/// Whether there is a matrix worth showing: levers, scales and at least one idea.
[[nodiscard]] bool has_matrix(const Summary& summary) noexcept;
[[nodiscard]] bool has_roll_up(const BoardSummary& board) noexcept;

}  // namespace atelier::report
