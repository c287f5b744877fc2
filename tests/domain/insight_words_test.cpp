#include <rapidcheck/catch.h>

#include "insight/direction.hpp"
#include "insight/kindred.hpp"
#include "insight/terms.hpp"
#include "insight/tokens.hpp"
#include "insight/words.hpp"

using namespace atelier::insight;

namespace {

std::string stems(std::string_view text, Language language = Language::french) {
    std::string out;
    for (const Word& word : words(text, language)) out += (out.empty() ? "" : " ") + word.stem;
    return out;
}

std::string surfaces(std::string_view text) {
    std::string out;
    for (const Word& word : words(text, Language::french))
        if (!word.part) out += (out.empty() ? "" : " ") + word.surface;
    return out;
}

}  // namespace

TEST_CASE("[IN16] accents, case, composition and elision make no difference") {
    CHECK(stems("L’ÎLOT de fraîcheur") == stems("ilot fraicheur"));
    CHECK(stems("E\u0301cole") == stems("École"));
    CHECK(stems("qu’aujourd'hui l’eau s'arrête") == stems("eau arrete"));
    CHECK(stems("Cœur") == stems("coeur"));
    CHECK(stems("maisons âgées isolées") == stems("maison agée isolé"));
    CHECK(stems("réparer des réparations") == stems("reparer reparation"));
    CHECK(stems("planting trees", Language::english) == stems("plant tree", Language::english));
}

TEST_CASE("[IN16] stop words, numbers and addresses carry nothing") {
    CHECK(stems("Et si on le faisait à 23 h ?") == stems("faisait"));
    CHECK(stems("Haies : https://exemple.org/carte ou www.exemple.org, ada@exemple.org") ==
          stems("haie"));
    CHECK(stems("👍👍👍 !!!").empty());
    CHECK(stems("").empty());
    CHECK(stems("it’s what we don't have", Language::english).empty());
}

TEST_CASE("[IN16] a word with a hyphen is one word, and its parts as well") {
    CHECK(surfaces("Un vélo-bus scolaire") == "vélo-bus scolaire");
    CHECK(words("vélo-bus", Language::french).size() == 3);
    CHECK(words("vélo-bus", Language::french).front().stem ==
          words("vélobus", Language::french).front().stem);
    CHECK(surfaces("rendez-vous ce week-end") == "rendez-vous week-end");
    CHECK(surfaces("comment partage-t-on, là-bas, ce mois-ci ?") == "partage là-bas mois");
}

TEST_CASE("[IN16] a text tells its language by its small words") {
    CHECK(language_of("Let’s twin each village with one across the border", Language::french) ==
          Language::english);
    CHECK(language_of("Des haies pour les oiseaux", Language::english) == Language::french);
    CHECK(language_of("Confiance.", Language::french) == Language::french);
    CHECK(language_of("", Language::english) == Language::english);
}

TEST_CASE("[IN16] any bytes can be read for words") {
    rc::prop("bytes", [](const std::string& bytes) {
        for (const auto language : {Language::french, Language::english})
            for (const Word& word : words(bytes, language)) {
                RC_ASSERT(!word.surface.empty());
                RC_ASSERT(!stop_word(word.folded, language));
            }
        RC_ASSERT(folded(folded(bytes)) == folded(bytes));
        (void)direction(bytes, Language::french);
    });
}

TEST_CASE("[IN17] kindred words are of one group, in both languages") {
    const auto group = [](std::string_view word, Language language) {
        return kindred(stem_of(word, language), language);
    };
    CHECK(group("lampadaires", Language::french) == group("éclairage", Language::french));
    CHECK(group("arbres", Language::french) == group("trees", Language::english));
    CHECK(group("arbres", Language::french) != group("haies", Language::french));
    CHECK_FALSE(group("confiance", Language::french));
}

TEST_CASE("[IN18] a text wants more, less, or does not tell") {
    const auto french = [](std::string_view text) { return direction(text, Language::french); };
    CHECK(french("Éteindre l’éclairage pour améliorer le ciel") == -1);
    CHECK(french("Améliorer l’éclairage pour réduire les chutes") == 1);
    CHECK(french("N'éteignez pas les lampadaires") == 1);
    CHECK(french("Moins d’autos, plus de vélos") == -1);
    CHECK(french("Plus de bancs") == 1);
    CHECK(french("On n’ose plus rentrer à pied") == 0);
    CHECK(french("Visiter les fermes") == 0);
    CHECK(french("") == 0);
    CHECK(direction("Switch street lamps off", Language::english) == -1);
    CHECK(direction("Light the streets better", Language::english) == 1);
    CHECK(direction("Do not close the library", Language::english) == 1);
}

TEST_CASE("[IN19] a word list counts texts by stem and shows the form that most use") {
    using Terms = std::vector<Term>;
    const std::vector<std::string_view> texts{"Des arbres, des arbres, des arbres !",
                                              "Un arbre devant l'école", "Les arbres des écoles",
                                              "L’école et le vélo-bus", "Vélobus !"};
    CHECK(terms(texts, Language::french, 9) == Terms{{"arbres", 3}, {"école", 3}, {"vélo-bus", 2}});
    CHECK(terms(texts, Language::french, 9, 3).size() == 2);
    CHECK(terms(texts, Language::french, 1) == Terms{{"arbres", 3}});
    const std::vector<std::string_view> turned(texts.rbegin(), texts.rend());
    CHECK(terms(turned, Language::french, 9) == terms(texts, Language::french, 9));
    CHECK(terms({}, Language::french, 9).empty());
}
