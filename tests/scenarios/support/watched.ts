import WebSocket from 'ws';
import {
  EventStreamReader,
  type SocketFactory,
} from '../../../web-client/src/core/index.ts';
import { faults, type Json } from '../../protocol/contract.ts';

/** What any server in these tests ever said that is not as the contract has it. */
export const offContract: string[] = [];

function hold(schema: string, text: string): void {
  const wrong = faults(schema, JSON.parse(text) as Json);
  if (wrong) offContract.push(`${schema}: ${wrong}\n${text.slice(0, 400)}`);
}

/** A WebSocket of somebody with a token; every frame is held against the contract. */
export function socketWith(token: string, headers: Record<string, string> = {}): SocketFactory {
  return (url, protocols) => {
    const socket = new WebSocket(url, protocols, { headers: { authorization: `Bearer ${token}`, ...headers } });
    socket.on('message', (data) => hold('server-frame', String(data)));
    return socket as unknown as ReturnType<SocketFactory>;
  };
}

/** `fetch`, with every frame of a stream, poll or POST held against the contract. */
export const watchedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const name = new URL(String(input as string)).pathname.split('/').at(-1);
  if (!response.ok || !response.body) return response;
  if (name === 'stream') return new Response(response.body.pipeThrough(watchedStream()), response);
  if (name !== 'poll' && name !== 'commands') return response;
  const text = await response.text();
  hold(name === 'poll' ? 'http.poll.response' : 'http.commands.response', text);
  return new Response(text, response);
};

function watchedStream(): TransformStream<Uint8Array, Uint8Array> {
  const reader = new EventStreamReader();
  return new TransformStream({
    transform(bytes, controller) {
      for (const { name, data } of reader.read(bytes)) {
        if (name === 'message') hold('server-frame', data);
        else if (name === 'close') hold('stream.close', data);
        else offContract.push(`an event named ${name}`);
      }
      controller.enqueue(bytes);
    },
  });
}
