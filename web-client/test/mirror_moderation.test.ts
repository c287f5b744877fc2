import { describe, expect, it } from 'vitest';
import type { Comment, Delta, Event as WorkshopEvent, Idea } from '../src/core/generated/protocol.ts';
import { apply, type Mirror, placementKey } from '../src/core/mirror.ts';
import { welcome } from './support/world.ts';

const idea = (id: string, more: Partial<Idea> = {}): Idea => ({
  id,
  phase: 'ph1',
  text: `text of ${id}`,
  at: 1,
  status: 'published',
  ...more,
});
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  idea: 'a',
  text: `comment ${id}`,
  at: 2,
  ...more,
});
const delta = (seq: number, events: WorkshopEvent[], more: Partial<Delta> = {}): Delta => ({
  type: 'delta',
  seq,
  events,
  ...more,
});

function mirrorAfter(...frames: Parameters<typeof apply>[1][]): Mirror {
  let mirror: Mirror | undefined;
  for (const frame of frames) mirror = apply(mirror, frame);
  if (!mirror) throw new Error('no welcome among the frames');
  return mirror;
}

describe('groups', () => {
  const start = welcome({
    state: {
      ideas: [idea('a'), idea('b', { mine: true })],
      placements: [
        { board: 'main', idea: 'a', lever: 'l1', scale: null },
        { board: 'main', idea: 'b', lever: 'l2', scale: null },
      ],
    },
  });

  it('[M6] a member loses its place and stays known, and ours', () => {
    const mirror = mirrorAfter(
      start,
      delta(11, [{ event: 'idea.merged', idea: idea('b', { group: 'a' }) }]),
    );
    expect(mirror.ideas.get('b')).toMatchObject({ group: 'a', mine: true });
    expect([...mirror.placements.keys()]).toEqual([placementKey('main', 'a')]);
  });

  it('[M6] an own frame that tells the author of the lead takes no place away', () => {
    const mirror = mirrorAfter(
      start,
      delta(11, [{ event: 'idea.merged', idea: idea('a', { mine: true }) }], { own: true }),
    );
    expect(mirror.placements.size).toBe(2);
    expect(mirror.ideas.get('a')?.mine).toBe(true);
  });

  it('[M6] separated, it has its place again', () => {
    const mirror = mirrorAfter(
      start,
      delta(11, [{ event: 'idea.merged', idea: idea('b', { group: 'a' }) }]),
      delta(12, [
        { event: 'idea.unmerged', idea: idea('b') },
        { event: 'placement.set', board: 'main', idea: 'b', lever: 'l2', scale: null },
      ]),
    );
    expect(mirror.ideas.get('b')?.group).toBeUndefined();
    expect(mirror.placements.size).toBe(2);
  });
});

describe('boards and crowds', () => {
  it('[M7] a changed board replaces the one of that name, a new one is added', () => {
    const lever = { id: 'l1', name: 'L', symbol: 'leaf', colour: 'green' } as const;
    const mirror = mirrorAfter(
      welcome({ state: { boards: [{ id: 'main', levers: [lever], scales: [] }] } }),
      delta(11, [
        { event: 'board.changed', board: { id: 'main', levers: [], scales: [] } },
        { event: 'board.changed', board: { id: 'two', title: 'T', levers: [lever], scales: [] } },
      ]),
    );
    expect(mirror.boards.map((board) => board.levers.length)).toEqual([0, 1]);
  });

  it('[M7] what the crowd says comes with the placement, what I said is mine', () => {
    const mirror = mirrorAfter(
      welcome(),
      delta(11, [
        {
          event: 'placement.set',
          board: 'main',
          idea: 'a',
          lever: 'l1',
          scale: null,
          crowd: { people: 5, share: 0.6, contested: false },
        },
      ]),
      delta(11, [{ event: 'placement.chosen', board: 'main', idea: 'a', lever: 'l2', scale: null }], {
        own: true,
      }),
    );
    expect(mirror.placements.get(placementKey('main', 'a'))?.crowd?.share).toBe(0.6);
    expect(mirror.you.placements).toEqual({ main: { a: { lever: 'l2', scale: null } } });
  });
});

describe('comments', () => {
  const start = welcome({
    state: { ideas: [idea('a')], comments: [comment('k1'), comment('k2', { mine: true })] },
  });

  it('[M8] are put and removed; our own stay to be told by the frame that is ours', () => {
    const hidden = mirrorAfter(
      start,
      delta(11, [
        { event: 'comment.hidden', id: 'k1' },
        { event: 'comment.hidden', id: 'k2' },
        { event: 'comment.posted', id: 'k3', comment: comment('k3') },
      ]),
    );
    expect([...hidden.comments.keys()]).toEqual(['k2', 'k3']);
    const own = comment('k2', { mine: true, status: 'hidden', reason: 'off_topic' });
    const told = mirrorAfter(
      start,
      delta(11, [{ event: 'comment.hidden', id: 'k2', comment: own }], { own: true }),
    );
    expect(told.comments.get('k2')).toEqual(own);
  });

  it('[M8] go with their idea, but for our own', () => {
    const mirror = mirrorAfter(start, delta(11, [{ event: 'idea.hidden', id: 'a' }]));
    expect([...mirror.comments.keys()]).toEqual(['k2']);
  });
});

describe('moderation', () => {
  it('[M9] the screen, the restricted and the leases are as last told', () => {
    const mirror = mirrorAfter(
      welcome({ state: { leases: [{ idea: 'a', until: 5 }] } }),
      delta(11, [
        { event: 'screen.changed', screen: { frozen: true, spotlight: ['a'] } },
        { event: 'participant.restricted', person: { participant: 'p2', muted: true } },
        { event: 'participant.restricted', person: { participant: 'p3', removed: true } },
        { event: 'participant.restricted', person: { participant: 'p2' } },
      ]),
      delta(11, [], { leases: [] }),
    );
    expect(mirror.screen).toEqual({ frozen: true, spotlight: ['a'] });
    expect([...mirror.restricted.keys()]).toEqual(['p3']);
    expect(mirror.leases).toEqual([]);
  });

  it('[M9] being muted is told with how I am called, and taken back the same way', () => {
    const muted = mirrorAfter(
      welcome(),
      delta(11, [{ event: 'participant.updated', muted: true }], { own: true }),
    );
    expect(muted.you.muted).toBe(true);
    const free = apply(muted, delta(12, [{ event: 'participant.updated' }], { own: true }));
    expect(free?.you.muted).toBeUndefined();
  });
});
