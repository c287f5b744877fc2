import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api, Answer, ImportedWorkshop, ImportResponse } from '../../web-client/src/core/index.ts';
import { faults, type Json } from '../protocol/contract.ts';
import { collectingOn, organiserOf, secretOf } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { atelier, Server, tryAtelier } from './support/server.ts';
import { until } from './support/until.ts';

// Files become workshops, or ideas of one: by HTTP and from the command line, on a real server.

const wall = [
  'Section,Title,Body,Created At (UTC),Author',
  'Nature,"Haies ""vives""","<p>Planter, même là où « ça gêne »</p>",2020-12-14 09:31:05 UTC,Zoé',
  'Entraide,,"Prêter ses outils\net son temps",2020-12-14 09:32:05 UTC,Anonymous',
  ',,,,',
  'Nature,,=HYPERLINK("https://piege.invalid"),,',
].join('\n');

interface Exported {
  [member: string]: unknown;
  workshop: Record<string, unknown>;
  ideas: { text: string }[];
}

/** What an export and the export of its copy have in common. */
function withoutNames(text: string): Exported {
  const { exported_at: _at, fingerprint: _mark, ...file } = JSON.parse(text) as Exported;
  const { id: _id, code: _code, created_at: _created, ...workshop } = file.workshop;
  return { ...file, workshop };
}

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.failure.code} ${JSON.stringify(answer.failure.data)}`);
  return answer.value;
}

const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'mur.csv'): File => new File([text], name);

describe('imports', () => {
  let server: Server;
  let api: Api;
  let folder: string;
  /** A workshop in which something was said, to be exported. */
  let told: string;
  beforeAll(async () => {
    server = await Server.start();
    api = await organiserOf(server);
    folder = await mkdtemp(join(tmpdir(), 'atelier-import-'));
    const { workshop, facilitator } = await collectingOn(server, 'Ce qui fut dit');
    told = workshop.code;
    const ada = await Person.join(server, told, { name: 'Ada' });
    for (const text of ['Planter des haies', '=1+1', 'Ouvrir\nun atelier']) await ada.does('idea.post', { text });
    for (const each of [ada, facilitator]) each.leave();
  });
  afterAll(async () => {
    await server.end();
    await rm(folder, { recursive: true, force: true });
  });

  const preview = (file: File, query = {}): Promise<Answer<ImportResponse>> =>
    api.sendFiles('/imports/preview', [file], new URLSearchParams(query));
  const workshops = async (): Promise<number> => value(await api.workshops()).workshops.length;
  const written = async (name: string, text: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  test('[IM7] a preview says what would be made, and nothing is written', async () => {
    const before = await workshops();
    const plan = value(await preview(fileOf(wall)));
    expect(faults('http.import.response', plan as unknown as Json)).toBe('');
    expect(plan).toMatchObject({ format: 'padlet', title: 'mur', levers: ['Nature', 'Entraide'] });
    expect(plan.counts).toMatchObject({ rows: 3, ideas: 3 });
    expect(plan.warnings.map(({ code }) => code)).toEqual(['html_to_text', 'name_left_out']);
    expect(await workshops()).toBe(before);
    const other = value(await preview(fileOf(wall), { columns: '{"text":"Section","lever":""}' }));
    expect(other.sample[0]?.text).toBe('Haies "vives"\nNature');
    expect(other.levers).toEqual([]);
  });

  test('[IM1] a wall becomes a workshop, whole, with its sections as levers', async () => {
    const made = value<ImportedWorkshop>(
      await api.sendFiles('/imports', [fileOf(wall)], new URLSearchParams({ title: 'Un « mur » / été' })),
    );
    expect(faults('http.import.created', made as unknown as Json)).toBe('');
    const facilitator = await Person.enter(server, secretOf(made.links.facilitator));
    await until('the ideas are there', () => facilitator.mirror.ideas.size === 3);
    expect([...facilitator.mirror.ideas.values()].map(({ text }) => text)).toContain(
      'Prêter ses outils\net son temps',
    );
    expect(await atelier('verify', made.code, '--data', server.data)).toContain('whole');
    facilitator.leave();
  });

  test('[IM1] ideas go into a workshop in which people are, who see them at once', async () => {
    const { workshop, facilitator } = await collectingOn(server, 'Avec du monde');
    const person = await Person.join(server, workshop.code);
    await person.does('idea.post', { text: 'La mienne' });
    const query = new URLSearchParams({ as: 'facilitator' });
    const looked = value<ImportResponse>(
      await facilitator.api.sendFiles(`/workshops/${workshop.id}/imports/preview`, [fileOf(wall)], query),
    );
    expect(looked.outcome).toEqual({ ideas: 3, new_levers: ['Nature', 'Entraide'], phase: 'open' });
    expect(person.mirror.ideas.size).toBe(1);
    value(await facilitator.api.sendFiles(`/workshops/${workshop.id}/imports`, [fileOf(wall)], new URLSearchParams()));
    await until('everyone sees them', () => person.mirror.ideas.size === 4);
    await person.does('idea.post', { text: 'Une de plus' });
    await until('and it goes on', () => facilitator.mirror.ideas.size === 5);
    expect(await atelier('verify', workshop.id, '--data', server.data)).toContain('whole');
    const refused = await person.api.sendFiles(`/workshops/${workshop.id}/imports`, [fileOf(wall)], new URLSearchParams());
    expect(refused).toMatchObject({ ok: false, failure: { status: 403, code: 'forbidden' } });
    person.leave();
    facilitator.leave();
  });

  test('[NET-H19] only who may import makes the server read more than usual', async () => {
    const large = fileOf(new Uint8Array(200_000).fill(0x61));
    const { workshop } = await collectingOn(server, 'Grand');
    const person = await Person.join(server, workshop.code);
    for (const path of [`/workshops/${workshop.id}/imports`, `/workshops/${workshop.id}/commands`, '/imports']) {
      const answer = await person.api.sendFiles(path, [large], new URLSearchParams()).catch(() => undefined);
      if (answer) expect(answer.ok).toBe(false);
    }
    const strangers = await fetch(`${server.origin}/api/v1/imports`, { method: 'POST', body: large }).catch(() => undefined);
    if (strangers) expect(strangers.status).toBe(401);
    const lines = Array.from({ length: 60_000 }, (_, i) => `idée ${String(i)}`).join('\n');
    const plan = value(await preview(fileOf(lines, 'liste.txt')));
    expect(plan.counts).toMatchObject({ rows: 60_000, ideas: 5_000 });
    // So much is not read to its end: whoever goes on sending may find the line closed instead.
    const answer = await preview(fileOf(new Uint8Array(16 * 1024 * 1024 + 1)));
    expect(answer.ok ? 200 : answer.failure.status).toBeOneOf([0, 413]);
    person.leave();
  });

  test('[IM6] what cannot be imported gets one clear answer and leaves nothing behind', async () => {
    const before = await workshops();
    const zip = Buffer.from('504b0304', 'hex');
    for (const [file, code] of [
      [fileOf('', 'vide.csv'), 'import_empty'],
      [fileOf(zip, 'mur.zip'), 'import_damaged'],
      [fileOf('{"a":1}', 'a.json'), 'import_unknown'],
      [fileOf('comment-id,voter-id,vote\n1,1,1\n', 'votes.csv'), 'import_no_comments'],
    ] as const) {
      for (const path of ['/imports/preview', '/imports']) {
        const answer = await api.sendFiles(path, [file], new URLSearchParams({ language: 'fr' }));
        expect(answer).toMatchObject({ ok: false, failure: { status: 422, code } });
      }
      const { code: exit, errors } = await tryAtelier('import', await written(file.name, new Uint8Array(await file.arrayBuffer())), '--data', server.data);
      expect(exit).toBe(1);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
    expect(await workshops()).toBe(before);
    expect((await tryAtelier('import', join(folder, 'none.csv'))).code).toBe(1);
    expect((await tryAtelier('import')).code).toBe(2);
  });

  test('[IM10] export, import, export: the same but for what names the copy', async () => {
    const first = await atelier('export', told, '--format', 'json', '--data', server.data);
    const path = await written('export.json', first);
    expect(await atelier('verify', path)).toContain('agree');
    const dry = await atelier('import', path, '--dry-run', '--data', server.data);
    expect(dry).toContain('nothing was written');
    const printed = await atelier('import', path, '--data', server.data);
    expect(printed).not.toContain('note:');
    const id = /^id: (.*)$/m.exec(printed)?.[1] ?? '';
    const second = await atelier('export', id, '--format', 'json', '--data', server.data);
    expect(withoutNames(second)).toEqual(withoutNames(first));
    expect(await atelier('verify', id, '--data', server.data)).toContain('whole');
    expect(faults('export', JSON.parse(second) as Json)).toBe('');
  });

  test('[V6] verify names what was changed in an export, and hostile files end in one line', async () => {
    const text = await atelier('export', told, '--format', 'json', '--data', server.data);
    const change = async (edit: (file: Exported) => void): Promise<string> => {
      const file = JSON.parse(text) as Exported;
      edit(file);
      const { code, output, errors } = await tryAtelier('verify', await written('changed.json', JSON.stringify(file)));
      expect(code).toBe(1);
      expect(errors.trim().split('\n')).toHaveLength(1);
      return output;
    };
    const { ideas } = JSON.parse(text) as { ideas: { id: string }[] };
    expect(await change((file) => (file.ideas[0] = { ...file.ideas[0], text: 'Autre' }))).toContain(
      `Idea ${ideas[0]?.id ?? '?'} was changed`,
    );
    expect(await change((file) => file.ideas.pop())).toContain(`Idea ${ideas.at(-1)?.id ?? '?'} was removed`);
    for (const bytes of ['', '[', text.slice(0, -100), '['.repeat(100_000), '\u0000\u0001', '{"schema":"x"}']) {
      const { code, errors } = await tryAtelier('verify', await written('hostile.json', bytes));
      expect(code).toBe(1);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
  });

  test('[IM2] the command line adds ideas to a workshop, or says that it would', async () => {
    const { workshop, facilitator } = await collectingOn(server, 'À la main');
    const path = await written('mur.csv', wall);
    const into = ['--into', workshop.code, '--data', server.data];
    expect(await atelier('import', path, '--dry-run', ...into)).toContain('3 ideas would be added');
    expect(await atelier('import', path, '--map', 'title=', ...into)).toContain('added: 3');
    await facilitator.does('idea.post', { text: 'Et une autre' });
    await until('all are there', () => facilitator.mirror.ideas.size === 4);
    const refused = await tryAtelier('import', path, '--phase', 'nowhere', ...into);
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('no_such_phase')]);
    facilitator.leave();
  });
});

// A real consultation, where it is: Polis' own matrix of last votes is what has to come out.
const repository = fileURLToPath(new URL('../..', import.meta.url));
const consultation = resolve(repository, process.env['ATELIER_CONSULTATION'] ?? '../shared/data/polis-biodiversity');
const there = existsSync(join(consultation, 'votes.csv'));
if (!there) console.log('The consultation is not on this machine: ATELIER_CONSULTATION names its folder. Skipped.');

test.skipIf(!there)(
  '[IM9] a real consultation of 29,802 votes gives the matrix of last votes',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'atelier-polis-'));
    try {
      const files = ['votes.csv', 'comments.csv'].map((name) => join(consultation, name));
      const printed = await atelier('import', ...files, '--title', 'Biodiversité', '--data', folder);
      expect(printed).toContain('votes cast: 29802');
      expect(printed).toContain('last votes: 29719');
      const id = /^id: (.*)$/m.exec(printed)?.[1] ?? '';
      expect(await atelier('verify', id, '--data', folder)).toContain('whole');
      const file = JSON.parse(await atelier('export', id, '--format', 'json', '--data', folder)) as {
        ideas: { id: string; tallies: { vote?: { useful: number; not_useful: number; pass: number } } }[];
        ballots: { choices: Record<string, string> }[];
      };
      const [head = '', ...rows] = readFileSync(join(consultation, 'participants-votes.csv'), 'utf8').trim().split(/\r?\n/);
      const columns = head.split(',');
      const counted = new Map<string, { useful: number; not_useful: number; pass: number }>();
      for (const row of rows) {
        row.split(',').forEach((cell, i) => {
          const comment = columns[i] ?? '';
          if (!/^\d+$/.test(comment) || cell === '') return;
          const tally = counted.get(comment) ?? { useful: 0, not_useful: 0, pass: 0 };
          if (cell === '1') tally.useful += 1;
          else if (cell === '-1') tally.not_useful += 1;
          else tally.pass += 1;
          counted.set(comment, tally);
        });
      }
      for (const { id: idea, tallies } of file.ideas) {
        const expected = counted.get(idea.slice(1));
        const { useful = 0, not_useful = 0, pass = 0 } = tallies.vote ?? {};
        expect({ idea, useful, not_useful, pass }).toEqual({ idea, ...(expected ?? { useful: 0, not_useful: 0, pass: 0 }) });
      }
      const choices = file.ballots.reduce((sum, ballot) => sum + Object.keys(ballot.choices).length, 0);
      expect(choices).toBe(29_719);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
