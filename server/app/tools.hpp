#pragma once

#include "app/options.hpp"

/// The commands that work on a folder or a file and end. Each gives the exit code: 0 done, 1 failed
/// with the reason on standard error, 2 usage.
namespace atelier::app {

[[nodiscard]] int create_from_command_line(const Asked& asked);
[[nodiscard]] int export_workshop(const Asked& asked);
[[nodiscard]] int verify(const Asked& asked);
[[nodiscard]] int rebuild(const Asked& asked);
/// A new organiser link, for whoever can write the folder and has lost theirs.
[[nodiscard]] int organiser_link(const Asked& asked);

}  // namespace atelier::app
