import { promisifyRequest } from 'idb-keyval';
import { type Environment, systemEnvironment } from './clock.ts';
import type { Entry } from './outbox.ts';
import type { OutboxStore } from './outbox_store.ts';

const name = 'atelier';
const table = 'outbox';
/** Some browsers never answer: so long, and it counts as a no. */
const patience = 3_000;
/** A database that would not open is left alone for so long. */
const pause = 30_000;

/**
 * Unfinished commands in the browser's database: one row each, so that tabs never write over each
 * other. A connection that is taken away (the data cleared by hand, the database deleted by another
 * page) is opened again when it is next needed.
 */
export function databaseStore(
  workshop: string,
  role: string,
  environment: Environment = systemEnvironment,
): OutboxStore {
  const prefix = `${workshop}/${role}/`;
  const mine = (): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  let opened: Promise<IDBDatabase> | undefined;
  let closedUntil = -Infinity;
  let lost: () => void = () => undefined;

  const within = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = environment.setTimer(() => reject(new Error('no answer')), patience);
      work
        .finally(() => environment.clearTimer(timer))
        .then(resolve, (cause: unknown) => reject(cause as Error));
    });

  const forget = (): void => {
    if (!opened) return;
    opened = undefined;
    lost();
  };

  const begin = async (): Promise<IDBDatabase> => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(table);
    const database = await promisifyRequest(asked);
    // Another page wants it gone: in its way we would block it.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    return database;
  };

  const open = (): Promise<IDBDatabase> => {
    if (opened) return opened;
    if (environment.elapsed() < closedUntil) return Promise.reject(new Error('it would not open'));
    const opening = within(begin());
    opened = opening;
    opening.catch(() => {
      opened = undefined;
      closedUntil = environment.elapsed() + pause;
    });
    return opening;
  };

  /** A connection that was closed under us is made anew, once. What is written is there when it resolves. */
  const use = async <T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const run = async (database: IDBDatabase): Promise<T> => {
      const transaction = database.transaction(table, mode);
      const asked = work(transaction.objectStore(table));
      await promisifyRequest(transaction);
      return asked.result;
    };
    const database = await open();
    try {
      return await within(run(database));
    } catch (cause) {
      if ((cause as Error | null)?.name !== 'InvalidStateError') throw cause;
      forget();
      return within(run(await open()));
    }
  };

  return {
    all: async () => (await use('readonly', (rows) => rows.getAll(mine()))).filter(isEntry),
    put: async (entry) => {
      await use('readwrite', (rows) => rows.put(entry, prefix + entry.command.id));
    },
    remove: (id) => use('readwrite', (rows) => rows.delete(prefix + id)),
    lost: (react) => (lost = react),
  };
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null | undefined;
  return typeof entry?.command?.id === 'string' && typeof entry.at === 'number';
}
