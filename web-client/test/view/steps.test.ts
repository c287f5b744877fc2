import { describe, expect, it } from 'vitest';
import type { Idea, Phase, Question, Selection, Tally } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import type { Entry } from '../../src/core/outbox.ts';
import { moved } from '../../src/view/facilitator/agenda.ts';
import { needsShortlist, shortlistOf } from '../../src/view/facilitator/shortlist.ts';
import { changeOf, emptyForm, formOf, insertion } from '../../src/view/facilitator/step_form.ts';
import { cardInHand } from '../../src/view/participant/hand.ts';
import { wishedValues } from '../../src/view/shared/ballots.ts';
import { questionsOf, toAnswer } from '../../src/view/shared/questions.ts';
import type { VotePhase } from '../../src/view/shared/results.ts';

function dots(id: string, status: Phase['status'], changes: Partial<Phase> = {}): Phase {
  return {
    id, status, title: id, prompt: 'Quoi ?', minutes: 5, revealed: false, ...changes,
    kind: 'vote', settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true },
  };
}

function judged(ideas: Selection): VotePhase {
  return {
    id: 'next', status: 'planned', title: 'next', prompt: '', minutes: 5, revealed: false,
    kind: 'vote', settings: { method: 'judgment', hidden: true, ideas },
  };
}

function mirror(parts: Partial<Mirror>): Mirror {
  return {
    ideas: new Map(), tallies: {}, phases: [], questions: new Map(), you: { role: 'participant' },
    workshop: { status: 'open' }, ...parts,
  } as unknown as Mirror;
}

const ideas = (...ids: string[]): Map<string, Idea> =>
  new Map(ids.map((id) => [id, { id, at: Number(id), phase: 'p', text: id, status: 'published' }]));

describe('one card at a time', () => {
  const hand = ['a', 'b', 'c'];

  it('[HAND-1] cards come in the order they were handed out, and how many are left is right', () => {
    expect(cardInHand(hand, {}, undefined)).toEqual({ card: 'a', left: 3, last: undefined });
    expect(cardInHand(hand, { a: 'useful' }, undefined)).toEqual({ card: 'b', left: 2, last: 'a' });
    expect(cardInHand(hand, { a: 'useful', b: 'pass', c: 'useful' }, undefined).card).toBeUndefined();
  });

  it('[HAND-2] the last card can be gone back to, and then the next one comes', () => {
    expect(cardInHand(hand, { a: 'useful' }, 'a')).toEqual({ card: 'a', left: 3, last: 'a' });
    expect(cardInHand(hand, { a: 'useful' }, 'gone').card).toBe('b');
  });
});

describe('a ballot of any method', () => {
  it('[WISH-1] shows what was asked last, the worst grade and an answer taken back included', () => {
    const you = { role: 'participant' as const, ballots: { v: { '1': 3, '2': 0 } } };
    const entry = (command: object): Entry => ({ command, at: 0, state: 'sent' }) as unknown as Entry;
    const outbox = [
      entry({ do: 'vote.cast', args: { idea: '1', value: 5 } }),
      entry({ do: 'vote.clear', args: { idea: '2' } }),
    ];
    const open = dots('v', 'open');
    expect(wishedValues({ you }, [], open).values).toEqual({ '1': 3, '2': 0 });
    expect(wishedValues({ you }, outbox, open).values).toEqual({ '1': 5 });
    expect([...wishedValues({ you }, outbox, open).asked]).toEqual(['1', '2']);
    expect(wishedValues({ you }, outbox, dots('v', 'closed')).values).toEqual({ '1': 3, '2': 0 });
  });
});

describe('questions', () => {
  const question = (id: string, at: number, changes: Partial<Question> = {}): [string, Question] => [
    id, { id, at, phase: 'l', text: id, status: 'published', ...changes },
  ];

  it('[ASK-1] the most supported first, then the oldest; answered and hidden ones are not to answer', () => {
    const questions = new Map([
      question('new', 3), question('old', 1), question('loved', 2),
      question('done', 1, { answered: true }), question('hidden', 1, { status: 'hidden' }),
      question('elsewhere', 1, { phase: 'other' }),
    ]);
    const tallies = { l: { loved: { people: 4 } } };
    const list = questionsOf(mirror({ questions, tallies }), 'l', toAnswer);
    expect(list.map((each) => [each.question.id, each.support])).toEqual([['loved', 4], ['old', 0], ['new', 0]]);
  });
});

