import { describe, expect, it } from 'vitest';
import type { TransportMemory } from '../src/core/session.ts';
import type { TransportName } from '../src/core/transport.ts';
import { textsIn, visit, visitBy } from './support/visit.ts';
import { FakeWorld, settled } from './support/world.ts';

const minute = 60_000;

function memory(known?: TransportName): TransportMemory & { known: TransportName | undefined } {
  const kept = { known, recall: () => kept.known, remember: (name: TransportName) => void (kept.known = name) };
  return kept;
}

describe('the way down', () => {
  it('[X1] begins with the WebSocket', async () => {
    const { session, server, world } = visit();
    await world.advance(10);
    expect(session.snapshot).toMatchObject({ link: 'live', transport: 'websocket' });
    expect(server.opened).toEqual(['websocket']);
  });

  it('[X1] begins with what worked last in this tab, and keeps that in mind', async () => {
    const kept = memory('stream');
    const { session, server, world } = visit(({ refused }) => refused.add('websocket'), { memory: kept });
    await world.advance(10);
    expect(server.opened).toEqual(['stream']);
    expect(session.snapshot.transport).toBe('stream');
    server.refused.delete('websocket');
    await world.advance(minute + 100);
    expect(kept.known).toBe('websocket');
  });

  it('[X2] a refused WebSocket leads to the stream at once', async () => {
    const { session, world } = visit(({ refused }) => refused.add('websocket'));
    await world.advance(10);
    expect(session.snapshot).toMatchObject({ link: 'live', transport: 'stream' });
  });

  it('[X2] a WebSocket that brings nothing in 5 s leads to the stream, a stream to polls', async () => {
    const { session, server, world } = visit((made) => {
      made.hold('websocket');
      made.hold('stream');
    });
    await world.advance(4_900);
    expect(server.opened).toEqual(['websocket']);
    await world.advance(200);
    expect(server.opened).toEqual(['websocket', 'stream']);
    expect(session.snapshot.link).toBe('connecting');
    await world.advance(5_000);
    expect(session.snapshot).toMatchObject({ link: 'live', transport: 'poll' });
  });

  it('[X2] a stream whose bytes are on their way is not silent', async () => {
    const world = new FakeWorld();
    let drops = 0;
    const slow = (path: string): Promise<Response> | undefined => {
      if (!path.endsWith('/stream')) return undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const drip = (): void => {
            drops += 1;
            controller.enqueue(new TextEncoder().encode(': more\n'));
            world.setTimer(drip, 3_000);
          };
          drip();
        },
      });
      return Promise.resolve(new Response(body));
    };
    const { session, server } = visit((made) => (made.before = slow), { transports: ['stream', 'poll'] }, world);
    await world.advance(1);
    await world.advance(20_000);
    expect(drops).toBeGreaterThan(5);
    expect(server.opened).toEqual([]);
    expect(session.snapshot.link).toBe('connecting');
  });

  it('[X3] when nothing gets through it waits, then begins at the top', async () => {
    const { session, server, world } = visit(({ refused }) => refused.add('websocket').add('stream').add('poll'));
    await world.advance(10);
    expect(server.opened).toEqual(['websocket', 'stream', 'poll']);
    expect(session.snapshot.link).toBe('lost');
    await world.advance(550);
    expect(server.opened).toHaveLength(3);
    server.refused.clear();
    await world.advance(100);
    expect(server.opened.slice(3)).toEqual(['websocket']);
    expect(session.snapshot.link).toBe('live');
  });

  it.each(['websocket', 'stream', 'poll'] as const)('[X3] a lost %s is tried again first', async (name) => {
    const blocked = (['websocket', 'stream', 'poll'] as const).filter((each) => each !== name);
    const { session, server, world } = visit(({ refused }) => blocked.forEach((each) => refused.add(each)));
    await world.advance(10);
    const opened = server.opened.length;
    if (name === 'poll') {
      // A poll that hangs is only missed when its answer is overdue.
      server.loses = () => true;
      server.post('gone');
      await settled();
      server.loses = () => false;
    } else server.cut();
    await settled();
    expect(session.snapshot.link).toBe('lost');
    await world.advance(1_000);
    expect(server.opened.slice(opened)).toEqual([name]);
    expect(session.snapshot).toMatchObject({ link: 'live', transport: name });
  });

  it('[X10] three lines in a row that do not hold lead one down', async () => {
    const { session, server, world } = visit();
    await world.advance(10);
    for (let round = 0; round < 3; round += 1) {
      expect(session.snapshot.transport).toBe('websocket');
      server.cut();
      await world.advance(1_000);
    }
    expect(session.snapshot).toMatchObject({ link: 'live', transport: 'stream' });
    await world.advance(minute + 100);
    expect(session.snapshot.transport).toBe('websocket');
  });
});

