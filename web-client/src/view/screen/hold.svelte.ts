import { untrack } from 'svelte';
import type { Mirror } from '../../core/mirror.ts';
import { heldPicture } from './hold.ts';

/** The mirror that the screen shows: the live one, or the one held. Made while a component is set up. */
export class Hold {
  readonly #live: () => Mirror;
  #held: Mirror | undefined = $state.raw();

  readonly mirror: Mirror = $derived.by(() => {
    const live = this.#live();
    return live.screen.frozen && this.#held ? heldPicture(this.#held, live) : live;
  });

  constructor(live: () => Mirror) {
    this.#live = live;
    const frozen = $derived(live().screen.frozen);
    $effect.pre(() => {
      this.#held = frozen ? untrack(live) : undefined;
    });
  }
}
