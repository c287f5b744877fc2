#pragma once

#include <atomic>

#include "api/exports.hpp"
#include "journal/registry.hpp"

namespace atelier::app::exports {

/// Everything of a series in one zip: its page, which leads to the summaries beside it, and of each
/// workshop what people read and what machines read. Like make_file (make.hpp), on the calling
/// thread. 413 too_large where all of it would be more than a zip in memory may be.
[[nodiscard]] base::Result<report::File, api::Problem> make_series(journal::Store& store,
                                                                   const journal::SeriesId& series,
                                                                   base::Millis now,
                                                                   const std::atomic<bool>& stop);

}  // namespace atelier::app::exports
