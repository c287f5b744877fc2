/* eslint svelte/prefer-svelte-reactivity: off -- the sets are replaced, never changed in place */

/**
 * A list that holds still while it is read: what comes later waits until it is asked for. What
 * disappears at the source disappears here.
 */
export class Feed {
  #shown: ReadonlySet<string> = $state.raw(new Set());

  constructor(first: Iterable<string>) {
    this.#shown = new Set(first);
  }

  inSight<T extends { id: string }>(items: readonly T[]): T[] {
    return items.filter((item) => this.#shown.has(item.id));
  }

  waiting<T extends { id: string }>(items: readonly T[]): T[] {
    return items.filter((item) => !this.#shown.has(item.id));
  }

  show(ids: Iterable<string>): void {
    this.#shown = new Set([...this.#shown, ...ids]);
  }
}
