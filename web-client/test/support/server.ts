import type { Ack, ClientFrame, Command, Delta, Hello, Phase, ServerFrame } from '../../src/core/generated/protocol.ts';
import type { SocketFactory } from '../../src/core/websocket.ts';
import type { TransportName } from '../../src/core/transport.ts';
import { FakeSocket, type FakeWorld, welcome } from './world.ts';

/** Where frames go: a socket, a stream, or the polls of a session. In order, whatever the delay. */
class FakeLine {
  readonly name: TransportName;
  readonly cut: () => void;
  readonly #deliver: (frame: ServerFrame) => void;
  #kept: ServerFrame[] = [];
  #held = false;
  #due = 0;

  constructor(name: TransportName, deliver: (frame: ServerFrame) => void, cut: () => void) {
    this.name = name;
    this.#deliver = deliver;
    this.cut = cut;
  }

  push(frame: ServerFrame): void {
    if (this.#held) this.#kept.push(frame);
    else this.#deliver(frame);
  }

  /** Somebody in between keeps everything, for a while. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) this.#kept.splice(0).forEach((frame) => this.#deliver(frame));
  }

  later(world: FakeWorld, delay: number, frames: () => ServerFrame[]): void {
    const now = world.now();
    this.#due = Math.max(this.#due, now + delay);
    if (this.#due <= now) frames().forEach((frame) => this.push(frame));
    else world.setTimer(() => frames().forEach((frame) => this.push(frame)), this.#due - now);
  }
}

interface PollSession {
  readonly line: FakeLine;
  queue: ServerFrame[];
  sent: number;
  waiting: ((frames: ServerFrame[]) => void) | undefined;
}

type Resume = Hello['resume'];

/** One workshop of one participant, over all three transports, as far as a client can tell. */
export class FakeServer {
  readonly world: FakeWorld;
  /** Refused at once. */
  readonly refused = new Set<TransportName>();
  /** Accepted, and nothing comes. */
  readonly #held = new Set<TransportName>();
  /** What opened, in order. */
  readonly opened: TransportName[] = [];
  /** Ids of each batch that was posted. */
  readonly batches: string[][] = [];
  readonly lines = new Set<FakeLine>();
  /** Each change, in order: an idea's text, or the agenda. */
  readonly #log: (string | Phase[])[] = [];
  /** What was done, in order. */
  readonly done: Command[] = [];
  /** The agenda; a change of it is a change like any other. */
  phases: Phase[] = [];
  /** Nothing answers over HTTP either. */
  unreachable = false;
  readonly resumes: Resume[] = [];
  #epoch = 'e1';
  /** Streams say nothing more, not even that they are there. */
  mute = false;
  /** Asked before each HTTP answer; an answer given here is the answer. */
  before: (path: string) => Promise<Response | undefined> | undefined = () => undefined;
  /** The same with the commands that were posted. */
  inspect: (commands: Command[]) => Response | undefined = () => undefined;
  /** How much later than an answer to a POST the change is shown, in ms. */
  delay = 0;
  /** Whether an answer gets lost on its way. */
  loses: () => boolean = () => false;
  readonly #acks = new Map<string, Ack>();
  readonly #polls = new Map<string, PollSession>();

  constructor(world: FakeWorld) {
    this.world = world;
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** Another server, for which older numbers mean nothing. */
  restart(epoch: string): void {
    this.cut();
    this.#epoch = epoch;
  }

  get seq(): number {
    return this.#log.length;
  }

  get texts(): string[] {
    return this.#log.filter((change) => typeof change === 'string');
  }

  /** Somebody posts: a change for everyone, and the part of it that is the author's alone. */
  post(text: string): void {
    this.#happen(text);
  }

  #happen(change: string | Phase[]): void {
    this.#log.push(change);
    const { seq, epoch } = this;
    for (const line of [...this.lines]) {
      const frames = (): ServerFrame[] =>
        this.lines.has(line) && epoch === this.epoch ? this.#since(seq - 1, seq) : [];
      line.later(this.world, line.name === 'websocket' ? 0 : this.delay, frames);
    }
  }

  /** The facilitators go on to a step. */
  open(id: string): void {
    this.phases = this.phases.map((phase) => ({
      ...phase,
      status: phase.id === id ? ('open' as const) : phase.status === 'open' ? ('closed' as const) : phase.status,
    }));
    this.#happen(this.phases);
  }

  tell(frame: ServerFrame): void {
    for (const line of [...this.lines]) line.push(frame);
  }

  hold(name: TransportName, held = true): void {
    if (held) this.#held.add(name);
    else this.#held.delete(name);
    for (const line of [...this.lines]) if (line.name === name) line.hold(held);
  }

  cut(): void {
    for (const line of [...this.lines]) line.cut();
  }

  socket: SocketFactory = (url, protocols) => {
    const socket = new FakeSocket(url, protocols);
    this.opened.push('websocket');
    const line = this.#line('websocket', (frame) => void socket.say(frame), () => void socket.drop());
    this.world.setTimer(() => {
      if (socket.readyState > 1) return;
      if (this.refused.has('websocket')) void socket.drop();
      else socket.accept();
    }, 1);
    const hear = (frame: ClientFrame): void => {
      if (socket.readyState !== 1) return;
      if (frame.type === 'hello') {
        this.lines.add(line);
        this.#greet(line, frame.resume);
      } else if (this.lines.has(line)) line.push(this.#do(frame));
    };
    // Not before what is being said has been said.
    socket.heard = (frame) => queueMicrotask(() => hear(frame));
    socket.left = () => this.lines.delete(line);
    return socket;
  };

  fetch: typeof fetch = async (input, init) => {
    const url = new URL(input as string, 'http://here');
    const name = url.pathname.split('/').at(-1) ?? '';
    if (this.unreachable) throw new TypeError('no network');
    const given = await this.before(url.pathname);
    if (given) return given;
    const seq = url.searchParams.get('after');
    const resume = seq === null ? undefined : { seq: Number(seq), epoch: url.searchParams.get('epoch') ?? '' };
    const signal = init?.signal ?? undefined;
    if (name === 'stream') return this.#stream(resume, signal);
    if (name === 'poll') return this.#poll(url.searchParams.get('session') ?? '', resume, signal);
    const commands = JSON.parse(init?.body as string) as Command[];
    const refusal = this.inspect(commands);
    if (refusal) return refusal;
    this.batches.push(commands.map(({ id }) => id));
    return this.#answer(commands.map((command) => this.#do(command)));
  };

  #line(name: TransportName, deliver: (frame: ServerFrame) => void, cut: () => void): FakeLine {
    const line = new FakeLine(name, deliver, () => {
      if (this.lines.delete(line)) cut();
    });
    line.hold(this.#held.has(name));
    return line;
  }

  #answer(body: unknown): Response {
    if (this.loses()) throw new TypeError('lost');
    return Response.json(body);
  }

  #do(command: Command): Ack {
    const known = this.#acks.get(command.id);
    if (known) return known;
    this.done.push(command);
    this.post(command.do === 'idea.post' ? command.args.text : command.do);
    const ack: Ack = { type: 'ack', id: command.id, seq: this.seq };
    this.#acks.set(command.id, ack);
    return ack;
  }

  #idea(seq: number): { id: string; phase: string; text: string; at: number; status: 'published' } {
    const text = this.#log[seq - 1];
    return { id: `i${seq}`, phase: 'p', text: typeof text === 'string' ? text : '', at: 1, status: 'published' };
  }

