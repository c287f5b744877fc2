#pragma once

#include <atomic>
#include <functional>

#include "api/exports.hpp"
#include "journal/registry.hpp"

namespace atelier::app::exports {

/// Makes one file from the journal. Reads, computes and converts on the calling thread, which may
/// wait; what is live goes on meanwhile. The state is that of one moment of the journal.
///
/// `tell`: called when the next step begins; `stop`: set by another thread, ends it early.
[[nodiscard]] base::Result<report::File, api::Problem> make_file(
    journal::Store& store, const domain::WorkshopId& workshop, const api::ExportWish& wish,
    base::Millis now, const std::function<void(api::ExportStep)>& tell,
    const std::atomic<bool>& stop);

}  // namespace atelier::app::exports
