import type { scenes as french } from '../fr/scenes.ts';
import type { SameKeys } from '../translate.ts';

export const scenes: SameKeys<typeof french> = {
  doWelcome: 'Tell your weather from your phone.',
  doCharter: 'Our common rules',
  doListen: 'Ask your questions and support those of others from your phone.',
  doUseful: 'Judge the cards one by one from your phone.',
  doJudgment: 'Give each idea a grade from your phone.',
  doImpactEffort: 'Score the impact and effort of each idea from your phone.',
  doConsent: 'Agree, reservation or objection: answer from your phone.',
  doCommit: 'Make a commitment within your reach from your phone.',
  doClose: 'Say how you leave from your phone.',
  answered: { one: '{n} answer', other: '{n} answers' },
  noQuestion: 'The first questions will appear here.',
  moreQuestions: { one: 'and {n} more question', other: 'and {n} more questions' },
  answeredQuestions: { one: '{n} question has its answer', other: '{n} questions have their answer' },
  noCommitment: 'The first commitments will appear here.',
  commitmentsMade: { one: 'commitment made', other: 'commitments made' },
  gradesFromTo: 'From “{best}”, on the left, to “{worst}”',
  firstOf: { one: 'The first of {total} ideas', other: 'The first {n} of {total} ideas' },
  mean: 'mean {n} of 5',
  nowDo: 'And now',
  nextTime: 'What comes next',
};
