import type { Message } from '../../src/i18n/translate.ts';

/**
 * A language for tests, made of English: accents on every letter, two fifths longer, in brackets. What
 * is on a screen without brackets did not come from a catalogue; what does not fit will not fit in
 * German either. Places stay as they are.
 */
const plain = 'AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz';
const accented = 'ÀàÇçĐđÉéĞğĤĥÎîĴĵĶķĻļÑñÖöŘřŠšŢţÛûŴŵÝýŽž';
const accents = new Map(Array.from(plain, (letter, index) => [letter, accented.charAt(index)]));

export const open = '⟦';
export const close = '⟧';

function longer(text: string): string {
  const words = text.replace(/\{\w+\}/g, '').trim();
  let left = Math.ceil(words.length * 0.4);
  let padding = '';
  // In words, as a longer language would have: they may break where words break.
  while (left > 0) {
    const size = Math.min(left, 6);
    padding += ` ${'õ'.repeat(size)}`;
    left -= size + 1;
  }
  return padding;
}

export function pseudo(text: string): string {
  const strange = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : Array.from(part, (letter) => accents.get(letter) ?? letter).join('')))
    .join('');
  return `${open}${strange}${longer(text)}${close}`;
}

export function pseudoMessage(message: Message): Message {
  if (typeof message === 'string') return pseudo(message);
  return { ...message, one: pseudo(message.one ?? message.other), other: pseudo(message.other) };
}

/** A whole catalogue, of whatever areas, with the same keys. */
export function pseudoWords<W extends object>(words: W): W {
  const area = (messages: object): object =>
    Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message as Message)]));
  return Object.fromEntries(Object.entries(words).map(([name, messages]) => [name, area(messages as object)])) as W;
}
