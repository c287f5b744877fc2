#include "report/public_page.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "report/export_html.hpp"
#include "report/export_markdown.hpp"
#include "report/html_text.hpp"
#include "report/numbers.hpp"
#include "report/public_words.hpp"
#include "report/words.hpp"

namespace atelier::report {
namespace {

std::string versions(const Notice& notice, const PublicWords& w) {
    std::string out;
    for (const int number : notice.all)
        if (number != notice.number)
            out += fmt::format(" <a href=\"{}/versions/{}\">{}</a>", escape_html(notice.address),
                               number, number);
    return out.empty() ? out : fmt::format("<p>{}{}</p>\n", w.older, out);
}

std::string replay_link(std::string_view address, const PublicWords& w) {
    return fmt::format("<p><a href=\"{}\">{}</a></p>\n", escape_html(address), w.replay);
}

void insert_before_content(std::string& page, std::string_view what) {
    const auto place = page.find("<main id=\"content\">");
    if (place != std::string::npos) page.insert(place, what);
}

}  // namespace

Drawn draw(const domain::Workshop& workshop, const Fingerprint& fingerprint, base::Millis at,
           const Draft& draft) {
    const Summary summary =
        summarise(workshop, {.fingerprint = fingerprint, .made_at = at, .draft = &draft});
    return {export_html(summary), export_markdown(summary)};
}

std::string with_notice(std::string page, const Notice& notice) {
    const PublicWords& w = public_words(notice.language);
    std::string out = fmt::format("<aside class=\"version\">\n<p>{}</p>\n",
                                  fmt::format(fmt::runtime(w.version), notice.number,
                                              long_date(words(notice.language), notice.at)));
    if (notice.redone) out += fmt::format("<p>{}</p>\n", w.redone);
    if (!notice.all.empty() && notice.number != notice.all.back())
        out += fmt::format("<p><a href=\"{}\">{}</a></p>\n", escape_html(notice.address), w.newest);
    if (!notice.replay.empty()) out += replay_link(notice.replay, w);
    out += versions(notice, w) + "</aside>\n";
    insert_before_content(page, out);
    // A page that was published is there to be found.
    constexpr std::string_view hidden = "<meta name=\"robots\" content=\"noindex\">\n";
    if (const auto robots = page.find(hidden); robots != std::string::npos)
        page.erase(robots, hidden.size());
    return page;
}

std::string with_replay(std::string page, std::string_view language, std::string_view address) {
    const PublicWords& w = public_words(language);
    insert_before_content(page, "<aside>\n" + replay_link(address, w) + "</aside>\n");
    return page;
}

std::string style_sha256_base64(std::string_view page) {
    constexpr std::string_view begin = "<style>";
    const auto from = page.find(begin);
    const auto to = page.find("</style>", from);
    if (from == std::string_view::npos || to == std::string_view::npos)
        return base::base64(base::Sha256{});
    const auto start = from + begin.size();
    return base::base64(base::sha256(page.substr(start, to - start)));
}

}  // namespace atelier::report
