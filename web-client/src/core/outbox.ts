import { laneOf, textOf } from './asked.ts';
import type { Command, RefusalCode, RefusalData } from './generated/protocol.ts';
import type { OutboxStore } from './outbox_store.ts';
import { alone, type News, type Tabs } from './tabs.ts';

/**
 * Commands on their way. Each is kept on the device under an id of its own from the moment it is
 * made until the server has answered for good; sent again with the same id after a cut or a
 * "not now", it is done once.
 *
 * Order: commands that depend on each other share a lane, and a lane has one command under way at a
 * time, so that a retry never overtakes what was asked later (dots moved from one idea to another,
 * a card moved twice). Lanes are those of the person: what another tab asked first goes first.
 *
 * Whose: nothing goes before the server has said who we are, and what somebody else left on this
 * device is neither shown nor sent.
 */
export interface Entry {
  readonly command: Command;
  /** Its place among all: when it was made, by this device's clock, and later than those before. */
  readonly at: number;
  readonly state: 'kept' | 'sent' | 'refused';
  /** The tab that sends it; absent in what an earlier version kept. */
  readonly tab?: string;
  /** Who asked; absent until the server has said, and in what an earlier version kept. */
  readonly person?: string;
  /** The step that was open for who asked. */
  readonly phase?: string;
  /** It may have reached the server. */
  readonly tried?: boolean;
  /** The server said "not now": do not send before this time of this page. */
  readonly notBefore?: number;
  readonly refusal?: Refusal;
  /** It is on the device. */
  readonly stored?: boolean;
  /** It is not, and will not be (storage full or switched off): it lives as long as the page. */
  readonly volatile?: boolean;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly data: RefusalData;
}

export type Outcome =
  | { readonly done: true; readonly seq: number }
  | { readonly done: false; readonly refusal: Refusal };

export interface OutboxOptions {
  tabs?: Tabs;
  /** Time that only goes forward. */
  elapsed?: () => number;
  /** Another tab has had the final answer to something. */
  onOver?: (id: string, outcome: Outcome) => void;
  /** There may be more to send. */
  onMore?: () => void;
}

/** So long another tab has to get through; then this one sends it as well. */
export const otherTabsTurn = 5_000;

export class Outbox {
  #entries: readonly Entry[] = [];
  #keeps = true;
  #person: string | undefined;
  /** Answered for good: what a slow device still gives back of these is of no interest. */
  readonly #over = new Set<string>();
  /** Since when another tab has had it. */
  readonly #elsewhere = new Map<string, number>();
  readonly #store: OutboxStore;
  readonly #onChange: () => void;
  readonly #tabs: Tabs;
  readonly #elapsed: () => number;
  readonly #onMore: () => void;

  constructor(store: OutboxStore, onChange: () => void, options: OutboxOptions = {}) {
    this.#store = store;
    this.#onChange = onChange;
    this.#tabs = options.tabs ?? alone();
    this.#elapsed = options.elapsed ?? (() => performance.now());
    this.#onMore = options.onMore ?? (() => undefined);
    this.#tabs.listen((news) => this.#heard(news, options.onOver));
    store.lost?.(() => {
      for (const entry of this.#entries) {
        if (this.#isMine(entry) && !this.#over.has(entry.command.id)) void this.#keep(entry);
      }
    });
  }

  /** In the order they were asked; a new array after each change. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether this device keeps what is asked, as far as is known. */
  get keeps(): boolean {
    return this.#keeps;
  }

  find(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.command.id === id);
  }

