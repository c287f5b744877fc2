import {
  Api,
  type CreateWorkshopRequest,
  type CreateWorkshopResponse,
} from '../../../web-client/src/core/index.ts';
import { Person } from './person.ts';
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

/** A workshop in which ideas are being collected and shown at once, and who runs it. */
export async function collectingOn(
  server: Server,
  title: string,
): Promise<{ workshop: CreateWorkshopResponse; facilitator: Person }> {
  const template = {
    title,
    boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
    phases: [
      { id: 'open', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    ],
  };
  const workshop = await workshopOn(server, { language: 'fr', template: template as never });
  const facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  await facilitator.does('phase.open', { phase: 'open' });
  return { workshop, facilitator };
}
