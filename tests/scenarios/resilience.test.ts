import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HideReason, Idea, Template } from '../../web-client/src/core/index.ts';
import { faults, type Json } from '../protocol/contract.ts';
import { readCsv } from './support/csv.ts';
import { pick, sampleIdeas, seeded, threeSteps } from './support/material.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { atelier, Server } from './support/server.ts';

// A whole webinar on territorial resilience: forty people, their seventy-nine ideas, from the first
// card to the files of the day after. The tallies are counted a second time here, from what people
// did, and compared with what the server says.

const reasons: Record<string, HideReason> = {
  i071: 'technical',
  i072: 'insulting',
  i073: 'insulting',
  i074: 'advertising',
  i075: 'names_person',
  i076: 'advertising',
  i077: 'off_topic',
  i078: 'off_topic',
  i079: 'off_topic',
};

let server: Server;
let facilitator: Person;
let screen: Person;
let people: Person[] = [];
let code = '';
let summaryLink = '';
/** sample id -> the server's id */
const known = new Map<string, string>();
/** by idea: dots and voters, as people said it */
const recount = new Map<string, { dots: number; voters: number }>();

const phase = (kind: string) => {
  const found = facilitator.mirror.phases.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found.id;
};
const published = (ideas: Iterable<Idea>) => [...ideas].filter((idea) => idea.status === 'published');

beforeAll(async () => {
  server = await Server.start();
  const made = await workshopOn(server, { language: 'fr', template: threeSteps({ max_chars: 1_000 }) });
  code = made.code;
  summaryLink = made.links.summary;
  facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  screen = await Person.enter(server, secretOf(made.links.screen));
});
afterAll(async () => {
  for (const person of [...people, facilitator, screen]) person.leave();
  await server.end();
});

test('forty people come in by the code, from all walks of life', async () => {
  const categories = facilitator.mirror.workshop.affiliations.map((each) => each.id);
  people = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      Person.join(server, code.toLowerCase().replace('-', ' '), {
        name: `Personne ${String(i)}`,
        affiliation: categories[i % categories.length] ?? '',
      }),
    ),
  );
  await facilitator.sees('forty connected', (mirror) => mirror.people.connected === 40);
});

test('seventy-nine ideas are posted and seen by everyone, exactly as typed', async () => {
  await facilitator.does('phase.open', { phase: phase('collect') });
  await Promise.all(
    sampleIdeas.map(async (sample, i) => {
      const author = people[i % people.length] as Person;
      await author.sees('an open step', (mirror) => mirror.phases.some((each) => each.status === 'open'));
      await author.does('idea.post', {
        text: sample.text,
        ...(sample.scale === null ? {} : { scale: sample.scale }),
      });
    }),
  );
  await facilitator.sees('79 ideas', (mirror) => mirror.ideas.size === 79);
  for (const sample of sampleIdeas) {
    const found = [...facilitator.mirror.ideas.values()].find((idea) => idea.text === sample.text);
    expect(found, sample.id).toBeDefined();
    known.set(sample.id, found?.id ?? '');
  }
  for (const person of people) await person.sees('79 ideas', (mirror) => mirror.ideas.size === 79);
});

test('the nine that should not stay are hidden, each with its reason; their authors are told', async () => {
  for (const sample of sampleIdeas.filter((each) => each.should_be_moderated)) {
    const reason = reasons[sample.id] as HideReason;
    await facilitator.does('idea.hide', { idea: known.get(sample.id) ?? '', reason });
  }
  await screen.sees('70 ideas', (mirror) => mirror.ideas.size === 70);
  const author = people[sampleIdeas.findIndex((each) => each.id === 'i072') % 40] as Person;
  await author.sees('why', (mirror) => mirror.ideas.get(known.get('i072') ?? '')?.reason === 'insulting');
  const other = people[(sampleIdeas.findIndex((each) => each.id === 'i072') + 1) % 40] as Person;
  expect(other.mirror.ideas.has(known.get('i072') ?? '')).toBe(false);
});

