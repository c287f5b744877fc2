import type { Catalogue } from '../translate.ts';

/** One's own place in the workshop: who one is here, another device, the rules; and what a late comer missed. */
export const myPlace = {
  title: 'Ma place dans la séance',
  youAre: 'Vous participez en tant que {name}',
  youAreUnnamed: 'Vous participez sans donner de nom',

  device: 'Continuer sur un autre appareil',
  deviceText: 'Un lien personnel fait de votre autre appareil le vôtre : mêmes idées, mêmes votes. Celui-ci reste dans la séance.',
  makeLink: 'Créer mon lien personnel',
  making: 'Un instant…',
  link: 'Votre lien personnel',
  scan: 'Scannez ce code avec votre autre appareil, ou copiez le lien.',
  qr: 'QR code de votre lien personnel',
  lasts: "Valable une seule fois, jusqu'à {time}. Ne le donnez à personne : qui l'ouvre devient vous.",
  lastsNot: "Ce lien n'est plus valable.",
  makeAnother: 'En créer un autre',
  replaces: "Un nouveau lien remplace celui-ci.",

  rules: 'Nos règles communes',
  eraseTitle: 'Effacer mes contributions',
  eraseText: 'Vos textes, votre nom et le lien de cet appareil seront effacés pour de bon, ici, dans les exports et sur les pages publiées. Vos votes restent comptés, sans vous.',
  erase: 'Effacer mes contributions…',
  eraseNow: 'Effacer pour de bon',
  someone: 'Appareil partagé',
  someoneText: "Vous n'êtes pas la personne qui a rejoint la séance sur cet appareil ?",
  someoneElse: "Je suis quelqu'un d'autre",
  leaveTitle: 'Laisser la place à quelqu\'un d\'autre ?',
  leaveText: "Ce qui a été écrit ici reste à la personne qui l'a écrit. Pour revenir sur cet appareil, il lui faudra son lien personnel : créez-le d'abord si besoin.",
  leaveUnsent: {
    one: "{n} envoi n'est pas encore enregistré : attendez la connexion, ou il restera ici sans partir.",
    other: '{n} envois ne sont pas encore enregistrés : attendez la connexion, ou ils resteront ici sans partir.',
  },
  leave: 'Laisser la place',

  lateTitle: 'Vous arrivez en cours de séance',
  lateNow: 'En ce moment',
  lateSoFar: 'Jusqu\'ici',
  lateJoin: "Participer à l'étape en cours",
  lateSee: 'Revoir',
  lateSeeNamed: 'Revoir : {title}',
  lateResults: 'résultats révélés',
  latePlaced: { one: '{n} carte classée', other: '{n} cartes classées' },
  lateRules: 'Les règles communes',
} as const satisfies Catalogue;
