// A board as columns of cards: per lever its leading ideas, as many as can be read.
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

constexpr std::size_t columns_max = 3;
constexpr std::size_t cards_max = 5;
constexpr std::size_t card_lines_max = 4;
constexpr double gap = 16, card_pad = 11, card_size = 14, card_leading = card_size * 1.32;

struct Column {
    std::string name;
    std::string symbol, colour;  ///< no symbol: the tray
    const std::vector<IdeaLine>* ideas = nullptr;
};

struct Pens {
    const Words& w;
    const PictureWords& p;
    bool ranked;
};

/// What the last vote found of it, in a word or two; empty: nobody chose anything about it.
std::string finding_of(const Pens& pens, const IdeaLine& line) {
    return line.score ? finding(pens.w, line.score->tally).head : std::string();
}

std::string note_of(const Pens& pens, const IdeaLine& line) {
    std::string out = line.scale;
    if (const std::string found = finding_of(pens, line); !found.empty())
        out += (out.empty() ? "" : " · ") + found;
    return out;
}

double draw_card(Drawing& out, const Pens& pens, const IdeaLine& line, double x, double y,
                 double width, std::string_view colour) {
    const auto text = wrap(line.text, card_size, width - 2 * card_pad - 4, card_lines_max);
    const std::string note = note_of(pens, line);
    const double height = card_pad * 2 + static_cast<double>(text.size()) * card_leading +
                          (note.empty() ? 0 : 19) - 4;
    out.rect({x, y, width, height}, ink::white, 5, {ink::line, 1, {}});
    out.rect({x, y + 5, 4, height - 10}, colour);
    double at = out.lines(x + card_pad + 4, y + card_pad + card_size - 2, text, {card_size});
    if (!note.empty())
        out.text(x + card_pad + 4, at + 19, shortened(note, 12.5, width - 2 * card_pad - 4),
                 {12.5, ink::soft, false, Anchor::start});
    return y + height;
}

double draw_column(Drawing& out, const Pens& pens, const Column& column, double x, double y,
                   double width) {
    const std::string_view colour = colour_value(column.colour);
    const bool marked = !column.symbol.empty();
    if (marked) out.symbol(x + 15, y + 15, 15, column.symbol, colour);
    const double indent = marked ? 40 : 0;
    const auto name = wrap(column.name, 16 * 1.05, width - indent, 2);
    double at = out.lines(x + indent, y + 15, name, {16, ink::text, true, Anchor::start});
    at = std::max(at + 18, y + 33);
    out.text(x + indent, at, counted(pens.w, pens.w.boards.ideas, column.ideas->size()),
             {13, ink::soft, false, Anchor::start});
    at += 11;
    out.line(x, at, x + width, at, {colour, 2, {}});
    at += 10;
    const std::size_t shown = std::min(column.ideas->size(), cards_max);
    for (std::size_t i = 0; i < shown; ++i)
        at = draw_card(out, pens, (*column.ideas)[i], x, at, width, colour) + 8;
    if (column.ideas->empty()) {
        out.hatched({x, at, width, 40}, ink::paper, ink::wash, 45);
        at = out.lines(x + card_pad, at + 25,
                       {shortened(pens.w.boards.none_here, 13, width - 2 * card_pad)},
                       {13, ink::soft, false, Anchor::start}) +
             23;
    }
    if (column.ideas->size() > shown) {
        out.text(x, at + 14, with(pens.p.more, {number(pens.w, column.ideas->size() - shown)}),
                 {13.5, ink::soft, true, Anchor::start});
        at += 24;
    }
    return at;
}

std::vector<Column> columns_of(const BoardSummary& board, const PictureWords& words) {
    std::vector<Column> out;
    for (const auto& lever : board.levers)
        out.push_back({lever.lever.name, lever.lever.symbol, lever.lever.colour, &lever.ideas});
    if (!board.tray.empty() || out.empty())
        out.push_back(
            {std::string(out.empty() ? words.ideas : words.tray), "", "slate", &board.tray});
    return out;
}

std::string description_of(const Pens& pens, const std::vector<Column>& columns,
                           std::size_t levers) {
    std::size_t ideas = 0;
    for (const auto& column : columns) ideas += column.ideas->size();
    std::string out = with(pens.p.board_desc, {counted(pens.w, pens.w.boards.ideas, ideas),
                                               counted(pens.w, pens.p.levers, levers)});
    for (const auto& column : columns) {
        out +=
            " " + with(pens.p.lever_desc,
                       {column.name, counted(pens.w, pens.w.boards.ideas, column.ideas->size())});
        if (!column.ideas->empty())
            out += " " + with(pens.p.leading, {shortened(column.ideas->front().text, 10, 700)});
    }
    return out;
}

Rows table_of(const Pens& pens, const std::vector<Column>& columns, std::string_view caption) {
    Rows out{std::string(caption),
             {std::string(pens.p.lever), std::string(pens.p.idea), std::string(pens.p.scale)},
             {}};
    if (pens.ranked) out.head.emplace_back(pens.p.result);
    for (const auto& column : columns)
        for (const auto& line : *column.ideas) {
            out.rows.push_back({column.name, line.text, line.scale});
            if (pens.ranked) out.rows.back().push_back(finding_of(pens, line));
        }
    return out;
}

}  // namespace

Picture draw_board(const Summary& summary, const BoardSummary& board) {
    const Pens pens{words(summary.language), picture_words(summary.language),
                    summary.ranked_by.has_value()};
    const auto columns = columns_of(board, pens.p);
    const std::string slug = base::slug(board.id.text);
    Picture out;
    out.name = "board" + (slug.empty() ? "" : "-" + slug);
    out.title = !board.title.empty()        ? board.title
                : summary.boards.size() > 1 ? with(pens.w.boards.of_board, {board.id.text})
                                            : std::string(pens.p.board);
    out.description = description_of(pens, columns, board.levers.size());
    out.table = table_of(pens, columns, out.title);

    Drawing drawing(out.name);
    double y = drawing.heading(out.title, summary.title);
    // Balanced rows: five columns are three and two, four are two and two.
    const std::size_t rows = (columns.size() + columns_max - 1) / columns_max;
    const std::size_t across = (columns.size() + rows - 1) / rows;
    const double width = (page_width - 2 * margin - gap * static_cast<double>(across - 1)) /
                         static_cast<double>(across);
    for (std::size_t begin = 0; begin < columns.size(); begin += across) {
        double lowest = y;
        for (std::size_t i = begin; i < std::min(begin + across, columns.size()); ++i) {
            const double x = margin + (width + gap) * static_cast<double>(i - begin);
            lowest = std::max(lowest, draw_column(drawing, pens, columns[i], x, y, width));
        }
        y = lowest + 26;
    }
    out.height = y + margin - 26;
    out.svg = drawing.finish(out.height, pens.w.language, out.title, out.description);
    return out;
}

}  // namespace atelier::report::pictures
