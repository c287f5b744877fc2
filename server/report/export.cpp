#include "report/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/export_csv.hpp"
#include "report/export_html.hpp"
#include "report/export_json.hpp"
#include "report/export_markdown.hpp"
#include "report/export_polis.hpp"
#include "report/numbers.hpp"
#include "report/pictures/pictures.hpp"
#include "report/print_page.hpp"
#include "report/tables.hpp"
#include "report/words.hpp"
#include "report/zip.hpp"

namespace atelier::report {
namespace {

using Made = std::string (*)(const Material&);

Summary summary_of(const Material& material) {
    return summarise(material.workshop, material.sources);
}

std::string json(const Material& material) {
    // Texts are valid UTF-8 by rule I1; should one not be, an export with a mark is better than none.
    return export_json(material.workshop, material.sources.fingerprint, material.sources.made_at)
               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
}
std::string csv(const Material& material) { return export_csv(material.workshop); }
std::string csv_fr(const Material& material) { return export_csv_fr(material.workshop); }
std::string ods(const Material& material) {
    return export_ods(
        tables_of(material.workshop, material.sources.fingerprint, material.sources.made_at));
}
std::string markdown(const Material& material) { return export_markdown(summary_of(material)); }
std::string html(const Material& material) { return export_html(summary_of(material)); }
std::string odt(const Material& material) {
    return office::write_odt(office::document_of(summary_of(material)), material.rasterise);
}
std::string docx(const Material& material) {
    return office::write_docx(office::document_of(summary_of(material)), material.rasterise);
}
std::string page_to_print(const Material& material) { return print_page(html(material)); }
std::string polis(const Material& material) {
    return export_polis(material.workshop, material.events, material.shuffle_seed);
}
std::string picture_zip(const Material& material) {
    std::vector<ZipEntry> entries;
    for (const auto& picture : pictures::pictures_of(summary_of(material)))
        entries.push_back(
            {fmt::format(
                 "{:02}_{}.svg", entries.size() + 1,
                 base::slug(picture.title).empty() ? picture.name : base::slug(picture.title)),
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.svg});
    return zip(entries);
}

struct Known {
    Format format;
    Made make;
};

constexpr std::string_view csv_type = "text/csv; charset=utf-8; header=present";
constexpr bool yes = true, no = false;
constexpr std::array<Known, 12> known{{
    {{"json", ".json", "application/json", no, yes}, json},
    {{"csv", ".csv", csv_type, no, yes}, csv},
    {{"csv-fr", "_excel.csv", csv_type, no, yes}, csv_fr},
    {{"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", no, no},
     nullptr},
    {{"ods", ".ods", "application/vnd.oasis.opendocument.spreadsheet", no, yes}, ods},
    {{"md", ".md", "text/markdown; charset=utf-8", yes, yes}, markdown},
    {{"html", ".html", "text/html; charset=utf-8", yes, yes}, html},
    {{"odt", ".odt", "application/vnd.oasis.opendocument.text", yes, yes}, odt},
    {{"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      yes, yes},
     docx},
    {{"pdf", ".pdf", "application/pdf", yes, no}, page_to_print},
    {{"polis", "_polis.zip", "application/zip", yes, yes}, polis},
    {{"pictures", "_images.zip", "application/zip", yes, yes}, picture_zip},
}};

constexpr auto all = [] {
    std::array<Format, known.size()> out;
    std::ranges::transform(known, out.begin(), &Known::format);
    return out;
}();

constexpr auto names = [] {
    std::array<std::string_view, known.size() - 2> out;
    std::size_t count = 0;
    for (const Known& one : known)
        if (one.format.finished) out[count++] = one.format.name;
    return out;
}();

}  // namespace

std::span<const Format> all_formats() noexcept { return all; }
std::span<const std::string_view> formats() noexcept { return names; }

const Format* find_format(std::string_view name) noexcept {
    const auto found = std::ranges::find(all, name, &Format::name);
    return found == all.end() ? nullptr : &*found;
}

std::string file_name(const domain::Workshop& workshop, std::string_view suffix) {
    const std::string title = base::slug(workshop.plan.title);
    return fmt::format("{}_{}_{}{}", iso_date(held_at(workshop)), title.empty() ? "atelier" : title,
                       words(workshop.plan.language).file_suffix, suffix);
}

base::Result<File, UnknownFormat> export_as(std::string_view format, const Material& material) {
    const auto found =
        std::ranges::find(known, format, [](const Known& one) { return one.format.name; });
    if (found == known.end() || !found->make) return UnknownFormat{std::string(format)};
    return File{file_name(material.workshop, found->format.suffix),
                std::string(found->format.content_type), found->make(material)};
}

base::Result<File, UnknownFormat> export_as(std::string_view format,
                                            const domain::Workshop& workshop,
                                            const Fingerprint& fingerprint, base::Millis now,
                                            std::string_view shuffle_seed) {
    const Format* asked = find_format(format);
    if (!asked || !asked->finished) return UnknownFormat{std::string(format)};
    Material material{workshop, {fingerprint, now, nullptr, nullptr}, {}, shuffle_seed, {}};
    return export_as(format, material);
}

}  // namespace atelier::report
