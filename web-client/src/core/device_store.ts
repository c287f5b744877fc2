import type { Entry } from './outbox.ts';
import type { OutboxStore } from './outbox_store.ts';

/**
 * Unfinished commands in the browser's storage, one key each: what there is where the database is
 * missing (private windows of some browsers), and where an earlier version kept them.
 */
export function deviceStore(storage: Storage, workshop: string, role: string): OutboxStore {
  const prefix = `atelier.outbox.${workshop}.${role}.`;
  const attempt = <T>(run: () => T): Promise<T> => new Promise((resolve) => resolve(run()));

  return {
    all: () =>
      attempt(() => {
        const entries: Entry[] = [];
        for (let index = 0; index < storage.length; index += 1) {
          const key = storage.key(index);
          if (!key?.startsWith(prefix)) continue;
          const entry = parse(storage.getItem(key));
          if (entry) entries.push(entry);
        }
        return entries;
      }),
    put: (entry) => attempt(() => storage.setItem(prefix + entry.command.id, JSON.stringify(entry))),
    remove: (id) => attempt(() => storage.removeItem(prefix + id)),
  };
}

function parse(text: string | null): Entry | undefined {
  try {
    const entry = JSON.parse(text ?? 'null') as Entry | null;
    return entry && typeof entry.command.id === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}
