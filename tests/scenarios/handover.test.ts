import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type JoinResponse } from '../../web-client/src/core/index.ts';
import { faults, type Json } from '../protocol/contract.ts';
import { collectingOn } from './support/organiser.ts';
import { Person, offContract } from './support/person.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// The same person on another device, and someone else on the same one.

let server: Server;
let facilitator: Person;
let code: string;
let id: string;

beforeAll(async () => {
  server = await Server.start({});
  const made = await collectingOn(server, 'Relais');
  facilitator = made.facilitator;
  code = made.workshop.code;
  id = made.workshop.id;
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
  expect(offContract).toEqual([]);
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const said = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
async function linkOf(person: Person): Promise<string> {
  const answer = await person.api.handOver(id);
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(faults('http.handover.response', answer.value as unknown as Json)).toBeFalsy();
  return new URL(answer.value.url).hash.slice('#continue.'.length);
}
async function goOn(secret: string, headers: Record<string, string> = {}): Promise<JoinResponse> {
  const response = await post('/continue', { secret }, headers);
  expect(response.status).toBe(200);
  const value = (await response.json()) as JoinResponse;
  expect(faults('http.join.response', value as unknown as Json)).toBeFalsy();
  return value;
}
const whoIs = (token: string, participant: string) =>
  new Api({ origin: server.origin, bearer: token }).similar(id, 'participant', 'Des haies le long des routes').then(
    ({ ok }) => ok && participant,
  );

test('[HO1] the other device is the same person, with the same ideas, and the first stays in', async () => {
  const ada = await Person.join(server, code, { name: 'Ada' });
  await ada.does('idea.post', { text: 'Planter des haies' });
  const seat = await goOn(await linkOf(ada));
  expect(seat.participant).toBe(ada.id);
  expect(seat.token).not.toBe(ada.token);
  const phone = await Person.again(server, seat);
  await phone.sees('her idea as her own', ({ ideas, you }) => you.name === 'Ada' && [...ideas.values()].some(({ mine }) => mine));
  await phone.does('idea.post', { text: 'Ouvrir un atelier de réparation' });
  await ada.sees('what she wrote on the phone', ({ ideas }) => [...ideas.values()].filter(({ mine }) => mine).length === 2);
  expect(ada.session.snapshot.link).toBe('live');
  await facilitator.sees('one person', ({ people }) => people.connected === 1);
  for (const each of [ada, phone]) each.leave();
});

test('[HO2] one use, and a newer one takes its place: each is told as it is', async () => {
  const ada = await Person.join(server, code, { name: 'Ada' });
  const first = await linkOf(ada);
  const second = await linkOf(ada);
  expect(await said(await post('/continue', { secret: first }))).toEqual([410, 'link_expired']);
  await goOn(second);
  expect(await said(await post('/continue', { secret: second }))).toEqual([410, 'link_used']);
  expect(await said(await post('/continue', { secret: 'x'.repeat(27) }))).toEqual([404, 'no_such_link']);
  expect(await said(await post('/continue', { secret: 'x'.repeat(200) }))).toEqual([400, 'bad_request']);
  expect(await said(await post('/continue', {}))).toEqual([400, 'bad_request']);
  const french = await post('/continue', { secret: second }, { 'accept-language': 'fr' });
  expect(((await french.json()) as { title: string }).title).toMatch(/^Ce lien a déjà servi/);
  ada.leave();
});

test('[HO2] past a quarter of an hour it is over; no secret is on the disk or in the log', async () => {
  const ada = await Person.join(server, code, { name: 'Ada' });
  const before = Date.now();
  const answer = await ada.api.handOver(id);
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(answer.value.expires_at - before).toBeGreaterThan(14 * 60_000);
  expect(answer.value.expires_at - before).toBeLessThan(16 * 60_000);
  const secret = new URL(answer.value.url).hash.slice('#continue.'.length);
  const file = join(server.data, 'atelier.db');
  const dump = execFileSync('sqlite3', [file, '.dump'], { maxBuffer: 1e9 }).toString();
  expect(dump).not.toContain(secret);
  expect(server.log.join('\n')).not.toContain(secret);
  execFileSync('sqlite3', [file, `PRAGMA busy_timeout=5000; UPDATE handover SET expires_at = 1 WHERE participant = '${String(ada.id)}'`]);
  expect(await said(await post('/continue', { secret }))).toEqual([410, 'link_expired']);
  ada.leave();
});

test('[HO3] of ten who use it at once one comes in', async () => {
  const ada = await Person.join(server, code, { name: 'Ada' });
  const secret = await linkOf(ada);
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('/continue', { secret })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 410)]);
  ada.leave();
});

