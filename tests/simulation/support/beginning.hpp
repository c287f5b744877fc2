#pragma once

#include <vector>

#include "journal/journal.hpp"
#include "simulation/support/chance.hpp"
#include "simulation/support/client.hpp"

namespace atelier::simulation {

/// How a world begins: a workshop of some kind, with its first phase open, and people who joined.
[[nodiscard]] journal::Batch beginning(Chance& chance);

/// The clients of that workshop: people, some with two tabs, facilitators, screens.
[[nodiscard]] std::vector<Client> people(Chance& chance);

}  // namespace atelier::simulation
