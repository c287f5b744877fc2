import { describe, expect, it, vi } from 'vitest';
import { makeCommand } from '../src/core/asked.ts';
import type { Command } from '../src/core/generated/protocol.ts';
import { Outbox, otherTabsTurn, type Outcome } from '../src/core/outbox.ts';
import { firstThatKeeps, memoryStore, type OutboxStore } from '../src/core/outbox_store.ts';
import { FakeDevice } from './support/tabs.ts';
import { settled } from './support/world.ts';

let ids = 0;
const post = (text: string): Command => makeCommand(`id-${++ids}`, 'idea.post', { text });
const vote = (idea: string, value: number): Command => makeCommand(`id-${++ids}`, 'vote.cast', { idea, value });

interface Tab {
  box: Outbox;
  tabs: ReturnType<FakeDevice['tab']>;
  over: Map<string, Outcome>;
}

/** Two tabs, or more, of one device. `clock` is the time of all. */
function device(store: OutboxStore = memoryStore()): { open: (person?: string) => Promise<Tab>; clock: { now: number } } {
  const shared = new FakeDevice();
  const clock = { now: 0 };
  const open = async (person = 'p1'): Promise<Tab> => {
    const tabs = shared.tab();
    const over = new Map<string, Outcome>();
    const box = new Outbox(store, () => undefined, {
      tabs,
      elapsed: () => clock.now,
      onOver: (id, outcome) => over.set(id, outcome),
    });
    await box.restore(person);
    return { box, tabs, over };
  };
  return { open, clock };
}

const idsOf = ({ box }: Tab): string[] => box.entries.map(({ command }) => command.id);

describe('two tabs of one person', () => {
  it('[O9] both show what is pending; each sends its own', async () => {
    const { open } = device();
    const [a, b] = [await open(), await open()];
    const idea = post('a');
    await a.box.add(idea, 1);
    await settled();
    expect(idsOf(b)).toEqual([idea.id]);
    expect(a.box.due(1)).toEqual([idea]);
    expect(b.box.due(1)).toEqual([]);
    a.box.sent(idea.id);
    await settled();
    expect(b.box.entries[0]?.state).toBe('sent');
    a.box.acknowledged(idea.id, 7);
    await settled();
    expect(idsOf(b)).toEqual([]);
  });

  it('[O9] what a closed tab left is sent by the other, under the same id', async () => {
    const { open } = device();
    const [a, b] = [await open(), await open()];
    const idea = post('a');
    await a.box.add(idea, 1);
    await settled();
    a.tabs.rest();
    await settled();
    expect(b.box.due(1)).toEqual([idea]);
  });

  it('[O9] so is what a tab left that crashed, even after a restart of the browser', async () => {
    const { open } = device();
    const a = await open();
    const idea = post('a');
    await a.box.add(idea, 1);
    a.box.sent(idea.id);
    a.tabs.crash();
    const b = await open();
    expect(b.box.due(1)).toEqual([idea]);
  });

  it('[O9] a tab that lives and does not get through has its turn, then the other sends as well', async () => {
    const { open, clock } = device();
    const [a, b] = [await open(), await open()];
    const idea = post('a');
    await a.box.add(idea, 1);
    await settled();
    clock.now = otherTabsTurn - 1;
    expect(b.box.due(clock.now)).toEqual([]);
    expect(b.box.nextDue).toBe(otherTabsTurn);
    clock.now = otherTabsTurn;
    expect(b.box.due(clock.now)).toEqual([idea]);
    b.box.sent(idea.id);
    b.box.acknowledged(idea.id, 7);
    await settled();
    expect(idsOf(a)).toEqual([]);
    expect(a.over.get(idea.id)).toEqual({ done: true, seq: 7 });
  });

  it('[O9] lanes are those of the person: what another tab asked first goes first', async () => {
    const { open } = device();
    const [a, b] = [await open(), await open()];
    const [first, second] = [vote('i', 1), vote('i', 2)];
    await a.box.add(first, 1);
    await settled();
    await b.box.add(second, 2);
    expect(b.box.due(3)).toEqual([]);
    a.box.acknowledged(first.id, 3);
    await settled();
    expect(b.box.due(3)).toEqual([second]);
  });

  it('[O9] a refused text is seen in both, and put away in both', async () => {
    const { open } = device();
    const [a, b] = [await open(), await open()];
    const idea = post('a');
    await a.box.add(idea, 1);
    a.box.refused(idea.id, { code: 'wrong_phase', data: {} }, 2);
    await settled();
    expect(b.box.entries.map(({ state, refusal }) => [state, refusal?.code])).toEqual([['refused', 'wrong_phase']]);
    b.box.discard(idea.id);
    await settled();
    expect(idsOf(a)).toEqual([]);
  });

  it('[O9] a tab that slept learns on waking what the other did with its things', async () => {
    const { open } = device();
    const [a, b] = [await open(), await open()];
    const idea = post('a');
    await a.box.add(idea, 1);
    a.tabs.rest();
    await settled();
    b.box.due(1);
    a.tabs.wake();
    await a.box.refresh();
    expect(a.box.due(1)).toEqual([]);
    expect(idsOf(a)).toEqual([idea.id]);
  });
});

