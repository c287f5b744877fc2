import type { Api, Failure } from './api.ts';
import type { Environment } from './clock.ts';
import { asServerFrame, encodeClientFrame } from './frames.ts';
import type { Command, LiveRole, RefusalCode } from './generated/protocol.ts';
import { closeCode, closeCodeOf, type LineListener } from './transport.ts';

const mostCommands = 16;
/** Characters; with three bytes each it is still less than the server takes. */
const mostText = 20_000;
const patience = 15_000;
const firstDelay = 500;
const longestDelay = 10_000;
/** The request itself was not taken: the same will not be taken later either. */
const final = [400, 413];

/**
 * Commands by POST for the lines that only listen: in order, one request at a time. What could not be
 * posted is answered "not now" here, and what no server will ever take "no": the caller knows both.
 */
export class Poster {
  readonly #api: Api;
  readonly #workshop: string;
  readonly #role: LiveRole;
  readonly #environment: Environment;
  readonly #listener: LineListener;
  #queue: Command[] = [];
  #request: AbortController | undefined;
  #failures = 0;
  #alone = 0;
  #closed = false;

  constructor(
    api: Api,
    workshop: string,
    role: LiveRole,
    environment: Environment,
    listener: LineListener,
  ) {
    this.#api = api;
    this.#workshop = workshop;
    this.#role = role;
    this.#environment = environment;
    this.#listener = listener;
  }

  send(command: Command): boolean {
    if (this.#closed) return false;
    this.#queue.push(command);
    // What is sent in one go travels together.
    queueMicrotask(() => this.#post());
    return true;
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
    this.#request?.abort();
  }

  #post(): void {
    if (this.#closed || this.#request || this.#queue.length === 0) return;
    void this.#deliver(this.#take());
  }

  #take(): Command[] {
    let room = mostText;
    let count = 0;
    for (const command of this.#queue) {
      room -= encodeClientFrame(command).length;
      if (count > 0 && (room < 0 || count === mostCommands || this.#alone > 0)) break;
      count += 1;
    }
    this.#alone = Math.max(0, this.#alone - count);
    return this.#queue.splice(0, count);
  }

  async #deliver(batch: Command[]): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const timer = this.#environment.setTimer(() => request.abort(), patience);
    const answer = await this.#api.commands(this.#workshop, this.#role, batch, request.signal);
    this.#environment.clearTimer(timer);
    this.#request = undefined;
    if (this.#closed) return;
    if (answer.ok) this.#answered(answer.value);
    else this.#failed(batch, answer.failure);
    this.#post();
  }

  #answered(answers: unknown): void {
    this.#failures = 0;
    for (const value of Array.isArray(answers) ? answers : []) {
      const frame = asServerFrame(value);
      if (frame) this.#listener.frame(frame);
    }
  }

  #failed(batch: Command[], { code, status }: Failure): void {
    const close = closeCodeOf(code);
    if (close === closeCode.notJoined || close === closeCode.erased) {
      this.close();
      this.#listener.closed(close);
    } else if (final.includes(status) && code !== 'unexpected') {
      this.#refusedWhole(batch, code as RefusalCode);
    } else {
      this.#failures += 1;
      const wait = Math.min(longestDelay, firstDelay * 2 ** Math.min(this.#failures, 10));
      for (const { id } of batch) this.#notNow(id, wait * (0.5 + this.#environment.random() / 2));
    }
  }

  /** One command may have spoilt a whole batch: they go again one by one, and that one is known. */
  #refusedWhole(batch: Command[], code: RefusalCode): void {
    const [only] = batch;
    if (only && batch.length === 1) {
      this.#listener.frame({ type: 'refused', id: only.id, code, data: {} });
      return;
    }
    this.#queue.unshift(...batch);
    this.#alone += batch.length;
  }

  #notNow(id: string, wait: number): void {
    const data = { retry_after_ms: Math.round(wait) };
    this.#listener.frame({ type: 'refused', id, code: 'busy', data });
  }
}
