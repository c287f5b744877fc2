import { describe, expect, it } from 'vitest';
import type { Phase } from '../src/core/generated/protocol.ts';
import { FakeServer } from './support/server.ts';
import { sessionOn, textsIn, visit, type Visit } from './support/visit.ts';
import { FakeWorld, settled } from './support/world.ts';

async function awake(prepare: (server: FakeServer) => unknown = () => undefined): Promise<Visit> {
  const made = visit(prepare, { transports: ['websocket'] });
  await made.world.advance(100);
  expect(made.session.snapshot.link).toBe('live');
  return made;
}

describe('a device that wakes', () => {
  it('[S12] tests at once a line that died without a word, and is never without one for those who look', async () => {
    const made = await awake();
    const { session, server, world } = made;
    const links: string[] = [];
    // What was open goes on looking so, and carries nothing.
    for (const line of server.lines) line.hold(true);
    world.sleep(3_600_000);
    server.post('while asleep');
    session.subscribe(({ link }) => links.push(link));
    session.wake();
    await world.advance(50);
    expect(textsIn(made)).toEqual(['while asleep']);
    expect(new Set(links)).toEqual(new Set(['live']));
    expect(server.opened).toEqual(['websocket', 'websocket']);
    expect(server.lines.size).toBe(1);
  });

  it('[S12] what was sent into the dead line goes again, once', async () => {
    const made = await awake();
    const { session, server, world } = made;
    for (const line of server.lines) line.hold(true);
    const [line] = server.lines;
    const outcome = session.do('idea.post', { text: 'into the void' });
    await settled();
    expect(session.snapshot.outbox[0]?.state).toBe('sent');
    world.sleep(60_000);
    session.wake();
    await world.advance(100);
    expect(await outcome).toMatchObject({ done: true });
    expect(server.texts).toEqual(['into the void']);
    expect(line && server.lines.has(line)).toBe(false);
  });

  it('[S12] a line that was heard a moment ago is left alone', async () => {
    const { session, server, world } = await awake();
    await world.advance(10_000);
    server.post('just now');
    await world.advance(500);
    session.wake();
    await world.advance(1_000);
    expect(server.opened).toEqual(['websocket']);
  });

  it('[S12] where no line gets through any more, the old one is not believed', async () => {
    const { session, server, world } = await awake();
    for (const line of server.lines) line.hold(true);
    server.refused.add('websocket');
    world.sleep(3_600_000);
    session.wake();
    await world.advance(50);
    expect(session.snapshot.link).toBe('lost');
    server.refused.clear();
    await world.advance(5_000);
    expect(session.snapshot.link).toBe('live');
  });

  it('[S12] a line that breaks while it is tested is followed by the one that tests it', async () => {
    const { session, server, world } = await awake();
    world.sleep(3_600_000);
    session.wake();
    server.cut();
    await world.advance(100);
    expect(session.snapshot.link).toBe('live');
    expect(server.opened).toEqual(['websocket', 'websocket']);
  });

  it('[S12] told that there is no network, it says so at once, and goes on trying', async () => {
    const { session, world } = await awake();
    session.offline();
    expect(session.snapshot.link).toBe('lost');
    await world.advance(2_000);
    expect(session.snapshot.link).toBe('live');
  });

  it('[S13] set aside by the browser, it holds no line; coming back, it catches up', async () => {
    const made = await awake();
    const { session, server, world } = made;
    session.rest();
    await world.advance(60_000);
    expect(server.lines.size).toBe(0);
    expect(server.opened).toEqual(['websocket']);
    server.post('meanwhile');
    session.wake();
    await world.advance(100);
    expect(session.snapshot.link).toBe('live');
    expect(textsIn(made)).toEqual(['meanwhile']);
  });
});

