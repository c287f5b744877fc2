#pragma once

#include "journal/registry.hpp"
#include "room/room.hpp"

namespace atelier::app {

/// A room's beginnings from the journal: its state, what was done, its last events. Blocks on the
/// disk: for the writer's thread.
[[nodiscard]] journal::Outcome<room::Room::Loaded> load_room(journal::Store& store,
                                                             const domain::WorkshopId& workshop);

}  // namespace atelier::app
