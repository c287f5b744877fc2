#pragma once

#include <memory>
#include <optional>
#include <string>

#include "api/services.hpp"
#include "report/export.hpp"

/// Files of a workshop. They are made on threads of their own, from the journal: however large they
/// are, live rooms do not wait. The routes are in results.cpp and exporting.cpp; app does it. All on
/// the reactor's thread.
///
/// Rules:
///   EX1  an export is of one moment of the journal, everything acknowledged before it was asked for
///        included
///   EX2  what takes long is asked for, then looked after, then fetched; it says how many are before
///        it, what is being done, and why it failed
///   EX3  a finished file is kept for a few minutes, for the workshop it is of alone, and goes with it
///   EX4  too many at once are refused, not queued for ever
///   EX5  what the machine lacks is named in the refusal
///   EX6  a series comes whole, its page leading to the summaries beside it
namespace atelier::api {

struct ExportWish {
    std::string format;   ///< of report::all_formats(), or png
    std::string picture;  ///< of png: its name
    /// With what facilitators have drafted so far: for them, not for whoever may read the summary.
    bool drafted = true;
};

enum class ExportState { queued, running, ready, failed };
enum class ExportStep { reading, writing, converting };

struct ExportStatus {
    std::string id;
    ExportWish wish;
    ExportState state = ExportState::queued;
    std::size_t ahead = 0;                     ///< while queued: how many come before
    ExportStep step = ExportStep::reading;     ///< while running
    std::shared_ptr<const report::File> file;  ///< once ready
    std::optional<Problem> problem;            ///< once failed
};

class Exports {
  public:
    virtual ~Exports() = default;

    /// The file itself, as soon as it is made. 400 bad_request (format), 404 no_such_workshop or
    /// no_such_picture, 500 export_failed, 501 not_installed, 503 busy.
    virtual Task<base::Result<report::File, Problem>> make(domain::WorkshopId workshop,
                                                           ExportWish wish) = 0;
    /// The workshop's published life up to that event, or to the journal's end, without what was erased
    /// since (replay.hpp). 404 no_such_workshop, 500 export_failed, 503 busy.
    virtual Task<base::Result<report::File, Problem>> make_replay(
        domain::WorkshopId workshop, std::optional<domain::Seq> until) = 0;
    /// A zip of a series: its page, and the files of each of its workshops. 404 no_such_series, 413
    /// too_large, 500 export_failed, 503 busy.
    virtual Task<base::Result<report::File, Problem>> make_series(journal::SeriesId series) = 0;
    /// Begins one; it goes on by itself. 400 bad_request (format), 503 busy.
    virtual base::Result<ExportStatus, Problem> begin(const domain::WorkshopId& workshop,
                                                      ExportWish wish) = 0;
    /// Nothing for one that never was, is forgotten, or is another workshop's.
    [[nodiscard]] virtual std::optional<ExportStatus> status(const domain::WorkshopId& workshop,
                                                             const std::string& id) const = 0;
    /// The workshop is no more: neither are its files.
    virtual void forget(const domain::WorkshopId& workshop) = 0;
};

}  // namespace atelier::api
