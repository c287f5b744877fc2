import { describe, expect, it } from 'vitest';
import type { Board, Idea, Phase } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import { cardsByLever, currentPhase, ideasInVote, ranking } from '../../src/view/shared/workshop.ts';

const board: Board = {
  id: 'main',
  levers: [{ id: 'a', name: 'A', symbol: 'leaf', colour: 'teal' }],
  scales: [],
};

function idea(id: string, at: number, status: Idea['status'] = 'published'): Idea {
  return { id, at, status, phase: 'p', text: id };
}

function phase(id: string, status: Phase['status'], openedAt?: number): Phase {
  return {
    id, status,
    title: id, prompt: '', minutes: 5, revealed: false,
    ...(openedAt !== undefined && { opened_at: openedAt }),
    kind: 'sort',
    settings: { board: 'main', mode: 'shared' },
  };
}

function mirror(parts: Partial<Mirror>): Mirror {
  return {
    epoch: 'e', seq: 1,
    you: { role: 'screen' },
    workshop: {
      id: 'w', code: 'ABCD-2345', title: '', question: '', language: 'fr', status: 'open',
      affiliations: [], charter: [],
    },
    phases: [], boards: [board], ideas: new Map(), placements: new Map(), tallies: {},
    people: { connected: 0 },
    screen: { frozen: false, spotlight: [] }, comments: new Map(), restricted: new Map(), leases: [],
    reasons: [], questions: new Map(), commitments: new Map(), sentences: new Map(),
    ...parts,
  };
}

describe('what the screens read out of a mirror', () => {
  it('[VIEW-1] the current step is the open one, else the one opened last, else none', () => {
    const planned = phase('c', 'planned');
    expect(currentPhase(mirror({ phases: [planned] }))).toBeUndefined();
    const past = [phase('a', 'closed', 20), phase('b', 'closed', 10), planned];
    expect(currentPhase(mirror({ phases: past }))?.id).toBe('a');
    expect(currentPhase(mirror({ phases: [...past, phase('d', 'open', 5)] }))?.id).toBe('d');
  });

  it('[VIEW-2] a card is in one column only, unsorted when its lever is not of the board', () => {
    const ideas = new Map([idea('1', 1), idea('2', 2), idea('3', 3), idea('4', 4, 'hidden')].map((i) => [i.id, i]));
    const placements = new Map([
      ['main/1', { board: 'main', idea: '1', lever: 'a', scale: null }],
      ['main/2', { board: 'main', idea: '2', lever: 'gone', scale: null }],
      ['main/4', { board: 'main', idea: '4', lever: 'a', scale: null }],
    ]);
    const columns = cardsByLever(mirror({ ideas, placements }), board);
    const shown = [...columns].map(([lever, cards]) => [lever, cards.map((card) => card.idea.id)]);
    expect(shown).toEqual([[null, ['2', '3']], ['a', ['1']]]);
  });

  it('[VIEW-3] as many dots, the same rank; ideas without dots are there, hidden ones are not', () => {
    const ideas = new Map([idea('1', 1), idea('2', 2), idea('3', 3), idea('4', 4, 'hidden'), idea('5', 5)].map((i) => [i.id, i]));
    const tallies = { v: { '1': { dots: 3, voters: 2 }, '2': { dots: 5, voters: 3 }, '3': { dots: 3, voters: 3 }, '4': { dots: 9, voters: 9 } } };
    const ranked = ranking(mirror({ ideas, tallies }), 'v').map(({ idea: { id }, rank }) => [rank, id]);
    expect(ranked).toEqual([[1, '2'], [2, '3'], [2, '1'], [4, '5']]);
  });

  it('[VIEW-3] a vote on some ideas has those, and of them what is published', () => {
    const ideas = new Map([idea('1', 1), idea('2', 2), idea('3', 3), idea('4', 4, 'hidden')].map((i) => [i.id, i]));
    const vote: Phase = { ...phase('v', 'open'), ideas: ['1', '3', '4'] };
    expect(ideasInVote({ ideas }, vote).map(({ id }) => id)).toEqual(['1', '3']);
    const tallies = { v: { '3': { dots: 1, voters: 1 } } };
    expect(ranking(mirror({ phases: [vote], ideas, tallies }), 'v').map((entry) => entry.idea.id)).toEqual(['3', '1']);
  });
});
