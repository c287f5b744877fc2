import type { Axis } from './axis.ts';

/** How many seconds of the workshop go by in one. */
export const speeds = ['15', '60', '150', '600'] as const;

/** Where on the axis the page is, and whether it goes on by itself. It never begins by itself. */
export class Player {
  readonly #axis: Axis;
  #place = $state.raw(0);
  #playing = $state.raw(false);
  speed = $state.raw('60');

  constructor(axis: Axis) {
    this.#axis = axis;
  }

  get place(): number {
    return this.#place;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get ended(): boolean {
    return this.#place >= this.#axis.length;
  }

  go(place: number): void {
    this.#place = Math.min(Math.max(0, place), this.#axis.length);
    if (this.ended) this.#playing = false;
  }

  /** From the end it begins again. */
  toggle(): void {
    if (!this.#playing && this.ended) this.#place = 0;
    this.#playing = !this.#playing && this.#axis.length > 0;
  }

  pause(): void {
    this.#playing = false;
  }

  /** So many milliseconds went by before the screen. */
  passed(time: number): void {
    if (this.#playing) this.go(this.#place + time * Number(this.speed));
  }
}

/** Calls back as the screen draws; where less motion is asked for once a second, so that nothing moves. */
export function every(still: boolean, tick: (time: number) => void): () => void {
  let last = performance.now();
  const step = (): void => {
    const now = performance.now();
    tick(Math.min(now - last, 1_500));
    last = now;
  };
  if (still) {
    const timer = setInterval(step, 1_000);
    return () => clearInterval(timer);
  }
  let frame = requestAnimationFrame(function draw() {
    step();
    frame = requestAnimationFrame(draw);
  });
  return () => cancelAnimationFrame(frame);
}
