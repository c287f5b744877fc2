#pragma once

#include "app/options.hpp"

namespace atelier::app {

/// `atelier backup FILE`: the database as it is now, whether a server runs or not. Never writes over
/// a file.
int back_up(const Asked& asked);

/// `atelier restore FILE`: checks the backup whole (every chain, text and table), then puts it in
/// the place of the present database, which is kept beside it. Refused while a server uses the
/// folder; whatever fails, the present database is where it was.
int restore(const Asked& asked);

}  // namespace atelier::app
