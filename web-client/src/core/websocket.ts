import { decodeServerFrame, encodeClientFrame } from './frames.ts';
import { closeCode, type Line, type LineListener, type Transport } from './transport.ts';

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

const openState = 1;

export function webSocketTransport(url: string, socket: SocketFactory): Transport {
  return { name: 'websocket', open: (listener) => openSocket(url, socket, listener) };
}

function openSocket(url: string, factory: SocketFactory, listener: LineListener): Line {
  let socket: Socket;
  try {
    socket = factory(url, [subprotocol]);
  } catch {
    // Some devices have the class and forbid its use.
    listener.closed(closeCode.broken);
    return { send: () => false, close: () => undefined };
  }
  socket.onopen = () => {
    const resume = listener.resume();
    socket.send(encodeClientFrame(resume ? { type: 'hello', resume } : { type: 'hello' }));
  };
  socket.onmessage = ({ data }) => {
    const frame = typeof data === 'string' ? decodeServerFrame(data) : undefined;
    if (frame) listener.frame(frame);
    else listener.heard();
  };
  socket.onerror = () => undefined; // A close follows.
  socket.onclose = ({ code }) => listener.closed(code);
  return {
    send: (command) => {
      if (socket.readyState !== openState) return false;
      socket.send(encodeClientFrame(command));
      return true;
    },
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      if (socket.readyState <= openState) socket.close(1000);
    },
  };
}
