#pragma once

#include <string>

#include "domain/workshop.hpp"

namespace atelier::tests {

/// Everything a workshop remembers, as one text: two workshops are the same exactly when their
/// texts are. Maps are written in the order of their keys; what a person wrote is written as is.
[[nodiscard]] std::string canonical(const domain::Workshop& workshop);

}  // namespace atelier::tests
