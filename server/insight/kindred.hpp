#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "insight/words.hpp"

/// A small lexicon of what workshops on a territory talk about. Pure, thread-safe.
namespace atelier::insight {

/// The group of words that this stem belongs to, if any: "lampadaire" and "éclairage" are of one,
/// and so are "arbre" and "tree".
[[nodiscard]] std::optional<std::size_t> kindred(std::string_view stem, Language language);

}  // namespace atelier::insight
