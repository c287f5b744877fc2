#include "report/export_markdown.hpp"

#include <fmt/format.h>

#include "report/article.hpp"
#include "report/article_words.hpp"
#include "report/markdown_text.hpp"
#include "report/numbers.hpp"

namespace atelier::report {
namespace {

/// Writes the blocks one after the other; every block ends with an empty line.
class Writer {
  public:
    explicit Writer(const Summary& summary)
        : s_(summary), w_(words(summary.language)), a_(article_words(summary.language)) {}

    std::string write() {
        const Article read = article(s_);
        head(read);
        for (const Part& part : read.parts) {
            heading(2, part.title);
            for (const Block& block : part.blocks) std::visit(*this, block);
        }
        foot();
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

    void operator()(const Heading& h) {
        heading(h.level, h.text);  // a sentence below says how many
    }
    void operator()(const Paragraph& p) { paragraph(p.text); }
    void operator()(const Said& said) { paragraphs(said.text); }
    void operator()(const Quotes& quotes) {
        for (const std::string& text : quotes.texts)
            out_ += "> " + markdown_text(text, "> ") + "\n\n";
    }
    void operator()(const Entries& entries) {
        for (const Entry& one : entries.entries) entry(one);
        out_ += "\n";
    }
    // Many editors have no captions, so that a line in bold stands for one.
    void operator()(const Table& table) {
        out_ += "**" + markdown_line(table.caption) + "**\n\n";
        row(table.heads);
        out_ += "| --- ";
        for (std::size_t i = 1; i < table.heads.size(); ++i) out_ += "| ---: ";
        out_ += "|\n";
        for (const auto& cells : table.rows) row(cells);
        out_ += "\n";
    }
    /// The paragraph before them says the same.
    void operator()(const Tiles&) {}
    void operator()(const Slot&) {}
    void operator()(const Items& items) {
        for (const std::string& text : items.texts) out_ += "- " + markdown_text(text, "  ") + "\n";
        out_ += "\n";
    }
    void operator()(const Links& links) {
        for (const Link& one : links.links)
            out_ += fmt::format("- [{}](<{}>)\n",
                                markdown_line(one.title.empty() ? one.url : one.title),
                                address(one.url));
        out_ += "\n";
    }
    void operator()(const Code& code) { out_ += fmt::format("    {}\n\n", code.text); }

  private:
    /// Between angle brackets nothing but these ends an address.
    static std::string address(std::string_view url) {
        std::string out;
        for (const char c : url) {
            if (c == '<') {
                out += "%3C";
            } else if (c == '>') {
                out += "%3E";
            } else if (c == '\\') {
                out += "%5C";
            } else {
                out += c;
            }
        }
        return out;
    }
    void heading(int level, std::string_view plain) {
        out_ += fmt::format("{:#<{}} {}\n\n", "", level, markdown_line(plain));
    }
    void paragraph(std::string_view plain) { out_ += markdown_text(plain) + "\n\n"; }
    /// By the facilitators: an empty line ends a paragraph, and the first says whose they are.
    void paragraphs(std::string_view text) {
        out_ += fmt::format("**{}.** ", markdown_line(a_.head.said));
        while (!text.empty()) {
            const auto end = std::min(text.find("\n\n"), text.size());
            if (const auto one = text.substr(0, end); one.find_first_not_of(" \t\n") != one.npos)
                paragraph(one);
            text.remove_prefix(std::min(end + 2, text.size()));
        }
    }
    void row(const std::vector<std::string>& cells) {
        for (const auto& cell : cells) out_ += "| " + markdown_line(cell) + " ";
        out_ += "|\n";
    }
    // A list and not a table, since an idea may have several lines. Ranks are written out: equal ones
    // would be lost in a numbered list.
    void entry(const Entry& one) {
        out_ += "- ";
        if (!one.rank.empty()) out_ += fmt::format("**{}** ", one.rank);
        out_ += markdown_text(one.text, "  ");
        std::string known;
        if (!one.head.empty()) known = "**" + markdown_text(one.head, "  ") + "**";
        std::string notes;
        for (const std::string& note : one.notes)
            notes += (notes.empty() ? "" : " · ") + markdown_line(note);
        if (!notes.empty()) known += (known.empty() ? "*" : " · *") + notes + "*";
        if (!known.empty()) out_ += "\\\n  " + known;
        out_ += "\n";
        for (const std::string& variant : one.variants)  // what it stands for, word for word
            out_ += "  - " + with(a_.lever.in_other_words, {markdown_text(variant, "    ")}) + "\n";
    }

    void head(const Article& read) {
        heading(1, s_.title);
        out_ += "*" + markdown_line(read.kind) + "*\n\n";
        if (!read.series.empty()) out_ += "*" + markdown_line(read.series) + "*\n\n";
        std::string credits;
        for (const std::string& credit : read.credits)
            credits += (credits.empty() ? "" : " ") + credit;
        if (!credits.empty()) paragraph(credits);
        if (!s_.question.empty()) out_ += "> " + markdown_text(s_.question, "> ") + "\n\n";
        if (!s_.draft.introduction.empty()) paragraphs(s_.draft.introduction);
    }

    void foot() {
        out_ += fmt::format("---\n\n- {} {}\n- {} {}\n- {} `{}`\n", w_.method.made_at,
                            long_time(w_, s_.exported_at), w_.method.event, s_.fingerprint.seq,
                            w_.method.digest, s_.fingerprint.digest);
    }

    const Summary& s_;
    const Words& w_;
    const ArticleWords& a_;
    std::string out_;
};

}  // namespace

std::string export_markdown(const Summary& summary) { return Writer(summary).write(); }

}  // namespace atelier::report
