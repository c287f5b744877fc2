#include "report/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/export_csv.hpp"
#include "report/export_html.hpp"
#include "report/export_json.hpp"
#include "report/export_markdown.hpp"
#include "report/numbers.hpp"
#include "report/words.hpp"

namespace atelier::report {
namespace {

struct Asked {
    const domain::Workshop& workshop;
    const Fingerprint& fingerprint;
    base::Millis now;
    std::string_view shuffle_seed;
    [[nodiscard]] Summary summary() const { return summarise(workshop, fingerprint, now); }
};

std::string json(const Asked& asked) {
    // Texts are valid UTF-8 by rule I1; should one not be, an export with a mark is better than none.
    return export_json(asked.workshop, asked.fingerprint, asked.now)
               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
}
std::string csv(const Asked& asked) { return export_csv(asked.workshop); }
std::string csv_fr(const Asked& asked) { return export_csv_fr(asked.workshop); }
std::string markdown(const Asked& asked) { return export_markdown(asked.summary()); }
std::string html(const Asked& asked) { return export_html(asked.summary()); }

struct Format {
    std::string_view name, suffix, content_type;
    std::string (*make)(const Asked&);
};

constexpr std::array<Format, 5> known{{
    {"json", ".json", "application/json", json},
    {"csv", ".csv", "text/csv; charset=utf-8; header=present", csv},
    {"csv-fr", "_excel.csv", "text/csv; charset=utf-8; header=present", csv_fr},
    {"md", ".md", "text/markdown; charset=utf-8", markdown},
    {"html", ".html", "text/html; charset=utf-8", html},
}};

constexpr auto names = [] {
    std::array<std::string_view, known.size()> out;
    std::ranges::transform(known, out.begin(), &Format::name);
    return out;
}();

std::string file_name(const domain::Workshop& workshop, std::string_view suffix) {
    const std::string title = base::slug(workshop.plan.title);
    return fmt::format("{}_{}_{}{}", iso_date(held_at(workshop)), title.empty() ? "atelier" : title,
                       words(workshop.plan.language).file_suffix, suffix);
}

}  // namespace

std::span<const std::string_view> formats() noexcept { return names; }

base::Result<File, UnknownFormat> export_as(std::string_view format,
                                            const domain::Workshop& workshop,
                                            const Fingerprint& fingerprint, base::Millis now,
                                            std::string_view shuffle_seed) {
    const auto found = std::ranges::find(known, format, &Format::name);
    if (found == known.end()) return UnknownFormat{std::string(format)};
    const Asked asked{workshop, fingerprint, now, shuffle_seed};
    return File{file_name(workshop, found->suffix), std::string(found->content_type),
                found->make(asked)};
}

}  // namespace atelier::report
