import type { together as french } from '../fr/together.ts';
import type { SameKeys } from '../translate.ts';

export const together: SameKeys<typeof french> = {
  reworded: 'Reworded by the facilitators. Your own words:',
  answer: 'Answer from the facilitators, for you alone:',
  groupedWith: 'Grouped with an idea that says the same:',
  leadsGroup: {
    one: '{n} idea that says the same is grouped behind yours.',
    other: '{n} ideas that say the same are grouped behind yours.',
  },

  alike: 'Similar ideas are already there',
  alikeHint: 'If one says the same, there is no need to post it again. If not, go on.',
  sameAs: 'Says the same',
  sameAsNamed: 'Says the same: {idea}',
  alikeChosen: 'This idea is already there: you will be able to support it when people vote.',
  takeBack: 'Take my text back',
  supportThis: 'Support this one instead',
  supportThisNamed: 'Support this one instead: {idea}',
  supportedInstead: 'You support this idea. Your text is put aside.',

  supportIdea: 'Support',
  supportedIdea: 'You support it',
  supportIdeaNamed: '{what}: {idea}',
  supportIsNoVote: 'Support is no vote: nothing is ranked by it.',

  comments: { one: '{n} comment', other: '{n} comments' },
  comment: 'Comment',
  commentIdea: 'Comment: {idea}',
  yourComment: 'Your comment',
  commentEmpty: 'Write your comment first.',
  commentTooLong: 'This comment is too long: {max} characters at most.',
  sendComment: 'Send',
  commentRecorded: 'Comment recorded',
  commentWithdrawn: 'Comment withdrawn',
  withdrawComment: 'Withdraw',
  withdrawCommentNamed: 'Withdraw my comment: {text}',
  commentHidden: 'Hidden by the facilitators: {reason}',

  mutedTitle: 'Your participation is suspended',
  mutedText: 'You can go on reading, and withdraw what you wrote. If you have a question, speak to the facilitators.',
  stoppedTitle: 'Posts are stopped for a moment',
  stoppedText: 'The facilitators will allow them again. What you write here stays on this device.',

  notPlacedYet: 'To place, as you see it',
  placedCount: { one: '{n} card placed of {total}', other: '{n} cards placed of {total}' },
  agreeAll: { one: '{percent}% of {n} opinion', other: '{percent}% of {n} opinions' },
  mostPut: 'Most people: {lever}',
  noMajority: 'Opinions differ',
  settledBy: 'Place settled by the facilitators: {lever}',
  youPut: 'You: {lever}',
};
