import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api, ExportFormat, ExportStatus } from '../../web-client/src/core/index.ts';
import { overHttp } from '../protocol/contract.ts';
import { readCsv } from './support/csv.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// Every export of one workshop with everything in it, from a real server, opened by the programs that
// people open them with. ATELIER_EXPORTS names a folder in which the files are kept, to be looked at.

let server: Server;
let folder: string;
let api: Api;
let workshop: { id: string; code: string };
let facilitator: Person;
const people: Person[] = [];

/** Texts that try to be a formula, or markup, or too much. */
const texts = [
  '=HYPERLINK("https://piege.invalid";"Cliquez ici")',
  '+33 6 00 00 00 00 ; appeler',
  '@SOMME(1)',
  '-2+3',
  '- un diagnostic partagé',
  '\t=1+1',
  'Planter des haies, même là où « ça gêne » ; d’abord à l’école 🌳',
  '<script>alert(1)</script> & "guillemets"',
  'Sur\ndeux lignes',
  '🌳'.repeat(500),
];

const template = {
  title: 'Haies & mares : « l’été d’après »',
  question: 'Que faire\u202f?',
  affiliations: [{ id: 'elu', name: 'Élue, élu' }, { id: 'hab', name: 'Habitante, habitant' }],
  boards: [
    {
      id: 'main',
      levers: [
        { id: 'un', name: 'Un levier au nom vraiment très long, avec des détails', symbol: 'leaf', colour: 'green' },
        { id: 'deux', name: 'Deux', symbol: 'bolt', colour: 'amber' },
      ],
      scales: [{ id: 'commune', name: 'Commune' }, { id: 'region', name: 'Région' }],
    },
  ],
  phases: [
    { id: 'arrive', kind: 'welcome', title: 'Arriver', minutes: 5, settings: { weather: true, charter: false } },
    { id: 'ask', kind: 'listen', title: 'Écouter', minutes: 5, settings: { moderation: 'none', max_per_person: 3 } },
    { id: 'open', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    { id: 'cards', kind: 'vote', title: 'Utile ?', minutes: 5, settings: { method: 'useful', hidden: true, any_card: true } },
    { id: 'dots', kind: 'vote', title: 'Gommettes', minutes: 5, settings: { method: 'dots', hidden: false, budget: 5, max_per_idea: 2 } },
    { id: 'promise', kind: 'commit', title: 'Engagements', minutes: 5, settings: { max_per_person: 3 } },
    { id: 'end', kind: 'close', title: 'Clore', minutes: 5, settings: { roti: true, sentence: true } },
  ],
};

beforeAll(async () => {
  server = await Server.start();
  folder = process.env['ATELIER_EXPORTS'] ?? mkdtempSync(join(tmpdir(), 'atelier-exports-'));
  mkdirSync(folder, { recursive: true });
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  workshop = made;
  api = await organiserOf(server);
  facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  const joins = Array.from({ length: 12 }, (_, i) =>
    Person.join(server, made.code, { name: `Nom secret ${String(i)}`, affiliation: i < 6 ? 'elu' : 'hab' }));
  people.push(...(await Promise.all(joins)));
  const open = (phase: string) => facilitator.does('phase.open', { phase });
  await open('arrive');
  for (const [i, one] of people.entries())
    await one.does('weather.choose', { weather: i % 2 ? 'sun' : 'cloud' });
  await open('ask');
  await people[0]?.does('question.ask', { text: 'Et l’eau\u202f?' });
  await open('open');
  for (const [i, text] of texts.entries()) await people[i % 12]?.does('idea.post', { text });
  await facilitator.does('idea.post', { text: 'À masquer' });
  await facilitator.sees('all ideas', ({ ideas }) => ideas.size === texts.length + 1);
  const ids = [...facilitator.mirror.ideas.values()];
  const idOf = (text: string): string => ids.find((idea) => idea.text === text)?.id ?? '';
  await facilitator.does('idea.hide', { idea: idOf('À masquer'), reason: 'off_topic' });
  const shown = texts.map(idOf);
  await open('cards');
  for (const [p, person] of people.entries())
    for (const [i, idea] of shown.entries())
      if ((p + i) % 3 !== 0)
        await person.does('vote.cast', { idea, value: (p + i) % 3 === 1 ? 'useful' : p % 2 ? 'not_useful' : 'pass' });
  await people[0]?.does('vote.cast', { idea: shown[1] ?? '', value: 'not_useful' });
  await people[1]?.does('vote.clear', { idea: shown[0] ?? '' });
  await facilitator.does('results.reveal', { phase: 'cards' });
  await open('dots');
  for (const [p, person] of people.entries())
    await person.does('vote.cast', { idea: shown[p % 4] ?? '', value: 2 });
  await open('promise');
  await people[2]?.does('commitment.make', { text: '=Planter', who: 'individual' });
  await open('end');
  for (const [p, person] of people.entries())
    await person.does('closing.say', p === 0 ? { roti: 1, sentence: 'Merci', quote: true } : { roti: 1 + (p % 5) });
}, 120_000);

afterAll(async () => {
  for (const one of [facilitator, ...people]) one.leave();
  await server.end();
  if (!process.env['ATELIER_EXPORTS']) rmSync(folder, { recursive: true, force: true });
});

function headers(): Record<string, string> {
  return { authorization: `Bearer ${facilitator.token}`, 'accept-language': 'fr' };
}

/** Asks for it, looks after it and fetches it, as the page does. */
async function take(format: ExportFormat, picture?: string): Promise<{ name: string; bytes: Buffer; seen: Set<string> }> {
  const begun = await facilitator.api.beginExport(workshop.id, picture ? { format, picture } : { format });
  if (!begun.ok) throw new Error(begun.failure.code);
  const seen = new Set<string>([begun.value.state]);
  let status: ExportStatus = begun.value;
  while (status.state === 'queued' || status.state === 'running') {
    await sleep(50);
    const next = await facilitator.api.export(workshop.id, status.export);
    if (!next.ok) throw new Error(next.failure.code);
    status = next.value;
    seen.add(status.state);
  }
  if (status.state !== 'ready') throw new Error(`${format}: ${String(status.code)} ${JSON.stringify(status.data)}`);
  const response = await fetch(facilitator.api.exportedUrl(workshop.id, status.export), { headers: headers() });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${status.name ?? ''}"`);
  expect(bytes.length).toBe(status.bytes);
  writeFileSync(join(folder, status.name ?? format), bytes);
  return { name: status.name ?? '', bytes, seen };
}

const has = (program: string): boolean => ['/usr/bin', '/usr/local/bin'].some((place) => existsSync(join(place, program)));

/** LibreOffice without a window, in a home of its own. */
function convert(file: string, to: string): string {
  const out = mkdtempSync(join(folder, 'converted-'));
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${join(folder, 'office')}`, '--headless', '--convert-to', to, '--outdir', out, join(folder, file)],
    { stdio: 'pipe', timeout: 110_000 },
  );
  return out;
}

/** Spreadsheets write numbers in their own way: 0,417 or 0.417. */
const plain = (cell: string): string => (/^-?\d+([.,]\d+)?$/.test(cell) ? String(Number(cell.replace(',', '.'))) : cell);
/** Line breaks, tabs and blanks at the ends may be written otherwise. */
const loose = (cell: string): string => plain(cell.replace(/^'/, '').replace(/\s+/g, ' ').trim());

test('[EX2] a file is asked for, looked after and fetched, under a telling name', async () => {
  const { name, seen } = await take('odt');
  expect(name).toMatch(/^\d{4}-\d\d-\d\d_haies-mares-l-ete-d-apres_synthese\.odt$/);
  expect([...seen].every((state) => ['queued', 'running', 'ready'].includes(state))).toBe(true);
});

test('[EX1] what was acknowledged before it was asked for is in it', async () => {
  const text = (await take('md')).bytes.toString();
  expect(text).toContain('Planter des haies');
  expect(text).not.toContain('À masquer');
  expect(text).not.toContain('Nom secret');
});

test('[EX3] a file is its workshop’s alone, and goes with it', async () => {
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  const begun = await api.beginExport(made.id, { format: 'json' });
  if (!begun.ok) throw new Error(begun.failure.code);
  const other = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/exports?export=${begun.value.export}`, { headers: headers() });
  expect(other.status).toBe(404);
  await api.erase(made.id);
  expect(await api.export(made.id, begun.value.export)).toMatchObject({ ok: false, failure: { code: 'no_such_export' } });
});

