#include "report/article_words.hpp"

#include <algorithm>

#include "report/article_words_languages.hpp"
#include "report/numbers.hpp"

namespace atelier::report {

const ArticleWords& article_words(std::string_view language) noexcept {
    return language == "en" ? english_article() : french_article();
}

std::string listed(const ArticleWords& words, const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out.append(i + 1 == items.size() ? words.head.and_ : words.head.comma);
        out += items[i];
    }
    return out;
}

std::string said(const Words& words, const Plural& sentence, std::size_t n,
                 std::initializer_list<std::string_view> more) {
    std::vector<std::string> values{number(words, n)};
    values.insert(values.end(), more.begin(), more.end());
    std::string_view pattern = choose(words, sentence, n);
    std::string out;
    for (std::size_t next = 0; !pattern.empty();) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        out.append(pattern.substr(0, open));
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const bool numbered = pattern.size() > 2 && pattern[1] != '}';
        const std::size_t value = numbered ? static_cast<std::size_t>(pattern[1] - '0') : next++;
        if (value < values.size()) out += values[value];
        pattern.remove_prefix(numbered ? 3 : 2);
    }
    return out;
}

}  // namespace atelier::report
