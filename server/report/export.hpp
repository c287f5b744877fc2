#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "report/office/document.hpp"
#include "report/summary.hpp"

/// The one door to every export. Pure and thread-safe; costs time in the size of the workshop.
///
/// Rules on top of the summary's:
///   R9   people's texts are as typed in every format, escaped so that they show as typed
///   R10  no cell of a spreadsheet can be taken for a formula
///   R11  no name of a participant and no participant's id; ballots go under numbers that tell nothing
///   R12  the same arguments give the same bytes
namespace atelier::report {

struct File {
    std::string name;  ///< "2026-11-23_resilience-territoriale_synthese.md", plain ASCII
    std::string content_type;
    std::string bytes;
};

struct UnknownFormat {
    std::string asked;
};

/// What a format is called, and how its files are.
struct Format {
    std::string_view name;
    std::string_view suffix;  ///< of the file's name, behind "synthese"
    std::string_view content_type;
    bool of_events = false;  ///< more can be told with the journal's events than with the state
    bool finished = true;    ///< false: what is written here is still to be turned into the format
};

/// Every format, in the order they are offered: json, csv, csv-fr, xlsx, ods, md, html, odt, docx,
/// pdf, polis, pictures. Two are not finished here, since that takes files or another program: of
/// xlsx there are the tables (tables.hpp), of pdf the page to print (print_page.hpp).
[[nodiscard]] std::span<const Format> all_formats() noexcept;
[[nodiscard]] const Format* find_format(std::string_view name) noexcept;

/// The names of those that are finished here.
[[nodiscard]] std::span<const std::string_view> formats() noexcept;

[[nodiscard]] std::string file_name(const domain::Workshop& workshop, std::string_view suffix);

/// What a file is made from. Borrows all of it.
struct Material {
    const domain::Workshop& workshop;
    Sources sources;
    /// All of the journal, where the format is of events; none otherwise.
    std::span<const domain::Recorded> events = {};
    /// Secret bytes drawn for this export alone (see export_json.hpp).
    std::string_view shuffle_seed = {};
    /// Pictures as PNG, for office documents; none: they go without.
    office::Rasterise rasterise = {};
};
/// Of an unfinished format: the page to print; nothing for xlsx.
[[nodiscard]] base::Result<File, UnknownFormat> export_as(std::string_view format,
                                                          const Material& material);

/// From the state alone.
///
///     auto file = export_as("md", workshop, {seq, digest}, now, base::fresh_secret());
[[nodiscard]] base::Result<File, UnknownFormat> export_as(std::string_view format,
                                                          const domain::Workshop& workshop,
                                                          const Fingerprint& fingerprint,
                                                          base::Millis now,
                                                          std::string_view shuffle_seed);

}  // namespace atelier::report
