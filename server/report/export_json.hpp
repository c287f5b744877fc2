#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "report/summary.hpp"

namespace atelier::report {

/// The whole workshop for machines, as protocol/schemas/export.schema.json has it: what anyone needs
/// to recompute the summary, and no name (rule R11). Texts of hidden and withdrawn ideas are in it.
/// Votes that are not revealed are only named, under "withheld".
///
/// Ballots go under numbers drawn per vote from `shuffle_seed`: secret bytes (at least 16) that the
/// caller draws for this export and forgets. The same seed gives the same export. Pure.
[[nodiscard]] nlohmann::json export_json(const domain::Workshop& workshop,
                                         const Fingerprint& fingerprint, base::Millis exported_at,
                                         std::string_view shuffle_seed);

}  // namespace atelier::report
