#pragma once

#include <optional>

#include "api/exports.hpp"
#include "journal/registry.hpp"

namespace atelier::app::exports {

/// A workshop's published life up to an event, or to the journal's end, without what was erased since,
/// as JSON (report/replay.hpp). On the calling thread.
[[nodiscard]] base::Result<report::File, api::Problem> make_replay(
    journal::Store& store, const domain::WorkshopId& workshop, std::optional<domain::Seq> until);

}  // namespace atelier::app::exports
