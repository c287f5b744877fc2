import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeServerFrame } from '../src/core/frames.ts';
import type { Delta, Event as WorkshopEvent, Idea, Phase } from '../src/core/generated/protocol.ts';
import { apply, ballotOf, cardsToJudge, dotsOf, type Mirror, openPhase, placementKey, tallyOf, votersOf } from '../src/core/mirror.ts';
import { welcome } from './support/world.ts';

const idea = (id: string, more: Partial<Idea> = {}): Idea => ({
  id,
  phase: 'ph1',
  text: `text of ${id}`,
  at: 1,
  status: 'published',
  ...more,
});
const delta = (seq: number, events: WorkshopEvent[], more: Partial<Delta> = {}): Delta => ({
  type: 'delta',
  seq,
  events,
  ...more,
});

const vote = (id: string): Phase => ({
  id, title: id, prompt: '', minutes: 5, status: 'open', revealed: false,
  kind: 'vote', settings: { method: 'judgment', hidden: true },
});

function mirrorAfter(...frames: Parameters<typeof apply>[1][]): Mirror {
  let mirror: Mirror | undefined;
  for (const frame of frames) mirror = apply(mirror, frame);
  if (!mirror) throw new Error('no welcome among the frames');
  return mirror;
}

describe('the mirror rule', () => {
  it('[M1] a delta before the welcome changes nothing', () => {
    expect(apply(undefined, delta(11, []))).toBeUndefined();
  });

  it('[M1] a delta older than the mirror is dropped, one of the same seq is applied', () => {
    const start = mirrorAfter(welcome({ seq: 10 }));
    expect(apply(start, delta(9, [{ event: 'idea.posted', idea: idea('a') }]))).toBe(start);
    const same = mirrorAfter(welcome({ seq: 10 }), delta(10, [{ event: 'idea.posted', idea: idea('a') }]));
    expect(same.ideas.has('a')).toBe(true);
  });

  it('[M1] only deltas to the whole audience move seq', () => {
    const own = mirrorAfter(welcome({ seq: 10 }), delta(12, [], { own: true }));
    expect(own.seq).toBe(10);
    expect(mirrorAfter(welcome({ seq: 10 }), delta(12, [])).seq).toBe(12);
  });

  it('[M1] what a frame does not touch is shared, and nothing is changed in place', () => {
    const before = mirrorAfter(welcome({ state: { ideas: [idea('a')] } }));
    const after = apply(before, delta(11, [], { people: { connected: 9 } }));
    expect(after?.ideas).toBe(before.ideas);
    expect(after?.people.connected).toBe(9);
    expect(before.people.connected).toBe(1);
  });

  it('[M1] an event of a later version is passed over', () => {
    const unknown = { event: 'spotlight.set', idea: 'a' } as unknown as WorkshopEvent;
    const mirror = mirrorAfter(welcome(), delta(11, [unknown, { event: 'idea.posted', idea: idea('b') }]));
    expect([...mirror.ideas.keys()]).toEqual(['b']);
  });
});

describe('ideas', () => {
  it('[M2] stay ours when a frame to everyone does not say so', () => {
    const mirror = mirrorAfter(
      welcome({ state: { ideas: [idea('a', { mine: true })] } }),
      delta(11, [{ event: 'idea.edited', idea: idea('a', { text: 'new' }) }]),
    );
    expect(mirror.ideas.get('a')).toMatchObject({ text: 'new', mine: true });
  });

  it('[M2] hidden: gone for others, kept with its reason for the author', () => {
    const hidden: WorkshopEvent = { event: 'idea.hidden', id: 'a' };
    expect(mirrorAfter(welcome({ state: { ideas: [idea('a')] } }), delta(11, [hidden])).ideas.size).toBe(0);

    const author = mirrorAfter(
      welcome({ state: { ideas: [idea('a', { mine: true })] } }),
      delta(11, [hidden]),
    );
    expect(author.ideas.get('a')?.status).toBe('hidden');
    const told = apply(
      author,
      delta(
        11,
        [{ ...hidden, idea: idea('a', { mine: true, status: 'hidden', reason: 'duplicate' }) }],
        { own: true },
      ),
    );
    expect(told?.ideas.get('a')?.reason).toBe('duplicate');
  });

  it('[M2] hiding takes the placement away, publishing brings it back', () => {
    const placement = { board: 'main', idea: 'a', lever: 'l1', scale: null };
    const start = welcome({ state: { ideas: [idea('a')], placements: [placement] } });
    const hidden = mirrorAfter(start, delta(11, [{ event: 'idea.hidden', id: 'a' }]));
    expect(hidden.placements.size).toBe(0);
    const back = apply(
      hidden,
      delta(12, [
        { event: 'idea.published', idea: idea('a') },
        { event: 'placement.set', ...placement },
      ]),
    );
    expect(back?.placements.get(placementKey('main', 'a'))).toEqual(placement);
  });

  it('[M2] putting the same twice is harmless', () => {
    const twice = delta(11, [{ event: 'idea.posted', idea: idea('a') }]);
    expect(mirrorAfter(welcome(), twice, twice)).toEqual(mirrorAfter(welcome(), twice));
  });
});

