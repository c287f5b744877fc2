#pragma once

namespace atelier::app {

/// From now on the calling thread, and the programs it starts, run on what the others leave of the
/// processor: whoever is live comes before files that can wait. Where the system will not have it
/// the thread goes on as before.
void give_way();

}  // namespace atelier::app
