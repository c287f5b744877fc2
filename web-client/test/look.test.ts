import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarationHtml, wrongWith } from '../tools/accessibility.mjs';

const run = promisify(execFile);
const build = fileURLToPath(new URL('../tools/build.mjs', import.meta.url));
const example = (name: string): string => fileURLToPath(new URL(`../../deploy/${name}`, import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-look-'));
});
afterAll(() => rm(folder, { recursive: true }));

const built = (page: string, env: Record<string, string>): Promise<unknown> =>
  run(process.execPath, [build, '--out', join(folder, 'dist'), page], { env: { ...process.env, ...env } });

describe("an installation's own look", () => {
  it('[C2] reaches a built page, after ours, and the colour around it', { timeout: 120_000 }, async () => {
    await built('summary', { ATELIER_THEME: example('theme.example.css') });
    const assets = await readdir(join(folder, 'dist/assets'));
    const css = await readFile(join(folder, 'dist/assets', assets.find((file) => file.endsWith('.css')) ?? ''), 'utf8');
    const accents = [...css.matchAll(/--accent:[^;}]*/g)].map(([found]) => found);
    expect(accents.length).toBeGreaterThan(1);
    expect(css.lastIndexOf('#123a8f')).toBeGreaterThan(css.indexOf('#17566a'));
    const html = await readFile(join(folder, 'dist/summary.html'), 'utf8');
    expect(html).toContain('content="#fafafa" media="(prefers-color-scheme: light)"');
    const manifest = JSON.parse(await readFile(join(folder, 'dist/app.fr.webmanifest'), 'utf8')) as { theme_color: string };
    expect(manifest.theme_color).toBe('#fafafa');
  });

  it('[C2] names no other site, and is refused when it cannot be read', { timeout: 60_000 }, async () => {
    const bad = join(folder, 'bad.css');
    await writeFile(bad, "@import url('https://fonts.example/x.css');");
    await expect(built('summary', { ATELIER_THEME: bad })).rejects.toThrow(/another site/);
    await expect(built('summary', { ATELIER_THEME: join(folder, 'none.css') })).rejects.toThrow(/cannot be read/);
  });
});

describe('the declaration of accessibility', () => {
  it('[C3] says that nobody audited it, until someone did', () => {
    const html = declarationHtml({});
    expect(html).toContain('<strong>Non conforme.</strong> Aucun audit');
    expect(html).toContain('<strong>Not compliant.</strong> No compliance audit');
  });

  it('[C3] holds what the example gives, as text', async () => {
    const given = JSON.parse(await readFile(example('accessibility.example.json'), 'utf8')) as Record<string, unknown>;
    expect(wrongWith(given)).toEqual([]);
    expect(declarationHtml(given)).toContain('accessibilite@ville.example');
    expect(declarationHtml({ ...given, organisation: '<b>Ville</b>' })).not.toContain('<b>Ville');
  });

  it('[C3] is refused when it claims what no audit found, or says what nobody reads', () => {
    expect(wrongWith({ conformity: 'full' })).toHaveLength(1);
    expect(wrongWith({ conformity: 'perfect' }).length).toBeGreaterThan(0);
    expect(wrongWith({ contacts: {} })).toHaveLength(1);
    expect(wrongWith({ gaps: { fr: 'un texte' } })).toHaveLength(1);
  });
});

describe('the grid of accessibility', () => {
  it('[C3] has every criterion of RGAA 4.1.2, once', async () => {
    const grid = await readFile(new URL('../ACCESSIBILITY.md', import.meta.url), 'utf8');
    const each = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
    const wanted = each.flatMap((many, theme) => Array.from({ length: many }, (_, at) => `${theme + 1}.${at + 1}`));
    const found = [...grid.matchAll(/^\| (\d+\.\d+) \| (?:yes|no) \| [^|]+ \| [^|]+ \|$/gm)].map((row) => row[1]);
    expect(wanted).toHaveLength(106);
    expect(found).toEqual(wanted);
  });
});
