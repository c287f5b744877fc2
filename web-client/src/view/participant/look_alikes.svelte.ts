import type { Idea } from '../../core/generated/protocol.ts';
import { api } from '../shared/api.ts';

/** Typing has paused for this long; twice a second at most is allowed, this is calmer. */
const pause = 900;
/** Shorter texts are like everything. */
const shortest = 15;

/** Whether there is enough of a text to compare. Pure. */
export function comparable(text: string): boolean {
  return text.trim().length >= shortest;
}

/** Published ideas that say nearly what is being typed. Nothing is asked while people type. */
export class LookAlikes {
  ideas: readonly Idea[] = $state.raw([]);

  constructor(workshop: () => string, text: () => string, wanted: () => boolean) {
    $effect(() => {
      const typed = text();
      if (!wanted() || !comparable(typed)) {
        this.ideas = [];
        return;
      }
      const stop = new AbortController();
      const timer = setTimeout(() => {
        void api.similar(workshop(), 'participant', typed, stop.signal).then((answer) => {
          // Not now, or no line: this is only a courtesy.
          if (!stop.signal.aborted) this.ideas = answer.ok ? answer.value.ideas : [];
        });
      }, pause);
      return () => {
        clearTimeout(timer);
        stop.abort();
      };
    });
  }
}
