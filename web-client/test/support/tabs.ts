import type { News, Tabs } from '../../src/core/tabs.ts';

/** The tabs of one person on one device, in one process. News takes a moment, as between tabs. */
export class FakeDevice {
  readonly #alive = new Map<string, (news: News) => void>();
  #next = 1;

  tab(): Tabs & { crash(): void } {
    const id = `tab-${this.#next++}`;
    let listener: (news: News) => void = () => undefined;
    const hear = (news: News): void => listener(news);
    this.#alive.set(id, hear);
    const tell = (news: News): void => {
      for (const [other, told] of this.#alive) {
        if (other !== id) setImmediate(() => this.#alive.has(other) && told(news));
      }
    };
    return {
      id,
      gone: (tabs) => Promise.resolve(tabs.filter((tab) => !this.#alive.has(tab))),
      tell,
      listen: (given) => (listener = given),
      rest: () => {
        if (this.#alive.delete(id)) tell({ kind: 'left', tab: id });
      },
      wake: () => void this.#alive.set(id, hear),
      /** The browser kills it: no farewell. */
      crash: () => void this.#alive.delete(id),
    };
  }
}
