#include "insight/terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace atelier::insight {
namespace {

struct Counted {
    std::map<std::string, std::size_t> forms;  // form -> texts that use it
    std::size_t texts = 0;
};

Term term_of(const Counted& counted) {
    // The map is in the alphabet's order, and the first of the largest is kept.
    const auto form = std::ranges::max_element(
        counted.forms, [](const auto& a, const auto& b) { return a.second < b.second; });
    return {form->first, counted.texts};
}

}  // namespace

std::vector<Term> terms(const std::vector<std::string_view>& texts, Language otherwise,
                        std::size_t count, std::size_t texts_min) {
    std::map<std::string, Counted> by_stem;
    for (const auto text : texts) {
        std::map<std::string, std::set<std::string>> own;
        for (auto& word : words(text, language_of(text, otherwise)))
            if (!word.part) own[word.stem].insert(word.surface);
        for (const auto& [stem, forms] : own) {
            Counted& counted = by_stem[stem];
            counted.texts += 1;
            for (const auto& form : forms) counted.forms[form] += 1;
        }
    }
    std::vector<Term> out;
    for (const auto& [stem, counted] : by_stem)
        if (counted.texts >= texts_min) out.push_back(term_of(counted));
    std::ranges::sort(out, [](const Term& a, const Term& b) {
        return std::tie(b.texts, a.form) < std::tie(a.texts, b.form);
    });
    if (out.size() > count) out.resize(count);
    return out;
}

}  // namespace atelier::insight