describe('changing the agenda', () => {
  const phases = [dots('a', 'closed'), dots('b', 'open'), dots('c', 'planned'), dots('d', 'planned')];

  it('[MOVE-1] only steps to come change places, and never before what was opened', () => {
    expect(moved(phases, 'c', 1)).toBe('d');
    expect(moved(phases, 'd', -1)).toBe('b');
    expect(moved(phases, 'c', -1)).toBeUndefined();
    expect(moved(phases, 'd', 1)).toBeUndefined();
    expect(moved(phases, 'b', 1)).toBeUndefined();
  });

  it('[STEP-1] an unchanged step asks for nothing; a changed one only for what differs', () => {
    const phase = dots('b', 'open');
    expect(changeOf(phase, formOf(phase, 'main'))).toBeUndefined();
    const form = formOf(phase, 'main');
    const lowered = { ...form, title: 'Moins', settings: { ...form.settings, budget: 1 } };
    expect(changeOf(phase, lowered)).toEqual({ phase: 'b', title: 'Moins', settings: { budget: 1, max_per_idea: 1 } });
  });

  it('[STEP-2] a new step has the settings of its kind and no other', () => {
    const form = { ...emptyForm('main'), kind: 'welcome' as const, title: ' Bonjour ' };
    expect(insertion(form, 'b')).toEqual({
      phase: { kind: 'welcome', title: 'Bonjour', minutes: 10, settings: { weather: true, charter: true } }, after: 'b',
    });
    const consent = { ...emptyForm('main'), kind: 'vote' as const, title: 'Oui' };
    const settings = insertion({ ...consent, settings: { ...consent.settings, method: 'consent' } }, null).phase.settings;
    expect(settings).toEqual({ method: 'consent', hidden: true, ideas: { from: 'published' } });
  });
});

describe('a shortlist, before it is voted on', () => {
  const source = dots('v', 'closed', { revealed: true });
  const of = (counts: Record<string, number>): Record<string, Tally> =>
    Object.fromEntries(Object.entries(counts).map(([id, n]) => [id, { dots: n, voters: n }]));
  const room = (counts: Record<string, number>, revealed = true): Mirror =>
    mirror({
      ideas: ideas('1', '2', '3', '4'),
      phases: [{ ...source, revealed }],
      tallies: revealed ? { v: of(counts) } : {},
    });
  const first = judged({ from: 'phase', phase: 'v', top: 2 });

  it('[SHORT-1] the first ones are ticked', () => {
    expect(shortlistOf(room({ 1: 5, 2: 1, 3: 4 }), first)).toMatchObject({ chosen: ['1', '3'], tied: [] });
  });

  it('[SHORT-2] a tie across the cut ticks nobody of it, and says how many places are left', () => {
    expect(shortlistOf(room({ 1: 5, 2: 4, 3: 4 }), first)).toMatchObject({ chosen: ['1'], tied: ['2', '3'], placesLeft: 1 });
  });

  it('[SHORT-3] of a secret vote nothing is told', () => {
    expect(shortlistOf(room({}, false), first)).toMatchObject({ secret: true, chosen: [] });
  });

  it('[SHORT-4] it is asked for where one is planned, and where a wall is too large for the method', () => {
    const all = judged({ from: 'published' });
    const wall = mirror({ ideas: ideas(...Array.from({ length: 16 }, (_, index) => String(index + 1))) });
    expect(needsShortlist(room({}), first)).toBe(true);
    expect(needsShortlist(room({}), all)).toBe(false);
    expect(needsShortlist(wall, all)).toBe(true);
    expect(needsShortlist(wall, dots('v', 'planned'))).toBe(false);
    expect(needsShortlist(wall, { ...first, status: 'closed' })).toBe(false);
  });
});
