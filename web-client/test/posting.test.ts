import { describe, expect, it } from 'vitest';
import { EventStreamReader } from '../src/core/event_stream.ts';
import { seeded } from './support/chance.ts';
import { textsIn, visit, visitBy } from './support/visit.ts';
import { FakeWorld, settled } from './support/world.ts';

const ideas = (count: number): string[] => Array.from({ length: count }, (_, n) => `idea ${n}`);

describe.each(['stream', 'poll'] as const)('by %s', (name) => {
  it('[X5] commands go by POST, together, and are answered', async () => {
    const made = await visitBy(name);
    const { session, server, world } = made;
    const cards = ideas(40).map((idea) => session.do('placement.set', { idea, lever: null }));
    await world.advance(100);
    expect(await Promise.all(cards)).toHaveLength(40);
    expect(server.batches.map((batch) => batch.length)).toEqual([16, 16, 8]);
    expect(server.batches.flat()).toEqual([...new Set(server.batches.flat())]);
    expect(session.snapshot.outbox).toEqual([]);
  });

  it('[X5] long texts make short batches', async () => {
    const { session, server, world } = await visitBy(name);
    for (const idea of ideas(6)) void session.do('placement.set', { idea: idea + 'x'.repeat(6_000), lever: null });
    await world.advance(100);
    expect(server.batches.map((batch) => batch.length)).toEqual([3, 3]);
  });

  it('[X5] one request at a time', async () => {
    const { session, server, world } = await visitBy(name);
    const open: (() => void)[] = [];
    server.before = (path) =>
      path.endsWith('/commands') ? new Promise((resolve) => open.push(() => resolve(undefined))) : undefined;
    void session.do('placement.set', { idea: 'a', lever: null });
    await settled();
    void session.do('placement.set', { idea: 'b', lever: null });
    void session.do('placement.set', { idea: 'c', lever: null });
    await world.advance(1_000);
    expect(open).toHaveLength(1);
    open[0]?.();
    await world.advance(10);
    expect(open).toHaveLength(2);
    open[1]?.();
    await world.advance(10);
    expect(server.batches.map((batch) => batch.length)).toEqual([1, 2]);
  });

  it('[X5] what could not be posted goes again under the same id, later each time', async () => {
    const { session, server, world } = await visitBy(name);
    let tries = 0;
    server.before = (path) => {
      if (!path.endsWith('/commands')) return undefined;
      tries += 1;
      return tries < 4 ? Promise.reject(new TypeError('cut')) : undefined;
    };
    const outcome = session.do('idea.post', { text: 'a' });
    await world.advance(600);
    expect(tries).toBe(1);
    await world.advance(10_000);
    expect(tries).toBe(4);
    expect(await outcome).toMatchObject({ done: true });
    expect(server.texts).toEqual(['a']);
  });

  it('[X5] an answer that was lost is asked for again, and nothing is done twice', async () => {
    const { session, server, world } = await visitBy(name);
    let lost = 0;
    server.loses = () => ++lost === 1;
    const outcome = session.do('idea.post', { text: 'a' });
    await world.advance(5_000);
    expect(await outcome).toMatchObject({ done: true });
    expect(server.texts).toEqual(['a']);
  });

  it('[X6] a command that spoils a batch is refused alone', async () => {
    const { session, server, world } = await visitBy(name);
    const bad = 'spoilt';
    const posted: string[][] = [];
    server.inspect = (commands) => {
      posted.push(commands.map(({ id }) => id));
      const spoilt = commands.some((command) => command.do === 'placement.set' && command.args.idea === bad);
      return spoilt ? Response.json({ type: 'about:blank', title: 'No', status: 400, code: 'malformed_json' }, { status: 400 }) : undefined;
    };
    const outcomes = ['a', bad, 'c'].map((idea) => session.do('placement.set', { idea, lever: null }));
    await world.advance(100);
    expect(await Promise.all(outcomes)).toMatchObject([
      { done: true },
      { done: false, refusal: { code: 'malformed_json' } },
      { done: true },
    ]);
    expect(posted.map((batch) => batch.length)).toEqual([3, 1, 1, 1]);
  });

  it('[X7] an ack that overtakes its delta waits for it', async () => {
    const made = await visitBy(name);
    const { session, server, world } = made;
    server.delay = 300;
    let done = false;
    void session.do('idea.post', { text: 'mine' }).then(() => (done = true));
    await world.advance(200);
    expect(done).toBe(false);
    expect(session.snapshot.outbox).toHaveLength(1);
    await world.advance(200);
    expect(done).toBe(true);
    expect(textsIn(made)).toEqual(['mine']);
    expect(session.snapshot.mirror?.ideas.get('i1')?.mine).toBe(true);
  });

  it('[X7] but not for long', async () => {
    const { session, server, world } = await visitBy(name);
    server.delay = 10_000;
    const outcome = session.do('idea.post', { text: 'mine' });
    await world.advance(2_100);
    expect(await outcome).toEqual({ done: true, seq: 1 });
  });
});

