import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Idea, Phase, Replay, ReplayMoment } from '../../src/core/generated/protocol.ts';
import { placementKey } from '../../src/core/mirror.ts';
import { Axis, silenceMost } from '../../src/view/replay/axis.ts';
import { chapters, neighbour, told } from '../../src/view/replay/chapters.ts';
import { Timeline } from '../../src/view/replay/timeline.ts';
import { followed, idOf, views } from '../../src/view/replay/views.ts';
import { cardsByLever, publishedIdeas } from '../../src/view/shared/workshop.ts';

const example = JSON.parse(
  readFileSync(new URL('../../../protocol/examples/http.replay.response.json', import.meta.url), 'utf8'),
) as Replay;

const [haies, replanter] = ['k7rm2xq9twhd4b6z', 'b5gz8ns3vyfc6q2j'];

function phase(id: string, kind: 'collect' | 'sort' | 'vote'): Phase {
  const settings = {
    collect: { moderation: 'none', max_per_person: 3, max_chars: 500, ask_scale: false },
    sort: { board: 'main', mode: 'shared' },
    vote: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true },
  }[kind];
  return { id, kind, settings, title: id, prompt: '', minutes: 5, status: 'closed', revealed: false } as unknown as Phase;
}

const idea = (id: string): Idea => ({ id, phase: 'p', text: id, at: 0, status: 'published' });

function replayOf(moments: ReplayMoment[], ideas: string[] = [], phases: Phase[] = []): Replay {
  return {
    title: 't', question: '', language: 'fr', phases, ideas: ideas.map(idea), questions: [], commitments: [], tallies: {}, moments,
    boards: [{ id: 'main', levers: [{ id: 'l', name: 'L', symbol: 'leaf', colour: 'green' }, { id: 'm', name: 'M', symbol: 'leaf', colour: 'rose' }], scales: [] }],
  };
}

