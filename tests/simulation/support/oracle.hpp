#pragma once

#include <string>
#include <vector>

#include "simulation/support/world.hpp"

namespace atelier::simulation {

/// Everything that is wrong with a world that has come to rest; empty if nothing is.
[[nodiscard]] std::vector<std::string> judge(World& world);

}  // namespace atelier::simulation
