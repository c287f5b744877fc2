#include "report/office/article.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "report/office/markup.hpp"
#include "report/pictures/lettering.hpp"

namespace atelier::report::office {
namespace {

using Kind = Token::Kind;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool inline_element(std::string_view name) {
    return one_of(name, {"span", "b", "strong", "i", "em", "cite", "code", "a", "br", "time",
                         "small", "q", "sup", "sub", "abbr", "bdi", "mark", "wbr", "data"});
}

/// Takes white space off both ends of a paragraph.
Spans trimmed(Spans spans) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!spans.empty()) {
        std::string& text = spans.front().text;
        text.erase(text.begin(), std::ranges::find_if_not(text, blank));
        if (!text.empty()) break;
        spans.erase(spans.begin());
    }
    while (!spans.empty()) {
        std::string& text = spans.back().text;
        while (!text.empty() && blank(text.back())) text.pop_back();
        if (!text.empty()) break;
        spans.pop_back();
    }
    return spans;
}

std::string plain(const Spans& spans) {
    std::string out;
    for (const Span& span : spans) out += span.text;
    return out;
}

double number_in(const std::string& text, double otherwise) {
    double out = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

class Reader {
  public:
    explicit Reader(std::string_view page) : page_(page), in_(page) {}

    Article read() {
        for (Token token = in_.next(); token.kind != Kind::end; token = in_.next())
            if (token.kind == Kind::open) top(token);
        return std::move(out_);
    }

  private:
    void top(const Token& token) {
        if (token.name == "html") out_.language = attribute(token.raw, "lang");
        if (token.name == "head") {
            in_.rest_of(token);
        } else if (token.name == "body") {
            blocks(out_.blocks, "body");
        }
    }

    /// What helps on a screen alone.
    static bool skipped(const Token& token) {
        return one_of(token.name, {"nav", "style", "script", "template", "button"}) ||
               has_class(token.raw, "skip") || has_class(token.raw, "screen-only") ||
               (attribute(token.raw, "aria-hidden") == "true");
    }

    /// Reads up to the end of the element whose name is given, which is open.
    void blocks(std::vector<Block>& out, std::string_view until) {
        Spans loose;  // text that stands in no paragraph of its own
        const auto flush = [&] {
            Spans spans = trimmed(std::exchange(loose, {}));
            if (!spans.empty()) out.push_back({Paragraph{Style::body, std::move(spans)}});
        };
        for (Token token = in_.next(); token.kind != Kind::end; token = in_.next()) {
            if (token.kind == Kind::close) {
                if (token.name == until) break;
                continue;
            }
            if (token.kind == Kind::text) {
                loose.push_back({unescape(token.raw)});
                continue;
            }
            if (skipped(token)) {
                in_.rest_of(token);
            } else if (inline_element(token.name)) {
                element(loose, token, {});
            } else {
                flush();
                block(out, token);
            }
        }
        flush();
    }

    void block(std::vector<Block>& out, const Token& token) {
        const std::string_view name = token.name;
        if (token.empty) return;
        if (name == "svg") return image(out, token);
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
            return heading(out, token);
        if (one_of(name, {"p", "figcaption", "caption", "summary", "blockquote", "dt", "dd",
                          "address", "pre", "legend"}))
            return paragraph(out, token);
        if (name == "ul" || name == "ol") return list(out, token);
        if (name == "dl") return pairs(out, token);
        if (name == "table") return table(out);
        blocks(out, name);
    }

    void heading(std::vector<Block>& out, const Token& token) {
        const int level = token.name[1] - '0';
        Spans spans = inline_until(token.name);
        if (spans.empty()) return;
        if (level == 1 && out_.title.empty()) {
            out_.title = plain(spans);
            out.push_back({Paragraph{Style::title, std::move(spans)}});
            return;
        }
        out.push_back({Heading{std::max(level - 1, 1), std::move(spans)}});
    }

    static Style style_of(const Token& token) {
        if (has_class(token.raw, "kind") || has_class(token.raw, "date")) return Style::subtitle;
        if (has_class(token.raw, "question") || token.name == "blockquote") return Style::quote;
        if (token.name == "caption" || token.name == "figcaption") return Style::caption;
        for (const auto word : {"note", "score", "scale", "variant", "nothing"})
            if (has_class(token.raw, word)) return Style::note;
        return Style::body;
    }

    void paragraph(std::vector<Block>& out, const Token& token) {
        const Style style = style_of(token);
        if (token.name == "blockquote") {
            std::vector<Block> inner;
            blocks(inner, token.name);
            for (Block& one : inner) {
                if (auto* text = std::get_if<Paragraph>(&one.what)) text->style = Style::quote;
                out.push_back(std::move(one));
            }
            return;
        }
        Spans spans = inline_until(token.name);
        if (!spans.empty()) out.push_back({Paragraph{style, std::move(spans)}});
    }

    void list(std::vector<Block>& out, const Token& token) {
        List list;
        list.ordered = token.name == "ol" && !has_class(token.raw, "ideas");
        const std::string_view until = token.name;
        for (Token inner = in_.next(); inner.kind != Kind::end; inner = in_.next()) {
            if (inner.kind == Kind::close && inner.name == until) break;
            if (inner.kind != Kind::open || inner.name != "li") continue;
            std::vector<Block> item;
            blocks(item, "li");
            notes_last(item);
            if (!item.empty()) list.items.push_back(std::move(item));
        }
        if (!list.items.empty()) out.push_back({std::move(list)});
    }

    /// On the page a score stands beside the text; in a list it follows it.
    static void notes_last(std::vector<Block>& item) {
        std::ranges::stable_partition(item, [](const Block& block) {
            const auto* text = std::get_if<Paragraph>(&block.what);
            return !text || text->style != Style::note;
        });
    }

    /// Names and values: "12 people joined", "Fingerprint: aaaa".
    void pairs(std::vector<Block>& out, const Token& token) {
        List list;
        Spans name;
        for (Token inner = in_.next(); inner.kind != Kind::end; inner = in_.next()) {
            if (inner.kind == Kind::close && inner.name == token.name) break;
            if (inner.kind != Kind::open) continue;
            if (inner.name == "dt") name = inline_until("dt");
            if (inner.name != "dd") continue;
            Spans value = inline_until("dd");
            for (Span& span : value) span.bold = span.bold || !span.code;
            const std::string text = plain(value);
            const bool count = !text.empty() && std::ranges::all_of(text, [](char c) {
                return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == ',';
            });
            Spans line = count ? value : name;
            line.push_back({count ? "\u00A0" : out_.language == "en" ? ": " : "\u00A0: "});
            for (const Span& span : count ? name : value) line.push_back(span);
            list.items.push_back({Block{Paragraph{Style::body, std::move(line)}}});
        }
        if (!list.items.empty()) out.push_back({std::move(list)});
    }

    void table(std::vector<Block>& out) {
        Table table;
        bool in_head = false;
        for (Token token = in_.next(); token.kind != Kind::end; token = in_.next()) {
            if (token.kind == Kind::close) {
                if (token.name == "table") break;
                if (token.name == "thead") in_head = false;
                continue;
            }
            if (token.kind != Kind::open) continue;
            if (token.name == "caption") table.caption = inline_until("caption");
            if (token.name == "thead") in_head = true;
            if (token.name == "tr") {
                table.rows.emplace_back();
                if (in_head) ++table.head_rows;
            }
            if (token.name != "th" && token.name != "td") continue;
            if (table.rows.empty()) table.rows.emplace_back();
            table.rows.back().push_back({token.name == "th", inline_until(token.name)});
        }
        std::size_t columns = 0;
        for (const auto& row : table.rows) columns = std::max(columns, row.size());
        for (auto& row : table.rows) row.resize(columns);
        if (columns > 0) out.push_back({std::move(table)});
    }

    void image(std::vector<Block>& out, const Token& token) {
        const std::string_view inner = in_.rest_of(token);
        Image image;
        image.svg =
            std::string(page_.substr(token.begin, token.end - token.begin)) + std::string(inner);
        image.width = number_in(attribute(token.raw, "width"), image.width);
        image.height = number_in(attribute(token.raw, "height"), image.height);
        image.title = between(inner, "title");
        image.description = between(inner, "desc");
        if (!image.title.empty()) out.push_back({std::move(image)});
    }
    static std::string between(std::string_view inner, std::string_view name) {
        const auto tag = inner.find("<" + std::string(name));
        if (tag == std::string_view::npos) return {};
        const auto begin = inner.find('>', tag);
        const auto end = inner.find("</" + std::string(name), tag);
        if (begin >= end || end == std::string_view::npos) return {};
        return unescape(inner.substr(begin + 1, end - begin - 1));
    }

    Spans inline_until(std::string_view until) {
        Spans out;
        collect(out, until, {});
        return trimmed(std::move(out));
    }
    void collect(Spans& out, std::string_view until, const Span& look) {
        for (Token token = in_.next(); token.kind != Kind::end; token = in_.next()) {
            if (token.kind == Kind::close && token.name == until) return;
            if (token.kind == Kind::text) add(out, unescape(token.raw), look);
            if (token.kind != Kind::open) continue;
            if (skipped(token) || token.name == "svg") {
                in_.rest_of(token);
            } else {
                element(out, token, look);
            }
        }
    }
    void element(Spans& out, const Token& token, Span look) {
        if (token.name == "br") return add(out, "\n", look);
        if (token.empty) return;
        // Blocks within a cell or an item are told apart by a line break.
        const bool own_line = !inline_element(token.name) && !plain(out).empty();
        if (own_line) add(out, "\n", look);
        look.bold = look.bold || one_of(token.name, {"b", "strong"});
        look.italic = look.italic || one_of(token.name, {"i", "em", "cite"});
        look.code = look.code || token.name == "code";
        if (token.name == "a") {
            const std::string target = attribute(token.raw, "href");
            for (const auto scheme : {"https://", "http://", "mailto:"})
                if (target.starts_with(scheme)) look.link = target;
        }
        collect(out, token.name, look);
    }
    static void add(Spans& out, std::string text, const Span& look) {
        Span span = look;
        span.text = std::move(text);
        if (!span.text.empty()) out.push_back(std::move(span));
    }

    std::string_view page_;
    Markup in_;
    Article out_;
};

}  // namespace

Article article_of(std::string_view page) { return Reader(page).read(); }

std::vector<double> column_shares(const Table& table) {
    constexpr double least = 7, most = 46, size = 1;
    std::vector<double> out;
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i >= out.size()) out.resize(i + 1, least);
            const double width = pictures::width_of(plain(row[i].spans), size) * 1.7;
            out[i] = std::clamp(width, out[i], most);
        }
    double sum = 0;
    for (const double width : out) sum += width;
    for (double& width : out) width /= sum;
    return out;
}

}  // namespace atelier::report::office
