import { SvelteSet } from 'svelte/reactivity';

/**
 * A list that holds still while it is read: what comes later waits until it is asked for. What
 * disappears at the source disappears here.
 */
export class Feed {
  readonly #shown: SvelteSet<string>;

  constructor(first: Iterable<string>) {
    this.#shown = new SvelteSet(first);
  }

  /** Those of `items` in sight; an empty list has nothing to hold still for. */
  inSight<T extends { id: string }>(items: readonly T[]): T[] {
    return items.filter((item) => this.#shown.has(item.id));
  }

  waiting<T extends { id: string }>(items: readonly T[]): T[] {
    return items.filter((item) => !this.#shown.has(item.id));
  }

  show(ids: Iterable<string>): void {
    for (const id of ids) this.#shown.add(id);
  }
}
