#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "journal/registry.hpp"

namespace atelier::app {

/// The demonstration workshop of a folder: the territorial-resilience template, standing in its
/// first collect phase, where ideas are seen at once. Kept from one start to the next as long as it is open.
struct Demo {
    std::string code;
    std::string facilitator, screen;  ///< fresh secrets, beside those of earlier starts
};

[[nodiscard]] base::Result<Demo, std::string> ready_demo(journal::Store& store,
                                                         const std::filesystem::path& folder);

}  // namespace atelier::app
