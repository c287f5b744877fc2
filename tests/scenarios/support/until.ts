import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something that will come true; fails with its name when it does not. */
export async function until(what: string, condition: () => boolean, limit = 30_000): Promise<void> {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(10);
  }
}