  /**
   * The server has said who we are. Takes up what they left here at an earlier visit, and forgets what
   * is somebody else's; `unnamed` ones are theirs unless they have only just joined.
   */
  async restore(person: string, unnamed = true): Promise<void> {
    if (this.#person !== person) {
      const theirs = (entry: Entry): boolean => (entry.person ?? person) === person;
      for (const entry of this.#entries) {
        if (!theirs(entry)) this.#finish(entry.command.id);
        else if (entry.person === undefined && this.#isMine(entry)) void this.#keep({ ...entry, person });
      }
      this.#set(this.#entries.filter(theirs).map((entry) => ({ ...entry, person })));
      this.#person = person;
    }
    await this.refresh(unnamed);
  }

  /** Looks at what the device has, and takes over from tabs that are no more. */
  async refresh(unnamed = true): Promise<void> {
    const stored = await this.#store.all().catch(() => undefined);
    if (!stored) {
      this.#keptOrNot(false);
      return;
    }
    if (this.#person === undefined) return;
    const others = stored.flatMap(({ tab }) => (tab !== undefined && tab !== this.#tabs.id ? [tab] : []));
    const gone = new Set(await this.#tabs.gone([...new Set(others)]));
    this.#merge(stored, gone, unnamed);
    this.#onMore();
  }

  /** Resolves to whether the command is on the device, or known not to be. */
  async add(command: Command, at: number, about: Pick<Entry, 'phase' | 'tried'> = {}): Promise<boolean> {
    const last = this.#entries.at(-1)?.at ?? -Infinity;
    const entry: Entry = {
      command,
      at: Math.max(at, last + 1),
      state: 'kept',
      tab: this.#tabs.id,
      ...(this.#person !== undefined && { person: this.#person }),
      ...about,
    };
    this.#set([...this.#entries, entry]);
    const kept = await this.#keep(entry);
    if (kept) this.#tabs.tell({ kind: 'changed' });
    return kept;
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
      if (!this.#isMine(entry)) {
        if (this.#turnEnds(entry) > now) continue;
        this.#takeOver(entry);
        due.push(entry.command);
      } else if (entry.state === 'kept' && (entry.notBefore ?? 0) <= now) due.push(entry.command);
    }
    return due;
  }

  /** When something that waits falls due, if anything does. */
  get nextDue(): number | undefined {
    const times = this.#entries.flatMap((entry) => {
      if (entry.state === 'refused') return [];
      if (!this.#isMine(entry)) return [this.#turnEnds(entry)];
      return entry.state === 'kept' && entry.notBefore !== undefined ? [entry.notBefore] : [];
    });
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** Something of this tab has no answer yet. */
  get underWay(): boolean {
    return this.#entries.some((entry) => entry.state === 'sent' && this.#isMine(entry));
  }

  sent(id: string): void {
    const before = this.find(id);
    this.#update(id, (entry) => ({ ...withState(entry, 'sent'), tried: true }));
    const after = this.find(id);
    if (after && before?.tried !== true) void this.#keep(after);
    this.#tabs.tell({ kind: 'sent', ids: [id] });
  }

  /** The connection is gone: what had no answer is unknown, and will be sent again. */
  disconnected(): void {
    if (!this.underWay) return;
    this.#set(
      this.#entries.map((entry) =>
        entry.state === 'sent' && this.#isMine(entry) ? withState(entry, 'kept') : entry,
      ),
    );
  }

  acknowledged(id: string, seq = 0): void {
    this.#drop(id);
    this.#tabs.tell({ kind: 'over', id, outcome: { done: true, seq } });
  }

  /**
   * True when the refusal is final. What was written stays in sight, and so does what nobody has been
   * told of (`told`: who asked is still on this page).
   */
  refused(id: string, refusal: Refusal, now: number, told = true): boolean {
    const entry = this.find(id);
    if (!entry) return true;
    const wait = refusal.data.retry_after_ms;
    if (wait !== undefined) {
      this.#update(id, (current) => ({ ...withState(current, 'kept'), notBefore: now + wait }));
      return false;
    }
    const over: News = { kind: 'over', id, outcome: { done: false, refusal } };
    if (textOf(entry.command) === undefined && told) {
      this.#drop(id);
      this.#tabs.tell(over);
      return true;
    }
    const held: Entry = { ...withState(entry, 'refused'), refusal };
    this.#update(id, () => held);
    void this.#keep(held).then(() => this.#tabs.tell(over));
    return true;
  }

  /** Put away by who asked. */
  discard(id: string): void {
    this.#drop(id);
    this.#tabs.tell({ kind: 'away', id });
  }

  /** Nothing of this workshop stays on the device; what is in sight does, as long as the page. */
  async purge(): Promise<void> {
    const stored = await this.#store.all().catch(() => []);
    for (const { command } of [...stored, ...this.#entries]) this.#finish(command.id);
    this.#person = undefined;
    this.#set(this.#entries.map(({ stored: _, ...entry }) => ({ ...entry, volatile: true })));
  }

  #isMine({ tab }: Entry): boolean {
    return tab === undefined || tab === this.#tabs.id;
  }

  #turnEnds({ command: { id } }: Entry): number {
    return (this.#elsewhere.get(id) ?? this.#elapsed()) + otherTabsTurn;
  }

  #takeOver(entry: Entry): void {
    const { notBefore: _, ...rest } = entry;
    const mine: Entry = { ...rest, state: entry.state === 'sent' ? 'kept' : entry.state, tab: this.#tabs.id };
    this.#elsewhere.delete(entry.command.id);
    this.#update(entry.command.id, () => mine);
    void this.#keep(mine).then(() => this.#tabs.tell({ kind: 'changed' }));
  }

  #merge(stored: readonly Entry[], gone: ReadonlySet<string>, unnamed: boolean): void {
    const known = new Map(this.#entries.map((entry) => [entry.command.id, entry]));
    const merged = new Map<string, Entry>();
    for (const found of stored) {
      const { id } = found.command;
      const free = found.tab === undefined || gone.has(found.tab) || found.state === 'refused';
      if (this.#over.has(id)) {
        this.#finish(id);
      } else if ((found.person ?? (unnamed ? this.#person : undefined)) !== this.#person) {
        if (free) this.#finish(id);
      } else {
        merged.set(id, this.#whose(found, known.get(id), free));
      }
    }
    for (const entry of this.#entries) {
      const { id } = entry.command;
      if (merged.has(id) || this.#over.has(id)) continue;
      if (!this.#isMine(entry)) continue;
      merged.set(id, entry);
      // It was there, and is not any more.
      if (entry.stored) void this.#keep(entry);
    }
    for (const id of this.#elsewhere.keys()) if (!merged.has(id)) this.#elsewhere.delete(id);
    this.#set([...merged.values()].sort((a, b) => a.at - b.at));
  }

  /** What to believe of an entry that the device has and that may be known here already. */
  #whose(found: Entry, known: Entry | undefined, free: boolean): Entry {
    const { id } = found.command;
    const { notBefore: _, volatile: __, ...rest } = found;
    const entry: Entry = { ...rest, ...(this.#person !== undefined && { person: this.#person }), stored: true };
    if (found.state === 'refused') return known?.state === 'refused' ? known : entry;
    if (known && this.#isMine(known) && found.tab === this.#tabs.id) return known;
    if (found.tab === this.#tabs.id || free) {
      this.#elsewhere.delete(id);
      const mine: Entry = { ...entry, state: 'kept', tab: this.#tabs.id };
      if (found.tab !== this.#tabs.id) void this.#keep(mine);
      return mine;
    }
    if (!this.#elsewhere.has(id)) this.#elsewhere.set(id, this.#elapsed());
    return { ...entry, state: known?.state === 'sent' && !this.#isMine(known) ? 'sent' : 'kept' };
  }

  #heard(news: News, onOver: OutboxOptions['onOver']): void {
    switch (news.kind) {
      case 'changed':
      case 'left':
        void this.refresh();
        break;
      case 'sent':
        for (const id of news.ids) {
          const entry = this.find(id);
          if (entry && !this.#isMine(entry)) this.#update(id, (each) => ({ ...each, state: 'sent' }));
        }
        break;
      case 'away':
        this.#drop(news.id);
        break;
      case 'over':
        // A refused text is on the device for all tabs to show.
        if (news.outcome.done) this.#drop(news.id);
        else void this.refresh();
        onOver?.(news.id, news.outcome);
        this.#onMore();
        break;
    }
  }

  /** Puts it on the device; true when it is there. */
  async #keep(entry: Entry): Promise<boolean> {
    const { stored: _, volatile: __, notBefore: ___, ...lasting } = entry;
    const { id } = entry.command;
    const kept = await this.#store.put({ ...lasting, state: entry.state === 'sent' ? 'kept' : entry.state }).then(
      () => true,
      () => false,
    );
    this.#keptOrNot(kept);
    // Answered meanwhile: what was just put would be sent again by the next page.
    if (this.#over.has(id)) this.#finish(id);
    this.#update(id, ({ stored: _s, volatile: _v, ...current }) => ({
      ...current,
      ...(kept ? { stored: true } : { volatile: true }),
    }));
    return kept;
  }

  #keptOrNot(keeps: boolean): void {
    if (this.#keeps === keeps) return;
    this.#keeps = keeps;
    this.#onChange();
  }

  #drop(id: string): void {
    this.#finish(id);
    if (this.find(id)) this.#set(this.#entries.filter((entry) => entry.command.id !== id));
  }

  #finish(id: string): void {
    this.#over.add(id);
    this.#elsewhere.delete(id);
    this.#store.remove(id).catch(() => undefined);
  }

  #update(id: string, change: (entry: Entry) => Entry): void {
    if (!this.find(id)) return;
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
