// Stop words, folded and sorted, the pieces that elision leaves ("l", "qu", "t") among them.
#include <algorithm>
#include <array>

#include "insight/words.hpp"

namespace atelier::insight {
namespace {

constexpr auto french = std::to_array<std::string_view>(
    {"a",          "afin",       "ai",       "ainsi",      "ait",       "alors",     "apres",
     "as",         "au",         "aucun",    "aucune",     "aujourd",   "auquel",    "aura",
     "aurait",     "aussi",      "autant",   "autour",     "autre",     "autres",    "aux",
     "avaient",    "avais",      "avait",    "avant",      "avec",      "avez",      "avoir",
     "avons",      "ayant",      "bien",     "c",          "ca",        "car",       "ce",
     "ceci",       "cela",       "celle",    "celles",     "celui",     "cent",      "certain",
     "certaine",   "certaines",  "certains", "ces",        "cet",       "cette",     "ceux",
     "chacun",     "chacune",    "chaque",   "chez",       "ci",        "cinq",      "combien",
     "comme",      "comment",    "contre",   "d",          "dans",      "de",        "dehors",
     "deja",       "depuis",     "derriere", "des",        "desormais", "deux",      "devant",
     "devoir",     "dire",       "dit",      "dix",        "doit",      "doivent",   "donc",
     "dont",       "du",         "durant",   "e",          "elle",      "elles",     "en",
     "encore",     "enfin",      "ensemble", "entre",      "environ",   "es",        "est",
     "et",         "etaient",    "etait",    "etant",      "ete",       "etes",      "etre",
     "eu",         "eux",        "faire",    "fais",       "fait",      "faites",    "faut",
     "fera",       "font",       "g",        "grace",      "h",         "hors",      "hui",
     "ici",        "il",         "ils",      "j",          "jamais",    "je",        "jusqu",
     "jusque",     "l",          "la",       "laquelle",   "le",        "lequel",    "les",
     "lesquelles", "lesquels",   "leur",     "leurs",      "lors",      "lorsqu",    "lorsque",
     "lui",        "m",          "ma",       "maintenant", "mais",      "malgre",    "me",
     "meme",       "memes",      "merci",    "mes",        "mettre",    "moi",       "moins",
     "mon",        "n",          "ne",       "ni",         "non",       "nos",       "notamment",
     "notre",      "nous",       "on",       "ont",        "ou",        "oui",       "par",
     "parce",      "parfois",    "parmi",    "pas",        "pendant",   "personne",  "peu",
     "peut",       "peuvent",    "peux",     "plus",       "plusieurs", "plutot",    "pour",
     "pourquoi",   "pourraient", "pourrait", "pouvoir",    "pres",      "presque",   "puis",
     "puisqu",     "puisque",    "qu",       "quand",      "quant",     "quatre",    "que",
     "quel",       "quelle",     "quelles",  "quelqu",     "quelque",   "quelques",  "quels",
     "qui",        "quoi",       "quoique",  "s",          "sa",        "sans",      "se",
     "selon",      "sera",       "seraient", "serait",     "ses",       "seulement", "si",
     "six",        "soi",        "soient",   "sois",       "soit",      "sommes",    "son",
     "sont",       "sous",       "souvent",  "suis",       "sur",       "surtout",   "svp",
     "t",          "ta",         "tant",     "te",         "tel",       "telle",     "telles",
     "tels",       "tes",        "toi",      "ton",        "toujours",  "tous",      "tout",
     "toute",      "toutefois",  "toutes",   "tres",       "trois",     "trop",      "tu",
     "un",         "une",        "unes",     "uns",        "va",        "vais",      "vers",
     "veut",       "veux",       "via",      "voici",      "voila",     "voir",      "vont",
     "vos",        "votre",      "vous",     "vraiment",   "vu",        "y"});

constexpr auto english = std::to_array<std::string_view>(
    {"a",          "about",   "above",    "across",   "after",     "again",   "all",
     "almost",     "along",   "already",  "also",     "although",  "always",  "am",
     "among",      "an",      "and",      "another",  "any",       "anyone",  "are",
     "aren",       "around",  "as",       "at",       "away",      "be",      "because",
     "been",       "before",  "being",    "below",    "between",   "both",    "but",
     "by",         "can",     "cannot",   "could",    "couldn",    "d",       "did",
     "didn",       "do",      "does",     "doesn",    "doing",     "don",     "done",
     "down",       "during",  "each",     "either",   "else",      "enough",  "even",
     "ever",       "every",   "everyone", "few",      "for",       "from",    "further",
     "get",        "gets",    "getting",  "give",     "go",        "goes",    "going",
     "got",        "had",     "hadn",     "has",      "hasn",      "have",    "haven",
     "having",     "he",      "her",      "here",     "hers",      "herself", "him",
     "himself",    "his",     "how",      "however",  "i",         "if",      "in",
     "instead",    "into",    "is",       "isn",      "it",        "its",     "itself",
     "just",       "let",     "like",     "ll",       "made",      "make",    "makes",
     "making",     "many",    "may",      "maybe",    "me",        "might",   "mine",
     "more",       "most",    "much",     "must",     "my",        "myself",  "need",
     "needs",      "never",   "no",       "nor",      "not",       "now",     "of",
     "off",        "often",   "on",       "once",     "one",       "only",    "or",
     "other",      "others",  "our",      "ours",     "ourselves", "out",     "over",
     "own",        "per",     "perhaps",  "please",   "put",       "rather",  "re",
     "really",     "s",       "same",     "shall",    "she",       "should",  "shouldn",
     "since",      "so",      "some",     "someone",  "something", "still",   "such",
     "t",          "than",    "that",     "the",      "their",     "theirs",  "them",
     "themselves", "then",    "there",    "these",    "they",      "this",    "those",
     "though",     "through", "to",       "together", "too",       "toward",  "towards",
     "two",        "under",   "until",    "up",       "upon",      "us",      "use",
     "used",       "using",   "ve",       "very",     "was",       "wasn",    "we",
     "well",       "were",    "weren",    "what",     "when",      "where",   "whether",
     "which",      "while",   "who",      "whole",    "whom",      "whose",   "why",
     "will",       "with",    "within",   "without",  "won",       "would",   "wouldn",
     "yes",        "yet",     "you",      "your",     "yours",     "yourself"});

static_assert(std::ranges::is_sorted(french));
static_assert(std::ranges::is_sorted(english));

}  // namespace

bool stop_word(std::string_view folded, Language language) noexcept {
    return language == Language::french ? std::ranges::binary_search(french, folded)
                                        : std::ranges::binary_search(english, folded);
}

}  // namespace atelier::insight
