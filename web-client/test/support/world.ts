import type { Environment } from '../../src/core/clock.ts';
import type { ClientFrame, ServerFrame, State, Welcome } from '../../src/core/generated/protocol.ts';
import type { Socket } from '../../src/core/websocket.ts';

/** A clock that only moves when told, with its timers; chance and ids that repeat. */
export class FakeWorld implements Environment {
  #time = 1_000_000;
  /** How far this device's idea of the hour is from the truth. */
  #wrong = 0;
  #ids = 0;
  #timers = new Map<number, { at: number; run: () => void }>();
  #nextTimer = 1;

  random: () => number;

  constructor(random: () => number = () => 0.5) {
    this.random = random;
  }

  now = (): number => this.#time + this.#wrong;
  elapsed = (): number => this.#time;
  newId = (): string => {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  };

  setTimer = (run: () => void, delay: number): unknown => {
    this.#timers.set(this.#nextTimer, { at: this.#time + delay, run });
    return this.#nextTimer++;
  };

  clearTimer = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  /** Somebody, or the network, sets this device's clock. */
  setClock(by: number): void {
    this.#wrong += by;
  }

  /** The device sleeps: the hour goes on, timers and elapsed time do not. */
  sleep(duration: number): void {
    this.#wrong += duration;
  }

  async advance(duration: number): Promise<void> {
    await settled();
    const until = this.#time + duration;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= until);
      const [first] = due.sort(([, a], [, b]) => a.at - b.at);
      if (!first) break;
      this.#timers.delete(first[0]);
      this.#time = Math.max(this.#time, first[1].at);
      first[1].run();
      await settled();
    }
    this.#time = until;
    await settled();
  }
}

/** Lets promises that are ready run, and those that wait for them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** The other end of the line. */
export class FakeSocket implements Socket {
  readyState = 0;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly sent: ClientFrame[] = [];
  /** For a server at the other end. */
  heard: (frame: ClientFrame) => void = () => undefined;
  left: () => void = () => undefined;
  readonly url: string;
  readonly protocols: string[];

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
  }

  send(text: string): void {
    const frame = JSON.parse(text) as ClientFrame;
    this.sent.push(frame);
    this.heard(frame);
  }

  close(): void {
    this.readyState = 3;
    this.left();
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.(undefined as never);
  }

  async say(...frames: ServerFrame[]): Promise<void> {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) });
    await settled();
  }

  async drop(code = 1006): Promise<void> {
    this.readyState = 3;
    this.onclose?.({ code });
    await settled();
  }

  get commands(): { id: string; do: string }[] {
    return this.sent.flatMap((frame) => (frame.type === 'command' ? [frame] : []));
  }
}

export function welcome(changes: Partial<Omit<Welcome, 'state'>> & { state?: Partial<State> } = {}): Welcome {
  const state: State = {
    workshop: {
      id: 'w1',
      code: 'KM4T-9XQZ',
      title: 'T',
      question: 'Q',
      language: 'fr',
      status: 'open',
      affiliations: [],
      charter: [],
    },
    phases: [],
    boards: [],
    ideas: [],
    placements: [],
    tallies: {},
    people: { connected: 1 },
    screen: { frozen: false, spotlight: [] },
    comments: [],
    ...changes.state,
  };
  return {
    type: 'welcome',
    epoch: 'e1',
    seq: 10,
    now: 2_000_000,
    you: { role: 'participant', participant: 'p1', ballots: {} },
    ...changes,
    state,
  };
}
