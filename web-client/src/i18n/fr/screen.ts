import type { Catalogue } from '../translate.ts';

/** Read from the back of a hall: few words, one thing at a time. */
export const screen = {
  takePart: 'Pour participer',
  qrOf: 'Code QR qui mène à {address}',
  welcome: 'Bienvenue',
  stepOf: 'Étape {n} sur {total} : {title}',

  doCollect: {
    one: 'Proposez une idée depuis votre téléphone.',
    other: "Proposez jusqu'à {n} idées depuis votre téléphone.",
  },
  doSortTogether: 'Rangez les idées par levier depuis votre téléphone.',
  doSortWatch: "Dites à l'animation où ranger chaque idée.",
  doVote: {
    one: 'Posez votre gommette sur une idée, depuis votre téléphone.',
    other: 'Répartissez vos {n} gommettes depuis votre téléphone, {max} au plus par idée.',
  },
  doOther: "Suivez les indications de l'animation.",
  stepOver: 'Cette étape est terminée.',
  resultsOf: 'Ce qui ressort du vote',

  noIdeaYet: 'Les premières idées arrivent ici.',
  latestOf: '{n} idées sur {total}',
  toSort: { one: '{n} idée à classer', other: '{n} idées à classer' },
  allSorted: 'Toutes les idées sont classées.',

  haveVoted: { one: 'personne a voté', other: 'personnes ont voté' },
  votedOf: { one: 'sur {n} connectée', other: 'sur {n} connectées' },
  secretUntilReveal: "Les résultats restent secrets jusqu'à la révélation.",
  noVote: "Aucune gommette n'a été posée.",
  firstOf: 'Les {n} premières sur {total} idées',

  thanks: 'Merci !',
  sharedIdeas: { one: '{n} idée partagée', other: '{n} idées partagées' },
  privateIdeas: 'Chacun écrit en silence. Les idées seront montrées toutes ensemble.',
} as const satisfies Catalogue;
