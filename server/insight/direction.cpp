#include "insight/direction.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "insight/tokens.hpp"

namespace atelier::insight {
namespace {

/// Beginnings of folded words, so that every form of a verb is met; a "." ends what is a whole word.
struct Directions {
    std::string_view more;
    std::string_view less;
};
constexpr Directions french{
    " amelior augment renfor developp multipli allum rallum eclairer. ouvr rouvr autoris agrandi "
    "elargi accroi acceler plant replant davantage. ",
    " etei extinction coup redui reduct diminu supprim suppress ferm. fermer. fermez. fermeture "
    "interdi limit baiss enlev retir abatt ralenti zero. stop. arret "};
constexpr Directions english{
    " improv increas reinforc strengthen develop. expand extend open. opening. reopen allow "
    "better. "
    "more. light. plant. longer. faster. ",
    " off. reduc decreas cut. cutting. clos remov ban. forbid limit. lower. fewer. less. stop. "
    "shorten slow. demolish dim. no. without. "};

/// Whether a word of the list is the beginning of this one, or all of it.
bool listed(std::string_view list, std::string_view word) {
    for (std::size_t start = 1; start < list.size();) {
        const std::size_t end = list.find(' ', start);
        std::string_view entry = list.substr(start, end - start);
        start = end + 1;
        const bool whole = entry.ends_with('.');
        if (whole) entry.remove_suffix(1);
        if (whole ? word == entry : word.starts_with(entry)) return true;
    }
    return false;
}

bool negation(std::string_view word) {
    constexpr std::array<std::string_view, 6> all{"ne", "n", "not", "never", "don", "dont"};
    return std::ranges::find(all, word) != all.end();
}

/// "plus de bancs", "moins d’autos": only with what follows do these say how much.
int quantity(std::string_view word, std::string_view next) {
    if (next != "de" && next != "d") return 0;
    return word == "plus" ? 1 : word == "moins" ? -1 : 0;
}

}  // namespace

int direction(std::string_view text, Language language) {
    std::vector<std::string> plain;
    for (const auto& token : tokens(text))
        for (const auto& part : token) plain.push_back(folded(part));
    const Directions& lists = language == Language::french ? french : english;
    constexpr std::size_t reach = 2;  // words between a negation and what it negates
    std::size_t since_negation = reach + 1;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        since_negation = negation(plain[i]) ? 0 : since_negation + 1;
        int way = 0;
        if (language == Language::french && i + 1 < plain.size())
            way = quantity(plain[i], plain[i + 1]);
        if (way == 0)
            way = listed(lists.more, plain[i]) ? 1 : listed(lists.less, plain[i]) ? -1 : 0;
        if (way != 0) return since_negation <= reach ? -way : way;
    }
    return 0;
}

}  // namespace atelier::insight
