import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { organiserOf, secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { sampleIdeas } from '../scenarios/support/material.ts';
import { Server } from '../scenarios/support/server.ts';
import { hardCoded, Heard, overflows } from './support/words.ts';

// Every screen and every kind of step in the language made for tests: longer than any, and in brackets,
// so that words from outside the catalogues and words that do not fit are found at once.

const client = fileURLToPath(new URL('../../web-client/', import.meta.url));
interface Size {
  width: number;
  height: number;
}
const sizes: readonly Size[] = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const [small, phone, desk, wide] = sizes as [Size, Size, Size, Size];
/** Who looks at it on what. Bob sees what Ada sees, but for what is hers. */
const seenOn: Record<string, readonly Size[]> = { ada: [small, phone, desk], bob: [phone], facilitator: [phone, desk, wide], moderator: [small, desk] };
const heard = new Heard();
// The product's name and what stands in an address are no words; languages are named in themselves.
heard.says('Atelier', 'Français', 'English', 'English (Pseudo-Accents)', 'English (XA)');
heard.says(new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date()));

let folder = '';
let server: Server;
let code = '';
let staff: Person;
let screen: Person;
let others: Person[] = [];
const pages = new Map<string, Page>();
const found: string[] = [];

test.describe.configure({ mode: 'serial' });

async function template(): Promise<never> {
  const file = new URL('../../server/wire/templates/resilience-territoriale.json', import.meta.url);
  const shipped = JSON.parse(await readFile(file, 'utf8')) as { phases: { id: string; kind: string; settings: object }[] };
  const text = (words: string) => ({ fr: words, en: words });
  const vote = (id: string, settings: object) => ({ id, kind: 'vote', title: text(id), prompt: text(`${id} ?`), minutes: 5, settings: { hidden: true, ...settings } });
  const more = [
    vote('gommettes', { method: 'dots', budget: 5, max_per_idea: 2 }),
    vote('effort', { method: 'impact_effort' }),
    vote('accord', { method: 'consent' }),
  ];
  const [last] = shipped.phases.slice(-1);
  return { ...shipped, phases: [...shipped.phases.slice(0, -1), ...more, last] } as never;
}

async function open(browser: Browser, who: string, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: phone, locale: 'en', reducedMotion: 'reduce' });
  await context.addInitScript(() => localStorage.setItem('atelier.language', 'en-XA'));
  const page = await context.newPage();
  heard.listen(page);
  await page.goto(address);
  pages.set(who, page);
}

const page = (who: string): Page => {
  const known = pages.get(who);
  if (!known) throw new Error(`nobody is called ${who}`);
  return known;
};

async function judge(step: string, who: string, at = seenOn[who] ?? sizes): Promise<void> {
  const it = page(who);
  // A page behind others may be left without a frame after it changed its size: nothing is seen of it then.
  await it.bringToFront();
  await it.waitForTimeout(400);
  found.push(...(await hardCoded(it, heard)).map((what) => `${step}, ${who}: not from a catalogue: ${what}`));
  for (const size of at) {
    await it.setViewportSize(size);
    await it.waitForTimeout(150);
    const broken = await overflows(it);
    found.push(...broken.map((what) => `${step}, ${who} at ${String(size.width)}: ${what}`));
    if (broken.length > 0 || size.width === 390) await it.screenshot({ path: `artefacts/screens/pseudo-${step}-${who}-${String(size.width)}.png` });
  }
}

/** What opens over the page: each dialog and menu that a button leads to, once in all the steps. */
const opened = new Set<string>();
async function judgeWhatOpens(step: string, who: string): Promise<void> {
  const it = page(who);
  await it.bringToFront();
  await it.setViewportSize(small);
  const doors = it.locator('button[aria-haspopup="dialog"]:visible, button[popovertarget]:visible');
  const names = await doors.evaluateAll((all) => all.map((each) => each.className + (each.getAttribute('aria-label') ?? each.textContent).slice(0, 9)));
  const first = names.flatMap((name, index) => (names.indexOf(name) === index ? [index] : []));
  for (const index of first.slice(0, 4)) {
    const door = `${who} ${names[index] ?? ''}`;
    if (opened.has(door)) continue;
    opened.add(door);
    // What opens is looked at here, not the way to it: no waiting for a page that has just changed its size.
    await doors.nth(index).evaluate((button: HTMLElement) => button.click());
    await it.waitForTimeout(250);
    await judge(`${step}-opened${String(index)}`, who, [desk, small]);
    await it.keyboard.press('Escape');
  }
}

async function everyone(step: string, ...who: string[]): Promise<void> {
  for (const name of ['ada', 'bob']) {
    const go = page(name).locator('.calls button');
    if (await go.first().isVisible()) await go.first().click();
  }
  for (const each of who.length > 0 ? who : pages.keys()) await judge(step, each);
}

const opens = (phase: string) => staff.does('phase.open', { phase });
const reveals = (phase: string) => staff.does('results.reveal', { phase });

