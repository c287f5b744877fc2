/* eslint svelte/prefer-svelte-reactivity: off -- the sets are replaced, never changed in place */
import { untrack } from 'svelte';
import type { Lease } from '../../core/generated/protocol.ts';
import type { Desk } from '../facilitator/desk.svelte.ts';

/** The service keeps a lease for a minute; asked again well before. */
const renewal = 25_000;
/** A page left open keeps nothing from the others. */
const idle = 60_000;
const most = 20;

/** Ideas that somebody else reviews now. Pure. */
export function takenByOthers(leases: readonly Lease[], mine: ReadonlySet<string>, now: number): ReadonlySet<string> {
  return new Set(leases.filter(({ idea, until }) => until > now && !mine.has(idea)).map(({ idea }) => idea));
}

/**
 * Two people never review the same idea: what one looks at is taken, as long as one does something,
 * and shown to the others. Made while a component is set up.
 */
export class Leases {
  readonly #desk: Desk;
  #mine: ReadonlySet<string> = $state.raw(new Set());
  #active = $state(false);

  readonly others: ReadonlySet<string> = $derived.by(() =>
    takenByOthers(this.#desk.live.snapshot.mirror?.leases ?? [], this.#mine, this.#desk.now),
  );

  constructor(desk: Desk, wanted: () => readonly string[]) {
    this.#desk = desk;
    // In a constructor only a function reads its own fields as they change.
    const key = $derived.by(() => (this.#active ? wanted().slice(0, most).join(' ') : ''));
    const live = $derived(desk.live.snapshot.link === 'live');

    $effect(() => {
      if (!live) {
        this.#mine = new Set();
        return;
      }
      const ideas = key === '' ? [] : key.split(' ');
      if (ideas.length === 0) return;
      // What is mine changes by taking, which must not take again.
      untrack(() => this.#take(ideas));
      const timer = setInterval(() => this.#take(ideas), renewal);
      return () => {
        clearInterval(timer);
        untrack(() => this.#release(ideas));
      };
    });

    $effect(() => {
      let timer: ReturnType<typeof setTimeout>;
      const act = (): void => {
        this.#active = true;
        clearTimeout(timer);
        timer = setTimeout(() => (this.#active = false), idle);
      };
      const events = ['pointerdown', 'keydown', 'wheel'] as const;
      for (const event of events) window.addEventListener(event, act, { passive: true });
      return () => {
        clearTimeout(timer);
        for (const event of events) window.removeEventListener(event, act);
      };
    });
  }

  #take(ideas: string[]): void {
    this.#mine = new Set([...this.#mine, ...ideas]);
    void this.#desk.live.session.do('review.take', { ideas }).then(({ done }) => {
      if (!done) this.#forget(ideas);
    });
  }

  #release(ideas: string[]): void {
    if (this.#desk.live.snapshot.link !== 'live') return;
    this.#forget(ideas);
    void this.#desk.live.session.do('review.release', { ideas });
  }

  #forget(ideas: readonly string[]): void {
    this.#mine = new Set([...this.#mine].filter((id) => !ideas.includes(id)));
  }
}
