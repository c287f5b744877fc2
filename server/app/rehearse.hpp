#pragma once

#include "app/options.hpp"

namespace atelier::app {

/// `atelier rehearse`: asks a server for a rehearsal, over HTTP like any organiser, and tells how it
/// goes. With --data alone it is the server that runs on that folder, or one of its own on a free
/// port of the loopback for as long as it takes; whoever can write the folder may make themselves an
/// organiser's link, and this one lasts an hour. With --url, the secret or link in ATELIER_ORGANISER
/// opens the server, else --data as before. Exit codes as for the other tools; 1, too, when
/// something was missing.
[[nodiscard]] int rehearse(const Asked& asked);

}  // namespace atelier::app