describe('votes and people', () => {
  it('[M3] own dots are kept by phase; zero and clearing take them away', () => {
    const cast = (value: number): WorkshopEvent => ({ event: 'vote.cast', phase: 'v', idea: 'a', value });
    const voted = mirrorAfter(welcome(), delta(11, [cast(2)], { own: true }));
    expect(ballotOf(voted, 'v')).toEqual({ a: 2 });
    expect(ballotOf(mirrorAfter(welcome(), delta(11, [cast(2), cast(0)], { own: true })), 'v')).toEqual({});
    const cleared = apply(voted, delta(12, [{ event: 'vote.cleared', phase: 'v' }], { own: true }));
    expect(cleared && ballotOf(cleared, 'v')).toEqual({});
  });

  it('[M3] tallies are put one by one into what is known', () => {
    const mirror = mirrorAfter(
      welcome({ state: { tallies: { v: { a: { dots: 1, voters: 1 } } } } }),
      delta(11, [], { tallies: { v: { b: { dots: 3, voters: 2 } } } }),
    );
    expect(dotsOf(tallyOf(mirror, 'v', 'a'))).toBe(1);
    expect(votersOf(tallyOf(mirror, 'v', 'b'))).toBe(2);
  });

  it('[M3] a question keeps being mine when everyone is told of it, and goes when it is hidden', () => {
    const question = { id: 'q', phase: 'l', text: 'Why?', at: 1, status: 'published' as const };
    const asked = mirrorAfter(
      welcome(),
      delta(11, [{ event: 'question.asked', question: { ...question, mine: true } }], { own: true }),
      delta(12, [{ event: 'question.published', question }]),
    );
    expect(asked.questions.get('q')?.mine).toBe(true);
    const hidden = apply(asked, delta(13, [{ event: 'question.hidden', id: 'q' }]));
    expect(hidden?.questions.get('q')?.status).toBe('hidden');
    const others = mirrorAfter(
      welcome(),
      delta(11, [{ event: 'question.asked', question }, { event: 'question.hidden', id: 'q' }]),
    );
    expect(others.questions.size).toBe(0);
  });

  it('[M3] a sentence without a text is one that was taken back', () => {
    const said = { event: 'sentence.said', phase: 'c', author: 'p' } as const;
    const mirror = mirrorAfter(welcome(), delta(11, [{ ...said, text: 'Thanks' }]));
    expect(mirror.sentences.get('c/p')?.text).toBe('Thanks');
    expect(apply(mirror, delta(12, [said]))?.sentences.size).toBe(0);
  });

  it('[M3] the worst grade is a choice, though it is 0', () => {
    const mirror = mirrorAfter(
      welcome({ state: { phases: [vote('v')] } }),
      delta(11, [{ event: 'vote.cast', phase: 'v', idea: 'a', value: 0 }], { own: true }),
    );
    expect(ballotOf(mirror, 'v')).toEqual({ a: 0 });
  });

  it('[M3] cards come once, in their order, and are judged by the ballot', () => {
    const drawn = (...ideas: string[]): WorkshopEvent => ({ event: 'cards.drawn', phase: 'v', ideas });
    const mirror = mirrorAfter(
      welcome(),
      delta(11, [drawn('a', 'b')], { own: true }),
      delta(12, [drawn('b', 'c'), { event: 'vote.cast', phase: 'v', idea: 'b', value: 'pass' }], { own: true }),
    );
    expect(mirror.you.hands).toEqual({ v: ['a', 'b', 'c'] });
    expect(cardsToJudge(mirror, 'v')).toEqual(['a', 'c']);
  });

  it('[M3] the agenda follows insertions, another order and removals, twice as well as once', () => {
    const order = (...ids: string[]): WorkshopEvent => ({ event: 'phase.reordered', order: ids });
    const steps = delta(11, [
      { event: 'phase.inserted', phase: vote('c'), order: ['a', 'c', 'b'] },
      order('c', 'a', 'b'),
      { event: 'phase.removed', id: 'a' },
      { event: 'phase.updated', phase: { ...vote('b'), title: 'Again' } },
    ]);
    const start = welcome({ state: { phases: [vote('a'), vote('b')] } });
    const mirror = mirrorAfter(start, steps);
    expect(mirror.phases.map(({ title }) => title)).toEqual(['c', 'Again']);
    expect(mirrorAfter(start, delta(11, steps.events.slice(2)), delta(11, steps.events.slice(2))).phases).toHaveLength(1);
  });

  it('[M3] reasons of a revealed vote are put once', () => {
    const reason = { phase: 'v', idea: 'a', answer: 'objection', text: 'Trop sec' } as const;
    const revealed = delta(11, [{ event: 'results.revealed', phase: vote('v'), reasons: [reason] }]);
    expect(mirrorAfter(welcome(), revealed, revealed).reasons).toEqual([reason]);
  });

  it('[M3] a name that is no longer said is no longer there', () => {
    const mirror = mirrorAfter(
      welcome({ you: { role: 'participant', name: 'Inès', affiliation: 'elu' } }),
      delta(11, [{ event: 'participant.updated', affiliation: 'habitant' }], { own: true }),
    );
    expect(mirror.you).toEqual({ role: 'participant', affiliation: 'habitant' });
  });
});

