import { Attempt, type AttemptEvents } from './attempt.ts';
import type { Environment } from './clock.ts';
import type { Command, Hello, ServerFrame } from './generated/protocol.ts';
import { closeCode, type Transport, type TransportName } from './transport.ts';

/**
 * `live`: the server has answered our hello. `lost`: trying again by itself.
 * `ended`: trying again is useless (see `Ending`).
 */
export type Link = 'connecting' | 'live' | 'lost' | 'ended';
export type Ending = 'not_joined' | 'erased' | 'removed' | 'stopped';

export interface ConnectionOptions {
  /** The best first. */
  transports: readonly Transport[];
  environment: Environment;
  /** Where to resume from; undefined asks for everything. */
  resume: () => Hello['resume'];
  onFrame: (frame: ServerFrame) => void;
  onLink: (link: Link, ending?: Ending) => void;
  /** What worked last in this tab: tried first. */
  lastWorked?: TransportName | undefined;
  onTransport?: (name: TransportName) => void;
}

const firstDelay = 400;
const longestDelay = 15_000;
/** Nothing heard for so long while an answer is due: the line is dead. */
const silence = 12_000;
/** On waking up, a line that was heard so lately is not asked whether it lives. */
const lately = 2_000;
/** A transport that brings nothing in this time is blocked or held back on the way. */
const firstFrame = 5_000;
/** Below the last there is nothing, and the line may only be thin. */
const firstFrameOfLast = 20_000;
/** How long to stay below before trying above again. */
const beforeClimbing = 60_000;
/** The same when it worked above before: it may only have been a moment. */
const beforeReturning = 5_000;
/** So many lines in a row that did not hold so long: something on the way does not let them. */
const shortLines = 3;
const shortLife = 15_000;

const endings: Record<number, Ending> = {
  [closeCode.notJoined]: 'not_joined',
  [closeCode.erased]: 'erased',
};

