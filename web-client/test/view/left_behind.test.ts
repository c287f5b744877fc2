import { describe, expect, it } from 'vitest';
import { makeCommand } from '../../src/core/asked.ts';
import type { CommandArgs, CommandName } from '../../src/core/generated/protocol.ts';
import type { Entry } from '../../src/core/outbox.ts';
import { isolate } from '../../src/i18n/isolate.ts';
import { translate } from '../../src/i18n/translate.ts';
import { doubled } from '../../src/view/participant/doubled.ts';
import { leftBehind, whatItIs, wordsOf } from '../../src/view/participant/left_behind.ts';

let ids = 0;
function entry<N extends CommandName>(name: N, args: CommandArgs<N>, state: Entry['state'] = 'refused'): Entry {
  return { command: makeCommand(`id-${++ids}`, name, args), at: ids, state };
}

describe('what was refused', () => {
  const idea = entry('idea.post', { text: 'a' });
  const vote = entry('vote.cast', { idea: 'i', value: 1 });
  const consent = entry('vote.cast', { idea: 'i', value: { answer: 'objection', reason: 'why' } });

  it('[K1] is told by its step where that is on the page, else above it', () => {
    const outbox = [idea, vote, entry('idea.post', { text: 'b' }, 'kept')];
    expect(leftBehind(outbox, 'collect')).toEqual([vote]);
    expect(leftBehind(outbox, 'vote')).toEqual([idea, vote]);
    expect(leftBehind(outbox, undefined)).toEqual([idea, vote]);
  });

  it('[K1] is named, and quoted', () => {
    const ideas = new Map([['i', { text: 'the idea' }]]);
    expect([idea, vote, consent].map((each) => [whatItIs(each), wordsOf(each, ideas)])).toEqual([
      ['idea', 'a'],
      ['vote', 'the idea'],
      ['vote', 'why'],
    ]);
    expect(whatItIs(entry('weather.choose', { weather: 'sun' }))).toBe('other');
  });
});

describe('a finger that bounces', () => {
  it('[K2] is one tap; a tap that comes later is another', () => {
    let now = 0;
    const again = doubled(() => now);
    const taps = [0, 100, 200, 600, 1_000].map((time) => {
      now = time;
      return again();
    });
    expect(taps).toEqual([false, true, true, false, false]);
  });
});

describe('people’s words in a sentence of ours', () => {
  it('[L9] keep to themselves when they are read from right to left', () => {
    expect(translate('fr', 'Modifier : {idea}', { idea: 'زراعة (1)' })).toBe('Modifier\u00a0: \u2068زراعة (1)\u2069');
    expect(isolate('עברית')).toBe('\u2068עברית\u2069');
    expect(isolate('Plain 👩‍👩‍👧‍👦 é')).toBe('Plain 👩‍👩‍👧‍👦 é');
  });
});
