#include <algorithm>
#include <array>

#include "api/problem.hpp"

namespace atelier::api {
namespace {

struct Words {
    std::string_view code, en, fr;
};

// For people who meet the HTTP API itself; the pages have catalogues of their own.
constexpr std::array<Words, 61> catalogue{{
    {"bad_arguments", "Something in the command is missing or not as expected.",
     "Un élément de la commande manque ou n’est pas celui attendu."},
    {"bad_command_id", "The command has no valid id.",
     "La commande n’a pas d’identifiant valable."},
    {"bad_request", "Something in the request is missing or not as expected.",
     "Un élément de la demande manque ou n’est pas celui attendu."},
    {"busy", "Too much is happening at once. Try again in a moment.",
     "Trop de demandes à la fois. Réessayez dans un instant."},
    {"control_characters", "The text holds invisible control characters.",
     "Le texte contient des caractères de contrôle invisibles."},
    {"draining", "The server is about to restart. Try again in a moment.",
     "Le serveur va redémarrer. Réessayez dans un instant."},
    {"draft_changed", "Somebody else has changed this draft meanwhile.",
     "Quelqu’un d’autre a modifié ce brouillon entre-temps."},
    {"empty_text", "There is nothing to read in this text.", "Ce texte est vide."},
    {"erased", "This has been erased.", "Ceci a été effacé."},
    {"export_failed", "This file could not be made. Try again, or take another format.",
     "Ce fichier n’a pas pu être établi. Réessayez, ou choisissez un autre format."},
    {"forbidden", "This link does not give access to that.",
     "Ce lien ne donne pas accès à cette page."},
    {"foreign_origin", "The request comes from another site.", "La demande vient d’un autre site."},
    {"import_bad_mapping", "The file has no column of that name.",
     "Le fichier n’a pas de colonne de ce nom."},
    {"import_damaged", "The file is damaged or was cut off.", "Le fichier est abîmé ou incomplet."},
    {"import_empty", "There is no idea in this file.", "Il n’y a aucune idée dans ce fichier."},
    {"import_encrypted", "The file is protected by a password.",
     "Le fichier est protégé par un mot de passe."},
    {"import_no_comments", "These are votes without the comments that they are on. Add that file.",
     "Ce sont des votes sans les commentaires auxquels ils répondent. Ajoutez ce fichier."},
    {"import_no_text", "Say which column holds the text of the ideas.",
     "Indiquez quelle colonne contient le texte des idées."},
    {"import_too_large", "The file is larger than what can be imported.",
     "Le fichier est trop volumineux pour être importé."},
    {"import_too_new", "This export comes from a newer version of Atelier.",
     "Cet export vient d’une version plus récente d’Atelier."},
    {"import_unknown", "This is no file that can be imported.",
     "Ce fichier n’est pas de ceux qui peuvent être importés."},
    {"import_untrue", "This export does not agree with itself: it was changed.",
     "Cet export se contredit\u202f: il a été modifié."},
    {"internal", "Something went wrong on our side.", "Une erreur est survenue de notre côté."},
    {"invalid_utf8", "The text is not valid UTF-8.", "Le texte n’est pas en UTF-8 valable."},
    {"link_expired", "This link is no longer valid. Ask for a new one.",
     "Ce lien n’est plus valable. Demandez-en un nouveau."},
    {"link_used", "This link has already been used. Make another on the first device.",
     "Ce lien a déjà servi. Créez-en un autre sur le premier appareil."},
    {"malformed_json", "The request is not valid JSON.", "La demande n’est pas du JSON valable."},
    {"method_not_allowed", "That cannot be done here.", "Cette action n’est pas possible ici."},
    {"name_too_long", "This name is too long.", "Ce nom est trop long."},
    {"no_rehearsal", "This workshop has not been rehearsed.", "Cet atelier n’a pas été répété."},
    {"no_such_board", "There is no such board.", "Ce tableau n’existe pas."},
    {"no_such_phase", "There is no such step to collect ideas in.",
     "Il n’y a pas d’étape de ce nom où recueillir des idées."},
    {"no_such_export", "There is no such file, or not any more. Ask for it again.",
     "Ce fichier n’existe pas, ou plus. Demandez-le de nouveau."},
    {"no_such_link", "This link is not known. Was it copied whole?",
     "Ce lien est inconnu. A-t-il été copié en entier\u202f?"},
    {"no_such_series", "This series is not known.", "Ce cycle est inconnu."},
    {"no_such_picture", "This workshop has no such picture.", "Cet atelier n’a pas cette image."},
    {"no_such_workshop", "No workshop has this code. Check it and try again.",
     "Aucun atelier n’a ce code. Vérifiez-le et réessayez."},
    {"not_allowed", "Your role does not allow this.", "Votre rôle ne permet pas cette action."},
    {"not_found", "There is nothing here.", "Il n’y a rien ici."},
    {"not_published", "This page is not published, or not any more.",
     "Cette page n’est pas publiée, ou ne l’est plus."},
    {"not_installed",
     "This server lacks the program that makes such files. Whoever runs it can install it.",
     "Il manque à ce serveur le programme qui établit ces fichiers. La personne qui l’administre "
     "peut l’installer."},
    {"not_joined", "Join the workshop first.", "Rejoignez d’abord l’atelier."},
    {"rate_limited", "That was too quick. Try again in a moment.",
     "C’était trop rapide. Réessayez dans un instant."},
    {"read_only", "Nothing can be recorded right now. What you wrote is kept on your device.",
     "Rien ne peut être enregistré pour l’instant. Ce que vous avez écrit reste sur votre "
     "appareil."},
    {"rehearsal_running", "A rehearsal is running on this server already.",
     "Une répétition est déjà en cours sur ce serveur."},
    {"someone_else_here", "This device is already somebody else in this workshop.",
     "Cet appareil est déjà celui d’une autre personne dans cet atelier."},
    {"text_too_long", "This text is too long.", "Ce texte est trop long."},
    {"timeout", "The request took too long to arrive.",
     "La demande a mis trop de temps à arriver."},
    {"too_deep", "The JSON is nested too deeply.", "Le JSON est trop imbriqué."},
    {"removed", "You were taken out of this workshop.",
     "Votre participation à cet atelier a pris fin."},
    {"too_large", "The request is too large.", "La demande est trop volumineuse."},
    {"too_many_attempts", "Too many wrong attempts. Try again in a few minutes.",
     "Trop d’essais infructueux. Réessayez dans quelques minutes."},
    {"too_many_ideas", "This workshop would hold more than 5,000 ideas.",
     "Cet atelier contiendrait plus de 5\u202f000 idées."},
    {"too_many_levers", "The board would have more than 16 levers.",
     "Le tableau aurait plus de 16 leviers."},
    {"too_many_people", "This workshop is full.", "Cet atelier est complet."},
    {"unknown_affiliation", "This affiliation is not on the workshop’s list.",
     "Cette catégorie d’acteur n’est pas dans la liste de l’atelier."},
    {"unknown_command", "This command is not known.", "Cette commande est inconnue."},
    {"unsupported_media_type", "Send JSON (application/json).",
     "Envoyez du JSON (application/json)."},
    {"upgrade_required", "This address speaks WebSocket with the subprotocol atelier.v1.",
     "Cette adresse parle WebSocket, avec le sous-protocole atelier.v1."},
    {"workshop_closed", "This workshop has ended.", "Cet atelier est terminé."},
    {"workshop_open", "This workshop has not ended yet.", "Cet atelier n’est pas encore terminé."},
}};

}  // namespace

std::string_view words(std::string_view code, std::string_view language) noexcept {
    const auto found = std::ranges::find(catalogue, code, &Words::code);
    if (found == catalogue.end()) return language == "fr" ? "Refusé." : "Refused.";
    return language == "fr" ? found->fr : found->en;
}

}  // namespace atelier::api
