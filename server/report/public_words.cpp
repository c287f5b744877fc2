#include "report/public_words.hpp"

namespace atelier::report {
namespace {

constexpr PublicWords french{
    .language = "fr",
    .erased = "Contribution effacée à la demande de son auteur",
    .version = "Version {} publiée le {}.",
    .newest = "Lire la version la plus récente",
    .older = "Autres versions\u00a0:",
    .redone =
        "Des textes ont été effacés depuis, à la demande de leurs auteurs\u202f; les totaux n’ont "
        "pas changé.",
    .replay = "Revoir la séance",
    .series = "Cycle",
    .workshops = "Les séances",
    .workshop_number = "Séance {}\u00a0: ",
    .not_published = "synthèse pas encore publiée",
    .carried = "Ce qui a été repris",
    .one_idea = "{} idée",
    .ideas = "{} idées",
    .carried_ideas = "{}, de «\u202f{}\u202f» à «\u202f{}\u202f»",
    .carried_levers = "Tableaux et leviers, de «\u202f{}\u202f» à «\u202f{}\u202f»",
    .commitments = "Les engagements et leur suivi",
    .no_commitments = "Aucun engagement publié pour l’instant.",
    .not_followed = "pas encore de nouvelles",
    .no_workshops = "Aucune séance pour l’instant.",
    .followed_on = "le {}",
    .by = "Échéance\u00a0: {}",
    .with = "Avec\u00a0: {}",
    .skip = "Aller au contenu",
    .follow_up = {"prévu", "en cours", "tenu", "abandonné"}};

constexpr PublicWords english{
    .language = "en",
    .erased = "Contribution erased at its author’s request",
    .version = "Version {}, published on {}.",
    .newest = "Read the newest version",
    .older = "Other versions:",
    .redone =
        "Texts have been erased since, at their authors’ request; the totals have not changed.",
    .replay = "Replay the workshop",
    .series = "Series",
    .workshops = "The workshops",
    .workshop_number = "Workshop {}: ",
    .not_published = "summary not published yet",
    .carried = "What was carried on",
    .one_idea = "{} idea",
    .ideas = "{} ideas",
    .carried_ideas = "{}, from “{}” to “{}”",
    .carried_levers = "Boards and levers, from “{}” to “{}”",
    .commitments = "Commitments and what became of them",
    .no_commitments = "No commitment has been published yet.",
    .not_followed = "no news yet",
    .no_workshops = "No workshop yet.",
    .followed_on = "on {}",
    .by = "By: {}",
    .with = "With: {}",
    .skip = "Skip to the content",
    .follow_up = {"planned", "under way", "done", "given up"}};

}  // namespace

const PublicWords& public_words(std::string_view language) noexcept {
    return language == "en" ? english : french;
}

}  // namespace atelier::report