describe('the way up', () => {
  it('[X4] tries the better ones after a minute, without letting go', async () => {
    const made = visit(({ refused }) => refused.add('websocket').add('stream'));
    const { session, server, world } = made;
    await world.advance(10);
    const links: string[] = [];
    session.subscribe(({ link }) => links.push(link));
    expect(session.snapshot.transport).toBe('poll');
    server.opened.length = 0;
    await world.advance(minute + 100);
    expect(server.opened).toEqual(['websocket', 'stream']);
    server.refused.delete('stream');
    await world.advance(minute + 100);
    expect(session.snapshot.transport).toBe('stream');
    server.refused.delete('websocket');
    server.post('late');
    await world.advance(minute + 100);
    expect(session.snapshot.transport).toBe('websocket');
    expect(new Set(links)).toEqual(new Set(['live']));
    expect(server.resumes.slice(-1)).toEqual([{ epoch: 'e1', seq: 1 }]);
    expect(textsIn(made)).toEqual(['late']);
    expect(server.lines.size).toBeLessThanOrEqual(2);
  });

  it('[X4] what had no answer on the former line is sent again, and done once', async () => {
    const { session, server, world } = visit(({ refused }) => refused.add('websocket'));
    await world.advance(10);
    server.before = (path) => (path.endsWith('/commands') ? new Promise(() => undefined) : undefined);
    await world.advance(minute - 100);
    const outcome = session.do('idea.post', { text: 'once' });
    server.refused.delete('websocket');
    await world.advance(200);
    expect(session.snapshot.transport).toBe('websocket');
    expect(await outcome).toEqual({ done: true, seq: 1 });
    expect(server.texts).toEqual(['once']);
  });

  it('[X4] comes back soon from a fall that may have been a moment’s', async () => {
    const { session, server, world } = visit();
    await world.advance(10);
    server.refused.add('websocket');
    server.cut();
    await world.advance(1_000);
    expect(session.snapshot.transport).toBe('stream');
    server.refused.delete('websocket');
    await world.advance(5_000);
    expect(session.snapshot.transport).toBe('websocket');
  });
});

describe('ends and pauses', () => {
  const problem = (status: number, code: string): Response =>
    Response.json({ type: 'about:blank', title: 'No', status, code }, { status });

  it.each([
    ['stream', 401, 'not_joined', 'not_joined'],
    ['stream', 403, 'forbidden', 'not_joined'],
    ['poll', 404, 'not_found', 'erased'],
    ['poll', 401, 'not_joined', 'not_joined'],
  ] as const)('[X8] %s refused by %i %s ends it: %s', async (name, status, code, ending) => {
    const refuse = (): Promise<Response> => Promise.resolve(problem(status, code));
    const { session, world } = visit((server) => (server.before = refuse), { transports: [name] });
    await world.advance(10);
    expect(session.snapshot).toMatchObject({ link: 'ended', ending });
  });

  it('[X8] a refused WebSocket explains nothing: the stream tells that the way in is closed', async () => {
    const { session, server, world } = visit(({ refused }) => refused.add('websocket'));
    server.before = () => Promise.resolve(problem(401, 'not_joined'));
    await world.advance(10);
    expect(session.snapshot).toMatchObject({ link: 'ended', ending: 'not_joined' });
  });

  it('[X8] a page of somebody in between ends nothing', async () => {
    const { session, server, world } = visit(({ refused }) => refused.add('websocket'));
    server.before = () => Promise.resolve(new Response('<h1>Forbidden</h1>', { status: 403 }));
    await world.advance(10);
    expect(session.snapshot.link).toBe('lost');
  });

  it('[X8] the close event of a stream is a close', async () => {
    const { session, world } = visit((server) => {
      server.before = () => Promise.resolve(new Response('event: close\ndata: {"code":4404,"reason":"erased"}\n\n'));
    }, { transports: ['stream'] });
    await world.advance(10);
    expect(session.snapshot).toMatchObject({ link: 'ended', ending: 'erased' });
  });

  it('[X9] a server that says goodbye is left alone for a random part of what it says', async () => {
    const waits: number[] = [];
    for (const chance of [0.02, 0.5, 0.98]) {
      const { session, server, world } = visit(undefined, {}, new FakeWorld(() => chance));
      await world.advance(10);
      server.tell({ type: 'notice', code: 'draining', data: { retry_within_ms: 20_000 } });
      server.cut();
      await settled();
      expect(session.snapshot.link).toBe('lost');
      let waited = 0;
      for (; server.opened.length < 2; waited += 100) await world.advance(100);
      waits.push(waited);
    }
    expect(waits).toEqual([400, 10_000, 19_600]);
  });

  it('[X9] a server on its way out is not asked by another way', async () => {
    const { session, server, world } = visit(({ refused }) => refused.add('websocket'));
    server.before = () => Promise.resolve(problem(503, 'draining'));
    await world.advance(10);
    expect(session.snapshot.link).toBe('lost');
    expect(server.opened).toEqual(['websocket']);
  });

  it('[S7] a stream that falls quite silent is given up', async () => {
    const { session, server, world } = await visitBy('stream');
    await world.advance(100_000);
    server.mute = true;
    await world.advance(25_000);
    expect(session.snapshot.link).toBe('live');
    await world.advance(5_200);
    expect(session.snapshot.link).toBe('lost');
  });
});