describe('a workshop as it stood', () => {
  it('[Y1] each moment shows what had happened by then and nothing else', () => {
    const timeline = new Timeline(example);
    const before = timeline.at(1);
    expect([before.people.joined, before.ideas.size, before.workshop.status]).toEqual([38, 0, 'open']);
    expect(before.phases.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
    expect([...timeline.at(4).ideas.keys()]).toEqual([haies]);
    expect(timeline.at(6).questions.get('w4t9qk2xm7hd6b8z')?.answered).toBeUndefined();
    expect(timeline.at(7).questions.get('w4t9qk2xm7hd6b8z')?.answer).toBe('Le syndicat de rivière.');
    const merged = timeline.at(11);
    expect(publishedIdeas(merged).map(({ id }) => id)).toEqual([haies]);
    expect(merged.ideas.get(replanter)?.group).toBe(haies);
    expect(merged.placements.get(placementKey('main', haies))?.lever).toBe('entraide');
    expect(timeline.at(16).tallies).toEqual({});
    expect(timeline.at(17).tallies).toEqual(example.tallies);
    expect(timeline.at(18).workshop.status).toBe('closed');
  });

  it('[Y1] going back is exact: the same moment is the same from wherever one comes', () => {
    const moments: ReplayMoment[] = [];
    const ideas = Array.from({ length: 40 }, (_, i) => `i${i}`);
    let seed = 7;
    const chance = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    for (let at = 1; at <= 400; at += 1) {
      const one = `i${chance(40)}`;
      const kind = chance(5);
      if (kind === 0) moments.push({ at, moment: 'idea.published', idea: one });
      else if (kind === 1) moments.push({ at, moment: 'idea.merged', idea: one, into: `i${chance(40)}` });
      else if (kind === 2) moments.push({ at, moment: 'idea.unmerged', idea: one });
      else moments.push({ at, moment: 'placement.set', idea: one, board: 'main', lever: chance(2) ? 'l' : null, scale: null });
    }
    const forward = new Timeline(replayOf(moments, ideas));
    const seen = moments.map((_, count) => JSON.stringify([...forward.at(count).ideas, ...forward.at(count).placements]));
    for (let i = 0; i < 200; i += 1) {
      const count = chance(400);
      const { ideas: there, placements } = forward.at(count);
      expect(JSON.stringify([...there, ...placements])).toBe(seen[count]);
    }
  });

  it('[Y1] a card that did not change is the same object, and its picture is left alone', () => {
    const timeline = new Timeline(example);
    expect(timeline.at(12).ideas.get(haies)).toBe(timeline.at(17).ideas.get(haies));
    expect(timeline.at(12).ideas.get(replanter)).toBe(timeline.at(17).ideas.get(replanter));
    const key = placementKey('main', haies);
    expect(timeline.at(12).placements.get(key)).toBe(timeline.at(17).placements.get(key));
  });

  it('[Y1] a member of a group whose lead is not there yet stands by itself', () => {
    const timeline = new Timeline(
      replayOf(
        [
          { at: 1, moment: 'idea.published', idea: 'a' },
          { at: 2, moment: 'idea.merged', idea: 'a', into: 'b' },
          { at: 3, moment: 'idea.published', idea: 'b' },
        ],
        ['a', 'b'],
      ),
    );
    expect(publishedIdeas(timeline.at(2)).map(({ id }) => id)).toEqual(['a']);
    expect(publishedIdeas(timeline.at(3)).map(({ id }) => id)).toEqual(['b']);
  });

  it('[Y1] a step that is opened again is the one at hand again', () => {
    const opening = (at: number, id: string, again = false): ReplayMoment => ({ at, moment: again ? 'phase.reopened' : 'phase.opened', phase: id });
    const timeline = new Timeline(
      replayOf(
        [opening(1, 'a'), { at: 2, moment: 'phase.closed', phase: 'a' }, opening(3, 'b'), { at: 4, moment: 'phase.closed', phase: 'b' }, opening(5, 'a', true), { at: 6, moment: 'workshop.closed' }],
        [],
        [phase('a', 'collect'), phase('b', 'sort')],
      ),
    );
    expect([1, 2, 3, 4, 5, 6].map((count) => timeline.stepAt(count)?.id)).toEqual(['a', 'a', 'b', 'b', 'a', 'a']);
    expect([1, 3, 5].map((count) => idOf(followed(timeline.at(count))))).toEqual(['ideas', 'board main', 'ideas']);
    expect(timeline.at(6).phases.map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect(chapters(timeline).map(({ step, moments }) => [step?.id, moments.length])).toEqual([['a', 2], ['b', 2], ['a', 2]]);
  });

  it('[Y2] five thousand ideas are worked out within a frame or two', () => {
    const ideas = Array.from({ length: 5_000 }, (_, i) => `i${i}`);
    const moments = ideas.flatMap((id, at): ReplayMoment[] => [
      { at, moment: 'idea.published', idea: id },
      { at: 10_000 + at, moment: 'placement.set', idea: id, board: 'main', lever: at % 2 ? 'l' : 'm', scale: null },
    ]).sort((a, b) => a.at - b.at);
    const timeline = new Timeline(replayOf(moments, ideas));
    const board = timeline.at(0).boards[0];
    const start = performance.now();
    for (let round = 0; round < 10; round += 1) if (board) cardsByLever(timeline.at(9_000 + round), board);
    expect((performance.now() - start) / 10).toBeLessThan(250);
  });
});

describe('the axis', () => {
  const moments = [0, 10_000, 10_000, 4_000_000, 4_030_000].map((at) => ({ at }));
  const axis = new Axis(moments);

  it('[Y3] a silence of more than a minute lasts a minute, the rest as long as it did', () => {
    expect([0, 1, 2, 3, 4].map((index) => axis.placeOf(index))).toEqual([0, 10_000, 10_000, 70_000, 100_000]);
    expect(axis.length).toBe(10_000 + silenceMost + 30_000);
  });

  it('[Y3] a place tells how many moments have happened and what the clock said', () => {
    expect([0, 9_999, 10_000, 69_999, 70_000, 100_000].map((place) => axis.countAt(place))).toEqual([1, 1, 3, 3, 4, 5]);
    expect(axis.clockAt(5_000)).toBe(5_000);
    expect(axis.clockAt(69_999)).toBe(69_999);
    expect(axis.clockAt(70_000)).toBe(4_000_000);
    expect(axis.clockAt(100_000)).toBe(4_030_000);
    expect(new Axis([]).length).toBe(0);
  });
});

describe('getting about', () => {
  const timeline = new Timeline(example);
  const all = told(timeline);

  it('[Y4] one moment on or back is one that is told in words', () => {
    expect(all).not.toContain(0);
    const first = neighbour(timeline, all, -1, 1) ?? -1;
    expect(timeline.moments[first]?.moment).toBe('workshop.opened');
    const next = neighbour(timeline, all, timeline.axis.placeOf(first), 1) ?? -1;
    expect(timeline.moments[next]?.moment).toBe('idea.published');
    expect(neighbour(timeline, all, timeline.axis.placeOf(next), -1)).toBe(2);
    expect(neighbour(timeline, all, timeline.axis.length, 1)).toBeUndefined();
  });

  it('[Y4] each step is a chapter, and what can be looked at is there once', () => {
    expect(chapters(timeline).map(({ step }) => step?.id)).toEqual(['idees', 'leviers', 'vote']);
    const end = timeline.at(timeline.moments.length);
    expect(views(end).map(idOf)).toEqual(['ideas', 'board main', 'vote vote']);
  });
});
