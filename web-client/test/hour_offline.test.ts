import { describe, expect, it } from 'vitest';
import type { Phase } from '../src/core/generated/protocol.ts';
import { memoryStore } from '../src/core/outbox_store.ts';
import type { Session } from '../src/core/session.ts';
import { seeded } from './support/chance.ts';
import { FakeServer } from './support/server.ts';
import { FakeDevice } from './support/tabs.ts';
import { sessionOn, textsIn } from './support/visit.ts';
import { FakeWorld, settled } from './support/world.ts';

const hour = 60 * 60_000;
const ways = ['websocket', 'stream', 'poll'] as const;

function step(id: string, kind: 'collect' | 'vote'): Phase {
  return { id, kind, title: id, prompt: '', minutes: 10, status: 'planned', revealed: false, settings: {} } as unknown as Phase;
}

function cutOff(server: FakeServer, off: boolean): void {
  for (const name of ways) {
    if (off) server.refused.add(name);
    else server.refused.delete(name);
  }
  server.unreachable = off;
  if (off) server.cut();
}

describe('an hour offline, then back', () => {
  it.each(ways)('[O13] what was asked meanwhile is done once, in its order, by %s', async (name) => {
    const world = new FakeWorld();
    const server = new FakeServer(world);
    server.phases = [step('ideas', 'collect')];
    server.open('ideas');
    const session = sessionOn(server, { transports: [name] });
    await world.advance(100);
    expect(session.snapshot.link).toBe('live');
    cutOff(server, true);
    await world.advance(1_000);
    for (let minute = 0; minute < 60; minute += 5) {
      void session.do('idea.post', { text: `idea of minute ${minute}` });
      void session.do('vote.cast', { idea: `i${minute}`, value: 1 });
      void session.do('placement.set', { idea: `i${minute}`, lever: 'l1' });
      await world.advance(5 * 60_000);
    }
    expect(world.now()).toBeGreaterThan(1_000_000 + hour);
    expect(session.snapshot.outbox).toHaveLength(36);
    expect(session.snapshot.outbox.every(({ state, stored }) => state === 'kept' && stored)).toBe(true);
    expect(server.texts).toEqual([]);
    cutOff(server, false);
    session.wake();
    await world.advance(30_000);
    expect(session.snapshot).toMatchObject({ link: 'live', outbox: [] });
    expect(server.done).toHaveLength(36);
    expect(new Set(server.done.map(({ id }) => id)).size).toBe(36);
    const ideas = server.done.flatMap((command) => (command.do === 'idea.post' ? [command.args.text] : []));
    expect(ideas).toEqual(Array.from({ length: 12 }, (_, n) => `idea of minute ${n * 5}`));
  });

  it('[O13] what an earlier page asked offline goes too, once the page is opened again', async () => {
    const world = new FakeWorld();
    const server = new FakeServer(world);
    const store = memoryStore();
    const device = new FakeDevice();
    const before = sessionOn(server, { store, tabs: device.tab() });
    await world.advance(100);
    cutOff(server, true);
    await world.advance(100);
    void before.do('idea.post', { text: 'in the tunnel' });
    await settled();
    before.stop();
    await world.advance(hour);
    cutOff(server, false);
    const after = sessionOn(server, { store, tabs: device.tab() });
    await world.advance(5_000);
    expect(server.texts).toEqual(['in the tunnel']);
    expect(after.snapshot.outbox).toEqual([]);
    expect(await store.all()).toEqual([]);
  });
});

