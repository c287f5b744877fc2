import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api, CreateWorkshopResponse } from '../../web-client/src/core/index.ts';
import { collectingOn, organiserOf, secretOf } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// Workshops in a series: what is carried on, what is found again.

let server: Server;
let organiser: Api;
let first: CreateWorkshopResponse;
let second: CreateWorkshopResponse;
let facilitator: Person;
let ada: Person;
let idea = '';

const value = <T>(answer: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

beforeAll(async () => {
  server = await Server.start();
  organiser = await organiserOf(server);
  ({ workshop: first, facilitator } = await collectingOn(server, 'Première séance'));
  ada = await Person.join(server, first.code, { name: 'Ada' });
  await ada.does('idea.post', { text: 'Créer des îlots de fraîcheur' });
  await facilitator.sees('the idea', ({ ideas }) => ideas.size === 1);
  idea = [...facilitator.mirror.ideas.keys()][0] ?? '';
});
afterAll(async () => {
  for (const person of [facilitator, ada]) person.leave();
  await server.end();
});

test('[CA2] ideas and boards go on under their ids, and say from where', async () => {
  second = value(
    await organiser.create({
      title: 'Deuxième séance',
      language: 'fr',
      template: 'impact-effort',
      continues: { workshop: first.id, boards: true, ideas: [idea] },
    }),
  );
  const there = await Person.enter(server, secretOf(second.links.facilitator));
  expect(there.mirror.ideas.get(idea)).toMatchObject({ text: 'Créer des îlots de fraîcheur', carried_from: first.id });
  expect(there.mirror.boards[0]?.levers[0]?.id).toBe('un');
  there.leave();
});

test('[J19] a series has its workshops in order, and a page once it is published', async () => {
  const made = value(await organiser.createSeries({ title: 'Cycle été', workshops: [second.id, first.id] }));
  const ordered = value(await organiser.updateSeries(made.id, { workshops: [first.id, second.id] }));
  expect(ordered.workshops).toEqual([first.id, second.id]);
  expect(ordered.published).toBe(false);
  const shown = value(await organiser.showSeries(made.id, true));
  const html = await (await fetch(shown.url ?? '')).text();
  expect(html).toContain('Première séance');
  expect(html).toContain('1 idée, de');
  expect(html).not.toContain('<script');
  value(await organiser.showSeries(made.id, false));
  expect((await fetch(shown.url ?? '')).status).toBe(404);
});

test('[EX6] all of a series comes in one zip, its page leading to the summaries beside it', async () => {
  const made = value(await organiser.createSeries({ title: 'Cycle d’été', workshops: [first.id, second.id] }));
  const file = value(await organiser.seriesFile(made.id));
  expect(file.name).toBe('cycle-d-ete_serie.zip');
  const folder = mkdtempSync(join(tmpdir(), 'atelier-series-'));
  writeFileSync(join(folder, 'series.zip'), Buffer.from(await file.arrayBuffer()));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'series.zip'), folder]);
  const files = readdirSync(folder).sort();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [number, title] of [['01', 'Première séance'], ['02', 'Deuxième séance']] as const) {
    const of = files.filter((name) => name.startsWith(`${number}_`));
    expect(of.map((name) => name.slice(name.indexOf('synthese')))).toEqual(['synthese.csv', 'synthese.html', 'synthese.json', 'synthese.md', 'synthese_excel.csv']);
    expect(page).toContain(`<a href="${of[1] ?? ''}">${title}</a>`);
    expect(readFileSync(join(folder, of[1] ?? ''), 'utf8')).toContain('Créer des îlots de fraîcheur');
    expect(JSON.parse(readFileSync(join(folder, of[2] ?? ''), 'utf8'))).toMatchObject({ schema: 'atelier-export/2' });
  }
  rmSync(folder, { recursive: true });
  expect(await facilitator.api.seriesFile(made.id)).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
});

test('[J20] what was published is found, whatever case and accents', async () => {
  const all = value(await organiser.search('ilots FRAICH'));
  expect(all.hits.map((hit) => hit.workshop).sort()).toEqual([first.id, second.id].sort());
  expect(await organiser.search('  ')).toMatchObject({ ok: false, failure: { code: 'bad_request' } });
  expect(await facilitator.api.search('ilots')).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
});

test('[E4] what is erased in one workshop goes from where it was carried, too', async () => {
  const answer = value(await ada.api.erasePerson(first.id, 'participant'));
  expect(answer.carried).toBe(1);
  expect(value(await organiser.search('ilots')).hits).toEqual([]);
});
