import { Api } from '../../src/core/api.ts';
import { memoryStore } from '../../src/core/outbox_store.ts';
import { Session, type SessionOptions } from '../../src/core/session.ts';
import type { TransportName } from '../../src/core/transport.ts';
import { FakeServer } from './server.ts';
import { FakeWorld, settled } from './world.ts';

export interface Visit {
  session: Session;
  server: FakeServer;
  world: FakeWorld;
}

/** One more tab of the participant. */
export function sessionOn(server: FakeServer, options: Partial<SessionOptions> = {}): Session {
  const session = new Session({
    origin: 'ws://here',
    workshop: 'w1',
    role: 'participant',
    socket: server.socket,
    api: new Api({ fetch: server.fetch }),
    store: memoryStore(),
    environment: server.world,
    ...options,
  });
  session.start();
  return session;
}

/** Somebody on their way into a workshop of a fake server. */
export function visit(prepare: (server: FakeServer) => unknown = () => undefined, options: Partial<SessionOptions> = {}, world = new FakeWorld()): Visit {
  const server = new FakeServer(world);
  prepare(server);
  const session = sessionOn(server, options);
  return { session, server, world };
}

export async function visitBy(name: TransportName): Promise<Visit> {
  const made = visit(undefined, { transports: [name] });
  await made.world.advance(10);
  await settled();
  return made;
}

export function textsIn({ session }: Pick<Visit, 'session'>): string[] {
  return [...(session.snapshot.mirror?.ideas.values() ?? [])].map(({ text }) => text);
}
