#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/workshop.hpp"

/// The complete state of a workshop as JSON: everything the fold holds, ballots and names included.
/// Never leaves the server. Equal states give equal JSON, so it is also how tests compare states.
/// Rule E5: a snapshot is the whole state, or it is refused; the fold goes on from it as from the
/// original.
namespace atelier::wire {

[[nodiscard]] nlohmann::json encode_snapshot(const domain::Workshop& workshop);
[[nodiscard]] base::Result<domain::Workshop, std::string> decode_snapshot(
    const nlohmann::json& json);

}  // namespace atelier::wire