test('every idea is sorted by its lever and its scale', async () => {
  await facilitator.does('phase.open', { phase: phase('sort') });
  for (const sample of sampleIdeas) {
    if (sample.should_be_moderated) continue;
    const args = { idea: known.get(sample.id) ?? '', lever: sample.lever, scale: sample.scale };
    await facilitator.does('placement.set', args);
  }
  await screen.sees('70 placements', (mirror) => mirror.placements.size === 70);
  for (const sample of sampleIdeas.filter((each) => !each.should_be_moderated)) {
    const placed = screen.mirror.placements.get(`main/${known.get(sample.id) ?? ''}`);
    expect([placed?.lever, placed?.scale]).toEqual([sample.lever, sample.scale]);
  }
});

test('[D6] people vote with dots; nobody sees a count before the reveal', async () => {
  await facilitator.does('phase.open', { phase: phase('vote') });
  const random = seeded(20_201_214);
  const choices = published(screen.mirror.ideas.values());
  await Promise.all(
    people.map(async (person) => {
      await person.sees('the vote', (mirror) => mirror.phases.some((each) => each.kind === 'vote' && each.status === 'open'));
      const ballot = new Map<string, number>();
      for (let dot = 0; dot < 5; ++dot) {
        let idea = pick(choices, random).id;
        while ((ballot.get(idea) ?? 0) >= 2) idea = pick(choices, random).id;
        ballot.set(idea, (ballot.get(idea) ?? 0) + 1);
        await person.does('vote.cast', { idea, value: ballot.get(idea) ?? 0 });
      }
      for (const [idea, dots] of ballot) {
        const count = recount.get(idea) ?? { dots: 0, voters: 0 };
        recount.set(idea, { dots: count.dots + dots, voters: count.voters + 1 });
      }
    }),
  );
  await facilitator.sees('40 voted', (mirror) => mirror.people.voted === 40);
  for (const person of [...people, facilitator, screen]) expect(person.mirror.tallies).toEqual({});
});

test('[P3] the reveal shows everyone the same counts, those of an independent recount', async () => {
  await facilitator.does('results.reveal', { phase: phase('vote') });
  const expected = Object.fromEntries(recount);
  for (const person of [...people, facilitator, screen]) {
    await person.sees('counts', (mirror) => mirror.tallies[phase('vote')] !== undefined);
    expect(person.mirror.tallies[phase('vote')]).toEqual(expected);
  }
});

