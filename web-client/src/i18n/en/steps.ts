import type { steps as french } from '../fr/steps.ts';
import type { SameKeys } from '../translate.ts';

export const steps: SameKeys<typeof french> = {
  sortShared: 'Put each idea under a lever: everyone moves the same cards.',
  sortCrowd: 'Put each idea where you think it belongs: it rests where most people put it.',
  sortWatch: 'The facilitators are sorting the ideas: the board follows live.',
  sortClosed: 'Sorting is over.',
  noCards: 'No idea to sort yet',

  voteHow: {
    one: 'Put your dot on the idea that matters most to you.',
    other: 'Put your {n} dots on the ideas that matter most to you.',
  },
  voteMax: { one: 'Only one on an idea.', other: '{n} at most on an idea.' },
  voteSecret: 'Totals stay hidden until the facilitators reveal them.',
  voteOrder: 'The order of the ideas is different for each person.',
  dotsLeft: { one: '{n} dot left to place', other: '{n} dots left to place' },
  dotsAllPlaced: 'All your dots are placed',
  voteRecorded: 'Recorded',
  voteSending: 'Sending…',
  voteKept: 'Kept on this device',
  voteAnnounced: '{placed}. {left}.',
  voteClosed: 'Voting is over.',
  voteWaitReveal: 'Results stay hidden until the facilitators reveal them.',
  yourVote: 'Your dots',
  noVote: 'You placed no dot.',
  results: 'Results',
  resultsTotal: { one: '{n} dot placed in all.', other: '{n} dots placed in all.' },
  nothingToVote: 'No published idea yet',
};
