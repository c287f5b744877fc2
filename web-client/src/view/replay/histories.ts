/** What each of many things was since when: since how many moments. Put in order, asked in any. Pure. */
export class Histories<T> {
  readonly #of = new Map<string, { readonly since: number; readonly value: T }[]>();

  /** From the moment on of which `since` is the number, counted from 1. */
  put(key: string, since: number, value: T): void {
    const known = this.#of.get(key);
    if (known) known.push({ since, value });
    else this.#of.set(key, [{ since, value }]);
  }

  /** After so many moments; undefined while nothing was told of it. */
  at(key: string, count: number): T | undefined {
    const known = this.#of.get(key) ?? [];
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.since ?? 0) <= count) low = middle + 1;
      else high = middle;
    }
    return known[low - 1]?.value;
  }

  *all(count: number): Generator<[string, T]> {
    for (const key of this.#of.keys()) {
      const value = this.at(key, count);
      if (value !== undefined) yield [key, value];
    }
  }
}