test('everyone of a role has the same state; one who comes late too', async () => {
  const late = await Person.join(server, code);
  people.push(late);
  const common = (person: Person) => ({
    ideas: published(person.mirror.ideas.values()).map(({ id, text }) => ({ id, text })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    placements: [...person.mirror.placements.keys()].sort(),
    tallies: person.mirror.tallies,
    phases: person.mirror.phases,
  });
  const expected = common(late);
  for (const person of people) expect(common(person)).toEqual(expected);
});

async function exported(format: string): Promise<string> {
  const response = await fetch(`${server.origin}/api/v1/workshops/${facilitator.workshop}/export?format=${format}`, {
    headers: { authorization: `Bearer ${facilitator.token}` },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="\d{4}-\d\d-\d\d_[a-z0-9-]+_[a-z_]+\.[a-z]+"$/);
  return response.text();
}

test('the JSON holds 79 ideas with their status, ballots and counts that agree', async () => {
  const result = JSON.parse(await exported('json')) as {
    ideas: { id: string; text: string; status: string; reason?: string; placements: { lever: string | null; scale: string | null }[]; tallies: Record<string, { dots: number; voters: number }> }[];
    ballots: { phase: string; voter: string; dots: Record<string, number> }[];
    moderation: { hidden_by_reason: Record<string, number> };
  };
  expect(result.ideas).toHaveLength(79);
  for (const sample of sampleIdeas) {
    const idea = result.ideas.find((each) => each.id === known.get(sample.id));
    expect(idea?.text).toBe(sample.text);
    expect(idea?.status).toBe(sample.should_be_moderated ? 'hidden' : 'published');
    expect(idea?.reason).toBe(reasons[sample.id]);
    if (!sample.should_be_moderated) {
      expect(idea?.placements).toMatchObject([{ lever: sample.lever, scale: sample.scale }]);
    }
    expect(idea?.tallies[phase('vote')] ?? { dots: 0, voters: 0 }).toEqual(recount.get(idea?.id ?? '') ?? { dots: 0, voters: 0 });
  }
  expect(result.ballots).toHaveLength(40);
  const again = new Map<string, number>();
  for (const { dots } of result.ballots)
    for (const [idea, count] of Object.entries(dots)) again.set(idea, (again.get(idea) ?? 0) + count);
  expect(Object.fromEntries(again)).toEqual(Object.fromEntries([...recount].map(([idea, { dots }]) => [idea, dots])));
  expect(result.moderation.hidden_by_reason).toEqual({ technical: 1, insulting: 2, advertising: 2, names_person: 1, off_topic: 3 });
  for (const person of people) expect(JSON.stringify(result)).not.toContain(person.id ?? 'nobody');
});

test.each([
  ['csv', ','],
  ['csv-fr', ';'],
])('the %s holds a row for each of the 79, and no formula', async (format, separator) => {
  const text = await exported(format);
  const rows = readCsv(text.replace(/^\uFEFF/, ''), separator);
  expect(rows).toHaveLength(80);
  const cells = rows.flat();
  for (const sample of sampleIdeas) {
    const formula = sample.text.startsWith('=');
    expect(cells).toContain(formula ? `'${sample.text}` : sample.text);
  }
  for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]/);
});

const unescape = (html: string) =>
  html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#0?39;|&apos;/g, "'").replace(/&amp;/g, '&');

test('the summary names every published idea exactly as typed, and nothing that was hidden', async () => {
  const html = await exported('html');
  const text = unescape(html.replace(/<[^>]*>/g, '\u0000'));
  for (const sample of sampleIdeas) {
    if (sample.should_be_moderated) expect(text).not.toContain(sample.text);
    else expect(text).toContain(sample.text);
  }
  // It loads nothing: its pictures are in it.
  expect(html).not.toMatch(/<script|src="(?!data:image\/)|<link|@import|url\((?!#)/i);
  const markdown = await exported('md');
  expect(markdown).toContain('Approche systémique');
});

test('the summary link opens the same page for readers, and nothing else', async () => {
  const reader = await fetch(`${server.origin}/api/v1/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(summaryLink) }),
  });
  const { token, role } = (await reader.json()) as { token: string; role: string };
  expect(role).toBe('reader');
  const headers = { authorization: `Bearer ${token}` };
  const base = `${server.origin}/api/v1/workshops/${facilitator.workshop}`;
  const page = await fetch(`${base}/summary`, { headers });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/);
  expect((await fetch(`${base}/export?format=json`, { headers })).status).toBe(403);
});

test('the command line exports and verifies the same workshop', async () => {
  const json = await atelier('export', code, '--format', 'json', '--data', server.data);
  expect((JSON.parse(json) as { ideas: unknown[] }).ideas).toHaveLength(79);
  const verified = await atelier('verify', code, '--data', server.data);
  expect(verified).toMatch(/whole; fingerprint [0-9a-f]{64}/);
});

test('every frame that anyone got is as the contract says, and the export too', async () => {
  expect(offContract).toEqual([]);
  expect(faults('export', JSON.parse(await exported('json')) as Json)).toBe('');
});

test('it closes, and stays readable', async () => {
  await facilitator.does('workshop.close', {});
  const someone = people[0] as Person;
  await someone.sees('the end', (mirror) => mirror.workshop.status === 'closed');
  expect(await someone.refused('idea.post', { text: 'Trop tard' })).toBe('workshop_closed');
  expect(await server.stop()).toBe(0);
});
