import { tick } from 'svelte';
import type { Idea } from '../../core/generated/protocol.ts';

/** After another person's doing has put another idea in hand, what was meant for the former waits. */
const pause = 800;

/**
 * The one idea of a queue that is being dealt with. It stays in hand while others come and go; when
 * it leaves, the one that takes its place is next. Made while a component is set up.
 */
export class Hand {
  /** The element that holds the queue; the idea in hand is marked `aria-current` in it. */
  list: HTMLElement | undefined = $state.raw();
  #ideas: () => readonly Idea[];
  /** False for what somebody else has in hand: it is not taken unless asked for. */
  #free: (idea: Idea) => boolean;
  #chosen: string | undefined = $state.raw();
  #place = $state.raw(0);
  #changedAt = -pause;

  readonly idea: Idea | undefined = $derived.by(() => {
    const ideas = this.#ideas();
    const chosen = ideas.find(({ id }) => id === this.#chosen);
    if (chosen) return chosen;
    const place = Math.min(this.#place, ideas.length - 1);
    return ideas.slice(Math.max(place, 0)).find(this.#free) ?? ideas[place];
  });

  constructor(ideas: () => readonly Idea[], free: (idea: Idea) => boolean = () => true) {
    this.#ideas = ideas;
    this.#free = free;
    let former: string | undefined;
    $effect(() => {
      const place = ideas().findIndex(({ id }) => id === this.#chosen);
      if (place >= 0) this.#place = place;
      const current = this.idea?.id;
      const swapped = former !== undefined && current !== former && current !== this.#chosen;
      if (swapped) this.#changedAt = performance.now();
      former = current;
    });
  }

  /** False for a moment when the idea in hand changed under the person's fingers. */
  get steady(): boolean {
    return performance.now() - this.#changedAt >= pause;
  }

  async take(idea: Idea | undefined): Promise<void> {
    this.#chosen = idea?.id;
    await tick();
    const card = this.list?.querySelector<HTMLElement>('[aria-current]') ?? this.list;
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  }

  step(by: number): void {
    const ideas = this.#ideas();
    const at = this.idea ? ideas.indexOf(this.idea) : 0;
    void this.take(ideas[Math.min(Math.max(at + by, 0), ideas.length - 1)]);
  }

  /** Takes the next idea that is free, else the one before: this one is on its way out. */
  leave(idea: Idea, free: (other: Idea) => boolean): void {
    const ideas = this.#ideas();
    const at = ideas.indexOf(idea);
    const next = ideas.slice(at + 1).find(free) ?? ideas.slice(0, at).findLast(free);
    void this.take(next);
  }
}
