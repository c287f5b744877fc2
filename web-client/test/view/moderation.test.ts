import { describe, expect, it } from 'vitest';
import type { Comment, Idea, Lease } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import { membersOf, undoMerge } from '../../src/view/moderation/groups.ts';
import { takenByOthers } from '../../src/view/moderation/leases.svelte.ts';
import { detailOf } from '../../src/view/moderation/log.ts';
import { standingPairs } from '../../src/view/moderation/pairs.ts';
import { between } from '../../src/view/moderation/selection.svelte.ts';
import { commentsByIdea } from '../../src/view/participant/comments.ts';
import { heldPicture } from '../../src/view/screen/hold.ts';

function idea(id: string, changes: Partial<Idea> = {}): Idea {
  return { id, phase: 'p', text: `text of ${id}`, at: Number(id), status: 'published', ...changes };
}

function ideas(...all: Idea[]): Mirror['ideas'] {
  return new Map(all.map((each) => [each.id, each]));
}

describe('dealing with several ideas', () => {
  it('[BATCH-1] with Shift everything between two ticks is meant, in either direction', () => {
    expect(between(['a', 'b', 'c', 'd'], 1, 3)).toEqual(['b', 'c', 'd']);
    expect(between(['a', 'b', 'c', 'd'], 2, 0)).toEqual(['a', 'b', 'c']);
  });

  it('[LEASE-1] what somebody else looks at is told, what I look at and what has run out is not', () => {
    const leases: Lease[] = [
      { idea: 'mine', until: 100 },
      { idea: 'theirs', until: 100 },
      { idea: 'over', until: 50 },
    ];
    expect([...takenByOthers(leases, new Set(['mine']), 60)]).toEqual(['theirs']);
  });
});

describe('groups', () => {
  const known = { ideas: ideas(idea('1'), idea('2', { group: '1' }), idea('3', { group: '1', status: 'hidden' }), idea('4')) };

  it('[GROUP-1] behind a lead stand its published members', () => {
    expect(membersOf(known, '1').map(({ id }) => id)).toEqual(['2']);
  });

  it('[GROUP-2] undoing takes everyone apart, and a lead that was grouped has its own group again', () => {
    const [apart, again] = undoMerge(known, ['1', '4']);
    expect(apart?.map(([, args]) => args)).toEqual([{ idea: '1' }, { idea: '2' }, { idea: '4' }]);
    expect(again).toEqual([['idea.merge', { ideas: ['2'], into: '1' }]]);
  });

  it('[PAIR-1] a pair is offered as long as both stand by themselves and nobody put it aside', () => {
    const pair = (one: string, other: string) => ({ one: idea(one), other: idea(other), score: 0.5 });
    const answer = { pairs: [pair('1', '4'), pair('1', '2'), pair('4', '9'), pair('4', '1')] };
    expect(standingPairs(answer, known, new Set(['4/1'])).map(({ key }) => key)).toEqual(['1/4']);
  });
});

describe('the log', () => {
  it('[LOG-1] an entry tells what it was about, as far as it is known, and why', () => {
    const mirror = { ideas: ideas(idea('1')), phases: [], comments: new Map(), restricted: new Map() };
    expect(detailOf({ about: { idea: '1', reason: 'duplicate' } }, mirror)).toEqual({ text: 'text of 1', reason: 'duplicate' });
    expect(detailOf({ about: { idea: 7, reason: 'because' } }, mirror)).toEqual({ text: undefined, reason: undefined });
  });
});

describe('a frozen screen', () => {
  const screen = { frozen: true, spotlight: ['1', '2'] };
  const held = { ideas: ideas(idea('1'), idea('2')), screen } as unknown as Mirror;

  it('[FREEZE-1] holds its ideas: later ones do not come, hidden ones go at once', () => {
    const live = { ideas: ideas(idea('1', { text: 'reworded' }), idea('2', { status: 'hidden' }), idea('3')) } as unknown as Mirror;
    const shown = heldPicture(held, live);
    expect([...shown.ideas.values()].map(({ text }) => text)).toEqual(['reworded']);
    expect(shown.screen.spotlight).toEqual(['1']);
  });
});

describe('comments', () => {
  it('[COMMENT-1] oldest first under their idea; what its author took back is gone', () => {
    const say = (id: string, at: number, status?: Comment['status']): Comment =>
      ({ id, idea: 'i', text: id, at, ...(status && { status }) });
    const found = commentsByIdea([say('b', 2), say('c', 3, 'withdrawn'), say('a', 1), say('d', 4, 'hidden')]);
    expect(found.get('i')?.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});