  #since(after: number, to = this.seq): Delta[] {
    return this.#log.slice(after, to).flatMap((change, index): Delta[] => {
      const seq = after + index + 1;
      if (typeof change !== 'string') {
        const events = change.map((phase) => ({ event: 'phase.updated' as const, phase }));
        return [{ type: 'delta', seq, events }];
      }
      const idea = this.#idea(seq);
      return [
        { type: 'delta', seq, events: [{ event: 'idea.posted', idea }] },
        { type: 'delta', seq, own: true, events: [{ event: 'idea.posted', idea: { ...idea, mine: true } }] },
      ];
    });
  }

  #greet(line: FakeLine, resume: Resume): void {
    this.resumes.push(resume);
    if (resume?.epoch === this.epoch) {
      line.push({ type: 'resumed', epoch: this.epoch, seq: this.seq, now: this.world.now() });
      // The own part of the last one seen may have been cut off.
      for (const frame of this.#since(Math.max(0, resume.seq - 1))) if (frame.own || frame.seq > resume.seq) line.push(frame);
      return;
    }
    const ideas = this.#log.flatMap((change, index) =>
      typeof change === 'string' ? [{ ...this.#idea(index + 1), mine: true as const }] : [],
    );
    const state = { ideas, phases: this.phases };
    line.push(welcome({ epoch: this.epoch, seq: this.seq, now: this.world.now(), state }));
  }

  #stream(resume: Resume, signal: AbortSignal | undefined): Response {
    this.opened.push('stream');
    if (this.refused.has('stream')) throw new TypeError('refused');
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const line = this.#line(
          'stream',
          (frame) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(frame)}\n\n`)),
          () => controller.error(new TypeError('cut')),
        );
        const comment = (): void => {
          if (!this.lines.has(line)) return;
          if (!this.#held.has('stream') && !this.mute) controller.enqueue(encoder.encode(':\n\n'));
          this.world.setTimer(comment, 15_000);
        };
        this.world.setTimer(comment, 15_000);
        signal?.addEventListener('abort', () => line.cut());
        this.lines.add(line);
        this.#greet(line, resume);
      },
    });
    return new Response(body);
  }

  async #poll(id: string, resume: Resume, signal: AbortSignal | undefined): Promise<Response> {
    if (this.refused.has('poll')) {
      this.opened.push('poll');
      throw new TypeError('refused');
    }
    let session = this.#polls.get(id);
    if (!session || resume?.epoch !== this.epoch || resume.seq !== session.sent) {
      if (session) this.lines.delete(session.line);
      session = this.#session(id);
      this.#polls.set(id, session);
      this.lines.add(session.line);
      this.#greet(session.line, resume);
    }
    const open = session;
    const frames = await new Promise<ServerFrame[]>((resolve, reject) => {
      if (open.queue.length > 0) {
        resolve(open.queue);
        return;
      }
      open.waiting = resolve;
      // One poll at a time: the former one's has no more to say.
      if (signal) signal.onabort = () => reject(new TypeError('aborted'));
      this.world.setTimer(() => resolve([]), 25_000);
    });
    open.waiting = undefined;
    open.queue = [];
    for (const frame of frames) if ('seq' in frame && frame.type !== 'ack' && frame.type !== 'resumed') open.sent = Math.max(open.sent, frame.seq);
    return this.#answer(frames);
  }

  #session(id: string): PollSession {
    this.opened.push('poll');
    const push = (frame: ServerFrame): void => {
      session.queue.push(frame);
      // What comes together is answered together.
      queueMicrotask(() => session.waiting?.(session.queue));
    };
    const line = this.#line('poll', push, () => {
      this.#polls.delete(id);
      session.waiting?.([]);
    });
    const session: PollSession = { line, queue: [], sent: 0, waiting: undefined };
    return session;
  }
}