test('[HO4] a device that is somebody else is not taken over unasked; one that is that person spends no link', async () => {
  const ada = await Person.join(server, code, { name: 'Ada' });
  const bruno = await Person.join(server, code, { name: 'Bruno' });
  const secret = await linkOf(ada);
  const hers = { authorization: `Bearer ${ada.token}` };
  const his = { authorization: `Bearer ${bruno.token}` };
  expect((await goOn(secret, hers)).token).toBe(ada.token);
  const taken = await post('/continue', { secret }, his);
  expect(taken.status).toBe(409);
  expect(await taken.json()).toMatchObject({ code: 'someone_else_here', data: { name: 'Bruno' } });
  const replaced = await post('/continue', { secret, replace: true }, his);
  expect(((await replaced.json()) as JoinResponse).participant).toBe(ada.id);
  for (const each of [ada, bruno]) each.leave();
});

test('[HO5] who was removed makes no link and comes in by none', async () => {
  const carl = await Person.join(server, code, { name: 'Carl' });
  const secret = await linkOf(carl);
  await facilitator.does('participant.remove', { participant: String(carl.id) });
  expect(await said(await post('/continue', { secret }))).toEqual([403, 'removed']);
  const again = await carl.api.handOver(id);
  expect(again.ok || again.failure.code).toBe('removed');
  carl.leave();
});

test('[HO6] only participants make such links, and not without end', async () => {
  const other = await facilitator.api.handOver(id);
  expect(other.ok || other.failure.code).toBe('forbidden');
  expect(await said(await post(`/workshops/${id}/handover`, {}))).toEqual([401, 'not_joined']);
  const ada = await Person.join(server, code);
  const many = await Promise.all(Array.from({ length: 24 }, () => ada.api.handOver(id)));
  expect(many.some((each) => !each.ok && each.failure.code === 'rate_limited')).toBe(true);
  ada.leave();
});

test('[HO7] on a shared device someone else comes in as someone else, and the former page is told', async () => {
  const first = (await (await post('/join', { code, name: 'Ada' })).json()) as JoinResponse;
  const hers = { authorization: `Bearer ${first.token}` };
  const looked = await fetch(`${server.origin}/api/v1/lookup?code=${code}`, { headers: hers });
  expect(await looked.json()).toMatchObject({ you: { name: 'Ada' } });
  const stranger = await fetch(`${server.origin}/api/v1/lookup?code=${code}`);
  expect(await stranger.json()).not.toHaveProperty('you');
  const next = (await (await post('/join', { code, name: 'Bruno', someone_else: true }, hers)).json()) as JoinResponse;
  expect(next.participant).not.toBe(first.participant);
  // The page of Ada still believes to be her; the cookie is Bruno's.
  const api = new Api({ origin: server.origin, bearer: next.token });
  api.participant = first.participant;
  const answer = await api.commands(id, 'participant', [
    { type: 'command', id: crypto.randomUUID(), do: 'idea.post', args: { text: 'Dans le dos de Bruno' } },
  ]);
  expect(answer.ok || answer.failure.code).toBe('not_joined');
  const page = await Person.again(server, { ...next, participant: first.participant }, false);
  await until('the end of the page', () => page.session.snapshot.ending === 'not_joined');
  page.leave();
  expect(await whoIs(next.token, next.participant)).toBe(next.participant);
});
