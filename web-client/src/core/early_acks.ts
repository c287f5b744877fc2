import type { Environment } from './clock.ts';

const longest = 2_000;

/**
 * Answers that overtook what they answer. Off a WebSocket an ack and the delta that shows the change
 * come by two ways: told at once, what a person has just posted would be nowhere for a moment. So an
 * ack waits for its delta, though not for long: it is true already.
 */
export class EarlyAcks {
  readonly #environment: Environment;
  readonly #tell: (id: string, seq: number) => void;
  #waiting: { id: string; seq: number; timer: unknown }[] = [];

  constructor(environment: Environment, tell: (id: string, seq: number) => void) {
    this.#environment = environment;
    this.#tell = tell;
  }

  hold(id: string, seq: number): void {
    const timer = this.#environment.setTimer(() => this.#release((each) => each.id === id), longest);
    this.#waiting.push({ id, seq, timer });
  }

  /** The mirror has got to `seq`; what else came with that is put into it first. */
  seen(seq: number): void {
    if (!this.#waiting.some((each) => each.seq <= seq)) return;
    this.#environment.setTimer(() => this.#release((each) => each.seq <= seq), 0);
  }

  stop(): void {
    for (const { timer } of this.#waiting) this.#environment.clearTimer(timer);
    this.#waiting = [];
  }

  #release(due: (each: { id: string; seq: number }) => boolean): void {
    const released = this.#waiting.filter(due);
    this.#waiting = this.#waiting.filter((each) => !due(each));
    for (const { id, seq, timer } of released) {
      this.#environment.clearTimer(timer);
      this.#tell(id, seq);
    }
  }
}
