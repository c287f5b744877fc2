#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Letters and digits between everything else: the first step of words(). Pure.
namespace atelier::insight {

/// What stands between two separators, as its parts between hyphens: {"vélo", "bus"}. In small
/// letters, NFKC. Links and mail addresses are left out.
using Token = std::vector<std::string>;
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

/// "Âgées" -> "agees", "cœur" -> "coeur"; other alphabets stay as they are.
[[nodiscard]] std::string folded(std::string_view word);

}  // namespace atelier::insight
