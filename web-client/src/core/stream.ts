import type { Api } from './api.ts';
import type { Environment } from './clock.ts';
import { EventStreamReader } from './event_stream.ts';
import { decodeServerFrame } from './frames.ts';
import type { LiveRole } from './generated/protocol.ts';
import { Poster } from './poster.ts';
import { closeCode, closeCodeOf, type LineListener, type Transport } from './transport.ts';

/** The server says something every 15 s; after so long without, the line is dead. */
const silence = 40_000;

/**
 * Server-sent events, read by `fetch`: an EventSource would keep the status of a refusal to itself
 * and come back when it likes.
 */
export function streamTransport(
  api: Api,
  workshop: string,
  role: LiveRole,
  environment: Environment,
): Transport {
  const open = (listener: LineListener): ReturnType<Transport['open']> => {
    const stop = new AbortController();
    const poster = new Poster(api, workshop, role, environment, listener);
    const end = (code: number): void => {
      if (stop.signal.aborted) return;
      close();
      listener.closed(code);
    };
    let watch: unknown;
    const heard = (): void => {
      stop.signal.throwIfAborted();
      environment.clearTimer(watch);
      watch = environment.setTimer(() => end(closeCode.broken), silence);
      listener.heard();
    };
    const close = (): void => {
      environment.clearTimer(watch);
      stop.abort();
      poster.close();
    };

    const run = async (): Promise<number> => {
      const answer = await api.stream(workshop, role, listener.resume(), stop.signal);
      if (!answer.ok) return closeCodeOf(answer.failure.code);
      const body = answer.value.getReader();
      const events = new EventStreamReader();
      for (;;) {
        const { done, value } = await body.read();
        if (done) return closeCode.broken;
        heard();
        for (const { name, data } of events.read(value)) {
          if (name === 'close') return codeIn(data);
          const frame = name === 'message' ? decodeServerFrame(data) : undefined;
          if (frame) listener.frame(frame);
          // A frame may have made us leave.
          stop.signal.throwIfAborted();
        }
      }
    };
    void run().then(end, () => end(closeCode.broken));
    return { send: (command) => poster.send(command), close };
  };
  return { name: 'stream', open };
}

function codeIn(data: string): number {
  try {
    const { code } = JSON.parse(data) as { code?: unknown };
    return typeof code === 'number' ? code : closeCode.broken;
  } catch {
    return closeCode.broken;
  }
}
