#include "insight/features.hpp"

#include <string>

#include "insight/direction.hpp"
#include "insight/kindred.hpp"

namespace atelier::insight {
namespace {

constexpr float stem_weight = 1.0F;
constexpr float kin_weight = 0.7F;  // a stem whose group counts as well
constexpr float group_weight = 1.6F;
constexpr float trigram_weight = 0.35F;

/// "eau" -> "^ea", "eau", "au$": whole words of other alphabets are cut between bytes, alike in all
/// texts.
void add_trigrams(const std::string& word, std::map<std::string, float>& out) {
    const std::string framed = "^" + word + "$";
    for (std::size_t i = 0; i + 3 <= framed.size(); ++i)
        out.emplace("3" + framed.substr(i, 3), trigram_weight);
}

}  // namespace

Features features(std::string_view text, Language otherwise) {
    const Language language = language_of(text, otherwise);
    Features out;
    out.direction = direction(text, language);
    for (const Word& word : words(text, language)) {
        const auto group = kindred(word.stem, language);
        // The kind is part of the name: what a feature weighs is the same in every text.
        out.weights.emplace((group ? "w" : "s") + word.stem, group ? kin_weight : stem_weight);
        if (group && !word.part) out.weights.emplace("k" + std::to_string(*group), group_weight);
        if (!word.part) add_trigrams(word.folded, out.weights);
    }
    return out;
}

}  // namespace atelier::insight
