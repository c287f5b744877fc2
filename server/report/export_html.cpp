#include "report/export_html.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

namespace atelier::report {

/// The style sheet's bytes, put into the binary by embed.cmake.
namespace embedded {
std::string_view summary_css();
}

std::string export_html(const Summary& summary) {
    const Words& w = words(summary.language);
    std::string out = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<title>{} – {}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#content\">{}</a>\n",
        w.language, escape_html(summary.title), w.summary, embedded::summary_css(), w.skip);
    const Article read = article(summary);
    html::Page page{summary, read, w, out};
    html::symbol_definitions(page);
    html::header(page);
    html::contents(page);
    out += "<main id=\"content\">\n";
    for (const Part& one : read.parts) html::part(page, one);
    out += "</main>\n";
    html::footer(page);
    out += "</body>\n</html>\n";
    return out;
}

std::string summary_style_sha256_base64() {
    return base::base64(base::sha256(embedded::summary_css()));
}

}  // namespace atelier::report
