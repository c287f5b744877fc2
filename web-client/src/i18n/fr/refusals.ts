import type { FailureCode } from '../../core/api.ts';
import type { RefusalCode } from '../../core/generated/protocol.ts';
import type { Message } from '../translate.ts';

/** Why something was not done, said so that the person knows what they can do next. */
export const refusals = {
  // The message itself: these should never be seen, and still must not frighten.
  malformed_json: "Cette demande n'est pas arrivée entière. Merci de réessayer.",
  invalid_utf8: 'Ce texte contient des caractères illisibles. Merci de le saisir à nouveau.',
  too_deep: "Cette demande n'est pas arrivée comme prévu. Merci de recharger la page.",
  too_large: 'Ce texte est trop long pour être envoyé. Merci de le raccourcir.',
  unknown_type: 'Cette page est plus récente ou plus ancienne que le service. Merci de la recharger.',
  unknown_command: 'Cette page est plus récente ou plus ancienne que le service. Merci de la recharger.',
  bad_command_id: "Cette demande n'est pas arrivée comme prévu. Merci de recharger la page.",
  bad_arguments: "Cette demande n'est pas arrivée comme prévu. Merci de recharger la page.",
  bad_request: "Cette demande n'est pas arrivée comme prévu. Merci de vérifier ce que vous avez saisi.",
  hello_first: "Cette demande est partie trop tôt. Merci de recharger la page.",
  unexpected: 'Le service a répondu de façon inattendue. Merci de réessayer dans un instant.',
  internal: 'Le service a rencontré un problème. Merci de réessayer dans un instant.',

  // Who one is.
  not_allowed: 'Cette action revient à l\'animation.',
  not_yours: "Ce texte est de quelqu'un d'autre : vous ne pouvez pas le modifier.",
  not_joined: "Vous n'êtes pas encore dans cette séance. Merci de la rejoindre avec son code.",
  forbidden: "Ce lien ne donne pas accès à cette page.",
  foreign_origin: 'Cette page a été ouverte depuis une autre adresse que celle du service.',
  no_such_link: "Ce lien n'est pas reconnu. Vérifiez qu'il a été copié en entier.",
  link_used: "Ce lien a déjà servi, et ne sert qu'une fois. Créez-en un autre sur votre premier appareil.",
  someone_else_here: "Sur cet appareil, quelqu'un d'autre participe déjà à cette séance.",
  link_expired: "Ce lien a été remplacé. Demandez le nouveau à l'équipe d'organisation.",
  no_rehearsal: "Cette séance n'a pas été répétée.",
  rehearsal_running: 'Une répétition est déjà en cours sur ce service. Attendez sa fin, ou arrêtez-la.',
  no_such_export: "Ce fichier n'existe plus. Demandez-le de nouveau.",
  no_such_picture: "Cet atelier n'a pas cette image.",
  export_failed: "Ce fichier n'a pas pu être établi. Réessayez, ou choisissez un autre format.",
  not_installed: "Il manque à ce service un programme pour établir ce fichier. La personne qui l'administre peut l'installer : {needs}.",
  no_such_workshop: "Aucune séance n'a ce code. Vérifiez les huit caractères affichés à l'écran.",
  too_many_attempts: 'Trop d\'essais en peu de temps. Patientez une minute avant de réessayer.',
  too_many_people: 'Cette séance est complète. Merci de prévenir l\'animation.',
  unknown_affiliation: "Cette catégorie d'acteur n'est plus proposée. Merci d'en choisir une autre.",
  name_too_long: 'Ce nom est trop long : 60 caractères au plus.',

  // The step that is open.
  wrong_phase: "Cette étape n'est plus ouverte : ce n'est pas possible maintenant.",
  phase_not_planned: 'Cette étape a déjà été ouverte.',
  phase_not_closed: "Cette étape n'est pas terminée.",
  phase_not_open: "Cette étape n'est pas ouverte.",
  already_revealed: 'Les résultats de ce vote sont révélés : il ne peut plus être rouvert.',
  workshop_closed: 'Cette séance est terminée : on ne peut plus rien y changer.',
  time_out_of_range: "Cette durée n'est pas possible.",
  no_such_phase: "Cette étape n'existe plus.",

  // Ideas.
  empty_text: "Écrivez d'abord quelques mots.",
  text_too_long: 'Ce texte est trop long : {max} caractères au plus.',
  control_characters: 'Ce texte contient des caractères invisibles. Merci de le saisir à nouveau.',
  ideas_spent: {
    one: 'Vous avez déjà proposé votre idée pour cette étape.',
    other: 'Vous avez déjà proposé vos {n} idées pour cette étape.',
  },
  too_many_ideas: 'Cette séance a reçu autant d\'idées qu\'elle peut en contenir.',
  no_such_idea: "Cette idée n'existe plus.",
  idea_not_published: "Cette idée n'est pas publiée.",
  idea_hidden: 'Cette idée a été masquée : elle ne peut plus être modifiée.',
  already_hidden: 'Ce texte est déjà masqué.',
  already_published: 'Ce texte est déjà publié.',
  already_withdrawn: 'Ce texte a déjà été retiré.',
  bad_reason: 'Merci de choisir un motif dans la liste.',

  // Votes and boards.
  votes_spent: 'Toutes vos gommettes sont posées. Retirez-en une pour voter ici.',
  too_many_on_idea: {
    one: 'Une gommette au plus sur une même idée.',
    other: '{n} gommettes au plus sur une même idée.',
  },
  shortlist_tied: 'Des idées sont à égalité : choisissez celles qui restent.',
  not_revealed: "Les résultats de ce vote ne sont pas encore révélés.",
  idea_not_in_vote: "Cette idée n'est pas soumise à ce vote.",
  not_in_hand: "Cette carte n'est pas entre vos mains.",
  no_cards_left: 'Vous avez vu toutes les cartes. Merci !',
  too_many_phases: 'Le déroulé compte déjà {n} étapes.',
  no_such_question: "Cette question n'est plus là.",
  questions_spent: 'Vous avez posé toutes vos questions ({n}). Retirez-en une pour en poser une autre.',
  own_question: 'Cette question est la vôtre.',
  no_such_commitment: "Cet engagement n'est plus là.",
  commitments_spent: 'Vous avez pris tous vos engagements ({n}). Retirez-en un pour en prendre un autre.',
  no_such_lever: "Ce levier n'existe plus.",
  no_such_scale: "Cette échelle n'existe plus.",
  no_such_board: "Ce tableau n'existe plus.",

  // Groups, comments, moderation.
  already_grouped: "Cette idée est déjà dans un groupe : séparez-la d'abord.",
  bad_group: 'Une idée ne peut pas être regroupée avec elle-même.',
  not_grouped: "Cette idée n'est dans aucun groupe.",
  too_many_levers: 'Ce tableau a autant de leviers qu\'il peut en contenir : {max}.',
  too_many_boards: 'Cette séance a autant de tableaux qu\'elle peut en contenir : {max}.',
  not_settled: "La place de cette carte n'a pas été fixée.",
  no_such_participant: "Cette personne n'est pas dans cette séance.",
  muted: "L'animation a suspendu votre participation : vous pouvez continuer à lire.",
  removed: 'Votre participation à cette séance a pris fin.',
  posts_stopped: "L'animation a suspendu les envois. Gardez votre idée pour tout à l'heure.",
  comments_off: "Cette étape n'accueille pas de commentaires.",
  reactions_off: "Cette étape n'accueille pas de soutiens.",
  own_idea: 'Cette idée, ou une idée de son groupe, est la vôtre.',
  no_such_comment: "Ce commentaire n'existe plus.",
  too_many_comments: 'Cette idée a reçu autant de commentaires qu\'elle peut en contenir.',
  leased: "Quelqu'un d'autre relit cette idée en ce moment.",

  // Not now.
  busy: 'Beaucoup de monde en ce moment : votre envoi repartira tout seul.',
  rate_limited: 'Un instant : votre envoi repartira tout seul.',
  read_only: "L'enregistrement est interrompu : votre envoi repartira dès que possible.",
  draining: 'Le service redémarre : votre envoi repartira tout seul.',
  unreachable: 'Le service est injoignable. Vérifiez votre connexion, puis réessayez.',

  // Plain HTTP.
  not_found: "Cette page n'existe pas.",
  method_not_allowed: "Cette action n'est pas possible ici.",
  unsupported_media_type: "Ce format n'est pas accepté.",

  // Files to import.
  import_bad_mapping: "Le fichier n'a pas de colonne de ce nom.",
  import_damaged: 'Ce fichier est abîmé ou incomplet.',
  import_empty: "Il n'y a aucune idée dans ce fichier.",
  import_encrypted: 'Ce fichier est protégé par un mot de passe.',
  import_no_comments: 'Ce sont des votes sans les commentaires auxquels ils répondent : ajoutez ce second fichier.',
  import_no_text: 'Indiquez quelle colonne contient le texte des idées.',
  import_too_large: 'Ce fichier est trop volumineux pour être importé.',
  import_too_new: "Cet export vient d'une version plus récente d'Atelier.",
  import_unknown: "Ce fichier n'est pas de ceux qui peuvent être importés.",
  import_untrue: 'Cet export se contredit : il a été modifié.',
} as const satisfies Record<RefusalCode | FailureCode, Message>;
