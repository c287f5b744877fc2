import {
  Api,
  type Command,
  type CommandAnswer,
  type CommandName,
  type Delta,
  type Hello,
  type Line,
  type LiveRole,
  type ServerFrame,
  systemEnvironment,
  type TransportName,
  waysInto,
} from '../../../web-client/src/core/index.ts';
import type { Place } from './person.ts';
import { until } from './until.ts';
import { socketWith, watchedFetch } from './watched.ts';

export interface Credential {
  readonly workshop: string;
  readonly token: string;
  readonly role: LiveRole;
}

type Of<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** One line of one transport, without a session: what came by it, in order. */
export class RawLine {
  readonly frames: ServerFrame[] = [];
  closed: number | undefined;
  readonly #line: Line;
  #resume: Hello['resume'];

  constructor(name: TransportName, place: Place, { workshop, token, role }: Credential, resume?: Hello['resume']) {
    this.#resume = resume;
    const api = new Api({ origin: place.origin, bearer: token, fetch: watchedFetch });
    const [transport] = waysInto(
      { origin: place.socketOrigin, workshop, role, socket: socketWith(token), api, transports: [name] },
      systemEnvironment,
    );
    if (!transport) throw new Error(`no transport ${name}`);
    this.#line = transport.open({
      resume: () => this.#resume,
      frame: (frame) => this.#received(frame),
      heard: () => undefined,
      closed: (code) => (this.closed = code),
    });
  }

  /** Comes in and has been greeted. */
  static async open(...from: ConstructorParameters<typeof RawLine>): Promise<RawLine> {
    const line = new RawLine(...from);
    await until('a greeting', () => line.greeting !== undefined || line.closed !== undefined);
    if (line.closed !== undefined) throw new Error(`closed with ${String(line.closed)}`);
    return line;
  }

  get greeting(): Of<'welcome'> | Of<'resumed'> | undefined {
    return this.all('welcome')[0] ?? this.all('resumed')[0];
  }

  /** Where it is, for those who come back. */
  get position(): NonNullable<Hello['resume']> {
    if (!this.#resume) throw new Error('not greeted');
    return this.#resume;
  }

  all<T extends ServerFrame['type']>(type: T): Of<T>[] {
    return this.frames.filter((frame): frame is Of<T> => frame.type === type);
  }

  /** Deltas in which something happened, to everyone of the role or to this one alone. */
  changes(own = false): Delta[] {
    return this.all('delta').filter((delta) => delta.events.length > 0 && (delta.own ?? false) === own);
  }

  send(command: Command): void {
    this.#line.send(command);
  }

  async asks(name: CommandName, args: unknown, id: string = crypto.randomUUID()): Promise<CommandAnswer> {
    const before = this.frames.length;
    this.send({ type: 'command', id, do: name, args } as unknown as Command);
    let answer: ServerFrame | undefined;
    await until(`an answer to ${name}`, () => {
      answer = this.frames.slice(before).find((frame) => (frame.type === 'ack' || frame.type === 'refused') && frame.id === id);
      return answer !== undefined;
    });
    return answer as unknown as CommandAnswer;
  }

  cut(): void {
    this.#line.close();
  }

  #received(frame: ServerFrame): void {
    this.frames.push(frame);
    if (frame.type === 'welcome') this.#resume = { epoch: frame.epoch, seq: frame.seq };
    if (frame.type === 'delta' && !frame.own && this.#resume) this.#resume = { ...this.#resume, seq: frame.seq };
  }
}
