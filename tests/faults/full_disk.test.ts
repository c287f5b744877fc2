import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { atelier, Server } from '../scenarios/support/server.ts';
import { until } from '../scenarios/support/until.ts';

// The disk fills up in the middle of a meeting. Nobody is told "recorded" for what is not, everyone
// can go on reading, and when there is room again what people wrote in between is recorded.

const folder = mkdtempSync(join(tmpdir(), 'atelier-small-disk-'));
const filler = join(folder, 'filler');
let server: Server;
let people: Person[] = [];
let facilitator: Person;

/** A file system of a few megabytes; needs the right to mount one. */
function mount(): void {
  const command = ['mount', '-t', 'tmpfs', '-o', 'size=6m,mode=0777', 'none', folder];
  const [program, ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  execFileSync(program ?? '', args);
}
function unmount(): void {
  const command = ['umount', '-l', folder];
  const [program, ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  execFileSync(program ?? '', args);
}

/** Writes until nothing more fits. */
function fill(): void {
  const file = openSync(filler, 'w');
  try {
    for (let size = 64 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

beforeAll(async () => {
  mount();
  server = await Server.start({ data: join(folder, 'data') });
});
afterAll(async () => {
  for (const person of [...people, facilitator]) person.leave();
  await server.stop();
  unmount();
  rmSync(folder, { recursive: true, force: true });
});

test('[J9] [RM6] a full disk makes the server read-only; with room again it records what was kept', async () => {
  const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
  facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  const collect = facilitator.mirror.phases.find((phase) => phase.kind === 'collect')?.id ?? '';
  await facilitator.does('phase.open', { phase: collect });
  people = await Promise.all(Array.from({ length: 8 }, () => Person.join(server, made.code)));
  const before = await Promise.all(
    people.map((person, i) => person.does('idea.post', { text: `avant ${String(i)} ${'a'.repeat(200)}` })),
  );
  expect(before).toHaveLength(8);

  fill();
  // More than any rest of a page can hold; none of it may be acknowledged before there is room.
  const answered: number[] = [];
  const kept = people.map(async (person, i) => {
    for (let n = 0; n < 4; ++n) await person.does('idea.post', { text: `pendant ${String(i)} ${String(n)} ${'b'.repeat(400)}` });
    answered.push(i);
  });
  await until('the notice', () => people.every((person) => person.session.snapshot.readOnly));
  expect(answered).toHaveLength(0);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);

  // Reading goes on: exports, and someone who comes back to the page.
  const auth = { authorization: `Bearer ${facilitator.token}` };
  const during = await fetch(`${server.origin}/api/v1/workshops/${made.id}/export?format=json`, { headers: auth });
  expect(during.status).toBe(200);
  const told = ((await during.json()) as { ideas: { text: string }[] }).ideas.map((idea) => idea.text);
  for (let i = 0; i < 8; ++i) expect(told).toContain(`avant ${String(i)} ${'a'.repeat(200)}`);
  const joining = await fetch(`${server.origin}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: made.code }),
  });
  expect(joining.status).toBe(503);
  expect(((await joining.json()) as { code: string }).code).toBe('read_only');

  rmSync(filler);
  await Promise.all(kept);
  await until('a writable server', () => people.every((person) => !person.session.snapshot.readOnly));
  await facilitator.sees('every idea', (mirror) => mirror.ideas.size >= 8 + 8 * 4);
  const texts = [...facilitator.mirror.ideas.values()].map((idea) => idea.text).sort();
  expect(texts).toHaveLength(8 + 8 * 4);
  expect(new Set(texts).size).toBe(texts.length);
  await Person.join(server, made.code).then((late) => late.leave());
  expect(await atelier('verify', made.code, '--data', server.data)).toMatch(/whole; fingerprint/);
});
