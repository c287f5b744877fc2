import { secretOf, workshopOn } from '../../scenarios/support/organiser.ts';
import { Person } from '../../scenarios/support/person.ts';
import type { Server } from '../../scenarios/support/server.ts';

/** A small workshop for the day after: two people, an idea each, and a commitment. */
export interface Ended {
  readonly workshop: Awaited<ReturnType<typeof workshopOn>>;
  readonly director: Person;
  readonly people: readonly Person[];
  leave(): void;
}

export const said = 'Créer des îlots de fraîcheur autour des écoles';
export const kept = 'Récupérer l’eau des toits';
export const promised = 'Planter une haie';

const template = {
  title: 'L’eau du village',
  boards: [{ id: 'main', levers: [{ id: 'entraide', name: 'Entraide', symbol: 'hands', colour: 'teal' }] }],
  phases: [
    { id: 'idees', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 5 } },
    { id: 'engagements', kind: 'commit', title: 'Engagements', minutes: 5, settings: { max_per_person: 3 } },
  ],
};

/** Nearly ended: closing it is the facilitators'. */
export async function nearlyEnded(server: Server, title = template.title): Promise<Ended> {
  const workshop = await workshopOn(server, { language: 'fr', title, template: template as never });
  const director = await Person.enter(server, secretOf(workshop.links.facilitator));
  const ada = await Person.join(server, workshop.code, { name: 'Mirabelle' });
  const ben = await Person.join(server, workshop.code, { name: 'Ben' });
  await director.does('phase.open', { phase: 'idees' });
  await ada.does('idea.post', { text: said });
  await ben.does('idea.post', { text: kept });
  await director.does('phase.open', { phase: 'engagements' });
  await ben.does('commitment.make', { text: promised, who: 'individual', by: 'fin mars' });
  const people = [ada, ben];
  return { workshop, director, people, leave: () => [director, ...people].forEach((each) => each.leave()) };
}
