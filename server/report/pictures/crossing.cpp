// Counts in rows and columns: levers by scales, scales by affiliations.
#include <algorithm>

#include "base/text.hpp"
#include "report/numbers.hpp"
#include "report/pictures/drawing.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/pictures/words.hpp"
#include "report/sentences.hpp"

namespace atelier::report::pictures {
namespace {

constexpr double row_head_width = 170, cell_height = 44, head_size = 12.5;
constexpr std::size_t columns_max = 8;  ///< more are drawn below, in a band of their own

struct Fullest {
    std::size_t row = 0, column = 0, n = 0;
};

Fullest fullest_of(const Crossing& crossing) {
    Fullest out;
    for (std::size_t r = 0; r < crossing.rows.size(); ++r)
        for (std::size_t c = 0; c < crossing.columns.size(); ++c)
            if (const auto n = crossing.cells[r][c].value_or(0); n > out.n) out = {r, c, n};
    return out;
}

struct Grid {
    Drawing& out;
    const Words& w;
    const PictureWords& p;
    const Crossing& crossing;
    std::size_t most;

    void cell(std::optional<std::size_t> n, Drawing::Box box) {
        const Drawing::Box inner{box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3};
        std::string_view colour = ink::text;
        if (n && *n == 0) {
            out.hatched(inner, ink::paper, ink::line, 45);
            out.rect({box.x + box.width / 2 - 12, box.y + 11, 24, 22}, ink::paper, 4);
            colour = ink::soft;
        } else {
            const std::size_t depth = !n || most == 0 ? 0 : (4 * *n + most - 1) / most;
            out.rect(inner, ink::heat[depth], 3, {ink::line, 1, {}});
            if (depth == 4) colour = ink::white;
        }
        out.text(box.x + box.width / 2, box.y + 28, n ? number(w, *n) : std::string(p.kept_back),
                 {16, colour, n.value_or(0) > 0, Anchor::middle});
    }

    double band(double y, std::size_t begin, std::size_t end) {
        const double width = (page_width - 2 * margin - row_head_width) /
                             static_cast<double>(std::max<std::size_t>(end - begin, 3));
        std::vector<std::vector<std::string>> heads;
        std::size_t deepest = 1;
        for (std::size_t c = begin; c < end; ++c) {
            heads.push_back(wrap(crossing.columns[c], head_size * 1.05, width - 8, 4));
            deepest = std::max(deepest, heads.back().size());
        }
        const double line = head_size * 1.32;
        const double base = y + static_cast<double>(deepest) * line;
        for (std::size_t c = begin; c < end; ++c) {
            const auto& head = heads[c - begin];
            out.lines(margin + row_head_width + width * (static_cast<double>(c - begin) + .5),
                      base - static_cast<double>(head.size() - 1) * line - 4, head,
                      {head_size, ink::text, true, Anchor::middle});
        }
        double at = base + 6;
        for (std::size_t r = 0; r < crossing.rows.size(); ++r) {
            const auto name = wrap(crossing.rows[r], 13.5 * 1.05, row_head_width - 14, 2);
            out.lines(margin, at + (name.size() > 1 ? 19 : 27), name,
                      {13.5, ink::text, true, Anchor::start});
            for (std::size_t c = begin; c < end; ++c)
                cell(crossing.cells[r][c],
                     {margin + row_head_width + width * static_cast<double>(c - begin), at, width,
                      cell_height});
            at += cell_height;
        }
        return at + 24;
    }
};

Rows table_of(const Words& w, const PictureWords& p, const Crossing& crossing) {
    Rows out{crossing.title, {crossing.row_head}, {}};
    out.head.insert(out.head.end(), crossing.columns.begin(), crossing.columns.end());
    for (std::size_t r = 0; r < crossing.rows.size(); ++r) {
        out.rows.push_back({crossing.rows[r]});
        for (const auto& n : crossing.cells[r])
            out.rows.back().push_back(n ? number(w, *n) : std::string(p.kept_back));
    }
    return out;
}

}  // namespace

Picture draw_crossing(std::string_view language, const Crossing& crossing) {
    const Words& w = words(language);
    const PictureWords& p = picture_words(language);
    const Fullest fullest = fullest_of(crossing);
    Picture out;
    out.name = crossing.name;
    out.title = crossing.title;
    out.description =
        with(p.matrix_desc,
             {crossing.title, fullest.n == 0 ? std::string(p.no_cell)
                                             : with(p.fullest, {crossing.rows[fullest.row],
                                                                crossing.columns[fullest.column],
                                                                number(w, fullest.n)})});
    out.table = table_of(w, p, crossing);
    bool empty = false, kept = false;
    for (const auto& row : crossing.cells)
        for (const auto& n : row) {
            empty = empty || (n && *n == 0);
            kept = kept || !n;
        }
    Drawing drawing(out.name);
    double y = drawing.heading(out.title);
    Grid grid{drawing, w, p, crossing, fullest.n};
    for (std::size_t begin = 0; begin < crossing.columns.size(); begin += columns_max)
        y = grid.band(y, begin, std::min(begin + columns_max, crossing.columns.size()));
    for (const auto& [wanted, note] :
         {std::pair{empty, p.empty_note}, std::pair{kept, p.kept_note}}) {
        if (!wanted) continue;
        drawing.text(margin, y, note, {13, ink::soft, false, Anchor::start});
        y += 20;
    }
    out.height = y + margin - 16;
    out.svg = drawing.finish(out.height, w.language, out.title, out.description);
    return out;
}

Picture draw_matrix(const Summary& summary, const BoardSummary& board) {
    const Words& w = words(summary.language);
    const std::string slug = base::slug(board.id.text);
    Crossing crossing{"matrix" + (slug.empty() ? "" : "-" + slug),
                      matrix_caption(w, summary, board),
                      std::string(w.boards.scale),
                      {},
                      {},
                      {}};
    for (const auto& lever : board.levers) crossing.columns.push_back(lever.lever.name);
    for (const auto& row : board.matrix) {
        // Nothing in the row without a scale is no finding.
        if (row.scale.empty() &&
            std::ranges::all_of(row.levers, [](const auto& cell) { return cell.own == 0; }))
            continue;
        crossing.rows.push_back(row.scale.empty() ? std::string(w.boards.no_scale) : row.scale);
        auto& cells = crossing.cells.emplace_back();
        for (const auto& cell : row.levers) cells.emplace_back(cell.own);
    }
    return draw_crossing(summary.language, crossing);
}

}  // namespace atelier::report::pictures
