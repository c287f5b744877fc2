import type { Environment } from './clock.ts';

const often = 15_000;
/** Clocks drift by less. */
const jump = 2_000;

/**
 * Tells when this device's clock was put right or wrong, or the device slept: the time of day and the
 * time elapsed then no longer agree, and what was known of the server's clock is no longer true.
 */
export class ClockWatch {
  readonly #environment: Environment;
  readonly #jumped: () => void;
  #difference = 0;
  #timer: unknown;

  constructor(environment: Environment, jumped: () => void) {
    this.#environment = environment;
    this.#jumped = jumped;
    this.right();
  }

  start(): void {
    this.#timer = this.#environment.setTimer(() => {
      this.look();
      this.start();
    }, often);
  }

  stop(): void {
    this.#environment.clearTimer(this.#timer);
  }

  /** As they are now, the clocks are known to be right. */
  right(): void {
    this.#difference = this.#environment.now() - this.#environment.elapsed();
  }

  look(): void {
    const before = this.#difference;
    this.right();
    if (Math.abs(this.#difference - before) > jump) this.#jumped();
  }
}
