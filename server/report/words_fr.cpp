#include "report/words_languages.hpp"

namespace atelier::report {
namespace {

constexpr Words french{
    .language = "fr",
    .summary = "Synthèse",
    .file_suffix = "synthese",
    .skip = "Aller au contenu",
    .contents = "Sommaire",
    .question = "La question",
    .notation = {.decimal = ',',
                 .thousands = "\u202F",
                 .percent = "\u202F%",
                 .day = "{} {}\u00A0{} {}",
                 .minute = "{} à {}\u00A0h\u00A0{} (UTC)",
                 .clock = "{}\u00A0h\u00A0{}",
                 .first_of_month = "1er",
                 .weekdays = {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
                              "samedi"},
                 .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                            "septembre", "octobre", "novembre", "décembre"}},
    .figures = {.title = "En chiffres",
                .joined = {"personne a rejoint l’atelier", "personnes ont rejoint l’atelier"},
                .took_part = {"personne a pris part", "personnes ont pris part"},
                .posted = {"idée déposée", "idées déposées"},
                .published = {"idée publiée", "idées publiées"},
                .pending = {"idée en attente de relecture", "idées en attente de relecture"},
                .withdrawn = {"idée retirée", "idées retirées"},
                .hidden = {"idée masquée", "idées masquées"},
                .name = "Chiffre",
                .value = "Nombre",
                .hidden_title = "Idées masquées, par motif",
                .reason = "Motif",
                .reasons = {"Hors sujet", "Doublon", "Nomme une personne", "Propos insultants",
                            "Publicité ou politique", "Aide technique"},
                .affiliations_title = "Catégories d’acteur",
                .affiliation = "Catégorie d’acteur",
                .people = "Personnes",
                .others = "Autres, ou non indiquée",
                .no_affiliation = "Aucune catégorie ne réunit assez de personnes pour être "
                                  "indiquée."},
    .boards = {.title = "Les idées, levier par levier",
               .without_levers = "Les idées",
               .of_board = "Tableau «\u00A0{}\u00A0»",
               .tray = "Non classées",
               .no_idea = "Aucune idée n’a été publiée.",
               .none_here = "Aucune idée sur ce levier.",
               .votes_mark = "Gommettes",
               .ideas = {"idée", "idées"},
               .dots = {"gommette", "gommettes"},
               .matrix_title = "Leviers et échelles",
               .matrix_caption = "Nombre d’idées par échelle et par levier",
               .scale = "Échelle",
               .no_scale = "Sans échelle",
               .total = "Total",
               .nested_total = "Cumul",
               .nested_note = "Le cumul ajoute les idées des échelles contenues dans celle de la "
                              "ligne.",
               .full = "Chaque levier a au moins une idée à chaque échelle.",
               .empty_cells = {"{} case vide sur {}\u00A0: personne n’y a encore proposé d’idée.",
                               "{} cases vides sur {}\u00A0: personne n’y a encore proposé "
                               "d’idée."}},
    .votes =
        {.title = "Les votes",
         .none = "Aucun vote n’a eu lieu.",
         .none_cast = "Personne n’a posé de gommette.",
         .ballots = {"bulletin", "bulletins"},
         .people = {"personne", "personnes"},
         .dots = {"gommette posée", "gommettes posées"},
         .more = {"autre idée a reçu des gommettes\u202F; elle figure sur son levier.",
                  "autres idées ont reçu des gommettes\u202F; elles figurent sur leur levier."},
         .without_dots = {"idée n’a reçu aucune gommette.", "idées n’ont reçu aucune gommette."},
         .turnout = "{} pour {} (taux de réponse\u00A0: {}), {}.",
         .rule = "{} par personne, {} au plus sur une même idée.",
         .caption = "Les idées en tête",
         .rank = "Rang",
         .idea = "Idée",
         .dots_head = "Gommettes",
         .running = "Ce vote est encore ouvert\u00A0: ses résultats peuvent changer.",
         .withheld = {"Le vote «\u00A0{}\u00A0» n’est pas révélé\u00A0: {} reçu, dont rien "
                      "n’apparaît ici.",
                      "Le vote «\u00A0{}\u00A0» n’est pas révélé\u00A0: {} reçus, dont rien "
                      "n’apparaît ici."}},
    .results = {.round = "{} – tour {}",
                .turnout = "{} pour {} (taux de réponse\u00A0: {}).",
                .rules = {"Une carte à la fois\u00A0: utile, pas utile ou passée. Les idées sont "
                          "classées par la borne basse de la part qui les juge utiles, parmi "
                          "celles et ceux qui ont jugé.",
                          "Jugement majoritaire\u00A0: la mention d’une idée est la meilleure "
                          "que plus de la moitié lui donne au moins.",
                          "Impact et effort de 1 à 5\u00A0: médianes, et la moitié centrale des "
                          "réponses.",
                          "Consentement\u00A0: une objection suffit pour qu’une proposition soit "
                          "retravaillée."},
                .none = "Personne n’a voté.",
                .head = "Résultat",
                .useful = "Utile pour {}",
                .useful_figures =
                    "utile\u00A0: {} · pas utile\u00A0: {} · passée\u00A0: {} · entre {} et {}",
                .grades = {"À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien",
                           "Très bien"},
                .of_grade = "{}\u00A0: {}",
                .quadrants = {"Gain rapide", "Grand projet", "Petit plus", "N’en vaut pas la peine",
                              "Indécis"},
                .scores = "Impact {} ({} à {}), effort {} ({} à {})",
                .outcomes = {"Sans réponse", "Consentement", "Consentement, avec réserves",
                             "Objections à lever"},
                .agree = {"accord", "accords"},
                .reservation = {"réserve", "réserves"},
                .objection = {"objection", "objections"},
                .more = {"autre idée a reçu des réponses.", "autres idées ont reçu des réponses."},
                .without_choice = {"idée n’a reçu aucune réponse.",
                                   "idées n’ont reçu aucune réponse."}},
    .method =
        {.title = "Comment ces chiffres sont calculés",
         .quoted = "Seules les idées publiées sont citées, telles qu’elles ont été écrites. Les "
                   "idées masquées sont comptées par motif et jamais citées. Aucun nom ne figure "
                   "dans ce document.",
         .took_part =
             "Ont pris part les personnes qui ont déposé au moins une idée ou voté au moins "
             "une fois.",
         .rate = "Le taux de réponse rapporte le nombre de bulletins au nombre de personnes qui "
                 "ont rejoint l’atelier.",
         .ballots = "Chaque personne a un bulletin par vote\u202F; seul compte son dernier choix. "
                    "À résultat égal, le rang est le même.",
         .ordered_by = "Sur chaque levier, les idées suivent le nombre de gommettes du vote "
                       "«\u00A0{}\u00A0»\u202F; à égalité, l’ordre dans lequel elles ont été "
                       "déposées.",
         .ordered = "Sur chaque levier, les idées suivent l’ordre dans lequel elles ont été "
                    "déposées.",
         .scale = "Une idée compte à l’échelle où elle a été classée ou, tant qu’elle ne l’a pas "
                  "été, à celle indiquée lors du dépôt.",
         .affiliations = "Une catégorie d’acteur n’est indiquée qu’à partir de {} personnes, et "
                         "seulement si aucun groupe plus petit ne s’en déduit par soustraction.",
         .journal = "Tout se recalcule à partir du journal de l’atelier. L’empreinte ci-dessous "
                    "désigne l’état exact dont cette synthèse est tirée.",
         .event = "Événement",
         .digest = "Empreinte",
         .made_at = "Synthèse établie le"},
    .verify = {.malformed = "Ce fichier n’est pas un export d’atelier\u00A0: {} manque ou n’a pas "
                            "la forme attendue.",
               .idea_twice = "L’idée {} figure deux fois.",
               .unknown_place = "L’idée {} est classée sur le tableau {} à un endroit qui n’y est "
                                "pas.",
               .not_revealed = "Un bulletin appartient à {}, qui n’est pas un vote révélé.",
               .ballot_twice = "Vote {}\u00A0: le bulletin {} figure deux fois.",
               .unknown_idea = "Vote {}, bulletin {}\u00A0: l’idée {} n’est pas dans le fichier.",
               .dots_out_of_range = "Vote {}, bulletin {}, idée {}\u00A0: {} est hors des limites.",
               .tally = "Vote {}, idée {}\u00A0: {} (gommettes) et {} (personnes) annoncées, {} et "
                        "{} d’après les bulletins.",
               .counts = "Vote {}, idée {}\u00A0: {} annoncé, {} d’après les bulletins.",
               .hidden = "Idées masquées pour le motif {}\u00A0: {} annoncées, {} dans le fichier.",
               .too_many_people = "{}\u00A0: {} annoncées, mais {} ont rejoint l’atelier.",
               .posted = "Personnes ayant déposé une idée",
               .voted = "Personnes ayant voté"},
};

constexpr SpreadsheetWords spreadsheet{
    .id = "Identifiant",
    .status = "État",
    .reason = "Motif",
    .phase = "Étape",
    .text = "Idée",
    .lever = "Levier",
    .scale = "Échelle",
    .dots = "Gommettes",
    .voters = "Personnes ayant voté",
    .share = "Part des bulletins",
    .posted_at = "Déposée le (UTC)",
    .affiliation = "Catégorie d’acteur",
    .of = "{} ({})",
    .statuses = {"En attente de relecture", "Publiée", "Masquée", "Retirée"},
    .rank = "Rang",
    .useful = "Utile",
    .not_useful = "Pas utile",
    .pass = "Passée",
    .shown = "Montrée à",
    .low = "Part utile, borne basse",
    .high = "Part utile, borne haute",
    .grades = {"À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien"},
    .grade = "Mention",
    .impact = "Impact (médiane)",
    .effort = "Effort (médiane)",
    .quadrant = "Quadrant",
    .agree = "Accords",
    .reservation = "Réserves",
    .objection = "Objections",
    .outcome = "Issue"};

}  // namespace

const Words& french_words() noexcept { return french; }
const SpreadsheetWords& french_spreadsheet() noexcept { return spreadsheet; }

}  // namespace atelier::report
