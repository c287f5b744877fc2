import type { ReplayMoment } from '../../core/generated/protocol.ts';

/**
 * Where moments lie on the scrubber. Played time is the time that went by, but for silences: what lasted
 * longer than a minute without anything happening lasts a minute here, so that a break, or the night
 * before the results, does not have to be sat through. Pure; all in milliseconds.
 */
export const silenceMost = 60_000;

export class Axis {
  readonly #at: readonly number[];
  readonly #played: number[] = [];
  readonly length: number;

  constructor(moments: readonly Pick<ReplayMoment, 'at'>[]) {
    this.#at = moments.map(({ at }) => at);
    let played = 0;
    this.#at.forEach((at, index) => {
      const before = this.#at[index - 1] ?? at;
      played += Math.min(Math.max(0, at - before), silenceMost);
      this.#played.push(played);
    });
    this.length = played;
  }

  /** Where a moment lies. */
  placeOf(moment: number): number {
    return this.#played[moment] ?? this.length;
  }

  /** How many moments have happened there. */
  countAt(place: number): number {
    let low = 0;
    let high = this.#played.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#played[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the clock said there. */
  clockAt(place: number): number {
    const last = Math.max(0, this.countAt(place) - 1);
    const next = this.#at[last + 1] ?? Infinity;
    return Math.min((this.#at[last] ?? 0) + place - (this.#played[last] ?? 0), next);
  }
}