describe('steps that pass meanwhile', () => {
  async function asleepThrough(steps: Phase[], ask: (session: Session) => unknown): Promise<{ session: Session; server: FakeServer }> {
    const world = new FakeWorld();
    const server = new FakeServer(world);
    server.phases = steps;
    server.open(steps[0]?.id ?? '');
    const session = sessionOn(server);
    await world.advance(100);
    cutOff(server, true);
    await world.advance(1_000);
    ask(session);
    await world.advance(1_000);
    for (const { id } of steps.slice(1)) server.open(id);
    cutOff(server, false);
    session.wake();
    await world.advance(5_000);
    return { session, server };
  }

  it('[S11] an idea about one question never becomes an answer to the next: it is refused here, and kept', async () => {
    let outcome: unknown;
    const { session, server } = await asleepThrough(
      [step('one', 'collect'), step('two', 'vote'), step('three', 'collect')],
      (asked) => void asked.do('idea.post', { text: 'about one' }).then((value) => (outcome = value)),
    );
    expect(server.done).toEqual([]);
    expect(outcome).toMatchObject({ done: false, refusal: { code: 'wrong_phase', data: { expects: 'collect', open: 'collect' } } });
    expect(session.snapshot.outbox).toMatchObject([{ state: 'refused', command: { args: { text: 'about one' } } }]);
  });

  it('[S11] where the step is still open, or open again, it goes', async () => {
    const again = step('one', 'collect');
    const { session, server } = await asleepThrough([again, step('two', 'vote'), again], (asked) =>
      asked.do('idea.post', { text: 'about one' }),
    );
    expect(server.texts).toEqual(['about one']);
    expect(session.snapshot.outbox).toEqual([]);
  });
});

describe('tabs that come and go', () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
  it.each(seeds)('[O14] whatever is cut, lost, held, closed or killed, each command is done once (seed %i)', async (seed) => {
    const random = seeded(seed);
    const world = new FakeWorld(random);
    const server = new FakeServer(world);
    const store = memoryStore();
    const device = new FakeDevice();
    const asked: string[] = [];
    interface Tab {
      session: Session;
      tabs: ReturnType<FakeDevice['tab']>;
    }
    const open = (): Tab => {
      const tabs = device.tab();
      return { session: sessionOn(server, { store, tabs }), tabs };
    };
    let tabs: Tab[] = [open()];
    server.loses = () => random() < 0.1;
    for (let turn = 0; turn < 50; turn += 1) {
      const dice = random();
      const tab = tabs[Math.floor(random() * tabs.length)];
      if (!tab || dice < 0.08) tabs.push(open());
      else if (dice < 0.5) {
        // Offline or not, from the first welcome on.
        if (tab.session.snapshot.mirror) {
          asked.push(`text ${turn}`);
          void tab.session.do('idea.post', { text: `text ${turn}` });
        }
      } else if (dice < 0.6) server.cut();
      else if (dice < 0.7) cutOff(server, !server.unreachable);
      else if (dice < 0.78) {
        // Closed in good order, or killed.
        await settled();
        if (random() < 0.5) tab.session.stop();
        else {
          tab.tabs.crash();
          tab.session.stop();
        }
        tabs = tabs.filter((each) => each !== tab);
      } else if (dice < 0.84) {
        tab.session.rest();
        if (random() < 0.7) tab.session.wake();
      } else if (dice < 0.9) {
        const name = ways[Math.floor(random() * 3)] ?? 'poll';
        server.hold(name, random() < 0.5);
      } else tab.session.wake();
      await world.advance(random() * 3_000);
    }
    cutOff(server, false);
    for (const name of ways) server.hold(name, false);
    server.loses = () => false;
    const last = open();
    tabs.push(last);
    for (const { session } of tabs) session.wake();
    for (let round = 0; round < 60 && ((await store.all()).length > 0 || last.session.snapshot.outbox.length > 0); round += 1) {
      await world.advance(2_000);
    }
    await world.advance(60_000);
    expect(await store.all()).toEqual([]);
    for (const text of asked) expect(server.texts.filter((each) => each === text), text).toHaveLength(1);
    expect(server.texts).toHaveLength(asked.length);
    for (const { session } of tabs) {
      expect(session.snapshot.outbox).toEqual([]);
      expect(textsIn({ session })).toEqual(server.texts);
      session.stop();
    }
  }, 60_000);
});
