#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "domain/workshop.hpp"
#include "report/imports/refused.hpp"

namespace atelier::report::imports {

/// The state that an export tells of, with stand-ins for its people. Refused import_untrue with the
/// member that is not as it must be: what comes back fits together and can be told again
/// (retell.hpp). Any JSON may be given, nothing throws.
[[nodiscard]] Read<domain::Workshop> exported_workshop(const nlohmann::json& file);

/// What the export of the workshop that this file tells of would say otherwise, in English: results
/// that do not follow from the ballots, counts that nobody made. Older exports say less, and only
/// what they say is compared.
[[nodiscard]] std::vector<std::string> untold(const nlohmann::json& file);

}  // namespace atelier::report::imports
