import type { Api } from './api.ts';
import type { Environment } from './clock.ts';
import { asServerFrame } from './frames.ts';
import type { LiveRole } from './generated/protocol.ts';
import { Poster } from './poster.ts';
import { closeCode, closeCodeOf, type LineListener, type Transport } from './transport.ts';

/** The server answers within 25 s; after so long, the request is lost. */
const patience = 40_000;
/** Somebody in between who answers "nothing" by himself would have us ask without end. */
const shortest = 1_000;

/** One request after the other, each answered as soon as there is something. */
export function pollTransport(
  api: Api,
  workshop: string,
  role: LiveRole,
  environment: Environment,
): Transport {
  const open = (listener: LineListener): ReturnType<Transport['open']> => {
    const session = environment.newId();
    const stop = new AbortController();
    const poster = new Poster(api, workshop, role, environment, listener);
    let timer: unknown;
    const close = (): void => {
      environment.clearTimer(timer);
      stop.abort();
      poster.close();
    };
    const end = (code: number): void => {
      if (stop.signal.aborted) return;
      close();
      listener.closed(code);
    };

    const ask = async (): Promise<void> => {
      const asked = environment.elapsed();
      timer = environment.setTimer(() => end(closeCode.broken), patience);
      const answer = await api.poll(workshop, role, session, listener.resume(), stop.signal);
      environment.clearTimer(timer);
      if (stop.signal.aborted) return;
      if (!answer.ok) {
        end(closeCodeOf(answer.failure.code));
        return;
      }
      listener.heard();
      const frames = Array.isArray(answer.value) ? answer.value : [];
      for (const value of frames) {
        const frame = asServerFrame(value);
        if (frame) listener.frame(frame);
        // A frame may have made us leave.
        if (isAborted(stop.signal)) return;
      }
      const idle = frames.length === 0 && environment.elapsed() - asked < shortest;
      if (idle) timer = environment.setTimer(() => void ask(), shortest);
      else void ask();
    };
    void ask();
    return { send: (command) => poster.send(command), close };
  };
  return { name: 'poll', open };
}

/** Asked anew each time: a callback may have changed it. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
