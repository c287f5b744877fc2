// One hostile connection: opens, does what its kind does, and is back 50 ms after it was cut off. A
// stubborn one sends on for as long as it can after the server said goodbye.
import { connect } from 'node:net';

const comes_back_ms = 50;

export class Line {
  /** `tally` counts for all lines together; nothing happens any more once `tally.over` is set. */
  constructor({ port, workshop, token, tally, stubborn, at_once = false }) {
    Object.assign(this, { port, workshop, token, tally, stubborn, at_once });
  }

  /** Connects, lets `opened(socket)` do as it likes, and again whenever it ends. */
  run(opened, { reads = true } = {}) {
    if (this.tally.over) return;
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true, allowHalfOpen: this.stubborn });
    this.socket = socket;
    this.tally.connections += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.at_once) setImmediate(() => this.run(opened, { reads }));
      else setTimeout(() => this.run(opened, { reads }), comes_back_ms);
    });
    socket.once('connect', () => opened(socket));
    if (reads) socket.on('data', () => undefined);
    else socket.pause();
  }

  /** The head of a request to this workshop, as a participant. */
  head(method, path, { query = '', headers = [] } = {}) {
    return [
      `${method} /api/v1/workshops/${this.workshop}/${path}?as=participant${query} HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${this.token}`,
      ...headers,
      '\r\n',
    ].join('\r\n');
  }

  get upgrade() {
    return this.head('GET', 'live', {
      headers: [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol: atelier.v1',
      ],
    });
  }

  /** Once the server took the upgrade, `opened(socket)`. */
  webSocket(opened, { reads = true } = {}) {
    this.run((socket) => {
      socket.write(this.upgrade);
      // Whatever comes first is the answer to it.
      socket.once('data', () => {
        if (!reads) socket.pause();
        opened(socket);
      });
    });
  }

  send(socket, bytes, count = 1) {
    this.tally.sent += count;
    return socket.write(bytes);
  }

  /** `piece()` gives `count` messages; as many of them as the server takes. */
  flood(socket, count, piece) {
    const more = () => {
      if (this.tally.over || !socket.writable) return;
      const room = this.send(socket, piece(), count);
      if (room) setImmediate(more);
      else socket.once('drain', () => setImmediate(more));
    };
    more();
  }

  /** One request after the other, each as soon as the one before was answered. */
  requests(socket, make) {
    let head = '';
    let left = 0;
    const next = () => {
      if (!this.tally.over && socket.writable) this.send(socket, make());
    };
    socket.on('data', (bytes) => {
      if (left === 0) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        this.tally.answers[head.slice(9, 12)] = (this.tally.answers[head.slice(9, 12)] ?? 0) + 1;
        left = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) - (head.length - end - 4);
        head = '';
      } else {
        left -= bytes.length;
      }
      if (left <= 0) {
        left = 0;
        next();
      }
    });
    next();
  }
}
