import { afterAll, expect, test } from 'vitest';
import { collectingOn } from '../scenarios/support/organiser.ts';
import { type Credential, RawLine } from '../scenarios/support/raw_line.ts';
import { Server } from '../scenarios/support/server.ts';
import { until } from '../scenarios/support/until.ts';

// The server is restarted in the middle of a meeting of five hundred, who all come back at once.

const crowd = 500;
let server: Server;
let data = '';
afterAll(async () => {
  await server.end();
});

test('[P4] five hundred come back after a restart and go on where they were', async () => {
  server = await Server.start();
  data = server.data;
  const { workshop, facilitator: before } = await collectingOn(server, 'Redémarrage');
  const people: Credential[] = [];
  for (let i = 0; i < crowd; i += 50) {
    const joined = await Promise.all(Array.from({ length: 50 }, () => before.api.join({ code: workshop.code })));
    for (const one of joined) {
      if (!one.ok) throw new Error(one.failure.code);
      people.push({ workshop: workshop.id, token: one.value.token, role: 'participant' });
    }
  }
  const lines = await Promise.all(people.map((who) => RawLine.open('websocket', server, who)));
  expect((await lines[0]?.asks('idea.post', { text: 'Avant' }))?.type).toBe('ack');
  await until('the idea everywhere', () => lines.every((line) => line.changes().length === 1));
  const draining = lines.map((line) => line.all('notice').find(({ code }) => code === 'draining'));
  expect(draining.filter(Boolean)).toHaveLength(0);

  before.leave();
  expect(await server.stop('SIGTERM')).toBe(0);
  await until('every line closed', () => lines.every((line) => line.closed === 1012));
  for (const line of lines) {
    const notice = line.all('notice').find(({ code }) => code === 'draining');
    expect(Number(notice?.data['retry_within_ms'])).toBeGreaterThanOrEqual(1_000);
  }

  server = await Server.start({ data });
  const began = Date.now();
  const again = await Promise.all(people.map((who, i) => RawLine.open('websocket', server, who, lines[i]?.position)));
  console.log(`${String(crowd)} resumed in ${String(Date.now() - began)} ms`);
  expect(again.every((line) => line.frames[0]?.type === 'resumed')).toBe(true);
  expect(again.slice(1).every((line) => line.changes().length === 0)).toBe(true);
  expect((await again[1]?.asks('idea.post', { text: 'Après' }))?.type).toBe('ack');
  await until('the new idea everywhere', () => again.every((line) => line.changes().length === 1));
  for (const line of [...lines, ...again]) line.cut();
});
