#pragma once

#include <string>
#include <string_view>
#include <vector>

/// A text as the words that carry its meaning. Pure; any bytes are accepted, what is no letter or
/// digit separates.
namespace atelier::insight {

enum class Language { french, english };

struct Word {
    std::string surface;  ///< as written, in small letters, NFKC: "réparations", "vélo-bus"
    std::string folded;   ///< without accents, œ as oe, nothing between: "reparations", "velobus"
    std::string stem;     ///< what its forms have in common: "repar"
    bool part = false;    ///< of the word with a hyphen before it, which was given as a whole
};

/// Rule IN16: small letters without accents, NFC and NFD alike; elision is cut ("l’eau", "qu'il");
/// stop words, numbers, links and addresses are left out; "vélo-bus" is "vélobus" as well as its
/// two parts. Stems are of the Snowball stemmers (M. F. Porter, Snowball: a language for stemming
/// algorithms, 2001; libstemmer), their accents folded afterwards, so that a text typed without
/// accents meets its like.
[[nodiscard]] std::vector<Word> words(std::string_view text, Language language);

/// The language whose stop words are more frequent in it; `otherwise` where that says nothing.
[[nodiscard]] Language language_of(std::string_view text, Language otherwise);

/// Words that only hold others together. `folded` as in Word.
[[nodiscard]] bool stop_word(std::string_view folded, Language language) noexcept;

/// The stem of words that are folded already, such as those of a lexicon.
[[nodiscard]] std::string stem_of(std::string_view word, Language language);

}  // namespace atelier::insight
