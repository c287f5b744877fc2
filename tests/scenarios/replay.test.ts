import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CreateWorkshopResponse, Replay } from '../../web-client/src/core/index.ts';
import { faults, type Json } from '../protocol/contract.ts';
import { threeSteps } from './support/material.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// How a workshop went, as its summary's readers may see it again: over the wire, by role, and of a
// published page as of the version that was published.

let server: Server;
let workshop: CreateWorkshopResponse;
let facilitator: Person;
let ada: Person;
let ben: Person;

const ideaId = (text: string): string =>
  [...facilitator.mirror.ideas.values()].find((idea) => idea.text === text)?.id ?? '';
const phase = (kind: string): string => facilitator.mirror.phases.find((each) => each.kind === kind)?.id ?? '';

beforeAll(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: threeSteps({ max_per_person: 20 }) as never });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  ada = await Person.join(server, workshop.code, { name: 'Mirabelle' });
  ben = await Person.join(server, workshop.code, { name: 'Capucine' });
  await facilitator.does('phase.open', { phase: phase('collect') });
  for (const text of ['Une haie', 'Une mare', 'Insultant', 'Un verger']) await ada.does('idea.post', { text });
  await ben.does('idea.post', { text: 'Retiré' });
  await facilitator.sees('all ideas', ({ ideas }) => ideas.size === 5);
  await facilitator.does('idea.hide', { idea: ideaId('Insultant'), reason: 'insulting' });
  await ben.does('idea.withdraw', { idea: ideaId('Retiré') });
  await facilitator.does('idea.reword', { idea: ideaId('Une mare'), text: 'Une mare pédagogique' });
  await facilitator.does('phase.open', { phase: phase('sort') });
  const lever = facilitator.mirror.boards[0]?.levers[1]?.id ?? '';
  await facilitator.does('placement.set', { idea: ideaId('Une haie'), lever, scale: null });
  await facilitator.does('phase.open', { phase: phase('vote') });
  await ada.does('vote.cast', { idea: ideaId('Une haie'), value: 2 });
  await ben.does('vote.cast', { idea: ideaId('Une haie'), value: 1 });
  await facilitator.does('phase.close', { phase: phase('vote') });
});
afterAll(async () => {
  for (const person of [facilitator, ada, ben]) person.leave();
  await server.end();
});

async function replay(bearer: string, path = `/api/v1/workshops/${workshop.id}/replay`): Promise<Replay> {
  const answer = await fetch(server.origin + path, { headers: { authorization: `Bearer ${bearer}` } });
  expect(answer.status).toBe(200);
  const value = (await answer.json()) as Replay;
  expect(faults('http.replay.response', value as unknown as Json)).toBe('');
  return value;
}

test('[RP1] [RP2] [RP3] a reader sees how it went, of what the summary quotes, and no name', async () => {
  const entered = await facilitator.api.enter(secretOf(workshop.links.summary));
  const value = await replay(entered.ok ? entered.value.token : '');
  expect(value.ideas.map(({ text }) => text)).toEqual(['Une haie', 'Une mare pédagogique', 'Un verger']);
  const bytes = JSON.stringify(value);
  for (const secret of ['Insultant', 'Retiré', 'Mirabelle', 'Capucine', ada.id ?? '?', '"author"', '"Une mare"'])
    expect(bytes).not.toContain(secret);
  const told = value.moments.map(({ moment }) => moment).filter((name) => !name.startsWith('people.'));
  expect(told).toEqual([
    'workshop.opened', 'phase.opened', 'idea.published', 'idea.published', 'idea.published', 'phase.closed',
    'phase.opened', 'placement.set', 'phase.closed', 'phase.opened', 'phase.closed',
  ]);
});

test('[RP4] counts come with the reveal, and until then how many voted', async () => {
  const before = await replay(facilitator.token);
  expect(before.tallies).toEqual({});
  expect(before.moments.filter(({ moment }) => moment === 'people.voted').at(-1)).toMatchObject({ people: 2 });
  await facilitator.does('results.reveal', { phase: phase('vote') });
  const after = await replay(facilitator.token);
  expect(after.tallies[phase('vote')]?.[ideaId('Une haie')]).toEqual({ dots: 3, voters: 2 });
  expect(after.moments.at(-1)?.moment).toBe('results.revealed');
});

test('participants, moderators and strangers are not given it', async () => {
  const path = `${server.origin}/api/v1/workshops/${workshop.id}/replay`;
  const asAda = await fetch(path, { headers: { authorization: `Bearer ${ada.token}` } });
  expect(asAda.status).toBe(403);
  expect((await fetch(path)).status).toBe(401);
});

test('[RP1] of a published page everyone sees it as of its version, without what was erased since', async () => {
  const published = await facilitator.api.publish(workshop.id);
  const address = published.ok ? new URL(published.value.url ?? '').pathname : '';
  const page = await (await fetch(server.origin + address)).text();
  expect(page).toContain(`<a href="/replay#s=${address.slice(3)}">Revoir la séance</a>`);
  expect(page).not.toContain('<script');
  await facilitator.does('phase.reopen', { phase: phase('collect') });
  await ben.does('idea.post', { text: 'Venue après' });
  const json = `${address}/replay.json`;
  const first = await replay('', json);
  expect(first.ideas.map(({ text }) => text)).toEqual(['Une haie', 'Une mare pédagogique', 'Un verger']);
  expect(await replay('', json)).toEqual(first);

  await ben.does('idea.post', { text: 'Encore une' });
  const erased = await ada.api.erasePerson(workshop.id, 'participant');
  expect(erased.ok).toBe(true);
  const value = await replay('', json);
  expect(value.ideas).toEqual([]);
  expect(JSON.stringify(value)).not.toContain('haie');

  await facilitator.api.unpublish(workshop.id);
  expect((await fetch(server.origin + json)).status).toBe(404);
  expect((await fetch(`${server.origin}/s/personne-aaaaaaaa/replay.json`)).status).toBe(404);
});

test('the summary that is read live leads to it, the file that is taken home does not', async () => {
  const headers = { authorization: `Bearer ${facilitator.token}` };
  const base = `${server.origin}/api/v1/workshops/${workshop.id}`;
  const live = await (await fetch(`${base}/summary`, { headers })).text();
  expect(live).toContain(`href="/replay#w=${workshop.id}"`);
  const file = await (await fetch(`${base}/export?format=html`, { headers })).text();
  expect(file).not.toContain('/replay');
});