test('[EX4] too many at once are refused', async () => {
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  const asked = await Promise.all(Array.from({ length: 40 }, () => api.beginExport(made.id, { format: 'docx' })));
  expect(asked.some((answer) => !answer.ok && answer.failure.code === 'busy')).toBe(true);
  expect(asked.filter((answer) => answer.ok).length).toBeGreaterThan(10);
  // Those of a workshop that is no more are not made: the next one is soon there.
  await api.erase(made.id);
  await take('docx');
});

test('[EX5] what is wrong with the wish is said in the person’s language', async () => {
  const wrong = [...overHttp].filter(([name]) => name.startsWith('http.export.request.'));
  expect(wrong).not.toEqual([]);
  for (const [name, { code, data, body }] of wrong)
    expect(await api.beginExport(workshop.id, body as never), name).toMatchObject({ ok: false, failure: { status: 400, code, data } });
  const get = (query: string) => fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export?${query}`, { headers: headers() });
  expect((await get('format=exe')).status).toBe(400);
  expect((await get('format=png')).status).toBe(400);
  const none = await get('format=png&picture=none');
  expect(none.status).toBe(404);
  expect(await none.json()).toMatchObject({ code: 'no_such_picture', title: 'Cet atelier n’a pas cette image.' });
});

test('[R11] no name of a participant is in any file', async () => {
  for (const format of ['json', 'csv', 'csv-fr', 'md', 'html'] as const)
    expect((await take(format)).bytes.toString()).not.toContain('Nom secret');
});

describe.runIf(has('soffice'))('opened by LibreOffice', () => {
  test.each(['xlsx', 'ods'] as const)('[TB1] [TB2] %s reads back as the CSV does, and holds no formula', async (format) => {
    const wanted = readCsv((await take('csv-fr')).bytes.toString().replace(/^\uFEFF/, ''), ';');
    const { name } = await take(format);
    // Every sheet as a CSV of its own, the ideas first; then what it saves itself, to look for formulas.
    const sheets = convert(name, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1');
    const files = readdirSync(sheets).sort();
    expect(files).toHaveLength(8);
    const ideas = files.find((file) => /-Idées\.csv$/.test(file.normalize('NFC'))) ?? '';
    const read = readCsv(readFileSync(join(sheets, ideas), 'utf8'), ',');
    expect(read.map((row) => row.map(loose))).toEqual(wanted.map((row) => row.map(loose)));
    const saved = convert(name, 'fods');
    const xml = readFileSync(join(saved, name.replace(/\.\w+$/, '.fods')), 'utf8');
    expect(xml).not.toContain('table:formula');
    for (const text of ['=HYPERLINK', '@SOMME', '-2+3']) expect(xml).toContain(text);
  });

  test.each(['odt', 'docx'] as const)('[AR1] %s opens with every published idea, and becomes pages', async (format) => {
    const { name } = await take(format);
    const out = convert(name, 'txt:Text (encoded):UTF8');
    const text = readFileSync(join(out, name.replace(/\.\w+$/, '.txt')), 'utf8').replace(/\s+/g, ' ');
    for (const idea of texts.slice(0, 8)) expect(text).toContain(idea.trim().replace(/\s+/g, ' '));
    expect(text).not.toContain('À masquer');
    const pages = convert(name, 'pdf');
    execFileSync('pdftoppm', ['-r', '60', '-png', join(pages, name.replace(/\.\w+$/, '.pdf')), join(folder, `${format}-page`)]);
    expect(readdirSync(folder).some((file) => file.startsWith(`${format}-page`))).toBe(true);
  });
});

describe.runIf(has('weasyprint') || has('chromium'))('as PDF', () => {
  test('[AR2] it is tagged, has its language, and every published idea', async () => {
    const { name, bytes } = await take('pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const file = join(folder, name);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Haies & mares/);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const idea of ['Planter des haies', '=HYPERLINK', 'un diagnostic partagé', '<script>alert(1)</script>'])
      expect(text).toContain(idea);
    execFileSync('pdftoppm', ['-r', '60', '-png', file, join(folder, 'pdf-page')]);
  });
});

test('[PI1] all pictures come as SVG, and each as PNG', async () => {
  const { name } = await take('pictures');
  const out = join(folder, 'pictures');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, name), out]);
  const files = readdirSync(out);
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const file of files) {
    const svg = readFileSync(join(out, file), 'utf8');
    expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/);
  }
  const png = await take('png', 'matrix-main');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('[PO2] [PO3] the Polis files, read again, give the matrix of everyone’s last votes', async () => {
  const { name } = await take('polis');
  const out = join(folder, 'polis');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, name), out]);
  const votes = readCsv(readFileSync(join(out, 'votes.csv'), 'utf8'), ',');
  const comments = readCsv(readFileSync(join(out, 'comments.csv'), 'utf8'), ',');
  expect(votes[0]).toEqual(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']);
  expect(comments[0]?.join()).toBe('timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body');
  const last = new Map<string, string>();
  for (const [, , comment, voter, vote] of votes.slice(1)) last.set(`${comment ?? ''} ${voter ?? ''}`, vote ?? '');
  // The same matrix from what people did: by comment, how many ended at each choice.
  const counted = new Map<string, number>();
  for (const [key, vote] of last) {
    const at = `${key.split(' ')[0] ?? ''} ${vote}`;
    counted.set(at, (counted.get(at) ?? 0) + 1);
  }
  const said = new Map<string, number>();
  for (let p = 0; p < 12; ++p)
    texts.forEach((_, i) => {
      if ((p + i) % 3 === 0 || (p === 1 && i === 0)) return;
      let vote = (p + i) % 3 === 1 ? '1' : p % 2 ? '-1' : '0';
      if (p === 0 && i === 1) vote = '-1';
      said.set(`${String(i)} ${vote}`, (said.get(`${String(i)} ${vote}`) ?? 0) + 1);
    });
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(said));
  // A change is a row of its own.
  expect(votes.length - 1).toBe(last.size + 1);
  expect(comments.slice(1).map((row) => row[6])).toEqual([...texts.map(() => '1'), '-1']);
});

test('the command line writes the same files while the server runs', () => {
  const out = join(folder, 'by-command.ods');
  execFileSync(process.env['ATELIER_BIN'] ?? '', ['export', workshop.code, '--format', 'ods', '--out', out, '--data', server.data]);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
});