describe('phases', () => {
  const phase = (id: string, status: Phase['status']): Phase => ({
    id,
    kind: 'vote',
    title: id,
    prompt: '',
    minutes: 5,
    status,
    revealed: false,
    settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true },
  });

  it('[M4] keep their place in the agenda', () => {
    const mirror = mirrorAfter(
      welcome({ state: { phases: [phase('one', 'open'), phase('two', 'planned')] } }),
      delta(11, [
        { event: 'phase.closed', phase: phase('one', 'closed') },
        { event: 'phase.opened', phase: phase('two', 'open') },
      ]),
    );
    expect(mirror.phases.map((each) => each.id)).toEqual(['one', 'two']);
    expect(openPhase(mirror)?.id).toBe('two');
  });
});

describe('the protocol’s own examples', () => {
  const folder = new URL('../../protocol/examples/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const frames = names.filter((name) => /^(welcome|resumed|delta|ack|refused|notice)\b/.test(name));
  const events = names.filter((name) => name.startsWith('event.'));

  it.each(frames)('[M5] %s is a frame that we read and fold', (name) => {
    const frame = decodeServerFrame(read(name));
    expect(frame).toBeDefined();
    const start = decodeServerFrame(read('welcome.json'));
    if (frame && start) expect(mirrorAfter(start, frame).workshop.id).not.toBe('');
  });

  it.each(events)('[M5] %s changes the mirror the same once or twice', (name) => {
    const start = decodeServerFrame(read('welcome.json'));
    if (start?.type !== 'welcome') throw new Error('the example welcome is not one');
    const event = JSON.parse(read(name)) as WorkshopEvent;
    const frame = delta(start.seq + 1, [event]);
    const once = mirrorAfter(start, frame);
    expect(mirrorAfter(start, frame, frame)).toEqual(once);
    expect(once).not.toEqual({ ...mirrorAfter(start), seq: start.seq });
  });
});
