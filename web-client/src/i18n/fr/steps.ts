import type { Catalogue } from '../translate.ts';

/** The participant's later steps: sorting and voting. */
export const steps = {
  // Sort.
  sortShared: 'Placez chaque idée sous un levier : tout le monde déplace les mêmes cartes.',
  sortCrowd: 'Placez chaque idée où elle va selon vous : elle se range là où la plupart la mettent.',
  sortWatch: "L'animation classe les idées : le tableau suit en direct.",
  sortClosed: 'Le classement est terminé.',
  noCards: 'Pas encore d\'idée à classer',

  // Vote.
  voteHow: {
    one: 'Posez votre gommette sur l\'idée qui compte le plus pour vous.',
    other: 'Posez vos {n} gommettes sur les idées qui comptent le plus pour vous.',
  },
  voteMax: { one: 'Une seule par idée.', other: '{n} au plus par idée.' },
  voteSecret: "Les totaux restent cachés jusqu'à ce que l'animation les révèle.",
  voteOrder: "L'ordre des idées est différent pour chaque personne.",
  dotsLeft: { one: 'Encore {n} gommette à poser', other: 'Encore {n} gommettes à poser' },
  dotsAllPlaced: 'Toutes vos gommettes sont posées',
  voteRecorded: 'Enregistré',
  voteSending: 'Envoi…',
  voteKept: 'Gardé sur cet appareil',
  voteAnnounced: '{placed}. {left}.',
  voteClosed: 'Le vote est terminé.',
  voteWaitReveal: "Les résultats restent cachés jusqu'à ce que l'animation les révèle.",
  yourVote: 'Vos gommettes',
  noVote: "Vous n'avez pas posé de gommette.",
  results: 'Résultats',
  resultsTotal: { one: '{n} gommette posée en tout.', other: '{n} gommettes posées en tout.' },
  nothingToVote: 'Pas encore d\'idée publiée',
} as const satisfies Catalogue;
