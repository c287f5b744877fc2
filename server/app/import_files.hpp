#pragma once

#include "app/options.hpp"

namespace atelier::app {

/// `atelier import`: makes a workshop of a file, or adds its ideas to one that is there. Exit code.
/// With a server on the same folder, whoever is in that workshop sees the ideas when next something
/// happens in it.
int import_files(const Asked& asked);

}  // namespace atelier::app
