import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CreateWorkshopResponse, ExportFormat } from '../../web-client/src/core/index.ts';
import { faults, type Json } from '../protocol/contract.ts';
import { collectingOn, organiserOf } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { atelier, Server } from './support/server.ts';
import { until } from './support/until.ts';

// What a person wrote is erased for good: no file, no export and no page has it any more.

let server: Server;
let workshop: CreateWorkshopResponse;
let facilitator: Person;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  server = await Server.start();
  ({ workshop, facilitator } = await collectingOn(server, 'Effacer'));
  ada = await Person.join(server, workshop.code, { name: 'Mirabelle Trouvetout' });
  ben = await Person.join(server, workshop.code, { name: 'Ben' });
  await ada.does('idea.post', { text: 'Planter des cornouillers sanguins' });
  await ben.does('idea.post', { text: 'Ouvrir un atelier de réparation' });
});
afterAll(async () => {
  for (const person of [facilitator, ada, ben]) person.leave();
  await server.end();
});

async function files(): Promise<string> {
  const read = async (name: string) => (await readFile(join(server.data, name)).catch(() => Buffer.alloc(0))).toString('latin1');
  return (await read('atelier.db')) + (await read('atelier.db-wal'));
}

async function exported(format: ExportFormat): Promise<string> {
  const answer = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${facilitator.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

test('[E2] nobody erases somebody else, but who runs the workshop', async () => {
  expect(await ben.api.erasePerson(workshop.id, 'participant', ada.id)).toMatchObject({
    ok: false,
    failure: { code: 'not_yours' },
  });
});

test('[E1] texts and names go from every file, export and screen; counts stay', async () => {
  expect(await files()).toContain('cornouillers');
  const answer = await ada.api.erasePerson(workshop.id, 'participant');
  expect(answer).toMatchObject({ ok: true, value: { participant: ada.id, ideas: 1, carried: 0 } });
  const bytes = await files();
  for (const gone of ['cornouillers', 'Mirabelle', 'Trouvetout']) expect(bytes).not.toContain(gone);
  for (const format of ['json', 'csv', 'csv-fr', 'md', 'html'] as const) {
    const text = await exported(format);
    expect(text).not.toContain('cornouillers');
    expect(text).not.toContain('Mirabelle');
  }
  const file = JSON.parse(await exported('json')) as { ideas: { text: string; erased?: true }[] };
  expect(faults('export', file as unknown as Json)).toBe('');
  expect(file.ideas.map(({ text, erased }) => [text, erased])).toContainEqual(['', true]);
  await until('everyone sees that it was erased', () => [...ben.mirror.ideas.values()].some((idea) => idea.erased));
  expect(ben.mirror.ideas.size).toBe(2);
  expect(await atelier('verify', workshop.id, '--data', server.data)).toContain('whole');
});

test('[E3] their device is not let in any more', async () => {
  const answer = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
    body: '[]',
  });
  expect(answer.status).toBe(401);
});

test('[E5] anonymising waits for the end, and leaves the texts', async () => {
  const organiser = await organiserOf(server);
  expect(await organiser.anonymise(workshop.id)).toMatchObject({ ok: false, failure: { code: 'workshop_open' } });
  await facilitator.does('workshop.close', {});
  expect((await organiser.anonymise(workshop.id)).ok).toBe(true);
  expect(await exported('md')).toContain('Ouvrir un atelier de réparation');
});

test('a workshop is kept for as long as its organiser says, and no longer', async () => {
  const organiser = await organiserOf(server);
  const kept = await organiser.keep(workshop.id, 30);
  if (!kept.ok) throw new Error(kept.failure.code);
  const info = await organiser.workshop(workshop.id);
  expect(info).toMatchObject({ ok: true, value: { keep_days: 30, erased_at: kept.value.erased_at } });
  expect(await organiser.keep(workshop.id, 0)).toMatchObject({ ok: false, failure: { code: 'bad_request' } });
});

test('[J10] a purge leaves a certificate and nothing else', async () => {
  const organiser = await organiserOf(server);
  const purged = await organiser.purge(workshop.id);
  expect(purged).toMatchObject({
    ok: true,
    value: {
      workshop: workshop.id,
      counts: { participants: 2, ideas: 2 },
      erasure: { freed_space_overwritten: true, log_emptied: true, file_compacted: true },
    },
  });
  expect(await files()).not.toContain(workshop.id);
  expect(await organiser.workshop(workshop.id)).toMatchObject({ ok: false, failure: { code: 'no_such_workshop' } });
});
