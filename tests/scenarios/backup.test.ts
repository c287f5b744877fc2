import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectingOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { atelier, Server, tryAtelier } from './support/server.ts';

// A backup is taken while people write, and put back when nobody does.

let server: Server;
let folder: string;
let facilitator: Person;
let workshop = '';

beforeAll(async () => {
  server = await Server.start();
  folder = await mkdtemp(join(tmpdir(), 'atelier-backup-'));
  const made = await collectingOn(server, 'Sauvegarde');
  facilitator = made.facilitator;
  workshop = made.workshop.id;
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

test('a backup is whole, private, and written over nothing', async () => {
  const file = join(folder, 'one.db');
  const writing = Array.from({ length: 40 }, (_, n) => facilitator.does('idea.post', { text: `Idée ${n}` }));
  await atelier('backup', file, '--data', server.data);
  await Promise.all(writing);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await atelier('verify', file)).toContain('whole');
  const again = await tryAtelier('backup', file, '--data', server.data);
  expect(again.code).toBe(1);
});

test('restoring is refused while a server uses the folder, and leaves all as it was', async () => {
  const refused = await tryAtelier('restore', join(folder, 'one.db'), '--data', server.data);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('another server is running');
});

test('a damaged backup is not restored; a whole one is, and what was there is kept', async () => {
  const data = await mkdtemp(join(tmpdir(), 'atelier-restored-'));
  const damaged = join(folder, 'damaged.db');
  await copyFile(join(folder, 'one.db'), damaged);
  const file = await open(damaged, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(size / 2 / 4096) * 4096);
  await file.close();
  await atelier('restore', join(folder, 'one.db'), '--data', data);
  const before = await atelier('verify', workshop, '--data', data);
  expect((await tryAtelier('restore', damaged, '--data', data)).code).toBe(1);
  expect(await atelier('verify', workshop, '--data', data)).toBe(before);
  expect(await atelier('restore', join(folder, 'one.db'), '--data', data)).toContain('before-restore');
  await rm(data, { recursive: true, force: true });
});