describe('clocks', () => {
  it.each([-5, 5])('[S14] a device that is wrong by %i hours has the server’s time', async (hours) => {
    const world = new FakeWorld();
    world.setClock(hours * 3_600_000);
    const { session } = visit(undefined, { transports: ['websocket'] }, world);
    await world.advance(100);
    const truth = world.elapsed();
    // The fake server's clock is the device's: what counts is that nothing waits for hours.
    expect(Math.abs(session.now() - world.now())).toBeLessThan(1_000);
    void session.do('idea.post', { text: 'a' });
    await world.advance(100);
    expect(session.snapshot.outbox).toEqual([]);
    expect(world.elapsed() - truth).toBe(100);
  });

  it('[S14] a clock put right meanwhile is noticed: the server is asked for its own', async () => {
    const world = new FakeWorld();
    const server = new FakeServer(world);
    const session = sessionOn(server, { transports: ['websocket'] });
    await world.advance(100);
    world.setClock(-3 * 3_600_000);
    await world.advance(20_000);
    expect(server.opened).toEqual(['websocket', 'websocket']);
    expect(session.snapshot.clockOffset).toBe(0);
    expect(session.snapshot.link).toBe('live');
  });

  it('[S14] "not now" waits the time it was told, wherever the clock jumps', async () => {
    const { session, server, world } = visit(undefined, { transports: ['poll'] });
    await world.advance(100);
    let tries = 0;
    server.inspect = (commands) => {
      tries += 1;
      const answers = commands.map(({ id }) => ({ type: 'refused', id, code: 'busy', data: { retry_after_ms: 300 } }));
      return tries === 1 ? Response.json(answers) : undefined;
    };
    const outcome = session.do('idea.post', { text: 'a' });
    await world.advance(100);
    world.setClock(-8 * 3_600_000);
    await world.advance(3_000);
    expect(await outcome).toMatchObject({ done: true });
  });
});

describe('what is asked', () => {
  it('[S15] a text sent twice by a finger that bounced is one text', async () => {
    const { session, server, world } = await awake();
    const [first, second] = [session.ask('idea.post', { text: 'a' }), session.ask('idea.post', { text: 'a' })];
    expect(second.id).toBe(first.id);
    await world.advance(100);
    expect(server.texts).toEqual(['a']);
    await world.advance(1_000);
    void session.do('idea.post', { text: 'a' });
    await world.advance(100);
    expect(server.texts).toEqual(['a', 'a']);
  });

  it('[S15] a refused text may be sent again at once', async () => {
    const { session, world } = await awake((server) => {
      server.phases = [{ id: 'p', kind: 'collect', status: 'open' } as unknown as Phase];
    });
    const long = 'x'.repeat(20_000);
    const first = session.ask('idea.post', { text: long });
    await world.advance(50);
    expect(await first.outcome).toMatchObject({ done: false });
    expect(session.ask('idea.post', { text: long }).id).not.toBe(first.id);
  });

  it('[S16] what no server takes in one message is refused here, and its text kept', async () => {
    const { session, server, world } = await awake();
    const outcome = session.do('idea.post', { text: 'é'.repeat(9_000) });
    await world.advance(100);
    expect(await outcome).toMatchObject({ done: false, refusal: { code: 'too_large' } });
    expect(server.done).toEqual([]);
    expect(session.snapshot).toMatchObject({ link: 'live', outbox: [{ state: 'refused' }] });
  });

  it('[S17] it is known when it is safe on the device, before any answer', async () => {
    const { session, world } = await awake();
    session.offline();
    const asked = session.ask('idea.post', { text: 'a' });
    expect(await asked.kept).toBe(true);
    expect(session.snapshot.outbox[0]).toMatchObject({ state: 'kept', stored: true });
    await world.advance(5_000);
    expect(await asked.outcome).toMatchObject({ done: true });
  });

  it('[S17] a device that takes for ever to keep it does not hold it up', async () => {
    const made = visit(undefined, {
      transports: ['websocket'],
      store: { all: () => Promise.resolve([]), put: () => new Promise(() => undefined), remove: () => Promise.resolve() },
    });
    await made.world.advance(100);
    void made.session.do('idea.post', { text: 'a' });
    await made.world.advance(1_500);
    expect(made.server.texts).toEqual(['a']);
    expect(made.session.snapshot.outbox).toEqual([]);
  });
});
