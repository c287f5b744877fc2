import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server as Listener, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './person.ts';

/** What a request asks for, by which the proxy decides what becomes of it. */
export interface Route {
  /** The last part of the path: live, stream, poll, commands, join… */
  readonly name: string;
  readonly path: string;
  /** It asks to become a WebSocket. */
  readonly upgrade: boolean;
}

/** What somebody in between does to one connection; nothing by default. */
export interface Treatment {
  /** Answered by the proxy's own page with this status. */
  refuse?: number;
  /** The answer is kept back until it is complete. */
  hold?: boolean;
  /** How long each piece takes, in ms. */
  delay?: () => number;
  /** How long the next piece is, in bytes. */
  piece?: () => number;
  /** Cut without a word after so many ms. */
  life?: number;
}

const headEnd = '\r\n\r\n';

/**
 * A TCP proxy that knows just enough HTTP to tell routes apart: each connection carries one request
 * (the server is asked to close after it), and from then on only bytes.
 */
export class Proxy implements Place {
  readonly #listener: Listener;
  readonly #sockets = new Set<Socket>();
  readonly #port: number;
  readonly #treat: (route: Route) => Treatment;
  /** How many requests came, by the route's name. */
  readonly seen = new Map<string, number>();

  private constructor(place: Place, treat: (route: Route) => Treatment) {
    this.#port = Number(new URL(place.origin).port);
    this.#treat = treat;
    this.#listener = createServer({ allowHalfOpen: true }, (socket) => void this.#serve(socket));
  }

  static async before(place: Place, treat: (route: Route) => Treatment = () => ({})): Promise<Proxy> {
    const proxy = new Proxy(place, treat);
    proxy.#listener.listen(0, '127.0.0.1');
    await once(proxy.#listener, 'listening');
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#listener.address() as AddressInfo).port)}`;
  }

  get socketOrigin(): string {
    return this.origin.replace(/^http/, 'ws');
  }

  /** Cuts what is open; new connections are welcome. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async end(): Promise<void> {
    this.#listener.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#listener, 'close');
  }

  async #serve(client: Socket): Promise<void> {
    this.#keep(client);
    const head = await readHead(client);
    if (head === undefined) return;
    const route = routeOf(head.text);
    this.seen.set(route.name, (this.seen.get(route.name) ?? 0) + 1);
    const treatment = this.#treat(route);
    if (treatment.refuse !== undefined) {
      const page = '<h1>Blocked</h1>';
      client.end(
        `HTTP/1.1 ${String(treatment.refuse)} Blocked\r\nContent-Type: text/html\r\n` +
          `Content-Length: ${String(page.length)}\r\nConnection: close\r\n\r\n${page}`,
      );
      return;
    }
    const server = connect({ port: this.#port, host: '127.0.0.1', allowHalfOpen: true });
    this.#keep(server);
    server.on('close', () => client.destroy());
    client.on('close', () => server.destroy());
    server.write(route.upgrade ? head.text + headEnd : withoutKeepAlive(head.text) + headEnd);
    server.write(head.rest);
    if (treatment.life !== undefined) {
      const timer = setTimeout(() => [client, server].forEach((each) => each.resetAndDestroy()), treatment.life);
      client.on('close', () => clearTimeout(timer));
    }
    await Promise.all([pass(client, server, treatment), pass(server, client, treatment, treatment.hold)]);
  }

  #keep(socket: Socket): void {
    socket.setNoDelay(true);
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

async function readHead(client: Socket): Promise<{ text: string; rest: Buffer } | undefined> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const chunk = client.read() as Buffer | null;
    if (chunk === null) {
      if (client.readableEnded || client.destroyed) return undefined;
      await Promise.race([once(client, 'readable'), once(client, 'close')]).catch(() => undefined);
      continue;
    }
    bytes = Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf(headEnd);
    if (end >= 0) {
      return { text: bytes.subarray(0, end).toString('latin1'), rest: bytes.subarray(end + headEnd.length) };
    }
  }
}

function routeOf(head: string): Route {
  const path = (head.split(' ')[1] ?? '/').split('?')[0] ?? '/';
  return { name: path.split('/').at(-1) ?? '', path, upgrade: /^upgrade: *websocket/im.test(head) };
}

function withoutKeepAlive(head: string): string {
  const lines = head.split('\r\n').filter((line) => !/^(connection|keep-alive):/i.test(line));
  return [...lines, 'Connection: close'].join('\r\n');
}

async function pass(from: Socket, to: Socket, treatment: Treatment, hold = false): Promise<void> {
  const { delay, piece } = treatment;
  const held: Buffer[] = [];
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (hold) {
        held.push(chunk);
        continue;
      }
      for (let at = 0; at < chunk.length; ) {
        const size = piece ? Math.max(1, piece()) : chunk.length;
        if (delay) await sleep(delay());
        if (!to.writable) return;
        if (!to.write(chunk.subarray(at, at + size))) await Promise.race([once(to, 'drain'), once(to, 'close')]);
        at += size;
      }
    }
    if (to.writable) to.end(Buffer.concat(held));
  } catch {
    // Cut: the other side goes with it.
  }
}
