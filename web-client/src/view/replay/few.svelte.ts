/** The first of a long list, and more when they are asked for: no moment has to draw five thousand. */
export class Few {
  readonly #each: number;
  #shown = $state.raw(0);

  constructor(each: number) {
    this.#each = each;
    this.#shown = each;
  }

  of<T>(all: readonly T[]): readonly T[] {
    return all.slice(0, this.#shown);
  }

  /** How many the next press adds. */
  left(all: readonly unknown[]): number {
    return Math.max(0, Math.min(this.#each, all.length - this.#shown));
  }

  more(): void {
    this.#shown += this.#each;
  }
}
