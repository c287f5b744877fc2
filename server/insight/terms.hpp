#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "insight/words.hpp"

/// The words of many texts, for a word list. Pure.
namespace atelier::insight {

struct Term {
    std::string form;       ///< the most frequent of its forms, as written: "réparations"
    std::size_t texts = 0;  ///< in how many texts it is, however often in each
    friend bool operator==(const Term&, const Term&) = default;
};

/// Rule IN19: forms of one stem are one term, counted once a text, so that nobody fills the list by
/// repeating a word; shown in the form that most texts use, the first in the alphabet where several
/// do. Most frequent first, at most `count` of them, none in fewer than `texts_min` texts; equal
/// ones in the alphabet's order of bytes. Independent of the order of the texts.
[[nodiscard]] std::vector<Term> terms(const std::vector<std::string_view>& texts,
                                      Language otherwise, std::size_t count,
                                      std::size_t texts_min = 1);

}  // namespace atelier::insight
