#include "report/words.hpp"

#include "report/numbers.hpp"
#include "report/words_languages.hpp"

namespace atelier::report {

const Words& words(std::string_view language) noexcept {
    return language == "en" ? english_words() : french_words();
}

std::string_view choose(const Words& words, const Plural& plural, std::size_t n) noexcept {
    const bool singular = words.language == "en" ? n == 1 : n < 2;
    return singular ? plural.one : plural.many;
}

std::string counted(const Words& words, const Plural& plural, std::size_t n) {
    return number(words, n).append("\u00A0").append(choose(words, plural, n));
}

std::string with(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string out;
    for (const std::string_view value : values) {
        const auto place = pattern.find("{}");
        if (place == std::string_view::npos) break;
        out.append(pattern.substr(0, place)).append(value);
        pattern.remove_prefix(place + 2);
    }
    return out.append(pattern);
}

}  // namespace atelier::report
