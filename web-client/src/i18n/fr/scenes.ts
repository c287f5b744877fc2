import type { Catalogue } from '../translate.ts';

/** The big screen in the steps beyond ideas, boards and dots: few words. */
export const scenes = {
  doWelcome: "Dites votre météo depuis votre téléphone.",
  doCharter: 'Nos règles communes',
  doListen: 'Posez vos questions et soutenez celles des autres depuis votre téléphone.',
  doUseful: 'Jugez les cartes une à une depuis votre téléphone.',
  doJudgment: 'Donnez une mention à chaque idée depuis votre téléphone.',
  doImpactEffort: 'Notez impact et effort de chaque idée depuis votre téléphone.',
  doConsent: 'Accord, réserve ou objection : répondez depuis votre téléphone.',
  doCommit: 'Prenez un engagement à votre portée depuis votre téléphone.',
  doClose: 'Dites comment vous repartez depuis votre téléphone.',
  answered: { one: '{n} réponse', other: '{n} réponses' },
  noQuestion: 'Les premières questions arrivent ici.',
  moreQuestions: { one: 'et {n} autre question', other: 'et {n} autres questions' },
  answeredQuestions: { one: '{n} question a sa réponse', other: '{n} questions ont leur réponse' },
  noCommitment: 'Les premiers engagements arrivent ici.',
  commitmentsMade: { one: 'engagement pris', other: 'engagements pris' },
  gradesFromTo: 'De « {best} », à gauche, à « {worst} »',
  firstOf: { one: 'La première sur {total} idées', other: 'Les {n} premières sur {total} idées' },
  mean: 'moyenne {n} sur 5',
  nowDo: 'Et maintenant',
  nextTime: 'La suite',
} as const satisfies Catalogue;
