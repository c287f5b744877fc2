#pragma once

#include <string_view>

#include "insight/words.hpp"

/// Whether a text wants more or less of what it speaks of. Pure.
namespace atelier::insight {

/// Rule IN18: 1 for more ("améliorer", "open", "plus de"), -1 for less ("éteindre", "close",
/// "moins de"), 0 where it does not tell. The first word of either list decides, turned around by a
/// "ne" or "not" close before it. Two texts of which one wants more and the other less are not the
/// same, whatever words they share: to switch street lamps off is not to light the streets better.
[[nodiscard]] int direction(std::string_view text, Language language);

}  // namespace atelier::insight
