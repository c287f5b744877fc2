import type { myPlace as french } from '../fr/my_place.ts';
import type { SameKeys } from '../translate.ts';

export const myPlace: SameKeys<typeof french> = {
  title: 'My place in the workshop',
  youAre: 'You take part as {name}',
  youAreUnnamed: 'You take part without a name',

  device: 'Continue on another device',
  deviceText: 'A personal link makes your other device yours: the same ideas, the same votes. This one stays in.',
  makeLink: 'Make my personal link',
  making: 'One moment…',
  link: 'Your personal link',
  scan: 'Scan this code with your other device, or copy the link.',
  qr: 'QR code of your personal link',
  lasts: 'Good for one use, until {time}. Give it to nobody: whoever opens it becomes you.',
  lastsNot: 'This link is no longer good.',
  makeAnother: 'Make another',
  replaces: 'A new link replaces this one.',

  rules: 'Our common rules',
  eraseTitle: 'Erase my contributions',
  eraseText: 'Your texts, your name and this device’s link will be erased for good, here, in exports and on published pages. Your votes stay counted, without you.',
  erase: 'Erase my contributions…',
  eraseNow: 'Erase for good',
  someone: 'Shared device',
  someoneText: 'Are you not the person who joined on this device?',
  someoneElse: 'I am someone else',
  leaveTitle: 'Make room for someone else?',
  leaveText: 'What was written here stays with the person who wrote it. To come back on this device they will need their personal link: make it first if need be.',
  leaveUnsent: {
    one: '{n} thing is not recorded yet: wait for the connection, or it will stay here without leaving.',
    other: '{n} things are not recorded yet: wait for the connection, or they will stay here without leaving.',
  },
  leave: 'Make room',

  lateTitle: 'The workshop has already begun',
  lateNow: 'Right now',
  lateSoFar: 'So far',
  lateJoin: 'Take part in the current step',
  lateSee: 'See it',
  lateSeeNamed: 'See: {title}',
  lateResults: 'results revealed',
  latePlaced: { one: '{n} card sorted', other: '{n} cards sorted' },
  lateRules: 'The common rules',
};
