import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person, offContract } from './support/person.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { Server } from './support/server.ts';

// People support each other's ideas while they are collected: no vote, and nothing is ranked by it.

let server: Server;
let facilitator: Person;
let screen: Person;
let code: string;
let people: Person[];

const template = {
  title: 'Soutiens',
  boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
  phases: [
    { id: 'ideas', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', reactions: true } },
    { id: 'quiet', kind: 'collect', title: 'Calme', minutes: 10, settings: { moderation: 'none' } },
  ],
};
const person = (i: number): Person => people[i] as Person;
const idOf = (text: string): string => {
  const found = [...facilitator.mirror.ideas.values()].find((idea) => idea.text === text);
  if (!found) throw new Error(`no idea says ${text}`);
  return found.id;
};
const counted = (each: Person, idea: string): number => {
  const tally = each.mirror.tallies['ideas']?.[idea];
  return tally && 'people' in tally ? tally.people : 0;
};
const seenByAll = (what: string, idea: string, n: number): Promise<unknown> =>
  Promise.all([facilitator, screen, ...people].map((each) => each.sees(what, () => counted(each, idea) === n)));

beforeAll(async () => {
  server = await Server.start({});
  const workshop = await workshopOn(server, { language: 'fr', template: template as never });
  code = workshop.code;
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  screen = await Person.enter(server, secretOf(workshop.links.screen));
  people = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dan'].map((name) => Person.join(server, code, { name })));
  await facilitator.does('phase.open', { phase: 'ideas' });
  for (const [i, text] of ['Haies', 'Bancs', 'Arbres'].entries()) await person(i).does('idea.post', { text });
  await Promise.all([facilitator, screen, ...people].map((each) => each.sees('three ideas', ({ ideas }) => ideas.size === 3)));
});
afterAll(async () => {
  for (const each of [facilitator, screen, ...people]) each.leave();
  await server.end();
  expect(offContract).toEqual([]);
});

test('[RE1] once for each person, seen by everyone at once', async () => {
  const idea = idOf('Haies');
  await Promise.all([1, 2, 3].map((i) => person(i).does('reaction.set', { idea, value: true })));
  await person(1).does('reaction.set', { idea, value: true });
  await seenByAll('three supporters', idea, 3);
  await person(3).does('reaction.set', { idea, value: false });
  await seenByAll('two supporters', idea, 2);
});

test('[RE2] not of what is one’s own; [RE1] and not by facilitators, nor where a step does not allow it', async () => {
  expect(await person(0).refused('reaction.set', { idea: idOf('Haies'), value: true })).toBe('own_idea');
  expect(await facilitator.refused('reaction.set', { idea: idOf('Haies'), value: true })).toBe('not_allowed');
  expect(await person(0).refused('reaction.set', { idea: 'nowhere', value: true })).toBe('no_such_idea');
});

test('[RE5] who supports is told to nobody but themselves', () => {
  expect(person(1).mirror.you.reactions).toEqual([idOf('Haies')]);
  expect(person(3).mirror.you.reactions ?? []).toEqual([]);
  for (const each of [facilitator, screen, person(0)]) {
    const { tallies, ideas } = each.mirror;
    const told = JSON.stringify([tallies, [...ideas.values()].map(({ author_name: _, author: __, ...rest }) => rest)]);
    for (const name of ['Ben', 'Cleo']) expect(told).not.toContain(name);
    expect(told).not.toContain(String(person(1).id));
  }
});

test('[RE4] a group has the union of its supporters, and separating gives every count back', async () => {
  const [lead, member] = [idOf('Haies'), idOf('Arbres')];
  await person(1).does('reaction.set', { idea: member, value: true });
  await person(3).does('reaction.set', { idea: member, value: true });
  await seenByAll('two supporters of the member', member, 2);
  await facilitator.does('idea.merge', { ideas: [member], into: lead });
  await seenByAll('the union', lead, 3); // Ben, Cleo, Dan
  await facilitator.does('idea.unmerge', { idea: member });
  await seenByAll('what it had', lead, 2);
  await seenByAll('what the member had', member, 2);
});

test('who comes later sees the same counts; another step takes no support', async () => {
  const late = await Person.join(server, code);
  expect(counted(late, idOf('Haies'))).toBe(2);
  late.leave();
  await facilitator.does('phase.open', { phase: 'quiet' });
  expect(await person(3).refused('reaction.set', { idea: idOf('Bancs'), value: true })).toBe('reactions_off');
});

test('the export counts people, and names nobody', async () => {
  const response = await fetch(`${server.origin}/api/v1/workshops/${facilitator.workshop}/export?format=json`, {
    headers: { authorization: `Bearer ${facilitator.token}` },
  });
  const text = await response.text();
  const { ideas } = JSON.parse(text) as { ideas: { text: string; support?: number }[] };
  expect(ideas.map(({ text: said, support }) => [said, support])).toEqual([['Haies', 2], ['Bancs', undefined], ['Arbres', 2]]);
  expect(text).not.toContain(String(person(1).id));
});
