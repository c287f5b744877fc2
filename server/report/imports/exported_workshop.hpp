#pragma once

#include <nlohmann/json.hpp>

#include "domain/workshop.hpp"
#include "report/imports/refused.hpp"

namespace atelier::report::imports {

/// The state that an export tells of, with stand-ins for its people. Refused import_untrue with the
/// member that is not as it must be: what comes back fits together and can be told again
/// (retell.hpp). Any JSON may be given, nothing throws.
[[nodiscard]] Read<domain::Workshop> exported_workshop(const nlohmann::json& file);

}  // namespace atelier::report::imports
