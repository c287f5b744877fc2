import { type Environment, systemEnvironment } from './clock.ts';
import { Connection, type Ending, type Link } from './connection.ts';
import { EarlyAcks } from './early_acks.ts';
import type {
  Command,
  CommandArgs,
  CommandName,
  Notice,
  ServerFrame,
} from './generated/protocol.ts';
import { tellErased } from './erased.ts';
import { apply, type Mirror } from './mirror.ts';
import { type Entry, makeCommand, Outbox, type OutboxStore, type Outcome } from './outbox.ts';
import type { TransportName } from './transport.ts';
import { type Ways, waysInto } from './transports.ts';

/** One person's presence in one workshop: what they see, what they asked for, how the line is. */
export interface Snapshot {
  readonly link: Link;
  readonly ending: Ending | undefined;
  /** How it comes, or came last; undefined before anything did. */
  readonly transport: TransportName | undefined;
  /** Undefined until the first welcome; kept while the line is lost. */
  readonly mirror: Mirror | undefined;
  /** Commands without a final answer, and refused texts; oldest first. */
  readonly outbox: readonly Entry[];
  /** The server takes nothing for now. */
  readonly readOnly: boolean;
  /** Add to this device's clock to have the server's, in ms. */
  readonly clockOffset: number;
}

export interface SessionOptions extends Ways {
  store: OutboxStore;
  environment?: Environment;
  memory?: TransportMemory;
  /** What stands in the place of a text that was erased. */
  erasedWords?: () => string;
}

/** What worked last in this tab, over reloads. */
export interface TransportMemory {
  recall(): TransportName | undefined;
  remember(name: TransportName): void;
}

export class Session {
  #snapshot: Snapshot;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  readonly #waiting = new Map<string, (outcome: Outcome) => void>();
  readonly #environment: Environment;
  readonly #connection: Connection;
  readonly #outbox: Outbox;
  readonly #early: EarlyAcks;
  #timer: unknown;
  /** How far any delta went, our own ones included: those do not move the mirror's seq. */
  #seen = 0;
  #stopped = false;
  readonly #erasedWords: () => string;

  constructor(options: SessionOptions) {
    this.#environment = options.environment ?? systemEnvironment;
    this.#erasedWords = options.erasedWords ?? (() => '');
    this.#snapshot = {
      link: 'connecting',
      ending: undefined,
      transport: undefined,
      mirror: undefined,
      outbox: [],
      readOnly: false,
      clockOffset: 0,
    };
    this.#outbox = new Outbox(options.store, () => this.#change({ outbox: this.#outbox.entries }));
    this.#early = new EarlyAcks(this.#environment, (id, seq) => this.#acknowledged(id, seq));
    this.#connection = new Connection({
      transports: waysInto(options, this.#environment),
      environment: this.#environment,
      resume: () => {
        const { mirror } = this.#snapshot;
        return mirror && { epoch: mirror.epoch, seq: mirror.seq };
      },
      onFrame: (frame) => this.#receive(frame),
      onLink: (link, ending) => this.#linked(link, ending),
      lastWorked: options.memory?.recall(),
      onTransport: (transport) => {
        if (transport === this.#snapshot.transport) return;
        options.memory?.remember(transport);
        this.#change({ transport });
      },
    });
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls back at once and after every change; returns how to stop that. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#snapshot);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    void this.#outbox.restore().then(() => this.#pump());
    this.#connection.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#environment.clearTimer(this.#timer);
    this.#early.stop();
    this.#connection.stop();
  }

  /** The network is back, or the page is in front again. */
  wake(): void {
    this.#connection.wake();
  }

  /**
   * Asks for something. The outcome may be long in coming (it survives cuts) and never does when
   * the page goes first: what must outlive the page is in the outbox.
   */
  do<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Outcome> {
    const command = makeCommand(this.#environment.newId(), name, args);
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(command.id, resolve));
    void this.#outbox.add(command, this.#environment.now()).then(() => this.#pump());
    return outcome;
  }

  /** Puts a refused text away. */
  discard(id: string): void {
    this.#outbox.discard(id);
  }

  /** The server's clock, in ms. */
  now(): number {
    return this.#environment.now() + this.#snapshot.clockOffset;
  }

  #receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
      case 'resumed':
        this.#change({
          mirror: this.#folded(frame),
          clockOffset: frame.now - this.#environment.now(),
          readOnly: false,
        });
        this.#seen = this.#snapshot.mirror?.seq ?? 0;
        this.#early.seen(this.#seen);
        // The server starts afresh with us, perhaps without the connection having been cut: what
        // has no answer yet may never get one, and is sent again under its id.
        this.#outbox.disconnected();
        this.#pump();
        break;
      case 'delta':
        this.#change({ mirror: this.#folded(frame) });
        this.#seen = Math.max(this.#seen, frame.seq);
        this.#early.seen(this.#seen);
        break;
      case 'ack':
        // On a WebSocket the deltas of an ack came before it.
        if (this.#snapshot.transport === 'websocket' || frame.seq <= this.#seen) {
          this.#acknowledged(frame.id, frame.seq);
        } else {
          this.#early.hold(frame.id, frame.seq);
        }
        break;
      case 'refused':
        if (frame.id !== null) this.#refused(frame.id, frame);
        break;
      case 'notice':
        this.#noticed(frame);
        break;
    }
  }

  #acknowledged(id: string, seq: number): void {
    this.#outbox.acknowledged(id);
    this.#settle(id, { done: true, seq });
  }

  #refused(id: string, { code, data }: Extract<ServerFrame, { type: 'refused' }>): void {
    const refusal = { code, data };
    if (this.#outbox.refused(id, refusal, this.#environment.now())) {
      this.#settle(id, { done: false, refusal });
    } else {
      this.#pump();
    }
  }

  #folded(frame: ServerFrame): Mirror | undefined {
    return apply(this.#snapshot.mirror, tellErased(frame, this.#erasedWords()));
  }

  #noticed(notice: Notice): void {
    if (notice.code === 'read_only') this.#change({ readOnly: true });
    if (notice.code === 'writable') this.#change({ readOnly: false });
  }

  #settle(id: string, outcome: Outcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
    this.#pump();
  }

  #linked(link: Link, ending: Ending | undefined): void {
    if (link !== 'live') this.#outbox.disconnected();
    this.#change({ link, ending });
    if (link === 'live') this.#pump();
  }

  /** Sends what is due, and comes back when more will be or when an answer is overdue. */
  #pump(): void {
    if (this.#stopped) return;
    this.#environment.clearTimer(this.#timer);
    if (this.#snapshot.link !== 'live') return;
    for (const command of this.#outbox.due(this.#environment.now())) this.#send(command);
    const next = this.#outbox.nextDue;
    const wait = next === undefined ? Infinity : Math.max(0, next - this.#environment.now());
    const delay = Math.min(wait, this.#outbox.underWay ? 5_000 : Infinity);
    if (delay === Infinity) return;
    this.#timer = this.#environment.setTimer(() => {
      if (this.#outbox.underWay) this.#connection.checkHeard();
      this.#pump();
    }, delay);
  }

  #send(command: Command): void {
    if (this.#connection.send(command)) this.#outbox.sent(command.id);
  }

  #change(changes: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
}
