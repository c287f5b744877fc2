import { belongsToItsStep, makeCommand, openStep, textOf, tooLarge } from './asked.ts';
import { type Environment, systemEnvironment } from './clock.ts';
import { ClockWatch } from './clock_watch.ts';
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
import { type Entry, Outbox, type Outcome, type Refusal } from './outbox.ts';
import type { OutboxStore } from './outbox_store.ts';
import type { Tabs } from './tabs.ts';
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
  /** This device keeps what is asked: closing the page loses nothing. */
  readonly keeps: boolean;
}

/** Something asked for. */
export interface Asked {
  readonly id: string;
  /** Whether it is on the device, once that is known: if so it outlives the page. */
  readonly kept: Promise<boolean>;
  /** May be long in coming (it survives cuts), and never comes when the page goes first. */
  readonly outcome: Promise<Outcome>;
}

export interface SessionOptions extends Ways {
  store: OutboxStore;
  /** The other tabs of the same person; nobody by default. */
  tabs?: Tabs;
  /** They have only just joined: what an earlier version left here without a name is not theirs. */
  justJoined?: boolean;
  environment?: Environment;
  memory?: TransportMemory;
  /** What stands in the place of a text that was erased. */
  erasedWords?: () => string;
}

/** The same text asked for again so soon is a tap too many. */
const doubleTap = 1_000;
/** So long a command waits for a slow device before it goes all the same. */
const slowDevice = 1_000;
/** So long after a greeting the mirror has to catch up; then what waits for it goes. */
const catchingUp = 2_000;

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
  readonly #clock: ClockWatch;
  readonly #tabs: Tabs | undefined;
  readonly #justJoined: boolean;
  readonly #role: SessionOptions['role'];
  #last: { what: string; at: number; asked: Asked } | undefined;
  /** The mirror is behind a greeting until it gets there, or until it is too late to wait. */
  #goal: { seq: number; until: number } | undefined;
  /** What this device has of them is known. */
  #restored = false;
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
      keeps: true,
    };
    this.#tabs = options.tabs;
    this.#justJoined = options.justJoined ?? false;
    this.#role = options.role;
    this.#outbox = new Outbox(
      options.store,
      () => this.#change({ outbox: this.#outbox.entries, keeps: this.#outbox.keeps }),
      {
        ...(options.tabs && { tabs: options.tabs }),
        elapsed: () => this.#environment.elapsed(),
        onOver: (id, outcome) => this.#settle(id, outcome),
        onMore: () => this.#pump(),
      },
    );
    // A clock that jumped, or a sleep: the server says what time it is, and whether we are still there.
    this.#clock = new ClockWatch(this.#environment, () => this.#connection.probe());
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
    this.#clock.start();
    // Only to know whether this device keeps anything: whose it is, the server will say.
    void this.#outbox.refresh();
    this.#connection.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#environment.clearTimer(this.#timer);
    this.#clock.stop();
    this.#early.stop();
    this.#connection.stop();
    this.#tabs?.rest();
  }

  /** The network is back, or the page is in front again. */
  wake(): void {
    if (this.#stopped) return;
    this.#tabs?.wake();
    this.#connection.wake();
    this.#clock.look();
    void this.#outbox.refresh();
  }

  /** The device says that there is no network. */
  offline(): void {
    this.#connection.offline();
  }

  /** The page goes, and may come back (`wake`) as if nothing had been. */
  rest(): void {
    if (this.#stopped) return;
    this.#connection.rest();
    this.#tabs?.rest();
  }

  /** Asks for something, and says what came of it. */
  do<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Outcome> {
    return this.ask(name, args).outcome;
  }

  /** Asks for something. What was written is asked for once, however often the button is hit. */
  ask<N extends CommandName>(name: N, args: CommandArgs<N>): Asked {
    const command = makeCommand(this.#environment.newId(), name, args);
    const now = this.#environment.elapsed();
    const what = JSON.stringify([name, args]);
    if (this.#last?.what === what && now - this.#last.at < doubleTap) return this.#last.asked;
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(command.id, resolve));
    const asked: Asked = { id: command.id, kept: this.#keep(command), outcome };
    if (textOf(command) !== undefined) this.#last = { what, at: now, asked };
    return asked;
  }

  async #keep(command: Command): Promise<boolean> {
    const phase = openStep(this.#snapshot.mirror?.phases ?? []);
    const slow = this.#environment.setTimer(() => this.#pump(), slowDevice);
    const kept = await this.#outbox.add(command, this.#environment.now(), {
      ...(phase && belongsToItsStep(command) && { phase: phase.id }),
      tried: this.#snapshot.link === 'live',
    });
    this.#environment.clearTimer(slow);
    this.#pump();
    return kept;
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
        this.#clock.right();
        if (frame.type === 'welcome') this.#recognised();
        this.#goal = { seq: frame.seq, until: this.#environment.elapsed() + catchingUp };
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
        if (this.#goal) this.#pump();
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
    this.#outbox.acknowledged(id, seq);
    this.#settle(id, { done: true, seq });
  }

  #refused(id: string, { code, data }: Extract<ServerFrame, { type: 'refused' }>): void {
    this.#refuse(id, { code, data });
  }

  #refuse(id: string, refusal: Refusal): void {
    // Those who run a workshop have their own way of telling; a participant may have gone meanwhile.
    const told = this.#waiting.has(id) || this.#role !== 'participant';
    if (this.#outbox.refused(id, refusal, this.#environment.elapsed(), told)) {
      this.#settle(id, { done: false, refusal });
    } else {
      this.#pump();
    }
  }

  #folded(frame: ServerFrame): Mirror | undefined {
    return apply(this.#snapshot.mirror, tellErased(frame, this.#erasedWords()));
  }

  /** Who we are is known: what they left on this device goes. */
  #recognised(): void {
    const { you } = this.#snapshot.mirror ?? {};
    if (!you) return;
    const ready = (): void => {
      this.#environment.clearTimer(slow);
      this.#restored = true;
      this.#pump();
    };
    // What was asked earlier goes first, unless the device takes too long to tell.
    const slow = this.#environment.setTimer(ready, slowDevice);
    void this.#outbox.restore(you.participant ?? you.role, !this.#justJoined).then(ready);
  }

  #noticed(notice: Notice): void {
    if (notice.code === 'read_only') this.#change({ readOnly: true });
    if (notice.code === 'writable') this.#change({ readOnly: false });
  }

  #settle(id: string, outcome: Outcome): void {
    // A refused text may be sent again at once, unchanged.
    if (!outcome.done && this.#last?.asked.id === id) this.#last = undefined;
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
    this.#pump();
  }

  #linked(link: Link, ending: Ending | undefined): void {
    if (link !== 'live') this.#outbox.disconnected();
    // Somebody else may use this device next.
    if (ending === 'removed' || ending === 'erased') void this.#outbox.purge();
    this.#change({ link, ending });
    if (link === 'live') this.#pump();
  }

  /** Sends what is due, and comes back when more will be or when an answer is overdue. */
  #pump(): void {
    if (this.#stopped) return;
    this.#environment.clearTimer(this.#timer);
    if (this.#snapshot.link !== 'live' || !this.#restored) return;
    const now = this.#environment.elapsed();
    const waits = this.#outbox.due(now).filter((command) => !this.#dispatch(command));
    const next = Math.min(
      this.#outbox.nextDue ?? Infinity,
      waits.length > 0 ? (this.#goal?.until ?? Infinity) : Infinity,
    );
    const delay = Math.min(Math.max(0, next - now), this.#outbox.underWay ? 5_000 : Infinity);
    if (delay === Infinity) return;
    this.#timer = this.#environment.setTimer(() => {
      if (this.#outbox.underWay) this.#connection.checkHeard();
      this.#pump();
    }, delay);
  }

  /** False when it has to wait until we know which step is open. */
  #dispatch(command: Command): boolean {
    const entry = this.#outbox.find(command.id);
    if (entry?.state !== 'kept') return true;
    if (tooLarge(command)) {
      this.#refuse(command.id, { code: 'too_large', data: {} });
      return true;
    }
    if (entry.phase !== undefined && !entry.tried) {
      if (this.#isBehind()) return false;
      const phases = this.#snapshot.mirror?.phases ?? [];
      const open = openStep(phases);
      if (open?.id !== entry.phase) {
        const expects = phases.find(({ id }) => id === entry.phase)?.kind;
        const data = { ...(expects && { expects }), open: open?.kind ?? null };
        this.#refuse(command.id, { code: 'wrong_phase', data });
        return true;
      }
    }
    if (this.#connection.send(command)) this.#outbox.sent(command.id);
    return true;
  }

  /** Greeted, and what was missed has not all come yet. */
  #isBehind(): boolean {
    const goal = this.#goal;
    if (!goal) return false;
    const there = (this.#snapshot.mirror?.seq ?? 0) >= goal.seq;
    if (!there && this.#environment.elapsed() < goal.until) return true;
    this.#goal = undefined;
    return false;
  }

  #change(changes: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
}