describe('whose things', () => {
  it('[O10] what another person left on this device is neither shown nor sent, and goes', async () => {
    const store = memoryStore();
    const { open } = device(store);
    const before = await open('ada');
    await before.box.add(post('of Ada'), 1);
    before.tabs.rest();
    const after = await open('bob');
    expect(idsOf(after)).toEqual([]);
    expect(await store.all()).toEqual([]);
  });

  it('[O10] the tab of another person on the same device keeps what it has', async () => {
    const store = memoryStore();
    const { open } = device(store);
    const ada = await open('ada');
    await ada.box.add(post('of Ada'), 1);
    const bob = await open('bob');
    await settled();
    expect(idsOf(bob)).toEqual([]);
    expect(await store.all()).toHaveLength(1);
    expect(ada.box.due(1)).toHaveLength(1);
  });

  it('[O10] what an earlier version kept without a name is theirs, unless they have only just joined', async () => {
    const store = memoryStore();
    const old = post('old');
    await store.put({ command: old, at: 1, state: 'kept' });
    const box = new Outbox(store, () => undefined);
    await box.restore('p1', true);
    expect(box.due(1)).toEqual([old]);
    await store.put({ command: post('of whom?'), at: 2, state: 'kept' });
    const other = new Outbox(store, () => undefined);
    await other.restore('p2', false);
    expect(other.entries).toEqual([]);
  });

  it('[O10] purged: nothing stays on the device; what was written stays in sight', async () => {
    const store = memoryStore();
    const { open } = device(store);
    const a = await open();
    await a.box.add(post('a'), 1);
    await a.box.purge();
    expect(await store.all()).toEqual([]);
    expect(a.box.entries.map(({ volatile }) => volatile)).toEqual([true]);
    await a.box.refresh();
    expect(await store.all()).toEqual([]);
    expect(a.box.entries).toHaveLength(1);
  });
});

describe('the order', () => {
  it('[O11] is that in which things were asked, whatever the clock says meanwhile', async () => {
    const store = memoryStore();
    const box = new Outbox(store, () => undefined);
    await box.restore('p1');
    const commands = [post('a'), post('b'), post('c')];
    for (const [index, each] of commands.entries()) await box.add(each, [10_000_000, 5, 10_000_000][index] ?? 0);
    const next = new Outbox(store, () => undefined);
    await next.restore('p1');
    expect(next.entries.map(({ command }) => command.id)).toEqual(commands.map(({ id }) => id));
  });
});

describe('what is refused while nobody looks', () => {
  it('[O12] stays until it is put away; what a person was told of goes', async () => {
    const box = new Outbox(memoryStore(), () => undefined);
    await box.restore('p1');
    const [seen, unseen] = [vote('i', 1), vote('j', 1)];
    await box.add(seen, 1);
    await box.add(unseen, 2);
    box.refused(seen.id, { code: 'wrong_phase', data: {} }, 3, true);
    box.refused(unseen.id, { code: 'wrong_phase', data: {} }, 3, false);
    expect(box.entries.map(({ command, state }) => [command.id, state])).toEqual([[unseen.id, 'refused']]);
  });
});

describe('a device that does not keep', () => {
  const full: OutboxStore = {
    all: () => Promise.resolve([]),
    put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    remove: () => Promise.resolve(),
  };

  it('[O7] is known as such, and known to keep again', async () => {
    const store = { ...full };
    const box = new Outbox(store, () => undefined);
    await box.restore('p1');
    expect(box.keeps).toBe(true);
    await box.add(post('a'), 1);
    expect(box.keeps).toBe(false);
    store.put = () => Promise.resolve();
    await box.add(post('b'), 2);
    expect(box.keeps).toBe(true);
    expect(box.entries.map(({ stored, volatile }) => [stored, volatile])).toEqual([
      [undefined, true],
      [true, undefined],
    ]);
  });

  it('[O7] a lesser place takes what the better one does not, and gives it up once that one does', async () => {
    const better = { ...full };
    const lesser = memoryStore();
    const both = firstThatKeeps([better, lesser]);
    const idea = post('a');
    await both.put({ command: idea, at: 1, state: 'kept' });
    expect(await lesser.all()).toHaveLength(1);
    const mended = memoryStore();
    const again = firstThatKeeps([mended, lesser]);
    expect(await again.all()).toHaveLength(1);
    await again.put({ command: idea, at: 1, state: 'kept', tried: true });
    expect([await mended.all(), await lesser.all()].map((each) => each.length)).toEqual([1, 0]);
  });

  it('[O7] what was lost under us is put again', async () => {
    const kept = memoryStore();
    let lose = (): void => undefined;
    const store: OutboxStore = { ...kept, lost: (react) => (lose = react) };
    const box = new Outbox(store, () => undefined);
    await box.restore('p1');
    const idea = post('a');
    await box.add(idea, 1);
    await kept.remove(idea.id);
    lose();
    await settled();
    expect(await kept.all()).toHaveLength(1);
    box.acknowledged(idea.id);
    lose();
    await settled();
    expect(await kept.all()).toEqual([]);
  });

  it('[O1] answered before a slow device has it: it does not stay there to be sent again', async () => {
    const kept = memoryStore();
    let store = (): void => undefined;
    const slow: OutboxStore = {
      ...kept,
      put: (entry) => new Promise((resolve) => (store = () => resolve(kept.put(entry)))),
    };
    const box = new Outbox(slow, vi.fn());
    await box.restore('p1');
    const idea = post('a');
    const adding = box.add(idea, 1);
    box.sent(idea.id);
    box.acknowledged(idea.id);
    store();
    await Promise.race([adding, settled()]);
    await settled();
    expect(await kept.all()).toEqual([]);
  });
});
