#include "insight/words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/check.hpp"
#include "insight/tokens.hpp"

namespace atelier::insight {
namespace {

/// One of libstemmer's, which are not made to be shared: each call of words() has its own.
class Stemmer {
  public:
    explicit Stemmer(Language language)
        : french_(language == Language::french),
          stemmer_(sb_stemmer_new(french_ ? "french" : "english", "UTF_8"), sb_stemmer_delete) {
        ATELIER_CHECK(stemmer_ != nullptr);
    }

    /// Stemmed with its accents, which tell endings apart ("isolées"), and folded then; the "e" that
    /// is left of such an ending goes as well.
    [[nodiscard]] std::string stem(std::string_view word) const {
        const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
        const sb_symbol* out =
            sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
        ATELIER_CHECK(out != nullptr);
        const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
        std::string plain = folded({reinterpret_cast<const char*>(out), size});
        while (french_ && plain.size() > 3 && plain.back() == 'e') plain.pop_back();
        return plain;
    }

  private:
    bool french_;
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
};

bool number(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// What follows a hyphen without making one word of both: "peut-on", "ce mois-ci".
bool clitic(std::string_view word) {
    constexpr std::array<std::string_view, 14> clitics{
        "ce", "ci", "elle", "elles", "en", "il", "ils", "je", "la", "le", "on", "nous", "tu", "y"};
    return std::ranges::find(clitics, word) != clitics.end();
}

bool carries(std::string_view plain, Language language) {
    return plain.size() > 1 && !number(plain) && !stop_word(plain, language);
}

/// The words of one text, gathered token by token.
struct Reader {
    Stemmer stemmer;
    Language language;
    std::vector<Word> out;

    void word(std::string surface, std::string_view spelt, bool part) {
        std::string plain = folded(spelt);
        if (!carries(plain, language)) return;
        out.push_back({std::move(surface), std::move(plain), stemmer.stem(spelt), part});
    }

    void token(const Token& token) {
        std::string whole;
        std::string joined;
        bool meaning = false;
        for (const auto& part : token) {
            whole += (whole.empty() ? "" : "-") + part;
            joined += part;
            meaning = meaning || carries(folded(part), language);
        }
        const bool compound = token.size() > 1 && meaning && !clitic(folded(token.back()));
        if (compound) word(whole, joined, false);
        for (const auto& part : token) word(part, part, compound);
    }
};

}  // namespace

std::vector<Word> words(std::string_view text, Language language) {
    Reader reader{Stemmer(language), language, {}};
    for (const auto& token : tokens(text)) reader.token(token);
    return std::move(reader.out);
}

Language language_of(std::string_view text, Language otherwise) {
    std::ptrdiff_t lead = 0;  // of French
    for (const auto& token : tokens(text)) {
        for (const auto& part : token) {
            const std::string plain = folded(part);
            lead += stop_word(plain, Language::french) ? 1 : 0;
            lead -= stop_word(plain, Language::english) ? 1 : 0;
        }
    }
    if (lead == 0) return otherwise;
    return lead > 0 ? Language::french : Language::english;
}

std::string stem_of(std::string_view word, Language language) {
    return Stemmer(language).stem(word);
}

}  // namespace atelier::insight
