import { describe, expect, it } from 'vitest';
import { cleanText, countGraphemes, isCompleteCode, normaliseCode } from '../src/core/text.ts';

describe('what people type', () => {
  it.each([
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['tabs and line feeds stay', 'a\tb\n', 'a\tb\n'],
    ['controls go', 'a\u0000b\u001bc\u0085d', 'abcd'],
    ['bidi overrides and isolates go', '\u202eabc\u202c \u2066d\u2069', 'abc d'],
    ['half a surrogate goes', 'a\ud83db\udd27c', 'abc'],
    ['emoji, accents and joiners stay', 'é e\u0301 👨‍👩‍👧 🔧', 'é e\u0301 👨‍👩‍👧 🔧'],
    ['right-to-left text stays', 'שלום مرحبا', 'שלום مرحبا'],
    ['spaces stay', '  a  ', '  a  '],
  ])('[T1] %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  it.each([
    ['', 0],
    ['abc', 3],
    ['e\u0301te\u0301', 3],
    ['👨‍👩‍👧‍👦', 1],
    ['🇫🇷🇪🇺', 2],
  ])('[T2] %s counts %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it.each([
    ['km4t9xqz', 'KM4T-9XQZ'],
    [' km4t - 9xqz ', 'KM4T-9XQZ'],
    ['KM4T–9XQZ and more', 'KM4T-9XQZ'],
    ['km4', 'KM4'],
    ['km4t', 'KM4T'],
    ['km4t9', 'KM4T-9'],
    ['%&', ''],
  ])('[T3] the code %s is %s', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it('[T3] look-alikes are not in the alphabet', () => {
    expect(normaliseCode('0O1IL')).toBe('');
    expect(isCompleteCode('km4t-9xqz')).toBe(true);
    expect(isCompleteCode('km4t-9xq')).toBe(false);
  });
});
