// Turns each block of the article into what the document has for it.
#include "report/office/document.hpp"

#include <algorithm>

#include "report/export_html.hpp"
#include "report/numbers.hpp"
#include "report/pictures/lettering.hpp"
#include "report/pictures/pictures.hpp"
#include "report/words.hpp"

namespace atelier::report::office {
namespace {

Block text(std::string words, Style style = Style::body) {
    return {Paragraph{style, {{std::move(words)}}}};
}

/// Paragraphs are told apart by an empty line; a single line break stays one.
void add_paragraphs(std::vector<Block>& out, std::string_view words, Style style) {
    while (!words.empty()) {
        const auto end = words.find("\n\n");
        std::string one(words.substr(0, end));
        while (!one.empty() && one.front() == '\n') one.erase(0, 1);
        if (!one.empty()) out.push_back(text(std::move(one), style));
        if (end == std::string_view::npos) return;
        words.remove_prefix(end + 2);
    }
}

struct Builder {
    const Summary& summary;
    std::vector<Block>& out;

    void operator()(const report::Heading& heading) const {
        Spans spans{{heading.text}};
        if (!heading.count.empty()) spans.push_back({" (" + heading.count + ")"});
        out.push_back({Heading{std::max(heading.level - 1, 1), std::move(spans)}});
    }
    void operator()(const report::Paragraph& paragraph) const {
        const bool plain = paragraph.tone == report::Paragraph::Tone::plain;
        out.push_back(text(paragraph.text, plain ? Style::body : Style::note));
    }
    void operator()(const Said& said) const { add_paragraphs(out, said.text, Style::body); }
    void operator()(const Quotes& quotes) const {
        for (const std::string& one : quotes.texts) out.push_back(text(one, Style::quote));
    }
    void operator()(const Entries& entries) const {
        List list;
        for (const Entry& entry : entries.entries) list.items.push_back(item(entry));
        if (!list.items.empty()) out.push_back({std::move(list)});
    }
    void operator()(const report::Table& table) const {
        Table made{{{table.caption}}, 1, {}};
        auto& head = made.rows.emplace_back();
        for (const std::string& cell : table.heads) head.push_back({true, {{cell}}});
        for (const auto& cells : table.rows) {
            auto& row = made.rows.emplace_back();
            for (const std::string& cell : cells) row.push_back({row.empty(), {{cell}}});
        }
        for (auto& row : made.rows) row.resize(table.heads.size());
        if (!table.heads.empty()) out.push_back({std::move(made)});
    }
    void operator()(const Tiles& tiles) const {
        List list;
        for (const auto& [number, label] : tiles.tiles)
            list.items.push_back(
                {Block{Paragraph{Style::body, {{number, true}, {"\u00A0" + label}}}}});
        if (!list.items.empty()) out.push_back({std::move(list)});
    }
    void operator()(const Slot& slot) const {
        if (auto picture = pictures::picture_for(summary, slot))
            out.push_back({Image{picture->title, picture->description, picture->svg, picture->width,
                                 picture->height}});
    }
    void operator()(const Items& items) const {
        List list;
        for (const std::string& one : items.texts) list.items.push_back({text(one)});
        if (!list.items.empty()) out.push_back({std::move(list)});
    }
    void operator()(const Links& links) const {
        List list;
        for (const Link& one : links.links) {
            Span span{one.title.empty() ? one.url : one.title};
            span.link = one.url;
            list.items.push_back({Block{Paragraph{Style::body, {std::move(span)}}}});
        }
        if (!list.items.empty()) out.push_back({std::move(list)});
    }
    void operator()(const Code& code) const {
        Span span{code.text};
        span.code = true;
        out.push_back({Paragraph{Style::code, {std::move(span)}}});
    }

  private:
    static std::vector<Block> item(const Entry& entry) {
        Spans first;
        if (!entry.rank.empty()) first.push_back({entry.rank + " ", true});
        first.push_back({entry.text});
        std::vector<Block> made{Block{Paragraph{Style::body, std::move(first)}}};
        Spans notes;
        if (!entry.head.empty()) notes.push_back({entry.head, true});
        for (const std::string& note : entry.notes)
            notes.push_back({(notes.empty() ? "" : " · ") + note});
        if (!notes.empty()) made.push_back({Paragraph{Style::note, std::move(notes)}});
        List variants;
        for (const std::string& variant : entry.variants) variants.items.push_back({text(variant)});
        if (!variants.items.empty()) made.push_back({std::move(variants)});
        return made;
    }
};

}  // namespace

Document document_of(const Summary& summary) {
    const Words& w = words(summary.language);
    const report::Article made = report::article(summary);
    Document out{std::string(w.language), summary.title, {}};
    out.blocks.push_back(text(made.kind, Style::subtitle));
    out.blocks.push_back(text(summary.title, Style::title));
    if (!made.series.empty()) out.blocks.push_back(text(made.series, Style::subtitle));
    for (const std::string& credit : made.credits) out.blocks.push_back(text(credit, Style::note));
    if (!summary.question.empty()) out.blocks.push_back(text(summary.question, Style::quote));
    const Builder build{summary, out.blocks};
    for (const Part& part : made.parts) {
        out.blocks.push_back({Heading{1, {{part.title}}}});
        for (const report::Block& block : part.blocks) std::visit(build, block);
    }
    const auto pair = [&](std::string_view name, std::string value, bool code) {
        Span span{std::move(value)};
        span.code = code;
        out.blocks.push_back(
            {Paragraph{Style::note, {{std::string(name) + " ", true}, std::move(span)}}});
    };
    pair(w.method.made_at, long_time(w, summary.exported_at), false);
    pair(w.method.event, std::to_string(summary.fingerprint.seq), false);
    pair(w.method.digest, summary.fingerprint.digest, true);
    return out;
}

std::vector<double> column_shares(const Table& table) {
    // In characters: a column has room for its longest word, and for a whole text up to a bound.
    constexpr double least = 5, most = 40, scale = 1.7, edge = 2.5;
    std::vector<double> out;
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i >= out.size()) out.resize(i + 1, least);
            double all = 0, word = 0;
            for (const Span& span : row[i].spans) {
                all += pictures::width_of(span.text, scale);
                std::string_view rest = span.text;
                while (!rest.empty()) {
                    const auto end = rest.find_first_of(" \n\t");
                    word = std::max(word, pictures::width_of(rest.substr(0, end), scale));
                    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
                }
            }
            const bool head = row[i].head && &row == &table.rows.front();
            out[i] = std::max(
                out[i], std::max(std::min(word, most), std::min(all, head ? word : most)) + edge);
        }
    double sum = 0;
    for (const double width : out) sum += width;
    for (double& width : out) width /= sum;
    return out;
}

}  // namespace atelier::report::office
