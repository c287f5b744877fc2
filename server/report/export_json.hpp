#pragma once

#include <nlohmann/json.hpp>

#include "report/summary.hpp"

namespace atelier::report {

/// The whole workshop for machines, as protocol/schemas/export.schema.json has it: what anyone needs
/// to recompute the summary, and no name (rule R11). Texts of hidden and withdrawn ideas are in it.
/// Votes that are not revealed are only named, under "withheld".
///
/// Nothing in it depends on who is who: ballots stand in the order of what is in them
/// (export_ballots.hpp), authors under the number of their first idea. So an export that is imported
/// gives, but for what names the copy, the same export again (imports/plan.hpp, rule IM10). Pure.
[[nodiscard]] nlohmann::json export_json(const domain::Workshop& workshop,
                                         const Fingerprint& fingerprint, base::Millis exported_at);

}  // namespace atelier::report
