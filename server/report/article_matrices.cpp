// Levers by scales, and scales by affiliations.
#include <algorithm>

#include "report/article_parts.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"

namespace atelier::report::parts {
namespace {

/// From 0 (nothing) to 4 (as many as the fullest cell).
int heat(std::size_t n, std::size_t most) {
    return n == 0 ? 0 : static_cast<int>((4 * n + most - 1) / std::max<std::size_t>(most, 1));
}

std::string scale_name(const Writing& in, const std::string& scale) {
    return scale.empty() ? std::string(in.w.boards.no_scale) : scale;
}

/// Tints of one row; nothing in the row without a scale is no finding, so it has none.
std::vector<std::optional<int>> tints(const std::vector<std::size_t>& cells, std::size_t most,
                                      bool finding, std::size_t behind) {
    std::vector<std::optional<int>> out;
    for (const std::size_t n : cells)
        out.push_back(finding ? std::optional(heat(n, most)) : std::nullopt);
    out.resize(out.size() + behind);
    return out;
}

std::vector<std::size_t> own_counts(const MatrixRow& row) {
    std::vector<std::size_t> out;
    for (const MatrixCell& cell : row.levers) out.push_back(cell.own);
    return out;
}

Table lever_table(const Writing& in, const BoardSummary& board) {
    const BoardWords& w = in.w.boards;
    const bool roll_up = has_roll_up(board);
    Table out{matrix_caption(in.w, in.s, board), {std::string(w.scale)}, {}, Table::Kind::matrix};
    for (const auto& lever : board.levers) {
        out.heads.push_back(lever.lever.name);
        out.levers.push_back(&lever.lever);
    }
    out.heads.insert(out.heads.end(), {std::string(w.tray), std::string(w.total)});
    if (roll_up) out.heads.emplace_back(w.nested_total);
    std::size_t most = 1;
    for (const auto& row : board.matrix)
        for (const std::size_t n : own_counts(row)) most = std::max(most, n);
    for (const auto& row : board.matrix) {
        std::vector<std::string> cells{scale_name(in, row.scale)};
        for (const std::size_t n : own_counts(row)) cells.push_back(number(in.w, n));
        cells.push_back(number(in.w, row.tray.own));
        cells.push_back(number(in.w, row.total.own));
        if (roll_up) cells.push_back(number(in.w, row.total.nested));
        out.rows.push_back(std::move(cells));
        out.heat.push_back(tints(own_counts(row), most, !row.scale.empty(), roll_up ? 3 : 2));
    }
    return out;
}

Table affiliation_table(const Writing& in, const AffiliationMatrix& matrix) {
    Table out{std::string(in.a.lever.affiliation_title),
              {std::string(in.w.boards.scale)},
              {},
              Table::Kind::matrix};
    out.heads.insert(out.heads.end(), matrix.affiliations.begin(), matrix.affiliations.end());
    out.heads.insert(out.heads.end(),
                     {std::string(in.w.figures.others), std::string(in.w.boards.total)});
    std::size_t most = 1;
    for (const auto& row : matrix.rows)
        for (const std::size_t n : row.affiliations) most = std::max(most, n);
    for (const auto& row : matrix.rows) {
        std::vector<std::string> cells{scale_name(in, row.scale)};
        for (const std::size_t n : row.affiliations) cells.push_back(number(in.w, n));
        cells.push_back(number(in.w, row.others));
        cells.push_back(number(in.w, row.total));
        out.rows.push_back(std::move(cells));
        out.heat.push_back(tints(row.affiliations, most, !row.scale.empty(), 2));
    }
    return out;
}

void add_note(Part& out, std::string text) {
    out.blocks.emplace_back(Paragraph{std::move(text), Paragraph::Tone::note});
}

void add_board(const Writing& in, Part& out, const BoardSummary& board, std::size_t place) {
    out.blocks.emplace_back(Paragraph{matrix_finding(in.w, board)});
    out.blocks.emplace_back(Slot{Slot::What::lever_scale, place});
    out.blocks.emplace_back(lever_table(in, board));
    if (has_roll_up(board)) add_note(out, std::string(in.w.boards.nested_note));
    if (!board.by_affiliation) return;
    const AffiliationMatrix& matrix = *board.by_affiliation;
    const LeverWords& l = in.a.lever;
    out.blocks.emplace_back(Heading{3, std::string(l.affiliation_title)});
    out.blocks.emplace_back(Paragraph{
        matrix.empty_cells == 0
            ? std::string(l.affiliation_full)
            : said(in.w, l.affiliation_empty, matrix.empty_cells, {number(in.w, matrix.cells())})});
    out.blocks.emplace_back(Slot{Slot::What::scale_affiliation, place});
    out.blocks.emplace_back(affiliation_table(in, matrix));
    add_note(out, std::string(l.affiliation_note));
}

}  // namespace

Part matrices(const Writing& in) {
    if (!has_matrix(in.s)) return {};
    Part out = begin(in, Section::matrices, in.w.boards.matrix_title);
    for (std::size_t i = 0; i < in.s.boards.size(); ++i)
        if (in.s.boards[i].cells() > 0) add_board(in, out, in.s.boards[i], i);
    return out;
}

}  // namespace atelier::report::parts
