#pragma once

#include <string>

#include "report/imports/plan.hpp"

namespace atelier::app {

/// One line for whoever is at the keyboard.
[[nodiscard]] std::string words_of(const report::imports::Refused& refused);
[[nodiscard]] std::string words_of(const report::imports::Warning& warning);

}  // namespace atelier::app
