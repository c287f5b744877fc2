#pragma once

#include <map>
#include <string>
#include <string_view>

#include "insight/words.hpp"

/// What a text is compared by. Pure.
namespace atelier::insight {

struct Features {
    std::map<std::string, float> weights;  ///< name -> weight of its kind
    int direction = 0;                     ///< see direction.hpp
};

/// Rule IN17: stems, kindred words and trigrams of words, in the language the text tells.
[[nodiscard]] Features features(std::string_view text, Language otherwise);

}  // namespace atelier::insight
