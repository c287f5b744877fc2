import { describe, expect, it } from 'vitest';
import { formatTyped, readTyped } from '../src/core/join_code.ts';

const origin = 'https://atelier.example';
const code = (text: string) => ({ kind: 'code', code: text });

describe('coming in by what was typed or pasted', () => {
  it.each([
    ['km4t9xqz'],
    ['KM4T-9XQZ'],
    [' km4t   9xqz '],
    ['km4t\u00a09xqz'],
    ['KM4T–9XQZ'],
    ['KM4T.9XQZ\n'],
    ['K M 4 T 9 X Q Z'],
    ['Code : KM4T-9XQZ'],
    ['Le code de la séance est km4t 9xqz, à tout de suite'],
    ['https://atelier.example/join#KM4T-9XQZ'],
    ['https://atelier.example/join#km4t9xqz'],
    ['Rejoignez-nous : https://atelier.example/join#KM4T-9XQZ'],
    ['atelier.example/join#KM4T-9XQZ'],
    ['#KM4T-9XQZ'],
  ])('[T4] %j is the code', (typed) => {
    expect(readTyped(typed, origin)).toEqual(code('KM4T-9XQZ'));
  });

  it.each([
    ['KM4T-9XOZ', 'O'],
    ['KM4T-9X0Z', '0'],
    ['lM4T-9XQZ', 'L'],
    ['1M4T-IXQZ', '1I'],
  ])('[T4] %j has letters that are in no code, and says which', (typed, letters) => {
    expect(readTyped(typed, origin)).toEqual({ kind: 'look_alikes', letters });
  });

  it.each([[''], ['km4'], ['km4t-9x'], ['https://atelier.example/join'], ['://']])('[T4] %j is not yet a code', (typed) => {
    expect(readTyped(typed, origin)).toEqual({ kind: 'incomplete' });
  });

  it.each([
    ['https://atelier.example/join#continue.u7Xk2mQ9vTz4Lr8NcW1bHs5YgPa'],
    ['https://atelier.example/facilitate#u7Xk2mQ9vTz4Lr8NcW1bHs5YgPa'],
  ])('[T4] the link %j leads where it says', (url) => {
    expect(readTyped(` ${url} `, origin)).toEqual({ kind: 'link', url });
  });

  it('[T4] a link of another service is not followed', () => {
    expect(readTyped('https://elsewhere.example/join#KM4T-9XQZ', origin)).toEqual({ kind: 'elsewhere' });
    expect(readTyped('javascript://atelier.example/%0aalert(1)#KM4T-9XQZ', origin)).toEqual({ kind: 'elsewhere' });
  });

  it.each([
    ['km4t', 'KM4T'],
    ['km4t9', 'KM4T-9'],
    ['KM4T-', 'KM4T'],
    ['km4t o', 'KM4T-O'],
    ['%&', ''],
    ['km4t9xqzz', 'KM4T-9XQZ'],
  ])('[T4] while %j is typed it reads %j, and no letter goes unseen', (typed, shown) => {
    expect(formatTyped(typed)).toBe(shown);
  });
});
