import { describe, expect, it } from 'vitest';
import { Api } from '../src/core/api.ts';
import { memoryStore, type OutboxStore } from '../src/core/outbox_store.ts';
import { Session } from '../src/core/session.ts';
import { FakeSocket, FakeWorld, settled, welcome } from './support/world.ts';

interface Scene {
  session: Session;
  world: FakeWorld;
  sockets: FakeSocket[];
  /** The connection of the moment. */
  line: () => FakeSocket;
}

function scene(options: { store?: OutboxStore } = {}): Scene {
  const world = new FakeWorld();
  const sockets: FakeSocket[] = [];
  const session = new Session({
    origin: 'wss://example.org',
    workshop: 'w1',
    role: 'participant',
    socket: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    api: new Api(),
    transports: ['websocket'],
    store: options.store ?? memoryStore(),
    environment: world,
  });
  session.start();
  const line = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('nobody called');
    return socket;
  };
  return { session, world, sockets, line };
}

async function live(options: Parameters<typeof scene>[0] = {}): Promise<Scene> {
  const made = scene(options);
  made.line().accept();
  await made.line().say(welcome());
  return made;
}

describe('a session', () => {
  it('[S1] says hello on the right address and subprotocol, and is live on the welcome', async () => {
    const { session, line } = scene();
    expect(line().url).toBe('wss://example.org/api/v1/workshops/w1/live?as=participant');
    expect(line().protocols).toEqual(['atelier.v1']);
    line().accept();
    expect(line().sent).toEqual([{ type: 'hello' }]);
    expect(session.snapshot.link).toBe('connecting');
    await line().say(welcome());
    expect(session.snapshot.link).toBe('live');
    expect(session.snapshot.mirror?.seq).toBe(10);
  });

  it('[S2] tells the server’s time', async () => {
    const { session, world } = await live();
    expect(session.now()).toBe(2_000_000);
    await world.advance(1_500);
    expect(session.now()).toBe(2_001_500);
  });

  it('[S3] resumes after a cut from where it was, and sends again what had no answer', async () => {
    const { session, world, sockets, line } = await live();
    const outcome = session.do('idea.post', { text: 'a' });
    await settled();
    const [first] = line().commands;
    expect(first?.do).toBe('idea.post');

    await line().drop();
    expect(session.snapshot.link).toBe('lost');
    expect(session.snapshot.outbox[0]?.state).toBe('kept');
    await world.advance(1_000);
    expect(sockets).toHaveLength(2);
    line().accept();
    expect(line().sent).toEqual([{ type: 'hello', resume: { epoch: 'e1', seq: 10 } }]);
    await line().say({ type: 'resumed', epoch: 'e1', seq: 10, now: 2_001_000 });
    expect(line().commands.map(({ id }) => id)).toEqual([first?.id]);
    await line().say({ type: 'ack', id: first?.id ?? '', seq: 11 });
    expect(await outcome).toEqual({ done: true, seq: 11 });
    expect(session.snapshot.outbox).toEqual([]);
  });

  it('[S3] sends again what had no answer when the server starts afresh on the same line', async () => {
    const { session, line } = await live();
    const outcome = session.do('idea.post', { text: 'a' });
    await settled();
    const [first] = line().commands;
    await line().say({ type: 'notice', code: 'read_only', data: {} });
    await line().say(welcome({ seq: 10 }));
    expect(line().commands.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    await line().say({ type: 'ack', id: first?.id ?? '', seq: 11 });
    expect(await outcome).toEqual({ done: true, seq: 11 });
  });

  it('[S4] keeps what is asked while the line is lost', async () => {
    const { session, world, line } = await live();
    await line().drop();
    void session.do('idea.post', { text: 'in the tunnel' });
    await settled();
    expect(session.snapshot.outbox[0]?.state).toBe('kept');
    await world.advance(1_000);
    line().accept();
    await line().say(welcome({ seq: 12 }));
    expect(line().commands.map((each) => each.do)).toEqual(['idea.post']);
  });

  it('[S4] sends after a reload what an earlier page kept', async () => {
    const store = memoryStore();
    const before = await live({ store });
    await before.line().drop();
    void before.session.do('idea.post', { text: 'a' });
    await settled();
    before.session.stop();
    const after = await live({ store });
    expect(after.line().commands).toHaveLength(1);
  });

  it('[S5] waits when told to, then sends the same id', async () => {
    const { session, world, line } = await live();
    const outcome = session.do('vote.cast', { idea: 'i', value: 1 });
    await settled();
    const id = line().commands[0]?.id ?? '';
    await line().say({ type: 'refused', id, code: 'busy', data: { retry_after_ms: 300 } });
    expect(line().commands).toHaveLength(1);
    await world.advance(300);
    expect(line().commands.map((each) => each.id)).toEqual([id, id]);
    await line().say({ type: 'ack', id, seq: 11 });
    expect(await outcome).toEqual({ done: true, seq: 11 });
  });

  it('[S5] a final refusal is told once and not sent again', async () => {
    const { session, world, line } = await live();
    const outcome = session.do('vote.cast', { idea: 'i', value: 1 });
    await settled();
    const id = line().commands[0]?.id ?? '';
    await line().say({ type: 'refused', id, code: 'votes_spent', data: { budget: 5, left: 0 } });
    expect(await outcome).toMatchObject({ done: false, refusal: { code: 'votes_spent' } });
    await world.advance(60_000);
    expect(line().commands).toHaveLength(1);
  });

  it('[S6] waits twice as long after each failure, up to a limit', async () => {
    const { world, sockets, line } = await live();
    await line().drop();
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const known = sockets.length;
      let waited = 0;
      while (sockets.length === known) {
        await world.advance(50);
        waited += 50;
      }
      waits.push(waited);
      await line().drop();
    }
    expect(waits.slice(0, 3)).toEqual([600, 1_200, 2_400]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
  });

  it('[S6] does not sit out the delay when the network is back', async () => {
    const { session, sockets, line } = await live();
    await line().drop();
    session.wake();
    expect(sockets).toHaveLength(2);
  });

  it('[S7] gives up a line that went silent with an answer due', async () => {
    const { session, world, sockets } = await live();
    void session.do('idea.post', { text: 'a' });
    await settled();
    await world.advance(30_000);
    expect(sockets.length).toBeGreaterThan(1);
  });

  it('[S7] a calm line is left alone', async () => {
    const { world, sockets } = await live();
    await world.advance(600_000);
    expect(sockets).toHaveLength(1);
  });

  it.each([
    [4401, 'not_joined'],
    [4404, 'erased'],
  ])('[S8] close %i ends it: %s', async (code, ending) => {
    const { session, world, sockets, line } = await live();
    await line().drop(code);
    expect(session.snapshot).toMatchObject({ link: 'ended', ending });
    await world.advance(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('[S8] one who was removed does not come back', async () => {
    const { session, world, sockets, line } = await live();
    await line().say({ type: 'notice', code: 'removed', data: {} });
    expect(session.snapshot).toMatchObject({ link: 'ended', ending: 'removed' });
    await world.advance(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('[S9] knows when nothing can be recorded, and when it can again', async () => {
    const { session, line } = await live();
    await line().say({ type: 'notice', code: 'read_only', data: {} });
    expect(session.snapshot.readOnly).toBe(true);
    await line().say({ type: 'notice', code: 'writable', data: {} });
    expect(session.snapshot.readOnly).toBe(false);
  });

  it('[S10] a listener hears at once, then every change, until it leaves', async () => {
    const { session, line } = await live();
    const heard: number[] = [];
    const leave = session.subscribe(({ mirror }) => heard.push(mirror?.people.connected ?? 0));
    await line().say({ type: 'delta', seq: 10, events: [], people: { connected: 2 } });
    leave();
    await line().say({ type: 'delta', seq: 10, events: [], people: { connected: 3 } });
    expect(heard).toEqual([1, 2]);
  });
});
