/* eslint svelte/prefer-svelte-reactivity: off -- the cells are reactive, the map need not be */

import type { IdeaTallies, Tally } from '../../core/generated/protocol.ts';

/**
 * Live counts, one reactive cell an idea: when fifty of five hundred change ten times a second, fifty
 * rows are looked at and not five hundred. Feed it from an `$effect.pre`.
 */
export class Counts {
  readonly #cells = new Map<string, Cell>();

  update(tallies: IdeaTallies | undefined): void {
    for (const [idea, tally] of Object.entries(tallies ?? {})) {
      const cell = this.#cellOf(idea);
      if (cell.tally !== tally) cell.tally = tally;
    }
  }

  /** Reactive. */
  of(idea: string): Tally | undefined {
    return this.#cellOf(idea).tally;
  }

  #cellOf(idea: string): Cell {
    let cell = this.#cells.get(idea);
    if (!cell) {
      cell = new Cell();
      this.#cells.set(idea, cell);
    }
    return cell;
  }
}

class Cell {
  tally: Tally | undefined = $state.raw();
}
