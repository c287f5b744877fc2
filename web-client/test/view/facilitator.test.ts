import { describe, expect, it } from 'vitest';
import type { Idea, Phase } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import { canReopen, followingStep } from '../../src/view/facilitator/agenda.ts';
import { contains, ideasByFilter, needsReview, waitingCount } from '../../src/view/facilitator/review.ts';

function collect(id: string, moderation: 'before' | 'after' | 'none'): Phase {
  return {
    id, title: id, prompt: '', minutes: 5, status: 'open', revealed: false,
    kind: 'collect',
    settings: { moderation, max_per_person: 3, max_chars: 500, ask_scale: false },
  };
}

function vote(id: string, status: Phase['status'], changes: Partial<Phase> = {}): Phase {
  return {
    id, status, title: id, prompt: '', minutes: 5, revealed: false,
    ...changes,
    kind: 'vote',
    settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true },
  };
}

function idea(id: string, changes: Partial<Idea>): Idea {
  return { id, phase: 'after', text: id, at: Number(id), status: 'published', reviewed: false, ...changes };
}

function mirror(phases: Phase[], ideas: Idea[] = []): Mirror {
  return { phases, ideas: new Map(ideas.map((each) => [each.id, each])) } as unknown as Mirror;
}

describe('what a moderator has to look at', () => {
  const phases = [collect('before', 'before'), collect('after', 'after'), collect('none', 'none')];

  it('[REVIEW-1] what is pending, and what was published unseen where review comes afterwards', () => {
    expect(needsReview(idea('1', { phase: 'before', status: 'pending' }), phases)).toBe(true);
    expect(needsReview(idea('2', { phase: 'after' }), phases)).toBe(true);
    expect(needsReview(idea('3', { phase: 'after', reviewed: true }), phases)).toBe(false);
    expect(needsReview(idea('4', { phase: 'none' }), phases)).toBe(false);
    expect(needsReview(idea('5', { phase: 'after', status: 'hidden' }), phases)).toBe(false);
  });

  it('[REVIEW-2] the queue is oldest first, the other lists newest first', () => {
    const all = mirror(phases, [idea('2', {}), idea('1', {}), idea('3', { status: 'hidden' })]);
    const lists = ideasByFilter(all);
    expect(lists.review.map(({ id }) => id)).toEqual(['1', '2']);
    expect(lists.all.map(({ id }) => id)).toEqual(['3', '2', '1']);
    expect(lists.hidden.map(({ id }) => id)).toEqual(['3']);
    expect(waitingCount(all)).toBe(2);
  });

  it('[REVIEW-3] searching ignores case, accents, composition and the kind of apostrophe', () => {
    expect(contains('Créer un îlot devant l’école', "ILOT l'ecole")).toBe(true);
    expect(contains('Créer un îlot', '\u00eelot')).toBe(true);
    expect(contains('Créer un îlot', 'îlot vélo')).toBe(false);
    expect(contains('Créer', '')).toBe(true);
  });
});

describe('what comes next', () => {
  it('[NEXT-1] the first step, then the one after the open one, then nothing', () => {
    expect(followingStep(mirror([vote('a', 'planned'), vote('b', 'planned')]))?.id).toBe('a');
    expect(followingStep(mirror([vote('a', 'open'), vote('b', 'planned')]))?.id).toBe('b');
    expect(followingStep(mirror([vote('a', 'closed'), vote('b', 'open')]))).toBeUndefined();
  });

  it('[NEXT-2] after going back, next is the step one came from', () => {
    const back = [vote('a', 'open'), vote('b', 'closed'), vote('c', 'planned')];
    expect(followingStep(mirror(back))?.id).toBe('b');
  });

  it('[NEXT-3] a revealed vote is passed over: it cannot be reopened', () => {
    const revealed = vote('b', 'closed', { revealed: true });
    expect(canReopen(revealed)).toBe(false);
    expect(followingStep(mirror([vote('a', 'open'), revealed, vote('c', 'planned')]))?.id).toBe('c');
  });
});
