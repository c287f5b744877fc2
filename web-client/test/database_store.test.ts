import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCommand } from '../src/core/asked.ts';
import { systemEnvironment } from '../src/core/clock.ts';
import { databaseStore } from '../src/core/database_store.ts';
import { deviceStore } from '../src/core/device_store.ts';
import type { Entry } from '../src/core/outbox.ts';
import { firstThatKeeps } from '../src/core/outbox_store.ts';

const entry = (id: string, at = 1): Entry => ({ command: makeCommand(id, 'idea.post', { text: id }), at, state: 'kept' });
const ids = async (store: ReturnType<typeof databaseStore>): Promise<string[]> =>
  (await store.all()).map(({ command }) => command.id);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the database of a device', () => {
  it('[O3] gives back what was put, to another page of the same workshop and role only', async () => {
    await databaseStore('w1', 'participant').put(entry('a'));
    await databaseStore('w1', 'facilitator').put(entry('b'));
    await databaseStore('w10', 'participant').put(entry('c'));
    const store = databaseStore('w1', 'participant');
    expect(await ids(store)).toEqual(['a']);
    await store.remove('a');
    expect(await ids(store)).toEqual([]);
    expect(await ids(databaseStore('w10', 'participant'))).toEqual(['c']);
  });

  it('[O7] what cannot be read in it is left out', async () => {
    const store = databaseStore('w1', 'participant');
    await store.put(entry('a'));
    await store.put({ at: 'nonsense', command: { id: 'b' } } as unknown as Entry);
    expect(await ids(store)).toEqual(['a']);
  });

  it('[O7] missing altogether: every call says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = databaseStore('w1', 'participant');
    await expect(store.all()).rejects.toThrow();
    await expect(store.put(entry('a'))).rejects.toThrow();
    vi.unstubAllGlobals();
  });

  it('[O7] that is blocked by another page and never answers is not waited for', async () => {
    const deaf = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('atelier', 1);
      asked.onsuccess = () => resolve(asked.result);
    });
    indexedDB.deleteDatabase('atelier');
    const environment = { ...systemEnvironment, setTimer: (run: () => void) => setTimeout(run, 50) };
    const store = databaseStore('w1', 'participant', environment);
    await expect(store.put(entry('a'))).rejects.toThrow('no answer');
    // Nor asked again at once.
    await expect(store.put(entry('a'))).rejects.toThrow('would not open');
    deaf.close();
  });

  it('[O7] deleted under us: it says so, and is made anew when next needed', async () => {
    const store = databaseStore('w1', 'participant');
    const lost = vi.fn();
    store.lost?.(lost);
    await store.put(entry('a'));
    await new Promise((resolve, reject) => {
      const asked = indexedDB.deleteDatabase('atelier');
      asked.onsuccess = resolve;
      asked.onerror = reject;
      asked.onblocked = () => reject(new Error('we are in the way'));
    });
    expect(lost).toHaveBeenCalledTimes(1);
    expect(await ids(store)).toEqual([]);
    await store.put(entry('b'));
    expect(await ids(store)).toEqual(['b']);
  });

  it('[O3] takes up once what an earlier version kept in the plain storage', async () => {
    const kept = new Map<string, string>();
    const storage = {
      get length() {
        return kept.size;
      },
      key: (index: number) => [...kept.keys()][index] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
    kept.set('atelier.outbox.w1.participant.a', JSON.stringify(entry('a')));
    kept.set('atelier.outbox.w1.participant.b', 'not JSON');
    const database = databaseStore('w1', 'participant');
    const both = firstThatKeeps([database, deviceStore(storage, 'w1', 'participant')]);
    const [found] = await both.all();
    expect(found?.command.id).toBe('a');
    if (found) await both.put({ ...found, person: 'p1', tab: 't1' });
    expect(await ids(database)).toEqual(['a']);
    expect([...kept.keys()]).toEqual(['atelier.outbox.w1.participant.b']);
  });
});
