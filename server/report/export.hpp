#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
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

/// The names of the formats, in the order they are offered: json, csv, csv-fr, md, html.
[[nodiscard]] std::span<const std::string_view> formats() noexcept;

/// `shuffle_seed`: secret bytes drawn for this export alone (see export_json.hpp).
///
///     auto file = export_as("md", workshop, {seq, digest}, now, base::fresh_secret());
[[nodiscard]] base::Result<File, UnknownFormat> export_as(std::string_view format,
                                                          const domain::Workshop& workshop,
                                                          const Fingerprint& fingerprint,
                                                          base::Millis now,
                                                          std::string_view shuffle_seed);

}  // namespace atelier::report
