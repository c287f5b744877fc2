// Each block of the article as the page draws it.
#include <fmt/format.h>

#include <algorithm>

#include "report/article_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

namespace atelier::report::html {
namespace {

std::string joined(const std::vector<std::string>& notes) {
    std::string out;
    for (const std::string& note : notes) out.append(out.empty() ? "" : " · ").append(note);
    return out;
}

struct Drawing {
    Page& page;

    void operator()(const Heading& h) const {
        const std::string count =
            h.count.empty() ? std::string{}
                            : fmt::format(" <span class=\"count\">{}</span>", escape_html(h.count));
        if (h.lever) {
            page.out += fmt::format(
                "<h{0} class=\"lever {1}\">{2}<span class=\"name\" dir=\"auto\">{3}</span>{4}"
                "</h{0}>\n",
                h.level, colour_of(*h.lever), lever_mark(*h.lever), heading_html(h.text), count);
            return;
        }
        page.out +=
            fmt::format("<h{0} dir=\"auto\">{1}{2}</h{0}>\n", h.level, heading_html(h.text), count);
    }
    void operator()(const Paragraph& p) const {
        static constexpr std::array<std::string_view, 3> classes{"", " class=\"note\"",
                                                                 " class=\"nothing\""};
        page.out += fmt::format("<p{} dir=\"auto\">{}</p>\n",
                                classes[static_cast<std::size_t>(p.tone)], escape_html(p.text));
    }
    void operator()(const Said& said) const {
        page.out += fmt::format("<div class=\"said\">\n<p class=\"by\">{}</p>\n",
                                article_words(page.summary.language).head.said);
        paragraphs(page, said.text);
        page.out += "</div>\n";
    }
    void operator()(const Quotes& quotes) const {
        page.out += "<ul class=\"quotes\">\n";
        for (const std::string& text : quotes.texts)
            page.out +=
                fmt::format("<li><q class=\"text\" dir=\"auto\">{}</q></li>\n", escape_html(text));
        page.out += "</ul>\n";
    }
    void operator()(const Entries& entries) const {
        const bool ranked = std::ranges::any_of(entries.entries,
                                                [](const Entry& one) { return !one.rank.empty(); });
        page.out += fmt::format("<ul class=\"ideas {}{}{}\">\n",
                                entries.lever ? colour_of(*entries.lever) : "slate",
                                ranked ? " ranked" : "", entries.compact ? " compact" : "");
        for (const Entry& one : entries.entries) entry(one);
        page.out += "</ul>\n";
    }
    void operator()(const Table& one) const { table(page, one); }
    void operator()(const Tiles& tiles) const {
        page.out += "<dl class=\"tiles\">\n";
        for (const auto& [number, label] : tiles.tiles)
            page.out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html(label),
                                    escape_html(number));
        page.out += "</dl>\n";
    }
    void operator()(const Slot& slot) const { picture(page, slot); }
    void operator()(const Items& items) const {
        page.out += "<ul class=\"notes\">\n";
        for (const std::string& text : items.texts)
            page.out += fmt::format("<li>{}</li>\n", escape_html(text));
        page.out += "</ul>\n";
    }
    void operator()(const Links& links) const {
        page.out += "<ul class=\"links\">\n";
        for (const Link& one : links.links)
            page.out +=
                fmt::format("<li><a href=\"{}\" dir=\"auto\">{}</a></li>\n", escape_html(one.url),
                            escape_html(one.title.empty() ? one.url : one.title));
        page.out += "</ul>\n";
    }
    void operator()(const Code& code) const {
        page.out +=
            fmt::format("<p class=\"command\"><code>{}</code></p>\n", escape_html(code.text));
    }

  private:
    void entry(const Entry& one) const {
        page.out += "<li>\n";
        if (!one.rank.empty())
            page.out += fmt::format("<p class=\"rank\">{}</p>\n", escape_html(one.rank));
        page.out += fmt::format("<p class=\"text\" dir=\"auto\">{}</p>\n", escape_html(one.text));
        if (!one.head.empty() || !one.notes.empty()) {
            page.out += "<p class=\"known\" dir=\"auto\">";
            if (!one.head.empty())
                page.out += fmt::format("<b>{}</b>{}", escape_html(one.head),
                                        one.notes.empty() ? "" : " · ");
            page.out += escape_html(joined(one.notes)) + "</p>\n";
        }
        const std::string_view otherwise =
            article_words(page.summary.language).lever.in_other_words;
        for (const std::string& variant : one.variants)  // what it stands for, word for word
            page.out += fmt::format("<p class=\"variant\" dir=\"auto\">{}</p>\n",
                                    with(otherwise, {escape_html(variant)}));
        page.out += "</li>\n";
    }
};

}  // namespace

void part(Page& page, const Part& part) {
    page.out += fmt::format(
        "<section class=\"part-{0}\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n",
        part.anchor, escape_html(part.title));
    for (const Block& block : part.blocks) std::visit(Drawing{page}, block);
    page.out += "</section>\n";
}

}  // namespace atelier::report::html
