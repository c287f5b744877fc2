import { browserTabs } from '../../core/browser_tabs.ts';
import { systemEnvironment } from '../../core/clock.ts';
import { databaseStore } from '../../core/database_store.ts';
import { deviceStore } from '../../core/device_store.ts';
import type { LiveRole } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { firstThatKeeps, type OutboxStore } from '../../core/outbox_store.ts';
import { Session, type Snapshot, type TransportMemory } from '../../core/session.ts';
import type { TransportName } from '../../core/transport.ts';
import { browserSocket } from '../../core/websocket.ts';
import { t } from '../../i18n/common.ts';
import { api } from './api.ts';
import { Parts } from './parts.svelte.ts';

export interface Seat {
  /** Who one is to be: on a device that people share the cookie may be another's. */
  participant?: string | undefined;
  /** They have only just joined: nothing that lies here without a name is theirs. */
  justJoined?: boolean;
}

/** A session as Svelte sees it: each field of `snapshot` and of its mirror is reactive by itself. */
export class Live {
  readonly session: Session;
  readonly workshop: string;
  /** Cookies are refused here: they are known by a token that this tab holds. */
  readonly byToken = api.token !== undefined;
  readonly #snapshot = new Parts<Snapshot>();
  readonly #mirror = new Parts<Mirror>();
  readonly #leave: (() => void)[] = [];

  constructor(workshop: string, role: LiveRole, { participant, justJoined = false }: Seat = {}) {
    api.participant = participant;
    this.workshop = workshop;
    this.session = new Session({
      origin: location.origin.replace(/^http/, 'ws'),
      workshop,
      role,
      socket: browserSocket,
      api,
      // A browser sends no header of ours with a WebSocket, and a token has no place in an address.
      ...(this.byToken && { transports: ['stream', 'poll'] }),
      store: storeFor(workshop, role),
      tabs: browserTabs(`${workshop}.${role}`, systemEnvironment.newId()),
      justJoined,
      memory: tabMemory,
      erasedWords: () => t('erasedText'),
    });
    this.#leave.push(this.session.subscribe((snapshot) => this.#show(snapshot)));
    this.#listen(window, 'online', () => this.session.wake());
    this.#listen(window, 'offline', () => this.session.offline());
    this.#listen(window, 'pageshow', () => this.session.wake());
    this.#listen(window, 'pagehide', () => this.session.rest());
    this.#listen(document, 'resume', () => this.session.wake());
    this.#listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') this.session.wake();
    });
    this.session.start();
  }

  get snapshot(): Snapshot {
    return this.#snapshot.view;
  }

  stop(): void {
    for (const leave of this.#leave) leave();
    this.session.stop();
  }

  #show(snapshot: Snapshot): void {
    if (snapshot.mirror) this.#mirror.update(snapshot.mirror);
    this.#snapshot.update({ ...snapshot, mirror: snapshot.mirror && this.#mirror.view });
  }

  #listen(target: EventTarget, event: string, react: () => void): void {
    target.addEventListener(event, react);
    this.#leave.push(() => target.removeEventListener(event, react));
  }
}

/** The database, else the plain storage; where both are forbidden, the outbox lives with the page. */
function storeFor(workshop: string, role: LiveRole): OutboxStore {
  const stores = [databaseStore(workshop, role)];
  try {
    stores.push(deviceStore(localStorage, workshop, role));
  } catch {
    // Forbidden.
  }
  return firstThatKeeps(stores);
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
