import { execFileSync } from 'node:child_process';
import { copyFileSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { collectingOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { atelier, Server } from '../scenarios/support/server.ts';
import { until } from '../scenarios/support/until.ts';

// The power goes. What the disk's image holds at that moment is all that is left: the process is
// frozen, the image copied, and the copy read as a machine would that starts again.

const megabytes = 96;
const people = 6;
const folder = mkdtempSync(join(tmpdir(), 'atelier-power-'));
const mounted: string[] = [];

function privileged(...command: string[]): void {
  const [program, ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  execFileSync(program ?? '', args, { stdio: 'pipe' });
}

/** A disk in a file, with a file system of its own. */
function newDisk(name: string): string {
  const image = join(folder, name);
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  execFileSync('/sbin/mkfs.ext4', ['-q', '-F', image]);
  return image;
}

function mount(image: string): string {
  const place = `${image}.mounted`;
  mkdirSync(place, { recursive: true });
  privileged('mount', '-o', 'loop', image, place);
  mounted.push(place);
  privileged('chmod', '777', place);
  return place;
}

function unmount(place: string): void {
  privileged('umount', place);
  mounted.splice(mounted.indexOf(place), 1);
}

afterEach(() => {
  for (const place of [...mounted]) unmount(place);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

/** Freezes the server, whatever it is doing, and takes what the disk holds. */
async function powerCut(server: Server, image: string, name: string): Promise<string> {
  process.kill(server.pid, 'SIGSTOP');
  await until('a frozen server', () => / [Tt] /.test(readFileSync(`/proc/${String(server.pid)}/stat`, 'utf8').replace(/\(.*\)/, '')));
  const copy = join(folder, name);
  copyFileSync(image, copy, constants.COPYFILE_FICLONE);
  return copy;
}

/** The texts of the workshop that is in a copy of the disk; the chain has to be whole. */
async function textsIn(copy: string, code: string): Promise<Set<string>> {
  const place = mount(copy);
  const data = join(place, 'data');
  const told = JSON.parse(await atelier('export', code, '--format', 'json', '--data', data)) as { ideas: { text: string }[] };
  expect(await atelier('verify', code, '--data', data)).toMatch(/whole; fingerprint/);
  unmount(place);
  return new Set(told.ideas.map(({ text }) => text));
}

/** Acknowledged texts that the disk did not hold, over several cuts while people write. */
async function lostBy(sync: 'full' | 'normal', cuts: number): Promise<string[]> {
  const image = newDisk(`disk-${sync}`);
  const place = mount(image);
  const server = await Server.start({ data: join(place, 'data'), args: ['--sync', sync] });
  try {
    return await cutWhileWriting(server, place, image, cuts);
  } finally {
    await server.stop();
  }
}

async function cutWhileWriting(server: Server, place: string, image: string, cuts: number): Promise<string[]> {
  const { workshop, facilitator } = await collectingOn(server, 'Coupure de courant');
  // The workshop itself, and the file that holds it, are there before the first cut.
  execFileSync('sync', ['-f', place]);
  const hall = await Promise.all(Array.from({ length: people }, () => Person.join(server, workshop.code)));
  const acknowledged = new Set<string>();
  let writing = true;
  const writers = hall.map(async (person, i) => {
    for (let n = 0; writing; ++n) {
      const text = `${String(i)} écrit ${String(n)}`;
      if ((await person.tries('idea.post', { text })).done) acknowledged.add(text);
      await sleep(200);
    }
  });
  const lost: string[] = [];
  try {
    for (let cut = 0; cut < cuts; ++cut) {
      await sleep(300 + 170 * cut);
      const copy = await powerCut(server, image, `cut-${String(cut)}`);
      const told = new Set(acknowledged);
      process.kill(server.pid, 'SIGCONT');
      expect(told.size).toBeGreaterThan(0);
      const left = await textsIn(copy, workshop.code);
      rmSync(copy);
      lost.push(...[...told].filter((text) => !left.has(text)));
    }
  } finally {
    writing = false;
    await Promise.all(writers);
    for (const person of [...hall, facilitator]) person.leave();
  }
  return lost;
}

test('[P1] [J1] what was acknowledged is there after a power cut', async () => {
  expect(await lostBy('full', 6)).toEqual([]);
});

test('without the sync something is lost: the cut is a real one', async () => {
  expect((await lostBy('normal', 3)).length).toBeGreaterThan(0);
});
