import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pick, seeded } from './support/material.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { Proxy, type Route, type Treatment } from './support/proxy.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// Forty people whose network delays, splits and cuts everything at random, and lets few WebSockets
// through. Each keeps a ledger of what they were told is recorded; in the end it is what is there.

const seed = Number(process.env['ATELIER_SEED'] ?? 20_261_123);
const random = seeded(seed);
const between = (from: number, to: number) => from + random() * (to - from);
const storm = 20_000;

const template = {
  title: 'Mauvaises lignes',
  boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
  phases: [
    { id: 'collect', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    { id: 'vote', kind: 'vote', title: 'Vote', minutes: 10, settings: { budget: 20, max_per_idea: 3, hidden: true } },
  ],
};

interface Ledger {
  posted: Set<string>;
  /** idea -> the last value that was acknowledged */
  dots: Map<string, number>;
}

let server: Server;
let proxy: Proxy;
let facilitator: Person;
let people: Person[] = [];
let workshop: Awaited<ReturnType<typeof workshopOn>>;
let rough = true;

function treat({ name, upgrade }: Route): Treatment {
  if (!rough || name === 'join') return {};
  if (upgrade && random() < 0.3) return { refuse: pick([400, 403, 502], random) };
  return {
    delay: () => between(0, 60),
    piece: () => Math.floor(between(1, 3_000)),
    ...(random() < 0.7 && { life: between(100, 6_000) }),
  };
}

beforeAll(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  proxy = await Proxy.before(server, treat);
  await facilitator.does('phase.open', { phase: 'collect' });
});
afterAll(async () => {
  for (const person of [...people, facilitator]) person.leave();
  await proxy.end();
  await server.end();
});

const openPhase = (person: Person) => person.mirror.phases.find(({ status }) => status === 'open')?.id;

/** Posts while ideas are collected, then votes, one wish after the other. */
async function takePart(person: Person, name: string, ledger: Ledger, end: number): Promise<void> {
  for (let n = 0; Date.now() < end; ++n) {
    if (openPhase(person) === 'vote') {
      const idea = pick([...person.mirror.ideas.keys()], random);
      const value = Math.floor(between(0, 4));
      const outcome = await person.tries('vote.cast', { idea, value });
      if (outcome.done) ledger.dots.set(idea, value);
    } else {
      const text = `${name} propose ${String(n)}`;
      const outcome = await person.tries('idea.post', { text });
      if (outcome.done) ledger.posted.add(text);
    }
    await sleep(between(50, 500));
  }
}

test(`[P1] [P2] [P3] [P4] forty people on bad lines agree in the end, and with the export (seed ${String(seed)})`, async () => {
  people = await Promise.all(Array.from({ length: 40 }, () => Person.join(proxy, workshop.code)));
  const ledgers = people.map((): Ledger => ({ posted: new Set(), dots: new Map() }));
  const end = Date.now() + storm;
  const all = people.map((person, i) => takePart(person, `p${String(i)}`, ledgers[i] as Ledger, end));
  await sleep(storm / 2);
  await facilitator.does('phase.open', { phase: 'vote' });
  await sleep(storm / 2);
  rough = false;
  proxy.cut();
  for (const person of people) person.session.wake();
  await Promise.all(all);
  // A text that came too late for its step stays with its author.
  const quiet = ({ session: { snapshot } }: Person) =>
    snapshot.link === 'live' && snapshot.outbox.every(({ state }) => state === 'refused');
  await until('everyone back with nothing left to send', () => people.every(quiet));
  expect([...proxy.seen.keys()].sort()).toEqual(['commands', 'join', 'live', 'poll', 'stream']);

  await facilitator.does('results.reveal', { phase: 'vote' });
  const { seq } = facilitator.mirror;
  for (const person of people) await person.sees('the last event', (mirror) => mirror.seq >= seq);

  // All have the same, and one who only comes now too.
  const newcomer = await Person.join(server, workshop.code);
  const state = ({ mirror }: Person) => ({
    ideas: [...mirror.ideas.values()].map(({ id, text, status }) => `${id} ${status} ${text}`).sort(),
    phases: mirror.phases,
    tallies: mirror.tallies,
  });
  for (const person of people) expect(state(person)).toEqual(state(newcomer));
  newcomer.leave();

  // And that is what the ledgers say.
  const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export?format=json`, {
    headers: { authorization: `Bearer ${facilitator.token}` },
  });
  const result = (await response.json()) as {
    ideas: { id: string; text: string }[];
    ballots: { dots: Record<string, number> }[];
  };
  const recorded = result.ideas.map(({ text }) => text).sort();
  expect(recorded).toEqual(ledgers.flatMap(({ posted }) => [...posted]).sort());
  expect(recorded.length).toBeGreaterThan(100);
  const tell = (dots: [string, number][]) => JSON.stringify(dots.filter(([, n]) => n > 0).sort());
  const told = ledgers.map(({ dots }) => tell([...dots])).filter((ballot) => ballot !== '[]').sort();
  const counted = result.ballots.map(({ dots }) => tell(Object.entries(dots))).filter((ballot) => ballot !== '[]').sort();
  expect(counted).toEqual(told);
  expect(counted.length).toBeGreaterThan(20);
  expect(offContract).toEqual([]);
});

test('[P4] whoever is through again is back on a WebSocket before long', async () => {
  await until('all on WebSockets', () => people.every((person) => person.session.snapshot.transport === 'websocket'), 100_000);
});
