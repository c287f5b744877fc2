import { type Api, asQuery } from './api.ts';
import type { Environment } from './clock.ts';
import type { LiveRole } from './generated/protocol.ts';
import { pollTransport } from './poll.ts';
import { streamTransport } from './stream.ts';
import type { Transport, TransportName } from './transport.ts';
import { type SocketFactory, webSocketTransport } from './websocket.ts';

export interface Ways {
  /** For example `wss://host`; the path is ours. */
  origin: string;
  workshop: string;
  role: LiveRole;
  socket: SocketFactory;
  /** For where no WebSocket gets through. */
  api: Api;
  /** Those to use, all by default. */
  transports?: readonly TransportName[];
}

/** The ways into one workshop, the best first. */
export function waysInto(ways: Ways, environment: Environment): Transport[] {
  const { origin, workshop, role, socket, api, transports } = ways;
  const live = `${origin}/api/v1/workshops/${encodeURIComponent(workshop)}/live?${asQuery(role, api.participant)}`;
  const all = [
    webSocketTransport(live, socket),
    streamTransport(api, workshop, role, environment),
    pollTransport(api, workshop, role, environment),
  ];
  return transports ? all.filter(({ name }) => transports.includes(name)) : all;
}