/**
 * One live connection that comes back by itself until it is ended. It goes down from transport to
 * transport when one does not get through, and tries those above again without letting go of what
 * works.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #events: AttemptEvents;
  #link: Link = 'connecting';
  /** The line in use, or the one being tried for it. */
  #line: Attempt | undefined;
  #climber: Attempt | undefined;
  /** The climber is no better than the line: it is to find out whether that one lives. */
  #probing = false;
  #timer: unknown;
  /** When something came last, by both clocks: one may stand still in sleep, the other jump. */
  #heard = 0;
  #heardAt = 0;
  #level: number;
  #failures = 0;
  #short = 0;
  /** The best transport that has worked here. */
  #best = Infinity;
  /** When to try a better one. */
  #climbAt: number | undefined;
  /** The server is about to stop: how long its people may take to come back. */
  #spread: number | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const last = options.transports.findIndex(({ name }) => name === options.lastWorked);
    this.#level = Math.max(0, last);
    this.#events = {
      resume: options.resume,
      frame: (attempt, frame) => this.#receive(attempt, frame),
      heard: (attempt) => this.#hear(attempt),
      ended: (attempt, code) => this.#ended(attempt, code),
    };
  }

  start(): void {
    this.#open(this.#level);
  }

  /** True when the command was handed to a live line; whether it arrived, an ack will tell. */
  send(command: Command): boolean {
    return this.#link === 'live' && this.#line?.send(command) === true;
  }

  /**
   * The network is back or the page is seen again: the delay is not sat out, and a line that may have
   * died in silence meanwhile is put to the test.
   */
  wake(): void {
    if (this.#link === 'lost') this.#open(this.#level);
    else if (this.#silentFor() > lately) this.probe();
  }

  /**
   * Whether the line lives, another one will tell: it resumes, and takes the place of the first
   * without anyone being told of a loss. It also brings the server's time.
   */
  probe(): void {
    if (this.#link !== 'live' || this.#probing) return;
    this.#climber?.close();
    this.#probing = true;
    this.#climber = this.#attempt(this.#level);
    this.#climber?.start();
  }

  /** Gives up a line on which nothing has come for too long; the next one resumes. */
  checkHeard(): void {
    const { environment } = this.#options;
    if (this.#link !== 'live' || environment.elapsed() - this.#heard <= silence) return;
    this.#line?.close();
    this.#lost(closeCode.broken);
  }

  /** The device says that there is no network. It may be wrong: we go on trying. */
  offline(): void {
    if (this.#link !== 'live') return;
    this.#line?.close();
    this.#lost(closeCode.broken);
  }

  /** The page goes, perhaps to come back: an open line would keep a browser from setting it aside. */
  rest(): void {
    if (this.#link === 'ended') return;
    this.#quiet();
    this.#become('lost');
  }

  stop(): void {
    this.#end('stopped');
  }

  #attempt(level: number): Attempt | undefined {
    const { transports, environment } = this.#options;
    const transport = transports[level];
    const limit = level + 1 < transports.length || level === 0 ? firstFrame : firstFrameOfLast;
    return transport && new Attempt(transport, level, limit, environment, this.#events);
  }

  #open(level: number): void {
    this.#quiet();
    if (this.#link === 'ended') return;
    this.#line = this.#attempt(level);
    this.#line?.start();
  }

  #hear(attempt: Attempt): void {
    if (attempt !== this.#line) return;
    const { environment } = this.#options;
    this.#heard = environment.elapsed();
    this.#heardAt = environment.now();
  }

  #silentFor(): number {
    const { environment } = this.#options;
    return Math.max(environment.elapsed() - this.#heard, Math.abs(environment.now() - this.#heardAt));
  }

  #receive(attempt: Attempt, frame: ServerFrame): void {
    const greeted = frame.type === 'welcome' || frame.type === 'resumed';
    if (attempt === this.#climber) {
      if (!greeted) return;
      this.#line?.close();
      this.#line = attempt;
      this.#climber = undefined;
      if (this.#probing && this.#level > 0) this.#climbLater(beforeClimbing);
      this.#probing = false;
    }
    this.#hear(attempt);
    if (frame.type === 'notice' && frame.code === 'removed') {
      this.#end('removed');
      return;
    }
    if (frame.type === 'notice' && frame.code === 'draining') {
      this.#spread = frame.data.retry_within_ms;
    }
    if (greeted && (attempt.level !== this.#level || this.#link !== 'live')) this.#settle(attempt);
    this.#options.onFrame(frame);
    if (greeted && attempt === this.#line) this.#become('live');
  }

  /** This line it is, until a better one. */
  #settle({ level, name }: Attempt): void {
    this.#failures = 0;
    this.#spread = undefined;
    this.#level = level;
    if (level > 0) this.#climbLater(this.#best < level ? beforeReturning : beforeClimbing);
    else this.#climbAt = undefined;
    this.#best = Math.min(this.#best, level);
    this.#options.onTransport?.(name);
  }

  /** A line below that breaks and comes back does not put it off. */
  #climbLater(delay: number): void {
    const { environment } = this.#options;
    this.#climbAt ??= environment.elapsed() + delay;
    environment.clearTimer(this.#timer);
    const wait = Math.max(0, this.#climbAt - environment.elapsed());
    this.#timer = environment.setTimer(() => this.#climb(0), wait);
  }

  #climb(level: number): void {
    if (this.#link !== 'live') return;
    this.#climbAt = undefined;
    if (this.#probing) return;
    if (level >= this.#level) {
      this.#climbLater(beforeClimbing);
      return;
    }
    this.#climber = this.#attempt(level);
    this.#climber?.start();
  }

  #ended(attempt: Attempt, code: number): void {
    if (attempt === this.#climber && this.#probing) {
      // No line gets through now: the old one is not believed either.
      this.#probing = false;
      this.#line?.close();
      if (endings[code]) this.#end(endings[code]);
      else this.#lost(code);
    } else if (attempt === this.#climber) {
      this.#climber = undefined;
      this.#climb(attempt.level + 1);
    } else if (attempt !== this.#line) {
      return;
    } else if (endings[code]) {
      this.#end(endings[code]);
    } else if (this.#link === 'live' && this.#probing) {
      // It was dead: the one that was to find out takes its place.
      this.#line = this.#climber;
      this.#climber = undefined;
      this.#probing = false;
      this.#become('lost');
    } else if (this.#link === 'live') {
      this.#lost(code);
    } else {
      this.#fell(attempt.level, code);
    }
  }

  /** A line that was live is no more. */
  #lost(code: number): void {
    const { environment, transports } = this.#options;
    const life = environment.elapsed() - (this.#line?.begun ?? 0);
    const given = code === closeCode.restarting || this.#spread !== undefined;
    this.#short = life < shortLife && !given ? this.#short + 1 : 0;
    if (this.#short >= shortLines && this.#level + 1 < transports.length) {
      this.#short = 0;
      this.#level += 1;
      this.#best = this.#level;
      this.#climbAt = undefined;
    }
    this.#retry();
  }

  /** A transport did not get through: the next one, at once; after the last one, later from the top. */
  #fell(level: number, code: number): void {
    // A server that is about to stop is so whatever the way to it.
    if (code !== closeCode.restarting) {
      if (level + 1 < this.#options.transports.length) {
        this.#open(level + 1);
        return;
      }
      this.#level = 0;
    }
    this.#retry();
  }

  #retry(): void {
    this.#quiet();
    this.#become('lost');
    this.#failures += 1;
    const { environment } = this.#options;
    this.#timer = environment.setTimer(() => this.#open(this.#level), this.#delay());
    this.#spread = undefined;
  }

  /**
   * Twice as long after each failure, anywhere in the upper half: a room does not return as one.
   * A server that said goodbye also said how many seconds its rooms may take.
   */
  #delay(): number {
    const { environment } = this.#options;
    if (this.#spread !== undefined) return this.#spread * environment.random();
    const ceiling = Math.min(longestDelay, firstDelay * 2 ** Math.min(this.#failures, 10));
    return ceiling * (0.5 + environment.random() / 2);
  }

  #end(ending: Ending): void {
    this.#quiet();
    if (this.#link !== 'ended') this.#become('ended', ending);
  }

  /** Nothing open, nothing planned. */
  #quiet(): void {
    this.#options.environment.clearTimer(this.#timer);
    this.#line?.close();
    this.#climber?.close();
    this.#line = this.#climber = undefined;
    this.#probing = false;
  }

  #become(link: Link, ending?: Ending): void {
    if (this.#link === link) return;
    this.#link = link;
    this.#options.onLink(link, ending);
  }
}
