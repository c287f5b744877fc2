#include "report/export_markdown.hpp"

#include <fmt/format.h>

#include "report/markdown_text.hpp"
#include "report/numbers.hpp"
#include "report/sentences.hpp"
#include "report/words.hpp"

namespace atelier::report {
namespace {

/// Writes the sections one after the other; every block ends with an empty line.
class Writer {
  public:
    explicit Writer(const Summary& summary) : s_(summary), w_(words(summary.language)) {}

    std::string write() {
        head();
        figures();
        ideas();
        matrices();
        votes();
        method();
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

  private:
    void heading(int level, std::string_view escaped) {
        out_ += fmt::format("{:#<{}} {}\n\n", "", level, escaped);
    }
    void paragraph(std::string_view plain) { out_ += markdown_text(plain) + "\n\n"; }
    void item(std::string_view plain) { out_ += "- " + markdown_text(plain, "  ") + "\n"; }
    void row(const std::vector<std::string>& escaped_cells) {
        for (const auto& cell : escaped_cells) out_ += "| " + cell + " ";
        out_ += "|\n";
    }
    /// The first column holds words, the others numbers.
    void table_head(const std::vector<std::string>& cells) {
        row(cells);
        out_ += "| --- ";
        for (std::size_t i = 1; i < cells.size(); ++i) out_ += "| ---: ";
        out_ += "|\n";
    }
    std::string count(std::size_t n) const { return number(w_, n); }

    void head() {
        heading(1, markdown_line(s_.title));
        paragraph(fmt::format("{} – {}", w_.summary, long_date(w_, s_.held_at)));
        if (!s_.question.empty()) out_ += "> " + markdown_text(s_.question, "> ") + "\n\n";
    }

    void figures() {
        const FigureWords& w = w_.figures;
        const Figures& f = s_.figures;
        heading(2, w.title);
        item(counted(w_, w.joined, f.joined));
        item(counted(w_, w.took_part, f.took_part));
        item(counted(w_, w.posted, f.ideas));
        item(counted(w_, w.published, f.published));
        if (f.pending > 0) item(counted(w_, w.pending, f.pending));
        if (f.hidden > 0) item(counted(w_, w.hidden, f.hidden));
        if (f.withdrawn > 0) item(counted(w_, w.withdrawn, f.withdrawn));
        out_ += "\n";
        if (!f.hidden_by_reason.empty()) {
            heading(3, w.hidden_title);
            table_head({std::string(w.reason), std::string(w.value)});
            for (const auto& [reason, n] : f.hidden_by_reason)
                row({std::string(w.reasons[static_cast<std::size_t>(reason)]), count(n)});
            out_ += "\n";
        }
        if (!s_.affiliations.shown.empty()) affiliations();
    }

    void affiliations() {
        const FigureWords& w = w_.figures;
        heading(3, w.affiliations_title);
        table_head({std::string(w.affiliation), std::string(w.people)});
        for (const auto& one : s_.affiliations.shown)
            row({markdown_line(one.name), count(one.people)});
        if (s_.affiliations.others > 0) row({std::string(w.others), count(s_.affiliations.others)});
        out_ += "\n";
    }

    void ideas() {
        heading(2, ideas_title(w_, s_));
        if (s_.figures.published == 0) return paragraph(w_.boards.no_idea);
        const bool several = s_.boards.size() > 1;
        for (const auto& board : s_.boards) {
            if (several) heading(3, with(w_.boards.of_board, {markdown_line(board.id.text)}));
            if (board.levers.empty()) {
                idea_list(board.tray);
                continue;
            }
            const int level = several ? 4 : 3;
            for (const auto& lever : board.levers) group(level, lever.lever.name, lever.ideas);
            if (!board.tray.empty()) group(level, w_.boards.tray, board.tray);
        }
    }
    void group(int level, std::string_view name, const std::vector<IdeaLine>& lines) {
        heading(level, fmt::format("{} ({})", markdown_line(name),
                                   counted(w_, w_.boards.ideas, lines.size())));
        if (lines.empty()) return paragraph(w_.boards.none_here);
        idea_list(lines);
    }
    void idea_list(const std::vector<IdeaLine>& lines) {
        for (const auto& line : lines) {
            out_ += "- " + markdown_text(line.text, "  ");
            std::string notes = markdown_line(line.scale);
            if (s_.ranked_by) {
                const auto dots = static_cast<std::size_t>(line.votes.dots);
                notes += (notes.empty() ? "" : ", ") + counted(w_, w_.boards.dots, dots);
            }
            if (!notes.empty()) out_ += "\\\n  *" + notes + "*";
            out_ += "\n";
            for (const std::string& variant : line.variants)  // what it stands for, word for word
                out_ += "  - " + markdown_text(variant, "    ") + "\n";
        }
        out_ += "\n";
    }

    void matrices() {
        if (!has_matrix(s_)) return;
        heading(2, w_.boards.matrix_title);
        for (const auto& board : s_.boards)
            if (board.cells() > 0) matrix(board);
    }
    void matrix(const BoardSummary& board) {
        const BoardWords& w = w_.boards;
        std::vector<std::string> cells{std::string(w.scale)};
        for (const auto& lever : board.levers) cells.push_back(markdown_line(lever.lever.name));
        cells.insert(cells.end(), {std::string(w.tray), std::string(w.total)});
        const bool roll_up = has_roll_up(board);
        if (roll_up) cells.emplace_back(w.nested_total);
        paragraph(matrix_caption(w_, s_, board));
        table_head(cells);
        for (const auto& line : board.matrix) {
            cells = {line.scale.empty() ? std::string(w.no_scale) : markdown_line(line.scale)};
            for (const auto& cell : line.levers) cells.push_back(count(cell.own));
            cells.insert(cells.end(), {count(line.tray.own), count(line.total.own)});
            if (roll_up) cells.push_back(count(line.total.nested));
            row(cells);
        }
        out_ += "\n";
        if (roll_up) paragraph(w.nested_note);
        paragraph(matrix_finding(w_, board));
    }

    void votes() {
        heading(2, w_.votes.title);
        for (const auto& vote : s_.votes) {
            heading(3, markdown_line(vote_title(w_, vote.title, vote.round)));
            paragraph(turnout(w_, s_, vote));
            paragraph(vote_rule(w_, vote));
            if (vote.running) paragraph(w_.votes.running);
            const bool dots = vote.method == domain::Method::dots;
            if (vote.ranking.empty() && vote.findings.empty()) {
                paragraph(dots ? w_.votes.none_cast : w_.results.none);
                continue;
            }
            if (dots) {
                ranking(vote);
            } else {
                findings(vote);
            }
            for (const auto& sentence : rest_of_ranking(w_, vote)) paragraph(sentence);
        }
        for (const auto& vote : s_.withheld) paragraph(withheld(w_, vote));
        if (s_.votes.empty() && s_.withheld.empty()) paragraph(w_.votes.none);
    }
    // A list and not a table, since an idea may have several lines. Its numbers are written out:
    // equal ranks would be lost in a numbered list.
    void ranking(const VoteSummary& vote) {
        paragraph(w_.votes.caption);
        for (const auto& idea : vote.leading())
            out_ += fmt::format(
                "- **{}.** {}\\\n  *{}, {}*\n", idea.rank, markdown_text(idea.text, "  "),
                counted(w_, w_.boards.dots, static_cast<std::size_t>(idea.tally.dots)),
                counted(w_, w_.votes.people, static_cast<std::size_t>(idea.tally.voters)));
        out_ += "\n";
    }

    void findings(const VoteSummary& vote) {
        paragraph(w_.votes.caption);
        for (const auto& idea : vote.leading_findings()) {
            const FindingText found = finding(w_, idea.tally);
            out_ += fmt::format("- **{}.** {}\\\n  **{}** – *{}*\n", idea.rank,
                                markdown_text(idea.text, "  "), markdown_line(found.head),
                                markdown_line(found.figures));
        }
        out_ += "\n";
    }

    void method() {
        heading(2, w_.method.title);
        for (const auto& note : method_notes(w_, s_)) item(note);
        out_ += fmt::format("\n---\n\n- {} {}\n- {} {}\n- {} `{}`\n", w_.method.made_at,
                            long_time(w_, s_.exported_at), w_.method.event, s_.fingerprint.seq,
                            w_.method.digest, s_.fingerprint.digest);
    }

    const Summary& s_;
    const Words& w_;
    std::string out_;
};

}  // namespace

std::string export_markdown(const Summary& summary) { return Writer(summary).write(); }

}  // namespace atelier::report
