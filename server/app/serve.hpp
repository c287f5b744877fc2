#pragma once

#include "app/options.hpp"

namespace atelier::app {

/// Runs the server until it is asked to stop (SIGTERM, SIGINT): then it stops accepting, finishes
/// what is in flight and returns. The exit code: 0, or 1 with the reason on standard error.
[[nodiscard]] int serve(const ServeOptions& options);

}  // namespace atelier::app
