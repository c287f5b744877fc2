import type { Catalogue } from '../translate.ts';

/** Where what a participant sent has got to, and what this device keeps of it. */
export const keeping = {
  kept: 'Sur cet appareil, partira dès que possible',
  unkept: 'Pas encore parti : laissez cette page ouverte',
  sent: "Envoyé, en cours d'enregistrement…",
  moment: 'Un instant…',
  refused: 'Pas enregistré. {reason}',

  noKeepTitle: 'Cet appareil ne garde rien',
  noKeepText:
    "Son espace est plein, ou ce navigateur l'interdit. Vous pouvez participer : laissez cette page ouverte jusqu'à ce que tout soit enregistré.",
  noCookieTitle: 'Ce navigateur refuse les cookies',
  noCookieText: "Vous participez quand même, dans cet onglet. Si vous le fermez, il faudra rejoindre la séance à nouveau.",

  notRecorded: {
    one: "{n} envoi n'a pas pu être enregistré.",
    other: "{n} envois n'ont pas pu être enregistrés.",
  },
  seeWhy: 'Voir lequel et pourquoi',
  notRecordedTitle: "Ce qui n'a pas été enregistré",
  copyText: 'Copier ce texte',
  putAway: 'Retirer de cette liste',
  goneTexts: 'Vos textes qui ne sont pas partis',
  goneTextsText: "Copiez ceux que vous voulez garder : cet appareil n'en garde rien une fois cette page fermée.",

  what_idea: 'Idée',
  what_question: 'Question',
  what_comment: 'Commentaire',
  what_commitment: 'Engagement',
  what_closing: 'Phrase de la fin',
  what_vote: 'Vote',
  what_placement: "Classement d'une idée",
  what_other: 'Autre envoi',
} as const satisfies Catalogue;
