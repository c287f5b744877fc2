import { untrack } from 'svelte';
import type { PairsResponse } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { api } from '../shared/api.ts';

/** All who moderate share one answer in two seconds; nobody reads pairs faster than this. */
const pause = 6_000;

/** Asked for again when ideas changed, and never in a hurry. Made while a component is set up. */
export class Pairs {
  answer: PairsResponse | undefined = $state.raw();
  failed = $state(false);

  constructor(mirror: () => Mirror) {
    const ideas = $derived(mirror().ideas);
    let seen: unknown;
    const ask = async (): Promise<void> => {
      const { workshop, you } = mirror();
      const now = mirror().ideas;
      const answer = await api.pairs(workshop.id, you.role);
      // Somebody else has just asked: theirs is not ours, and the next turn is soon.
      if (!answer.ok && answer.failure.status === 429) return;
      seen = now;
      this.failed = !answer.ok;
      if (answer.ok) this.answer = answer.value;
    };
    $effect(() => {
      untrack(() => void ask());
      const timer = setInterval(() => {
        if (seen !== ideas && document.visibilityState === 'visible') void ask();
      }, pause);
      return () => clearInterval(timer);
    });
  }
}
