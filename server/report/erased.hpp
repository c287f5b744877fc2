#pragma once

#include <optional>

#include "domain/workshop.hpp"

/// Rule R30: what was erased is told as erased, in the workshop's language, wherever it would have
/// been quoted; it counts as before. Pure.
namespace atelier::report {

/// The workshop with words in place of the erased texts; nothing if none was erased. Ideas keep
/// their mark, so that no count of words takes the notice for somebody's.
[[nodiscard]] std::optional<domain::Workshop> with_erased_told(const domain::Workshop& workshop);

}  // namespace atelier::report
