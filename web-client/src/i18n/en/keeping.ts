import type { SameKeys } from '../translate.ts';
import type { keeping as french } from '../fr/keeping.ts';

export const keeping: SameKeys<typeof french> = {
  kept: 'On this device, will leave as soon as it can',
  unkept: 'Not sent yet: leave this page open',
  sent: 'Sent, being recorded…',
  moment: 'One moment…',
  refused: 'Not recorded. {reason}',

  noKeepTitle: 'This device keeps nothing',
  noKeepText:
    'Its storage is full, or this browser does not allow it. You can take part: leave this page open until everything is recorded.',
  noCookieTitle: 'This browser refuses cookies',
  noCookieText: 'You are taking part all the same, in this tab. If you close it, you will have to join again.',

  notRecorded: { one: '{n} thing you sent could not be recorded.', other: '{n} things you sent could not be recorded.' },
  seeWhy: 'See which, and why',
  notRecordedTitle: 'What was not recorded',
};
