import type { Environment } from './clock.ts';
import type { Command, Hello, ServerFrame } from './generated/protocol.ts';
import { closeCode, type Line, type Transport } from './transport.ts';

export interface AttemptEvents {
  resume(): Hello['resume'];
  frame(attempt: Attempt, frame: ServerFrame): void;
  heard(attempt: Attempt): void;
  /** Closed, or silent for too long before its first frame. */
  ended(attempt: Attempt, code: number): void;
}

/** One try at a line: it has to bring a first frame in time, and is a line from then on. */
export class Attempt {
  /** The place of its transport among the transports. */
  readonly level: number;
  readonly name: Transport['name'];
  /** When it opened, in elapsed time. */
  readonly begun: number;
  readonly #transport: Transport;
  readonly #environment: Environment;
  readonly #events: AttemptEvents;
  readonly #limit: number;
  #line: Line | undefined;
  #timer: unknown;
  #spoke = false;
  #over = false;

  constructor(
    transport: Transport,
    level: number,
    limit: number,
    environment: Environment,
    events: AttemptEvents,
  ) {
    this.#transport = transport;
    this.level = level;
    this.name = transport.name;
    this.begun = environment.elapsed();
    this.#limit = limit;
    this.#environment = environment;
    this.#events = events;
  }

  /** It has brought a frame. */
  get spoke(): boolean {
    return this.#spoke;
  }

  start(): void {
    this.#wait();
    this.#line = this.#transport.open({
      resume: () => this.#events.resume(),
      frame: (frame) => this.#frame(frame),
      heard: () => this.#heard(),
      closed: (code) => this.#end(code),
    });
    if (this.#over) this.#line.close();
  }

  send(command: Command): boolean {
    return !this.#over && this.#line?.send(command) === true;
  }

  close(): void {
    this.#over = true;
    this.#environment.clearTimer(this.#timer);
    this.#line?.close();
  }

  #frame(frame: ServerFrame): void {
    if (this.#over) return;
    this.#spoke = true;
    this.#environment.clearTimer(this.#timer);
    this.#events.frame(this, frame);
  }

  /** A large welcome on a thin line takes its time: as long as bytes come, it is no silence. */
  #heard(): void {
    if (this.#over) return;
    if (!this.#spoke) this.#wait();
    this.#events.heard(this);
  }

  #wait(): void {
    this.#environment.clearTimer(this.#timer);
    this.#timer = this.#environment.setTimer(() => this.#end(closeCode.broken), this.#limit);
  }

  #end(code: number): void {
    if (this.#over) return;
    this.close();
    this.#events.ended(this, code);
  }
}
