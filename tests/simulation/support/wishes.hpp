#pragma once

#include <string>

#include "domain/commands.hpp"
#include "simulation/support/chance.hpp"
#include "simulation/support/mirror.hpp"

namespace atelier::simulation {

/// Something that a person of this role might ask for, sensible or not, going by what they see:
/// {"do": …, "args": …}. A text begins with `mark`, so that it is known wherever it turns up.
[[nodiscard]] json wish(const Mirror& mirror, domain::Role role, const std::string& mark,
                        Chance& chance);

}  // namespace atelier::simulation
