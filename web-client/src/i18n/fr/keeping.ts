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
} as const satisfies Catalogue;
