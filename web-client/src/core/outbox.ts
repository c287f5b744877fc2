import type {
  Command,
  CommandArgs,
  CommandName,
  RefusalCode,
  RefusalData,
} from './generated/protocol.ts';

/**
 * Commands on their way. Each is kept on the device under an id of its own from the moment it is
 * made until the server has answered for good; sent again with the same id after a cut or a
 * "not now", it is done once.
 *
 * Order: commands that depend on each other share a lane, and a lane has one command under way at a
 * time, so that a retry never overtakes what was asked later (dots moved from one idea to another,
 * a card moved twice).
 */
export interface Entry {
  readonly command: Command;
  /** When it was made, by this device's clock. */
  readonly at: number;
  readonly state: 'kept' | 'sent' | 'refused';
  /** The server said "not now": do not send before this time. */
  readonly notBefore?: number;
  readonly refusal?: Refusal;
  /** Not on the device either (storage full or switched off): it lives as long as the page. */
  readonly volatile?: boolean;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly data: RefusalData;
}

export type Outcome =
  | { readonly done: true; readonly seq: number }
  | { readonly done: false; readonly refusal: Refusal };

/** Where unfinished commands outlive the page; one workshop and role each. */
export interface OutboxStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

export function memoryStore(): OutboxStore {
  const entries = new Map<string, Entry>();
  return {
    all: () => Promise.resolve([...entries.values()]),
    put: (entry) => Promise.resolve(void entries.set(entry.command.id, entry)),
    remove: (id) => Promise.resolve(void entries.delete(id)),
  };
}

export function makeCommand<N extends CommandName>(
  id: string,
  name: N,
  args: CommandArgs<N>,
): Command {
  return { type: 'command', id, do: name, args } as unknown as Command;
}

function laneOf(command: Command): string {
  switch (command.do) {
    case 'idea.post':
    case 'idea.edit':
    case 'idea.withdraw':
      return 'own ideas';
    case 'idea.publish':
    case 'idea.hide':
      return `idea ${command.args.idea}`;
    case 'placement.set':
      return `placement ${command.args.idea}`;
    case 'vote.cast':
    case 'vote.clear':
      return 'ballot';
    case 'reaction.set':
      return `reaction ${command.args.idea}`;
    default:
      return 'agenda';
  }
}

/** What a person wrote stays in sight when it is refused, until they put it away. */
function holdsText(command: Command): boolean {
  return command.do === 'idea.post' || command.do === 'idea.edit';
}

export class Outbox {
  #entries: readonly Entry[] = [];
  readonly #store: OutboxStore;
  readonly #onChange: () => void;

  constructor(store: OutboxStore, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  /** Oldest first; a new array after each change. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Takes up what an earlier visit left; what was then under way has to be sent again. */
  async restore(): Promise<void> {
    const stored = await this.#store.all().catch(() => []);
    const known = new Set(this.#entries.map((entry) => entry.command.id));
    const former = stored
      .filter((entry) => !known.has(entry.command.id))
      .map((entry): Entry => (entry.state === 'sent' ? withState(entry, 'kept') : entry))
      .sort((a, b) => a.at - b.at);
    this.#set([...former, ...this.#entries]);
  }

  /** Resolves when the command is on the device, or is known not to be. */
  async add(command: Command, at: number): Promise<void> {
    const entry: Entry = { command, at, state: 'kept' };
    this.#set([...this.#entries, entry]);
    try {
      await this.#store.put(entry);
    } catch {
      this.#update(command.id, (current) => ({ ...current, volatile: true }));
    }
  }

  /** What may be sent at `now`: the first of each lane, unless it is under way or has to wait. */
  due(now: number): Command[] {
    const busy = new Set<string>();
    const due: Command[] = [];
    for (const entry of this.#entries) {
      if (entry.state === 'refused') continue;
      const lane = laneOf(entry.command);
      if (busy.has(lane)) continue;
      busy.add(lane);
      if (entry.state === 'kept' && (entry.notBefore ?? 0) <= now) due.push(entry.command);
    }
    return due;
  }

  /** When something that waits falls due, if anything does. */
  get nextDue(): number | undefined {
    const times = this.#entries.flatMap((entry) =>
      entry.state === 'kept' && entry.notBefore !== undefined ? [entry.notBefore] : [],
    );
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  get underWay(): boolean {
    return this.#entries.some((entry) => entry.state === 'sent');
  }

  sent(id: string): void {
    this.#update(id, (entry) => withState(entry, 'sent'));
  }

  /** The connection is gone: what had no answer is unknown, and will be sent again. */
  disconnected(): void {
    if (!this.underWay) return;
    this.#set(this.#entries.map((entry) => (entry.state === 'sent' ? withState(entry, 'kept') : entry)));
  }

  acknowledged(id: string): void {
    this.discard(id);
  }

  /** True when the refusal is final. */
  refused(id: string, refusal: Refusal, now: number): boolean {
    const entry = this.#entries.find((each) => each.command.id === id);
    if (!entry) return true;
    const wait = refusal.data.retry_after_ms;
    if (wait !== undefined) {
      this.#update(id, (current) => ({ ...withState(current, 'kept'), notBefore: now + wait }));
      return false;
    }
    if (!holdsText(entry.command)) {
      this.discard(id);
      return true;
    }
    const held: Entry = { ...withState(entry, 'refused'), refusal };
    this.#update(id, () => held);
    this.#store.put(held).catch(() => undefined);
    return true;
  }

  discard(id: string): void {
    this.#set(this.#entries.filter((entry) => entry.command.id !== id));
    this.#store.remove(id).catch(() => undefined);
  }

  #update(id: string, change: (entry: Entry) => Entry): void {
    this.#set(this.#entries.map((entry) => (entry.command.id === id ? change(entry) : entry)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#onChange();
  }
}

function withState(entry: Entry, state: Entry['state']): Entry {
  const { notBefore: _, ...rest } = entry;
  return { ...rest, state };
}
