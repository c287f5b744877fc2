#include "insight/kindred.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>

namespace atelier::insight {
namespace {

/// Words of one line mean nearly the same in a workshop; a line's French and English are one group,
/// too. Only words that rarely mean something else.
struct Group {
    std::string_view french;
    std::string_view english;
};
constexpr auto groups = std::to_array<Group>({
    {"éclairage lampadaire réverbère luminaire éclairer", "lighting lamp lamps streetlight"},
    {"éteindre extinction couper coupure", ""},
    {"vélo vélobus bicyclette cyclable cycliste", "bike bicycle cycling cyclist"},
    {"voiture automobile", "car cars"},
    {"bus navette autocar", "bus shuttle coach"},
    {"covoiturage covoiturer", "carpool carpooling"},
    {"stationnement parking", "parking"},
    {"cantine restauration réfectoire", "canteen"},
    {"maraîcher agriculteur producteur paysan fermier", "farmer grower producer"},
    {"légume légumerie alimentaire alimentation nourriture", "vegetable food"},
    {"recenser recensement registre inventaire répertorier annuaire",
     "register inventory directory"},
    {"âgé aîné senior vieux fragile vulnérable isolé", "elderly older senior vulnerable frail"},
    {"réparation réparer repair dépanner", "repair mend fix"},
    {"formulaire dossier paperasse", "form paperwork"},
    {"mutualiser mutualisation partager partage grouper groupé", "share sharing pool"},
    {"emprunter emprunt prêter prêt louer location", "borrow lend loan rent"},
    {"désimperméabiliser débitumer désartificialiser végétaliser", "depave unpave"},
    {"ombre ombrage ombragé fraîcheur", "shade shady cool"},
    {"arbre arbuste", "tree trees"},
    {"canicule caniculaire", "heatwave heatwaves"},
    {"inondation crue submersion", "flood flooding"},
    {"silo cloisonnement décloisonner transversal", "silo silos"},
    {"école scolaire écolier élève", "school pupil"},
    {"jeune jeunesse adolescent ado enfant gamin", "young youth child children teenager kid"},
    {"déchet poubelle ordure", "waste rubbish garbage trash litter"},
    {"compost composteur compostage", "compost composting"},
    {"solaire photovoltaïque", "solar photovoltaic"},
    {"médecin docteur généraliste soignant", "doctor physician"},
    {"santé soin", "health healthcare"},
    {"association associatif asso assos", "association charity"},
    {"mairie municipalité municipal", "council municipality"},
    {"réunion réunir rencontre rassemblement", "meeting gathering"},
    {"subvention subventionner financement financer financeur", "fund funding grant"},
    {"usine industriel industrie", "factory industrial industry"},
    {"friche vacant abandonné inoccupé", "vacant derelict empty"},
    {"pesticide phytosanitaire glyphosate", "pesticide weedkiller"},
    {"bénévole bénévolat volontaire", "volunteer volunteering"},
});

template <class See>
void each_word(std::string_view words, See see) {
    while (!words.empty()) {
        const auto end = words.find(' ');
        const auto word = words.substr(0, end);
        if (!word.empty()) see(word);
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
}

/// Line by stem. Made once and never changed.
using Lexicon = std::map<std::string, std::size_t, std::less<>>;

Lexicon lexicon_of(Language language) {
    Lexicon out;
    for (std::size_t i = 0; i < groups.size(); ++i)
        each_word(language == Language::french ? groups[i].french : groups[i].english,
                  [&](std::string_view word) { out.emplace(stem_of(word, language), i); });
    return out;
}

}  // namespace

std::optional<std::size_t> kindred(std::string_view stem, Language language) {
    static const Lexicon french = lexicon_of(Language::french);
    static const Lexicon english = lexicon_of(Language::english);
    const Lexicon& lexicon = language == Language::french ? french : english;
    const auto at = lexicon.find(stem);
    return at == lexicon.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace atelier::insight
