import { describe, expect, it } from 'vitest';
import type { Board, Idea, Placement } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import type { Entry } from '../../src/core/outbox.ts';
import { wishedOwnPlaces } from '../../src/core/wishes.ts';
import { byLever, contestedCards, percent, scaleAt } from '../../src/view/board/crowd.ts';
import { neighbourAfter } from '../../src/view/board/order.ts';

const lever = (id: string) => ({ id, name: id, symbol: 'leaf', colour: 'teal' }) as const;
const board: Board = { id: 'main', levers: [lever('a'), lever('b'), lever('c')], scales: [] };

function card(id: string, share: number, changes: Partial<Placement> = {}): [Idea, Placement] {
  const idea: Idea = { id, phase: 'p', text: id, at: Number(id), status: 'published' };
  const crowd = { people: 8, share, contested: share < 0.5 };
  return [idea, { board: 'main', idea: id, lever: 'a', scale: null, crowd, ...changes }];
}

describe('what a crowd says', () => {
  it('[CROWD-1] contested cards are listed, the least agreed first, settled ones are not', () => {
    const cards = [card('1', 0.4), card('2', 0.9), card('3', 0.25), card('4', 0.3, { settled: true })];
    const mirror = {
      ideas: new Map(cards.map(([idea]) => [idea.id, idea])),
      placements: new Map(cards.map(([idea, placement]) => [`main/${idea.id}`, placement])),
    } as unknown as Mirror;
    expect(contestedCards(mirror, board).map(({ idea }) => idea.id)).toEqual(['3', '1']);
  });

  it('[CROWD-2] people are counted by lever, and a lever keeps the scale that most gave', () => {
    const places = [
      { lever: 'a', scale: 'x', people: 3 },
      { lever: 'b', scale: null, people: 4 },
      { lever: 'a', scale: 'y', people: 2 },
    ];
    expect(byLever(places)).toEqual([{ lever: 'a', people: 5 }, { lever: 'b', people: 4 }]);
    expect(scaleAt(places, 'a')).toBe('x');
    expect(scaleAt(places, 'c')).toBeNull();
    expect(percent({ share: 0.625 })).toBe(63);
  });

  it('[CROWD-3] my own board is what I chose, what I asked last included', () => {
    const you = { role: 'participant' as const, placements: { main: { '1': { lever: 'a', scale: 's' } } } };
    const asked = (idea: string, to: string | null): Entry =>
      ({ at: 0, state: 'sent', command: { type: 'command', id: idea, do: 'placement.set', args: { idea, lever: to } } });
    const wished = wishedOwnPlaces({ you }, [asked('1', 'b'), asked('2', 'c')], 'main');
    expect(wished.placements.get('1')).toMatchObject({ lever: 'b', scale: 's' });
    expect(wished.placements.get('2')).toMatchObject({ lever: 'c', scale: null });
    expect([...wished.asked]).toEqual(['1', '2']);
  });

  it('[LEVER-1] one step to the left or to the right is behind the right neighbour', () => {
    expect(neighbourAfter(board, lever('b'), -1)).toBeNull();
    expect(neighbourAfter(board, lever('c'), -1)).toBe('a');
    expect(neighbourAfter(board, lever('a'), 1)).toBe('b');
  });
});
