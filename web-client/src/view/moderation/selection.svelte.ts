/* eslint svelte/prefer-svelte-reactivity: off -- the sets are replaced, never changed in place */
import type { Idea } from '../../core/generated/protocol.ts';

/** From one place of a list to another, both included, whichever comes first. Pure. */
export function between<T>(list: readonly T[], from: number, to: number): readonly T[] {
  return list.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Ideas ticked to be dealt with together; with Shift, all from the one ticked last. */
export class Selection {
  #ideas: () => readonly Idea[];
  #ids: ReadonlySet<string> = $state.raw(new Set());
  #last: string | undefined;

  /** Those that are still there, in the order of the list. */
  readonly ideas: readonly Idea[] = $derived.by(() => this.#ideas().filter(({ id }) => this.#ids.has(id)));

  constructor(ideas: () => readonly Idea[]) {
    this.#ideas = ideas;
  }

  has(idea: Idea): boolean {
    return this.#ids.has(idea.id);
  }

  toggle(idea: Idea, shift: boolean): void {
    const all = this.#ideas().map(({ id }) => id);
    const on = !this.#ids.has(idea.id);
    const last = this.#last === undefined ? -1 : all.indexOf(this.#last);
    const touched = shift && last >= 0 ? between(all, last, all.indexOf(idea.id)) : [idea.id];
    const next = new Set(this.#ids);
    for (const id of touched) if (on) next.add(id); else next.delete(id);
    this.#ids = next;
    this.#last = idea.id;
  }

  clear(): void {
    this.#ids = new Set();
    this.#last = undefined;
  }
}
