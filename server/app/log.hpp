#pragma once

#include <string_view>

namespace atelier::app {

/// One line to standard error with the time: for the operator. Never holds what people wrote, a
/// name, a token or a whole address; line breaks within it are shown as spaces. Thread-safe.
void log_line(std::string_view words);

}  // namespace atelier::app
