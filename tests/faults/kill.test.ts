import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { pick, seeded } from '../scenarios/support/material.ts';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person, type Place } from '../scenarios/support/person.ts';
import { atelier, Server } from '../scenarios/support/server.ts';
import { until } from '../scenarios/support/until.ts';

// The server is killed, not asked, at fifty random moments while people write. Each of them keeps a
// ledger of what they were told was recorded; in the end every line of it has to be there, once.

const kills = 50;
const seed = Number(process.env['ATELIER_SEED'] ?? 20_201_214);
const random = seeded(seed);

interface Ledger {
  /** texts that were acknowledged */
  posted: Set<string>;
  /** idea -> the texts asked for it, in order, and how many of them are acknowledged */
  edits: Map<string, { asked: string[]; acknowledged: number }>;
}

let server: Server;
let people: Person[] = [];
let facilitator: Person;
let writing = true;

afterAll(async () => {
  for (const person of [...people, facilitator]) person.leave();
  await server.end();
});

const template = {
  title: 'Coupures',
  boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
  phases: [
    { id: 'collect', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    { id: 'sort', kind: 'sort', title: 'Tri', minutes: 10 },
  ],
};

/** Posts, then mends what it posted, one after the other, until told to stop. */
async function write(person: Person, name: string, ledger: Ledger): Promise<void> {
  const mine = () => [...person.mirror.ideas.values()].filter((idea) => idea.mine);
  for (let n = 0; writing; ++n) {
    if (mine().length < 40) {
      const text = `${name} écrit ${String(n)}`;
      const outcome = await person.tries('idea.post', { text });
      if (outcome.done) ledger.posted.add(text);
    } else {
      const { id } = pick(mine(), random);
      const text = `${name} corrige ${String(n)}`;
      const edits = ledger.edits.get(id) ?? { asked: [], acknowledged: 0 };
      ledger.edits.set(id, edits);
      edits.asked.push(text);
      const outcome = await person.tries('idea.edit', { idea: id, text });
      if (outcome.done) edits.acknowledged = edits.asked.length;
    }
    await sleep(5 + random() * 20);
  }
}

test(`[P1] [P2] [P3] ${String(kills)} kills lose nothing and double nothing (seed ${String(seed)})`, { timeout: 600_000 }, async () => {
  server = await Server.start();
  const { data, port, origin, socketOrigin } = server;
  const place: Place = { origin, socketOrigin };
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  facilitator = await Person.enter(place, secretOf(made.links.facilitator));
  await facilitator.does('phase.open', { phase: 'collect' });
  people = await Promise.all(Array.from({ length: 12 }, () => Person.join(place, made.code)));

  const ledgers = people.map((): Ledger => ({ posted: new Set(), edits: new Map() }));
  const writers = people.map((person, i) => write(person, `p${String(i)}`, ledgers[i] as Ledger));
  for (let kill = 0; kill < kills; ++kill) {
    await until('someone at work', () => people.some((person) => person.session.snapshot.link === 'live'));
    await sleep(random() * 300);
    expect(await server.stop('SIGKILL')).toBe('SIGKILL');
    server = await Server.start({ data, port });
    for (const person of people) person.session.wake();
  }
  writing = false;
  await Promise.all(writers);
  const total = ledgers.reduce((sum, ledger) => sum + ledger.posted.size, 0);
  expect(total).toBeGreaterThan(100);

  for (const person of [...people, facilitator]) {
    person.session.wake();
    await until('everyone back', () => person.session.snapshot.link === 'live' && person.session.snapshot.outbox.length === 0);
  }
  await facilitator.does('phase.open', { phase: 'sort' });
  const last = facilitator.mirror.seq;
  for (const person of people) await person.sees('the last event', (mirror) => mirror.seq >= last);

  // Every acknowledged idea is there exactly once, with the last acknowledged words or later ones.
  const ideas = facilitator.mirror.ideas;
  const posted = JSON.parse(
    execFileSync('sqlite3', ['-json', join(data, 'atelier.db'),
      `SELECT sealed.value AS text, count(*) AS n FROM event JOIN sealed USING (workshop, seq)
       WHERE event.workshop = '${made.id}' AND kind = 'idea.posted' AND sealed.key = 'text' GROUP BY 1`]).toString(),
  ) as { text: string; n: number }[];
  expect(posted.filter(({ n }) => n !== 1)).toEqual([]);
  const texts = new Set(posted.map(({ text }) => text));
  for (const ledger of ledgers) {
    for (const text of ledger.posted) expect(texts, text).toContain(text);
    for (const [id, { asked, acknowledged }] of ledger.edits) {
      if (acknowledged > 0) expect(asked.slice(acknowledged - 1)).toContain(ideas.get(id)?.text);
    }
  }
  // Those who reconnected and one who comes now agree.
  const newcomer = await Person.join(place, made.code);
  const state = (person: Person) => [...person.mirror.ideas.values()].map(({ id, text, status }) => `${id} ${status} ${text}`).sort();
  for (const person of people) expect(state(person)).toEqual(state(newcomer));
  newcomer.leave();
  expect(await atelier('verify', made.code, '--data', data)).toMatch(/whole; fingerprint/);
});
