#pragma once

#include "report/words.hpp"

/// The catalogues, one file each; used by words.cpp alone.
namespace atelier::report {

[[nodiscard]] const Words& french_words() noexcept;
[[nodiscard]] const Words& english_words() noexcept;

}  // namespace atelier::report
