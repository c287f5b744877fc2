import {
  Api,
  type CreateWorkshopRequest,
  type CreateWorkshopResponse,
} from '../../../web-client/src/core/index.ts';
import type { Server } from './server.ts';

export async function organiserOf(server: Server): Promise<Api> {
  const entered = await new Api({ origin: server.origin }).enter(server.secret('organiser'));
  if (!entered.ok) throw new Error(entered.failure.code);
  return new Api({ origin: server.origin, bearer: entered.value.token });
}

/** A new workshop, as the organiser's page makes one. */
export async function workshopOn(
  server: Server,
  request: CreateWorkshopRequest,
): Promise<CreateWorkshopResponse> {
  const made = await (await organiserOf(server)).create(request);
  if (!made.ok) throw new Error(`${made.failure.code} ${JSON.stringify(made.failure.data)}`);
  return made.value;
}

export function secretOf(link: string): string {
  return new URL(link).hash.slice(1);
}
