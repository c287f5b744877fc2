#pragma once

#include <nlohmann/json.hpp>

#include "report/imports/plan.hpp"

namespace atelier::report::imports {

/// What a preview shows: what the file is, what was found in it, a few ideas, and every warning.
[[nodiscard]] nlohmann::json plan_json(const ImportPlan& plan);

}  // namespace atelier::report::imports