test.beforeAll(async () => {
  test.setTimeout(400_000);
  folder = await mkdtemp(join(tmpdir(), 'atelier-words-'));
  const built = process.env['ATELIER_PSEUDO_WEB'] ?? join(folder, 'dist');
  if (!process.env['ATELIER_PSEUDO_WEB']) {
    const env = { ...process.env, ATELIER_LANGUAGES: join(client, 'test/languages') };
    await promisify(execFile)(process.execPath, [join(client, 'tools/build.mjs'), '--out', built], { env });
  }
  server = await Server.start({ args: ['--web', built] });
  heard.says(server.origin, server.origin.replace('http://', ''));
});
test.afterAll(async () => {
  await writeFile('artefacts/languages.txt', [...new Set(found)].join('\n'));
  for (const person of [...others, staff, screen]) person.leave();
  await server.end();
  await rm(folder, { recursive: true });
});

test('before anything begins: the start, joining, an unknown link, the organiser', async ({ browser }) => {
  const made = await workshopOn(server, { language: 'en', template: await template() });
  code = made.code;
  heard.says(code, made.id);
  staff = await Person.enter(server, secretOf(made.links.facilitator));
  screen = await Person.enter(server, secretOf(made.links.screen));
  const moderator = await (await organiserOf(server)).renewLink(made.id, 'moderator');
  if (!moderator.ok) throw new Error(moderator.failure.code);
  await open(browser, 'start', server.origin);
  await expect(page('start').getByText('⟦').first()).toBeVisible();
  await open(browser, 'organiser', `${server.origin}/organise#${server.secret('organiser')}`);
  await open(browser, 'stranger', `${server.origin}/facilitate#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  for (const who of ['ada', 'bob']) await open(browser, who, `${server.origin}/join#${code}`);
  await expect(page('ada').getByText('⟦').first()).toBeVisible();
  await everyone('00-before');
  await judgeWhatOpens('00-before', 'start');
  await judgeWhatOpens('00-before', 'organiser');
  for (const who of ['start', 'organiser', 'stranger']) {
    await page(who).context().close();
    pages.delete(who);
  }
  for (const who of ['ada', 'bob']) {
    await page(who).locator('summary').click();
    await page(who).locator('button[type=submit]').click();
  }
  await open(browser, 'facilitator', made.links.facilitator);
  await open(browser, 'moderator', moderator.value.url);
  await expect(page('facilitator').getByText('⟦').first()).toBeVisible();
  others = await Promise.all(Array.from({ length: 8 }, () => Person.join(server, code)));
  await everyone('01-waiting');
  await judgeWhatOpens('01-waiting', 'facilitator');
  await judgeWhatOpens('01-waiting', 'ada');
});

test('every step of an agenda with every kind of step and vote', async () => {
  test.setTimeout(900_000);
  const kinds = staff.mirror.phases.map(({ id, kind, settings }) => ({ id, kind, settings }));
  for (const [at, { id, kind, settings }] of kinds.entries()) {
    const step = `${String(at + 10)}-${kind}-${id}`;
    const ideas = [...screen.mirror.ideas.values()].filter(({ status, group }) => status === 'published' && !group).slice(0, 5);
    const short = 'method' in settings && settings.method !== 'useful' ? { ideas: ideas.map((idea) => idea.id) } : {};
    await staff.does('phase.open', { phase: id, ...short });
    await others[0]?.sees('it open', ({ phases }) => phases.some((phase) => phase.id === id && phase.status === 'open'));
    if (kind === 'listen')
      for (const [i, person] of others.entries()) await person.does('question.ask', { text: `Qui entretient la haie numéro ${String(i)} ?` });
    if (kind === 'collect')
      for (const [i, person] of others.entries()) await person.does('idea.post', { text: sampleIdeas[i]?.text ?? '' });
    if (kind === 'commit') await others[0]?.does('commitment.make', { text: 'Planter une haie', who: 'individual' });
    heard.says('Qui entretient la haie', 'Planter une haie', ...sampleIdeas.map(({ text }) => text));
    await everyone(step);
    await judgeWhatOpens(step, 'facilitator');
    await judgeWhatOpens(step, 'ada');
    if (kind === 'collect' || kind === 'listen') {
      await judgeWhatOpens(step, 'moderator');
      for (const idea of staff.mirror.ideas.values()) if (idea.status === 'pending') await staff.does('idea.publish', { idea: idea.id });
      // What was collected in private is shown to all, or no vote could be on it.
      if (kind === 'collect') {
        await reveals(id);
        await screen.sees('the ideas', ({ ideas: all }) => [...all.values()].filter(({ status }) => status === 'published').length >= others.length);
      }
      await everyone(`${step}-published`);
    }
    if (kind === 'vote') {
      await reveals(id);
      await everyone(`${step}-results`);
    }
  }
});

test('the end of it, and no line at all', async () => {
  await staff.does('workshop.close', {});
  await everyone('80-closed');
  await page('ada').context().setOffline(true);
  await page('ada').waitForTimeout(3_000);
  await everyone('81-offline', 'ada');
  expect([...new Set(found)]).toEqual([]);
});
