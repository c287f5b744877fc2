import type { screen as french } from '../fr/screen.ts';
import type { SameKeys } from '../translate.ts';

export const screen: SameKeys<typeof french> = {
  takePart: 'To take part',
  qrOf: 'QR code that leads to {address}',
  welcome: 'Welcome',
  stepOf: 'Step {n} of {total}: {title}',

  doCollect: {
    one: 'Share one idea from your phone.',
    other: 'Share up to {n} ideas from your phone.',
  },
  doSortTogether: 'Sort the ideas by lever from your phone.',
  doSortWatch: 'Tell the facilitators where each idea belongs.',
  doVote: {
    one: 'Put your dot on one idea, from your phone.',
    other: 'Share out your {n} dots from your phone, {max} at most on one idea.',
  },
  doOther: 'Follow what the facilitators say.',
  stepOver: 'This step is finished.',
  resultsOf: 'What the vote brings out',

  noIdeaYet: 'The first ideas will appear here.',
  latestOf: '{n} of {total} ideas',
  toSort: { one: '{n} idea to sort', other: '{n} ideas to sort' },
  allSorted: 'All the ideas are sorted.',

  haveVoted: { one: 'person has voted', other: 'people have voted' },
  votedOf: { one: 'of {n} connected', other: 'of {n} connected' },
  secretUntilReveal: 'Results stay secret until they are revealed.',
  noVote: 'No dot has been placed.',
  firstOf: 'The first {n} of {total} ideas',

  thanks: 'Thank you!',
  sharedIdeas: { one: '{n} idea shared', other: '{n} ideas shared' },
  privateIdeas: 'Everyone writes in silence. The ideas will be shown all at once.',
};