describe('polls', () => {
  it('[X12] tell where we are, under one id for the tab’s line', async () => {
    const { server, world } = await visitBy('poll');
    for (const text of ideas(3)) {
      server.post(text);
      await world.advance(10);
    }
    expect(server.opened).toEqual(['poll']);
    expect(server.resumes).toEqual([undefined]);
  });

  it('[X12] an answer that is lost is made good', async () => {
    const made = await visitBy('poll');
    const { server, world } = made;
    let lost = 0;
    server.loses = () => ++lost === 1;
    server.post('a');
    await world.advance(2_000);
    server.post('b');
    await world.advance(2_000);
    expect(textsIn(made)).toEqual(['a', 'b']);
  });

  it('[X12] somebody who answers "nothing" at once is not asked without end', async () => {
    const { server, world } = await visitBy('poll');
    let asked = 0;
    server.before = () => {
      asked += 1;
      return Promise.resolve(Response.json([]));
    };
    server.post('a');
    await world.advance(10_000);
    expect(asked).toBeLessThan(15);
  });
});

describe('the reader of a stream', () => {
  const text = [
    `:${' '.repeat(100)}\nretry: 2000\n\n`,
    'id: 41\ndata: {"é":"👩‍👩‍👧‍👦"}\n\n',
    ':\n\n',
    'id: 42\r\ndata: one\r\ndata:two\r\n\r\n',
    'event: close\rdata: {"code":1012}\r\r',
    'data\n\n',
    'unknown: x\n\n',
  ].join('');
  const expected = [
    { name: 'message', data: '{"é":"👩‍👩‍👧‍👦"}' },
    { name: 'message', data: 'one\ntwo' },
    { name: 'close', data: '{"code":1012}' },
    { name: 'message', data: '' },
  ];

  it.each([1, 2, 3, 7, 64, 10_000])('[X11] reads the same in pieces of %i bytes', (size) => {
    const bytes = new TextEncoder().encode(text);
    const reader = new EventStreamReader();
    const events = [];
    for (let at = 0; at < bytes.length; at += size) events.push(...reader.read(bytes.subarray(at, at + size)));
    expect(events).toEqual(expected);
  });

  it('[X11] does so cut at random', () => {
    const bytes = new TextEncoder().encode(text);
    for (let seed = 0; seed < 200; seed += 1) {
      const random = seeded(seed);
      const reader = new EventStreamReader();
      const events = [];
      for (let at = 0; at < bytes.length; ) {
        const size = 1 + Math.floor(random() * 12);
        events.push(...reader.read(bytes.subarray(at, at + size)));
        at += size;
      }
      expect(events, `seed ${seed}`).toEqual(expected);
    }
  });
});

describe('whatever happens on the way', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('[X13] nothing is missed and nothing doubled (seed %i)', async (seed) => {
    const random = seeded(seed);
    const world = new FakeWorld(random);
    const made = visit(undefined, {}, world);
    const { session, server } = made;
    const asked: string[] = [];
    server.loses = () => random() < 0.15;
    for (let step = 0; step < 120; step += 1) {
      const dice = random();
      if (dice < 0.35) {
        asked.push(`mine ${step}`);
        void session.do('idea.post', { text: `mine ${step}` });
      } else if (dice < 0.55) server.post(`theirs ${step}`);
      else if (dice < 0.65) server.cut();
      else if (dice < 0.75) {
        const name = (['websocket', 'stream', 'poll'] as const)[Math.floor(random() * 3)] ?? 'poll';
        if (random() < 0.5) server.hold(name, random() < 0.5);
        else if (!server.refused.delete(name)) server.refused.add(name);
      } else if (dice < 0.78) server.restart(`e${step}`);
      else if (dice < 0.85) server.delay = Math.floor(random() * 3) * 500;
      await world.advance(random() * 4_000);
    }
    server.refused.clear();
    for (const name of ['websocket', 'stream', 'poll'] as const) server.hold(name, false);
    server.loses = () => false;
    server.delay = 0;
    for (let round = 0; round < 100 && (session.snapshot.outbox.length > 0 || session.snapshot.link !== 'live'); round += 1) {
      await world.advance(1_000);
    }
    // A line held back without a word is known as such by its silence.
    await world.advance(120_000);
    expect(session.snapshot).toMatchObject({ link: 'live', outbox: [], transport: 'websocket' });
    expect(textsIn(made)).toEqual(server.texts);
    for (const text of asked) expect(server.texts.filter((each) => each === text), text).toHaveLength(1);
  });
});
