import { describe, expect, it } from 'vitest';
import type { CommandArgs, CommandName, Phase } from '../src/core/generated/protocol.ts';
import { apply, type Mirror } from '../src/core/mirror.ts';
import { makeCommand } from '../src/core/asked.ts';
import type { Entry } from '../src/core/outbox.ts';
import { shuffled } from '../src/core/shuffle.ts';
import { ideasLeft, wishedBallot, wishedPlacements, wishedSupports } from '../src/core/wishes.ts';
import { welcome } from './support/world.ts';

const vote: Phase = {
  id: 'v',
  kind: 'vote',
  title: '',
  prompt: '',
  minutes: 5,
  status: 'open',
  revealed: false,
  settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true },
};

function mirror(changes: Parameters<typeof welcome>[0]): Mirror {
  const made = apply(undefined, welcome(changes));
  if (!made) throw new Error('a welcome makes a mirror');
  return made;
}

let ids = 0;
function asked<N extends CommandName>(name: N, args: CommandArgs<N>): Entry {
  ids += 1;
  return { command: makeCommand(`id-${ids}`, name, args), at: ids, state: 'sent' };
}

describe('what was asked, before it is recorded', () => {
  it('[W1] the last asked value of an idea counts, and what has no answer is told apart', () => {
    const mine = mirror({ you: { role: 'participant', ballots: { v: { a: 2, b: 1 } } } });
    const ballot = wishedBallot(
      mine,
      [asked('vote.cast', { idea: 'a', value: 0 }), asked('vote.cast', { idea: 'c', value: 2 })],
      vote,
    );
    expect(ballot.dots).toEqual({ a: 0, b: 1, c: 2 });
    expect(ballot.spent).toBe(3);
    expect([...ballot.asked]).toEqual(['a', 'c']);
  });

  it('[W1] a closed vote shows what was recorded, nothing else', () => {
    const ballot = wishedBallot(
      mirror({}),
      [asked('vote.cast', { idea: 'a', value: 1 })],
      { ...vote, status: 'closed' },
    );
    expect(ballot.spent).toBe(0);
  });

  it('[W2] a card lies where it was asked to; an unnamed scale stays', () => {
    const placement = { board: 'main', idea: 'a', lever: 'l1', scale: 's1' };
    const { placements, asked: waiting } = wishedPlacements(
      mirror({ state: { placements: [placement] } }),
      [asked('placement.set', { idea: 'a', lever: 'l2' })],
      'main',
    );
    expect(placements.get('a')).toEqual({ ...placement, lever: 'l2' });
    expect(waiting.has('a')).toBe(true);
  });

  it('[W5] of a group it is the idea that leads it which is supported, and the last choice counts', () => {
    const idea = { phase: 'p', text: 't', at: 1, status: 'published' } as const;
    const mine = mirror({
      you: { role: 'participant', reactions: ['a', 'member'] },
      state: { ideas: [{ ...idea, id: 'a' }, { ...idea, id: 'lead' }, { ...idea, id: 'member', group: 'lead' }] },
    });
    expect([...wishedSupports(mine, [])]).toEqual(['a', 'lead']);
    const then = [asked('reaction.set', { idea: 'a', value: false }), asked('reaction.set', { idea: 'b', value: true })];
    expect([...wishedSupports(mine, then)]).toEqual(['lead', 'b']);
    expect([...wishedSupports(mine, [asked('reaction.set', { idea: 'member', value: false })])]).toEqual(['a']);
  });

  it('[W3] ideas on their way count; withdrawn and refused ones do not', () => {
    const idea = { phase: 'p', text: 't', at: 1, mine: true } as const;
    const mine = mirror({
      state: {
        ideas: [
          { ...idea, id: 'a', status: 'published' },
          { ...idea, id: 'b', status: 'withdrawn' },
          { ...idea, id: 'c', status: 'hidden' },
        ],
      },
    });
    const sent = asked('idea.post', { text: 'x' });
    const refused: Entry = { ...asked('idea.post', { text: 'y' }), state: 'refused' };
    expect(ideasLeft(mine, [sent, refused], 'p', 4)).toBe(1);
  });
});

describe('the order each person reads in', () => {
  const ids50 = Array.from({ length: 50 }, (_, index) => `idea${index}`);
  const order = (seed: string): string[] => shuffled(ids50, (id) => id, seed);

  it('[W4] holds still for one person, whatever order the ideas come in', () => {
    expect(shuffled([...ids50].reverse(), (id) => id, 'p1')).toEqual(order('p1'));
  });

  it('[W4] differs between people, and loses nobody', () => {
    expect(order('p1')).not.toEqual(order('p2'));
    expect([...order('p1')].sort()).toEqual([...ids50].sort());
  });

  it('[W4] puts every idea first for about as many people', () => {
    const first = new Map<string, number>();
    for (let person = 0; person < 5_000; person += 1) {
      const id = order(`person${person}`)[0] ?? '';
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect(first.size).toBe(50);
    expect(Math.max(...first.values())).toBeLessThan(160);
    expect(Math.min(...first.values())).toBeGreaterThan(50);
  });
});
