import type { Environment } from './clock.ts';
import { decodeServerFrame, encodeClientFrame } from './frames.ts';
import type { ClientFrame, Hello, ServerFrame } from './generated/protocol.ts';

export const subprotocol = 'atelier.v1';

/** What we use of a WebSocket: the browser's, or that of the `ws` package in tests. */
export interface Socket {
  readonly readyState: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}
export type SocketFactory = (url: string, protocols: string[]) => Socket;

export const browserSocket: SocketFactory = (url, protocols) =>
  new WebSocket(url, protocols) as unknown as Socket;

/**
 * `live`: the server has answered our hello. `lost`: trying again by itself.
 * `ended`: trying again is useless (see `Ending`).
 */
export type Link = 'connecting' | 'live' | 'lost' | 'ended';
export type Ending = 'not_joined' | 'erased' | 'removed' | 'stopped';

export interface ConnectionOptions {
  url: string;
  socket: SocketFactory;
  environment: Environment;
  /** Where to resume from; undefined asks for everything. */
  resume: () => Hello['resume'];
  onFrame: (frame: ServerFrame) => void;
  onLink: (link: Link, ending?: Ending) => void;
  /** Asked after handshakes that failed, which a browser does not explain: may we still come in? */
  admitted: () => Promise<boolean>;
}

const firstDelay = 400;
const longestDelay = 15_000;
/** Nothing heard for so long while an answer is due, or on waking up: the line is dead. */
const silence = 12_000;
const openState = 1;

const endings: Record<number, Ending> = { 4401: 'not_joined', 4404: 'erased' };

/** One live connection that comes back by itself until it is ended. */
export class Connection {
  readonly #options: ConnectionOptions;
  #socket: Socket | undefined;
  #retry: unknown;
  #failures = 0;
  #heard = 0;
  #link: Link = 'connecting';

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#open();
  }

  /** True when the frame was handed to a live connection; whether it arrived, an ack will tell. */
  send(frame: ClientFrame): boolean {
    if (this.#link !== 'live' || this.#socket?.readyState !== openState) return false;
    this.#socket.send(encodeClientFrame(frame));
    return true;
  }

  /** The network is back or the page is seen again: do not sit out the delay. */
  wake(): void {
    if (this.#link === 'lost') this.#open();
    else this.checkHeard();
  }

  /** Gives up a connection on which nothing has come for too long; the next one resumes. */
  checkHeard(): void {
    const { environment } = this.#options;
    if (this.#link === 'live' && environment.now() - this.#heard > silence) this.#drop();
  }

  stop(): void {
    this.#end('stopped');
  }

  #open(): void {
    const { environment, socket, url } = this.#options;
    environment.clearTimer(this.#retry);
    this.#detach();
    if (this.#link === 'ended') return;
    const fresh = socket(url, [subprotocol]);
    this.#socket = fresh;
    fresh.onopen = () => {
      const resume = this.#options.resume();
      fresh.send(encodeClientFrame(resume ? { type: 'hello', resume } : { type: 'hello' }));
    };
    fresh.onmessage = (event) => this.#receive(event.data);
    fresh.onerror = () => undefined; // A close follows.
    fresh.onclose = (event) => this.#closed(event.code);
  }

  #receive(data: unknown): void {
    this.#heard = this.#options.environment.now();
    const frame = typeof data === 'string' ? decodeServerFrame(data) : undefined;
    if (!frame) return;
    if (frame.type === 'notice' && frame.code === 'removed') {
      this.#end('removed');
      return;
    }
    this.#options.onFrame(frame);
    if (frame.type === 'welcome' || frame.type === 'resumed') {
      this.#failures = 0;
      this.#become('live');
    }
  }

  #closed(code: number): void {
    this.#detach();
    const ending = endings[code];
    if (ending) {
      this.#end(ending);
      return;
    }
    const wasLive = this.#link === 'live';
    this.#become('lost');
    this.#failures += 1;
    this.#schedule();
    if (!wasLive) void this.#askAdmission();
  }

  async #askAdmission(): Promise<void> {
    if (!(await this.#options.admitted()) && this.#link === 'lost') this.#end('not_joined');
  }

  /** Twice as long after each failure, anywhere in the upper half: a room does not return as one. */
  #schedule(): void {
    const { environment } = this.#options;
    const ceiling = Math.min(longestDelay, firstDelay * 2 ** Math.min(this.#failures, 10));
    const delay = ceiling * (0.5 + environment.random() / 2);
    this.#retry = environment.setTimer(() => this.#open(), delay);
  }

  #drop(): void {
    this.#socket?.close();
    this.#closed(1006);
  }

  #end(ending: Ending): void {
    this.#options.environment.clearTimer(this.#retry);
    this.#socket?.close(1000);
    this.#detach();
    if (this.#link !== 'ended') this.#become('ended', ending);
  }

  #detach(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    if (socket.readyState <= openState) socket.close();
  }

  #become(link: Link, ending?: Ending): void {
    if (this.#link === link) return;
    this.#link = link;
    this.#options.onLink(link, ending);
  }
}
