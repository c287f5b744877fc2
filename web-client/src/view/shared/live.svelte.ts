import { deviceStore } from '../../core/device_store.ts';
import type { LiveRole } from '../../core/generated/protocol.ts';
import { memoryStore } from '../../core/outbox.ts';
import { Session, type Snapshot, type TransportMemory } from '../../core/session.ts';
import type { TransportName } from '../../core/transport.ts';
import { browserSocket } from '../../core/websocket.ts';
import { api } from './api.ts';

/** A session as Svelte sees it: `snapshot` is reactive, and replaced, never changed in place. */
export class Live {
  readonly session: Session;
  snapshot: Snapshot = $state.raw() as Snapshot;
  readonly #leave: (() => void)[] = [];

  /** `participant`: who one is to be; what is kept on a device that people share is kept for each. */
  constructor(workshop: string, role: LiveRole, participant?: string) {
    api.participant = participant;
    this.session = new Session({
      origin: location.origin.replace(/^http/, 'ws'),
      workshop,
      role,
      socket: browserSocket,
      api,
      store: storeFor(workshop, participant === undefined ? role : `${role}.${participant}`),
      memory: tabMemory,
    });
    this.#leave.push(this.session.subscribe((snapshot) => (this.snapshot = snapshot)));
    this.#listen(window, 'online', () => this.session.wake());
    this.#listen(window, 'pageshow', () => this.session.wake());
    this.#listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') this.session.wake();
    });
    this.session.start();
  }

  stop(): void {
    for (const leave of this.#leave) leave();
    this.session.stop();
  }

  #listen(target: EventTarget, event: string, react: () => void): void {
    target.addEventListener(event, react);
    this.#leave.push(() => target.removeEventListener(event, react));
  }
}

/** Storage can be switched off: then commands live as long as the page. */
function storeFor(workshop: string, role: string): ReturnType<typeof memoryStore> {
  try {
    return deviceStore(localStorage, workshop, role);
  } catch {
    return memoryStore();
  }
}

const key = 'atelier.transport';

/** What got through to this tab, so that a reload does not find out again what does not. */
const tabMemory: TransportMemory = {
  recall: () => {
    try {
      return (sessionStorage.getItem(key) ?? undefined) as TransportName | undefined;
    } catch {
      return undefined;
    }
  },
  remember: (name) => {
    try {
      sessionStorage.setItem(key, name);
    } catch {
      // Found out again by the next page.
    }
  },
};
