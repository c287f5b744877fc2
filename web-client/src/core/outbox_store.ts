import type { Entry } from './outbox.ts';

/** Where unfinished commands outlive the page; one workshop and role each. All may reject. */
export interface OutboxStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
  /** Told when what was kept may be gone (deleted under us): it has to be put again. One listener. */
  lost?(react: () => void): void;
}

export function memoryStore(): OutboxStore {
  const entries = new Map<string, Entry>();
  return {
    all: () => Promise.resolve([...entries.values()]),
    put: (entry) => Promise.resolve(void entries.set(entry.command.id, entry)),
    remove: (id) => Promise.resolve(void entries.delete(id)),
  };
}

/**
 * Several places, the best first: what one does not take, the next does. What is in a better place
 * leaves the lesser ones, so entries of an earlier version move up when they are next put.
 */
export function firstThatKeeps(stores: readonly OutboxStore[]): OutboxStore {
  return {
    all: async () => {
      const read = await Promise.allSettled(stores.map((store) => store.all()));
      const found = new Map<string, Entry>();
      for (const result of read) {
        if (result.status === 'rejected') continue;
        for (const entry of result.value) {
          if (!found.has(entry.command.id)) found.set(entry.command.id, entry);
        }
      }
      if (read.every(({ status }) => status === 'rejected')) throw new Error('nothing can be read');
      return [...found.values()];
    },
    put: async (entry) => {
      for (const [index, store] of stores.entries()) {
        const done = await store.put(entry).then(
          () => true,
          () => false,
        );
        if (!done) continue;
        for (const lesser of stores.slice(index + 1)) {
          await lesser.remove(entry.command.id).catch(() => undefined);
        }
        return;
      }
      throw new Error('nothing keeps it');
    },
    remove: async (id) => {
      await Promise.allSettled(stores.map((store) => store.remove(id)));
    },
    lost: (react) => {
      for (const store of stores) store.lost?.(react);
    },
  };
}
