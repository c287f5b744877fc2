import { type IDBPDatabase, openDB } from 'idb';
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
  let opened: Promise<IDBPDatabase> | undefined;
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

  const open = (): Promise<IDBPDatabase> => {
    if (opened) return opened;
    if (environment.elapsed() < closedUntil) return Promise.reject(new Error('it would not open'));
    const opening = within(
      openDB(name, 1, {
        upgrade: (database) => void database.createObjectStore(table),
        // Another page wants it gone: in its way we would block it.
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }),
    );
    opened = opening;
    opening.catch(() => {
      opened = undefined;
      closedUntil = environment.elapsed() + pause;
    });
    return opening;
  };

  /** A connection that was closed under us is made anew, once. */
  const use = async <T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> => {
    const database = await open();
    try {
      return await within(work(database));
    } catch (cause) {
      if ((cause as Error).name !== 'InvalidStateError') throw cause;
      forget();
      return within(work(await open()));
    }
  };

  return {
    all: () => use(async (database) => (await database.getAll(table, mine())).filter(isEntry)),
    put: (entry) => use(async (database) => void (await database.put(table, entry, prefix + entry.command.id))),
    remove: (id) => use((database) => database.delete(table, prefix + id)),
    lost: (react) => (lost = react),
  };
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null | undefined;
  return typeof entry?.command?.id === 'string' && typeof entry.at === 'number';
}
