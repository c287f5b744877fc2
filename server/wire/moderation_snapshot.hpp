#pragma once

#include <nlohmann/json.hpp>

#include "domain/workshop.hpp"
#include "wire/fields.hpp"

/// What crowds, groups, comments and moderation put into a snapshot; see snapshot.hpp. What was
/// never used is absent, so snapshots from before it read as they were.
namespace atelier::wire {

void encode_moderation(nlohmann::json& out, const domain::Workshop& workshop);

/// The ideas and boards are there already.
void decode_moderation(const Fields& in, domain::Workshop& workshop);

}  // namespace atelier::wire
