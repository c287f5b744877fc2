#include "report/article_words_languages.hpp"

namespace atelier::report {
namespace {

constexpr ArticleWords french{
    .head = {.of_day = "Synthèse de l’atelier du {}",
             .organised = "Un atelier organisé par {}.",
             .partners = "Partenaires\u00A0: {}.",
             .series = "Rendez-vous n°\u00A0{} du cycle «\u00A0{}\u00A0»",
             .and_ = " et ",
             .comma = ", ",
             .said = "L’animation",
             .quoted = "«\u00A0{}\u00A0»"},
    .turnout =
        {.nobody = "Personne n’a encore rejoint l’atelier.",
         .all_took_part = {"Une seule personne a rejoint l’atelier, et elle y a pris part.",
                           "{} personnes ont rejoint l’atelier et toutes y ont pris part, en "
                           "déposant une idée ou en votant."},
         .joined = {"Une seule personne a rejoint l’atelier\u202F; nul n’y a encore pris part.",
                    "{} personnes ont rejoint l’atelier\u202F; {} y ont pris part, en déposant une "
                    "idée ou en votant."},
         .posted = {"Une seule idée a été déposée.", "{} idées ont été déposées\u00A0: {}."},
         .no_idea = "Aucune idée n’a été déposée.",
         .published = {"une est publiée", "{} sont publiées"},
         .pending = {"une attend une relecture", "{} attendent une relecture"},
         .withdrawn = {"une a été reprise par la personne qui l’avait écrite",
                       "{} ont été reprises par les personnes qui les avaient écrites"},
         .hidden = {"une a été masquée par la modération", "{} ont été masquées par la modération"},
         .grouped =
             {"L’une d’elles disait la même chose qu’une autre et lui a été "
              "rattachée\u202F; il en reste {1}, à lire ci-dessous dans leurs termes exacts.",
              "{} disaient la même chose qu’une autre et lui ont été rattachées\u202F; il "
              "en reste {}, à lire ci-dessous dans leurs termes exacts."},
         .votes_caption = "Les votes et leur participation",
         .vote = "Vote",
         .ballots = "Bulletins",
         .rate = "Taux de réponse",
         .ideas = "Idées soumises",
         .hidden_why = {"Le registre de la modération compte une idée masquée.",
                        "Le registre de la modération compte {} idées masquées. Aucune n’est "
                        "supprimée\u202F; aucune n’est citée ici."},
         .by_affiliation = "La participation, par catégorie d’acteur",
         .took_part = "Ont pris part",
         .their_ideas = "Idées publiées",
         .kept_back = "Un tiret remplace un nombre inférieur à {}, ou dont un nombre aussi petit "
                      "pourrait se déduire.",
         .by_scale = "La participation, par échelle\u00A0: les personnes qui se sont prononcées",
         .scale_people = "Personnes qui s’y sont prononcées"},
    .lever =
        {.on_lever = {"Une seule idée actionne ce levier", "{} idées actionnent ce levier"},
         .at_scale = "{}, à l’échelle «\u00A0{}\u00A0».",
         .at_scales = "{}, surtout aux échelles suivantes\u00A0: {}.",
         .scale_count = "{} ({})",
         .others = "Ont aussi été proposées\u00A0:",
         .in_other_words = "Dit autrement\u00A0: {}",
         .reworded = "reformulée par la modération",
         .sorted = "classée là par {} des {}",
         .across = "accord entre catégories\u00A0: {}",
         .share = "{} d’avis favorables, entre {} et {} (n\u00A0=\u00A0{})",
         .interval = "entre {} et {} (n\u00A0=\u00A0{})",
         .dots_share = "{} de {} sur {}, soit {} (entre {} et {})",
         .crowd = {"Une personne a classé les idées pour elle-même\u00A0: {}, avec un accord moyen "
                   "de {}.",
                   "{} personnes ont classé les idées chacune pour soi\u00A0: {}, avec un accord "
                   "moyen de {}."},
         .crowd_ties = {"Pour une idée, deux places arrivent à égalité\u00A0: elle reste non "
                        "classée.",
                        "Pour {} idées, plusieurs places arrivent à égalité\u00A0: elles restent "
                        "non classées."},
         .contested = "Les idées dont la place fait débat",
         .contested_at = "{} d’accord sur {}\u00A0: {}",
         .affiliation_title = "Échelles et catégories d’acteur",
         .affiliation_note = "Chaque idée publiée compte ici, même regroupée avec une autre, dans "
                             "la catégorie de la personne qui l’a écrite.",
         .affiliation_full = "Chaque catégorie a proposé au moins une idée à chaque échelle.",
         .affiliation_empty = {"{} case vide sur {}\u00A0: cette catégorie n’y a rien proposé.",
                               "{} cases vides sur {}\u00A0: ces catégories n’y ont rien proposé."},
         .heat = "Plus une case est foncée, plus elle compte d’idées."},
    .agreement =
        {.title = "Ce qui unit, ce qui divise",
         .none = "Les réponses des catégories d’acteur ne peuvent pas être comparées\u00A0: il y "
                 "faudrait un vote révélé auquel au moins deux catégories de cinq personnes ou "
                 "plus aient répondu.",
         .basis = "Au vote «\u00A0{}\u00A0», les réponses de {} peuvent être mises en regard.",
         .group = "«\u00A0{}\u00A0» ({})",
         .not_told_one = "Une idée est laissée de côté, faute d’assez de réponses dans chacune.",
         .not_told = "{} idées sont laissées de côté, faute d’assez de réponses dans chacune.",
         .unites = "Ce qui unit",
         .unites_how = "Chacune de ces catégories y est favorable.",
         .unites_none = "Aucune idée ne recueille un avis nettement favorable dans toutes ces "
                        "catégories.",
         .divides = "Ce qui divise",
         .divides_how = "Les unes y sont favorables, d’autres non, et l’écart dépasse ce que "
                        "le hasard explique d’ordinaire.",
         .divides_none = "Aucune idée n’oppose nettement deux de ces catégories.",
         .minority = "Les idées minoritaires",
         .minority_how = "Une seule catégorie les porte.",
         .minority_none = "Aucune idée n’est portée par une seule catégorie.",
         .minority_of = "Portée par «\u00A0{}\u00A0»",
         .share = "{}\u00A0: {} sur {}",
         .score = "accord\u00A0: {}",
         .relative =
             "Pour un vote à gommettes, «\u00A0favorable\u00A0» se dit par rapport aux autres "
             "idées\u00A0: celles du premier quart de la catégorie.",
         .opinions = "Les groupes d’opinion",
         .opinions_how =
             "Au vote «\u00A0{}\u00A0», les bulletins qui se ressemblent forment {} groupes, "
             "de {} personnes.",
         .clear =
             {"Ils se distinguent à peine (silhouette\u00A0: {})\u00A0: les avis forment plutôt "
              "un continuum.",
              "Ils se reconnaissent sans être tranchés (silhouette\u00A0: {}).",
              "Ils se distinguent nettement (silhouette\u00A0: {})."},
         .left_out = {"{} personne s’est trop peu prononcée pour être située.",
                      "{} personnes se sont trop peu prononcées pour être situées."},
         .group_title = "Groupe {}\u00A0: {}",
         .for_ = "Pour\u00A0: {} du groupe, {} des autres",
         .against = "Contre\u00A0: {} du groupe, {} des autres",
         .no_telling = "Aucune idée ne distingue nettement ce groupe des autres.",
         .unites_opinions = "Chacun de ces groupes y est favorable.",
         .unites_none_opinions = "Aucune idée n’est nettement approuvée par tous ces groupes.",
         .table = "L’accord entre catégories, idée par idée",
         .idea = "Idée",
         .agreement = "Accord"},
    .voice = {.words_title = "Les mots qui reviennent",
              .words_how = "Voici les mots présents dans le plus d’idées\u00A0: {}.",
              .word = "{} ({})",
              .texts = "Idées",
              .questions_title = "Les questions et leurs réponses",
              .no_question = "Aucune question n’a été publiée.",
              .questions = {"Une question a été posée.", "{} questions ont été posées."},
              .to_answer = {"Une attend encore sa réponse.", "{} attendent encore une réponse."},
              .supporters = {"{} personne souhaitait aussi la réponse",
                             "{} personnes souhaitaient aussi la réponse"},
              .all_answered = "Toutes ont reçu une réponse.",
              .answer = "Réponse\u00A0: {}",
              .aloud = "Réponse donnée de vive voix",
              .unanswered = "À répondre",
              .commitments_title = "Les engagements",
              .no_commitment = "Aucun engagement n’a été publié.",
              .commitments = {"Un engagement a été pris.", "{} engagements ont été pris."},
              .collective = {"Un est collectif.", "{} sont collectifs."},
              .by = "échéance\u00A0: {}",
              .with_ = "avec\u00A0: {}",
              .looking_for = "cherche\u00A0: {}",
              .bringing = "apporte\u00A0: {}",
              .together = "engagement collectif",
              .closing_title = "Les mots de la fin",
              .nobody_spoke = "Personne n’a laissé de phrase à citer.",
              .words_said = {"Une personne a accepté que sa phrase soit citée.",
                             "{} personnes ont accepté que leur phrase soit citée."},
              .kept = {"Une autre phrase n’est lue que par l’animation.",
                       "{} autres phrases ne sont lues que par l’animation."},
              .roti = {"Une personne a noté le temps passé\u00A0: {1} sur 5.",
                       "{} personnes ont noté le temps passé\u00A0: {} sur 5 en moyenne."},
              .roti_caption = "Le temps passé en valait-il la peine\u202F?",
              .score = "Note",
              .people = "Personnes",
              .roti_names = {"1\u00A0: temps perdu", "2\u00A0: peu utile", "3\u00A0: correct",
                             "4\u00A0: utile", "5\u00A0: excellent"},
              .weather_title = "La météo d’arrivée",
              .weather_caption = "La météo d’arrivée",
              .sky = "Météo",
              .weather = {"Une personne a dit comment elle arrivait\u00A0: {1}.",
                          "{} personnes ont dit comment elles arrivaient\u00A0: {}."},
              .skies = {{{"une sous un grand soleil", "{} sous un grand soleil"},
                         {"une entre les éclaircies", "{} entre les éclaircies"},
                         {"une sous les nuages", "{} sous les nuages"},
                         {"une sous l’orage", "{} sous l’orage"}}},
              .sky_names = {"Grand soleil", "Éclaircies", "Nuageux", "Orageux"}},
    .participation =
        {.title = "La participation",
         .both = {"Une personne a déposé au moins une idée et voté",
                  "{} personnes ont déposé au moins une idée et voté"},
         .posted_only = {"une a déposé sans voter", "{} ont déposé sans voter"},
         .voted_only = {"une a voté sans déposer", "{} ont voté sans déposer"},
         .neither = {"une a suivi sans écrire ni voter", "{} ont suivi sans écrire ni voter"},
         .per_author = "En médiane, une personne qui écrit a déposé {} ({} au plus).",
         .exposure =
             "Au vote «\u00A0{}\u00A0», chaque idée a été montrée à {} personnes en médiane, "
             "de {} à {}\u202F; l’indice de Gini est de {} (0\u00A0: toutes aussi souvent).",
         .timeline = "Au fil du temps, par tranches de cinq minutes",
         .when = "À partir de (UTC)",
         .ideas = "Idées",
         .votes = "Choix",
         .peak = "Le plus d’idées est arrivé à partir de {} (UTC)\u00A0: {} en cinq minutes.",
         .only_posts = "Le moment de chaque vote n’est pas repris ici."},
    .story =
        {.title = "Le récit de l’atelier",
         .computed = "D’après les chiffres\u00A0: {}",
         .steps = {"Le constat", "La tension", "L’action", "L’horizon"},
         .came = {"Une idée est venue", "{} idées sont venues"},
         .question = "{} en réponse à la question «\u00A0{}\u00A0».",
         .most_on = "Le levier «\u00A0{}\u00A0» en rassemble le plus ({}, soit {}).",
         .best = "Celle que le dernier vote place en tête dit\u00A0: «\u00A0{}\u00A0» ({}).",
         .unites = {"Toutes les catégories d’acteur comparées se retrouvent sur une idée\u00A0: "
                    "«\u00A0{1}\u00A0».",
                    "Toutes les catégories d’acteur comparées se retrouvent sur {} idées, dont "
                    "d’abord celle-ci\u00A0: «\u00A0{1}\u00A0»."},
         .divides = {"Une idée partage les catégories d’acteur\u00A0: «\u00A0{1}\u00A0».",
                     "{} idées partagent les catégories d’acteur, et celle-ci plus que toute "
                     "autre\u00A0: «\u00A0{1}\u00A0»."},
         .minority = {"«\u00A0{1}\u00A0» porte presque seule cette idée\u00A0: «\u00A0{2}\u00A0».",
                      "{} idées sont portées presque par une seule catégorie, à commencer par "
                      "«\u00A0{1}\u00A0»\u00A0: «\u00A0{2}\u00A0»."},
         .empty = {"Une rencontre d’un levier et d’une échelle, sur {1}, est restée sans idée.",
                   "{} rencontres d’un levier et d’une échelle, sur {}, sont restées sans idée."},
         .nothing_at = "Rien n’a été proposé à ces échelles\u00A0: {}.",
         .contested = {"La place d’une idée fait débat.", "La place de {} idées fait débat."},
         .unanswered = {"Une question attend sa réponse.", "{} questions attendent leur réponse."},
         .promised = {"Un engagement a été pris.", "{} engagements ont été pris."},
         .together = {"L’un est collectif.", "{} sont collectifs."},
         .alone = "Il est collectif.",
         .first_promise = {"Le voici\u00A0: «\u00A0{1}\u00A0».",
                           "Le premier\u00A0: «\u00A0{1}\u00A0»."},
         .first_ideas = "Les idées en tête du dernier vote disent par où commencer\u00A0: {}.",
         .next = "Le thème suivant est annoncé\u00A0: «\u00A0{}\u00A0».",
         .roti = "Le temps passé a été noté {} sur 5 par {}.",
         .action = "L’invitation est lancée\u00A0: «\u00A0{}\u00A0».",
         .looking = {"Un engagement cherche encore du renfort.",
                     "{} engagements cherchent encore du renfort."}},
    .end =
        {.action_title = "Et maintenant",
         .next = "Le thème suivant\u00A0: {}",
         .licence = "Cette synthèse est publiée sous Licence Ouverte 2.0 (Etalab)\u00A0: elle peut "
                    "être reprise et transformée, à condition d’en citer la source et la date.",
         .check_title = "Vérifier cette synthèse",
         .check = "Chaque événement de l’atelier est enchaîné au précédent par une empreinte. Qui "
                  "tient le serveur vérifie la chaîne, les décomptes et cette synthèse par la "
                  "commande",
         .check_file = "Qui n’a que l’export JSON vérifie qu’il s’accorde avec lui-même par",
         .groups_note = "Les catégories d’acteur ne sont comparées qu’à partir de {} personnes "
                        "chacune, idée par idée. L’accord entre elles est la moyenne géométrique "
                        "de (favorables\u00A0+\u00A01)\u00A0/\u00A0(réponses\u00A0+\u00A02)\u00A0: "
                        "il n’est élevé que "
                        "si chacune approuve. Il se lit à côté du classement et n’y pèse pas.",
         .share_note =
             "Est favorable qui a posé au moins une gommette, jugé l’idée utile, donné la "
             "mention «\u00A0Assez bien\u00A0» ou mieux, un impact de 4 ou 5, ou consenti, "
             "avec ou sans réserve.",
         .interval_note = "L’intervalle qui suit une part est celui de Wilson à 95\u202F%\u00A0: "
                          "il dit ce que vaut n, non ce que pensent les absents.",
         .opinions_note = "Les groupes d’opinion sont trouvés dans les votes par analyse en "
                          "composantes principales puis k-moyennes, à partir de 100 votants et de "
                          "20 idées\u202F; le nombre de groupes est celui de la meilleure "
                          "silhouette. Ce sont des façons de voter, pas des sortes de gens.",
         .score_note = "Sur chaque levier viennent d’abord les idées du dernier vote qui les a "
                       "départagées\u202F; à égalité, l’ordre dans lequel elles ont été déposées.",
         .draft_note = "Les passages signés de l’animation sont les siens\u202F; tout le reste est "
                       "calculé.",
         .crowd_note = "Quand chacun classe pour soi, une idée repose là où le plus de personnes "
                       "l’ont mise\u202F; l’accord est leur part.",
         .words_note = "Les formes d’un même mot comptent ensemble, une fois par idée, sans les "
                       "mots-outils."},
};

}  // namespace

const ArticleWords& french_article() noexcept { return french; }

}  // namespace atelier::report
