import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { threeSteps } from '../scenarios/support/material.ts';
import { organiserOf, secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { Proxy } from '../scenarios/support/proxy.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// What can go wrong between a person and the server, or in their browser: each is explained kindly, and
// nothing is lost that could be kept. One workshop for each test, one server for all.

const phone = { width: 390, height: 844 };

let server: Server;
const leave: (() => unknown)[] = [];

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
});
test.afterEach(async () => {
  for (const step of leave.splice(0).reverse()) await step();
});
test.afterAll(async () => {
  await server.end();
});

interface Room {
  id: string;
  code: string;
  director: Person;
  /** Opens the next step of that kind. */
  step: (kind: 'collect' | 'sort' | 'vote') => Promise<void>;
}

async function room(collecting: Record<string, unknown> = {}): Promise<Room> {
  const template = threeSteps({ max_per_person: 20, ...collecting }) as { phases: { id: string; settings: object }[] };
  for (const phase of template.phases) if (phase.id === 'classement') phase.settings = { ...phase.settings, mode: 'shared' };
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  const director = await Person.enter(server, secretOf(made.links.facilitator));
  leave.push(() => director.leave());
  const step = async (kind: string): Promise<void> => {
    await director.does('phase.open', { phase: director.mirror.phases.find((each) => each.kind === kind)?.id ?? '' });
  };
  await step('collect');
  return { id: made.id, code: made.code, director, step };
}

async function device(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' });
  leave.push(() => context.close());
  return context;
}

async function comeIn(page: Page, code: string, origin = server.origin): Promise<Page> {
  await page.goto(`${origin}/join#${code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await expect(field(page)).toBeVisible();
  return page;
}

const field = (page: Page) => page.getByLabel('Votre idée');
const send = (page: Page) => page.getByRole('button', { name: 'Proposer cette idée' });
const recorded = (page: Page) => page.getByText('Enregistrée et publiée');

async function post(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.waitForTimeout(400); // Two ideas are not a double tap.
  await send(page).click();
}

/** How often an idea of that text is there, by the facilitator's mirror. */
const times = ({ director }: Room, text: string): number =>
  [...director.mirror.ideas.values()].filter((idea) => idea.text === text).length;

/** All that this device holds of a workshop. */
function held(page: Page, workshop: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const plain = Object.keys(localStorage).filter((key) => key.includes(id) && !key.includes('joined'));
    const rows = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('atelier');
      opening.onerror = () => reject(new Error('no database'));
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains('outbox')) {
          database.close();
          resolve([]);
          return;
        }
        const keys = database.transaction('outbox').objectStore('outbox').getAllKeys();
        keys.onsuccess = () => {
          database.close();
          resolve(keys.result.map(String).filter((key) => key.startsWith(id)));
        };
      };
    });
    return [...plain, ...rows];
  }, workshop);
}

test('offline: ideas, a move and a vote wait on the device, and arrive exactly once', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const page = await comeIn(await context.newPage(), here.code);
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne')).toBeVisible();
  await post(page, 'Une haie le long du chemin');
  await post(page, 'Un verger partagé');
  await expect(page.getByText('Sur cet appareil, partira dès que possible')).toHaveCount(2);
  await expect(recorded(page)).toHaveCount(0);
  await keep(page, '60-offline-ideas');
  await context.setOffline(false);
  await expect(recorded(page)).toHaveCount(2);
  for (const text of ['Une haie le long du chemin', 'Un verger partagé']) expect(times(here, text)).toBe(1);

  await here.step('sort');
  await expect(page.getByText('Entraide et coopération').first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne')).toBeVisible();
  await page.getByRole('button', { name: /^Déplacer.*Une haie/ }).first().click();
  await page.getByRole('dialog').getByRole('radio', { name: /Entraide/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const placed = (): string[] => [...here.director.mirror.placements.values()].flatMap(({ lever }) => (lever ? [lever] : []));
  await page.waitForTimeout(300);
  expect(placed()).toEqual([]);
  await context.setOffline(false);
  await expect.poll(placed).toEqual(['entraide']);

  await here.step('vote');
  const add = page.getByRole('button', { name: /^Ajouter une gommette/ }).first();
  await expect(add).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne')).toBeVisible();
  await add.click();
  await add.click();
  await expect(page.getByText('Gardé sur cet appareil').first()).toBeVisible();
  await keep(page, '61-offline-vote');
  await context.setOffline(false);
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  const vote = here.director.mirror.phases.find(({ kind }) => kind === 'vote')?.id ?? '';
  await here.director.does('results.reveal', { phase: vote });
  await here.director.sees('the results', ({ tallies }) => tallies[vote] !== undefined);
  expect(Object.values(here.director.mirror.tallies[vote] ?? {})).toEqual([expect.objectContaining({ dots: 2, voters: 1 })]);
  expect(await held(page, here.id)).toEqual([]);
});

test('two tabs of a person agree, and what a closed one left is sent by the other', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const first = await comeIn(await context.newPage(), here.code);
  const second = await context.newPage();
  await second.goto(`${server.origin}/join#${here.code}`);
  await expect(field(second)).toBeVisible();
  await post(first, 'Dite dans le premier onglet');
  for (const page of [first, second]) await expect(recorded(page)).toHaveCount(1);

  // Only the first loses the network.
  const line = await context.newCDPSession(first);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });
  await expect(first.getByText('Hors ligne')).toBeVisible();
  await post(first, 'Restée dans un onglet fermé');
  await expect(first.getByText('Sur cet appareil, partira dès que possible')).toBeVisible();
  await expect(second.getByText('Restée dans un onglet fermé')).toBeVisible();
  await first.close();
  await expect(recorded(second)).toHaveCount(2);
  expect(times(here, 'Restée dans un onglet fermé')).toBe(1);
});

test('a draft stays over a reload, a step and the way back, and goes when it is recorded', async ({ browser }) => {
  const here = await room();
  const page = await comeIn(await (await device(browser)).newPage(), here.code);
  await field(page).fill('Un brouillon');
  await page.reload();
  await expect(field(page)).toHaveValue('Un brouillon');
  await page.goto(`${server.origin}/`);
  await page.goBack();
  await expect(field(page)).toHaveValue('Un brouillon');
  await expect(page.getByText('En direct')).toBeVisible();
  await here.step('sort');
  await expect(page.getByText("L’étape suivante est ouverte")).toBeVisible();
  await expect(field(page)).toHaveValue('Un brouillon');
  await page.reload();
  await expect(page.getByText('Pas encore d’idée à classer')).toBeVisible();
  const collect = here.director.mirror.phases.find(({ kind }) => kind === 'collect')?.id ?? '';
  await here.director.does('phase.reopen', { phase: collect });
  await expect(field(page)).toHaveValue('Un brouillon');
  await send(page).click();
  await expect(recorded(page)).toHaveCount(1);
  await expect(field(page)).toHaveValue('');
  expect(await held(page, here.id)).toEqual([]);
});

test('a page that the browser set aside comes back alive, with what was typed', async () => {
  const here = await room();
  const aside = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  leave.push(() => aside.close());
  const page = await comeIn(await (await aside.newContext({ viewport: phone, locale: 'fr-FR' })).newPage(), here.code);
  await field(page).fill('Écrit avant de partir');
  await page.evaluate(() => Object.assign(globalThis, { same: true }));
  await page.goto(`${server.origin}/`);
  // A page that comes back so does not load again.
  await page.goBack({ waitUntil: 'commit' });
  await expect(field(page)).toHaveValue('Écrit avant de partir');
  await expect(page.getByText('En direct')).toBeVisible();
  expect(await page.evaluate(() => 'same' in globalThis), 'the very same page').toBe(true);
  await send(page).click();
  await expect(recorded(page)).toHaveCount(1);
});

test('a double tap does one thing', async ({ browser }) => {
  const here = await room();
  const page = await comeIn(await (await device(browser)).newPage(), here.code);
  await field(page).fill('Une seule fois');
  await send(page).dblclick();
  await expect(recorded(page)).toHaveCount(1);
  await expect(page.getByText('Écrivez d’abord quelques mots')).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(times(here, 'Une seule fois')).toBe(1);
});

test('a pasted page of 100 KB is explained, stays in the field, and is not sent', async ({ browser }) => {
  const here = await room();
  const page = await comeIn(await (await device(browser)).newPage(), here.code);
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  await page.reload();
  await expect(page.getByText('En direct')).toBeVisible();
  const long = 'Une longue phrase avec des accents é. '.repeat(2_700).slice(0, 100_000);
  await field(page).fill(long);
  await send(page).click();
  await expect(page.getByText(/Ce texte est trop long.*500 caractères au plus/)).toBeVisible();
  await expect(page.getByText(/99.500 caractères en trop/)).toBeVisible();
  await keep(page, '62-too-long');
  expect(await field(page).inputValue()).toBe(long);
  expect(sent.some((frame) => frame.includes('longue phrase'))).toBe(false);
  await page.reload();
  expect(await field(page).inputValue()).toBe(long);
  expect(here.director.mirror.ideas.size).toBe(0);
});

test('emoji, combining marks and right-to-left text are counted and shown right, and leave their neighbours alone', async ({ browser }) => {
  const here = await room();
  const page = await comeIn(await (await device(browser)).newPage(), here.code);
  await field(page).fill('👩‍👩‍👧‍👦e\u0301');
  await expect(page.getByText('Encore 498 caractères')).toBeVisible();
  const texts = ['زراعة الأشجار (2030) ثم ماذا؟', 'Plain words, 123 (end).', 'cafe\u0301 🇫🇷 👩‍👩‍👧‍👦', 'Fin \u202eretournée'];
  for (const text of texts) await post(page, text);
  await expect(recorded(page)).toHaveCount(4);
  const shown = (text: string) => page.locator('.card p.as-typed', { hasText: text }).first();
  const start = (text: string) =>
    shown(text).evaluate((node) => {
      const range = document.createRange();
      range.setStart(node.firstChild ?? node, 0);
      range.setEnd(node.firstChild ?? node, 1);
      const box = node.getBoundingClientRect();
      const letter = range.getBoundingClientRect();
      return letter.left - box.left < box.right - letter.right ? 'left' : 'right';
    });
  expect(await start('زراعة')).toBe('right');
  expect(await start('Plain words')).toBe('left');
  // What would have turned the rest of the line round is gone.
  await expect(shown('Fin retournée')).toBeVisible();
  // Named within a French sentence: the sentence keeps its order.
  const name = await page.getByRole('button', { name: /^Modifier : .*زراعة/ }).getAttribute('aria-label');
  expect(name).toContain('\u2068زراعة');
  await keep(page, '63-writing-systems');
});

test('storage forbidden: one takes part all the same, and is told that this device keeps nothing', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  await context.addInitScript(() => {
    const forbidden = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { get: forbidden });
    Object.defineProperty(globalThis, 'localStorage', { get: forbidden });
    Object.defineProperty(globalThis, 'sessionStorage', { get: forbidden });
  });
  const page = await comeIn(await context.newPage(), here.code);
  await expect(page.getByText('Cet appareil ne garde rien')).toBeVisible();
  await keep(page, '64-storage-forbidden');
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne')).toBeVisible();
  await post(page, 'Sans rien garder');
  await expect(page.getByText('Pas encore parti : laissez cette page ouverte')).toBeVisible();
  await context.setOffline(false);
  await expect(recorded(page)).toHaveCount(1);
  expect(times(here, 'Sans rien garder')).toBe(1);
});

test('storage full: the same', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const page = await comeIn(await context.newPage(), here.code);
  await page.evaluate(() => {
    for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`full.${String(size)}.${String(n)}`, 'x'.repeat(size));
      } catch {
        // Smaller ones until nothing fits.
      }
    }
  });
  const line = await context.newCDPSession(page);
  await line.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 });
  await post(page, 'Sur un appareil plein');
  await expect(page.getByText('Cet appareil ne garde rien')).toBeVisible();
  await expect(recorded(page)).toHaveCount(1);
  expect(times(here, 'Sur un appareil plein')).toBe(1);
});

test('cookies refused: one takes part by a token that is in no address, also after a reload', async () => {
  const here = await room();
  // As a person would refuse them, in the browser's own settings.
  const profile = await mkdtemp(join(tmpdir(), 'atelier-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    viewport: phone,
    locale: 'fr-FR',
  });
  leave.push(() => rm(profile, { recursive: true, force: true }));
  leave.push(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  const addresses: string[] = [];
  let token = '';
  page.on('request', (request) => addresses.push(request.url()));
  page.on('response', async (response) => {
    if (response.url().endsWith('/join') && response.request().method() === 'POST') {
      token = ((await response.json()) as { token: string }).token;
    }
  });
  await comeIn(page, here.code);
  expect(await context.cookies()).toEqual([]);
  await expect(page.getByText('Ce navigateur refuse les cookies')).toBeVisible();
  await keep(page, '65-cookies-refused');
  await post(page, 'Sans un seul cookie');
  await expect(recorded(page)).toHaveCount(1);
  expect(token.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);
});

test('a cookie that is lost on the way: the same person by a token, found again by a reload', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const page = await context.newPage();
  await page.route('**/api/v1/join', async (route) => {
    const response = await route.fetch();
    const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie'));
    await context.clearCookies();
    await route.fulfill({ status: response.status(), headers, body: await response.body() });
  });
  await comeIn(page, here.code);
  expect(await context.cookies()).toEqual([]);
  await post(page, 'Par un jeton');
  await expect(recorded(page)).toHaveCount(1);
  await page.reload();
  await expect(recorded(page)).toHaveCount(1);
});

test('a clock wrong by hours, and put right meanwhile: the time left is the room’s', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  await context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Object.assign(globalThis, { wrong: 5 * 3_600_000 });
    Date.now = () => now() + (globalThis as unknown as { wrong: number }).wrong;
  });
  const page = await comeIn(await context.newPage(), here.code);
  const left = page.getByText(/^Encore \d+ minutes?/).first();
  const minutes = async (): Promise<number> => Number(/\d+/.exec((await left.textContent()) ?? '')?.[0]);
  await expect(left).toBeVisible();
  const before = await minutes();
  expect(before).toBeLessThan(60);
  await post(page, 'Cinq heures trop tôt');
  await expect(recorded(page)).toHaveCount(1);
  await page.evaluate(() => Object.assign(globalThis, { wrong: 0 }));
  await page.evaluate(() => dispatchEvent(new Event('pageshow')));
  await page.waitForTimeout(6_000);
  expect(Math.abs((await minutes()) - before)).toBeLessThanOrEqual(1);
  await post(page, 'À l’heure');
  await expect(recorded(page)).toHaveCount(2);
});

test('a phone that slept through two steps on a line that died without a word catches up at once', async ({ browser }) => {
  const here = await room();
  let epoch = 0;
  // What was open before the sleep stays open and carries nothing any more.
  const dead = await Proxy.before(server, () => {
    const begun = epoch;
    return { delay: () => (epoch > begun ? 100_000 : 0) };
  });
  leave.push(() => dead.end());
  const page = await comeIn(await (await device(browser)).newPage(), here.code, dead.origin);
  await expect(page.getByText('En direct')).toBeVisible();
  epoch += 1;
  await here.step('sort');
  await here.step('vote');
  await page.waitForTimeout(3_000);
  await expect(field(page)).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('button', { name: /^Ajouter une gommette/ }).or(page.getByText('Pas encore d’idée publiée')).first()).toBeVisible({ timeout: 5_000 });
  await expect(page.getByText('En direct')).toBeVisible();
});

test('an idea that leaves too late is refused with its reason, and can be taken up again', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const page = await comeIn(await context.newPage(), here.code);
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne')).toBeVisible();
  await post(page, 'Partie trop tard');
  await here.step('sort');
  await context.setOffline(false);
  await expect(page.getByText(/Pas enregistré\. Cette étape n’est plus ouverte/).or(page.getByText('1 envoi n’a pas pu être enregistré')).first()).toBeVisible();
  const go = page.getByRole('button', { name: 'Y aller' });
  if (await go.isVisible()) await go.click();
  await page.getByRole('button', { name: 'Voir lequel et pourquoi' }).click();
  await expect(page.getByRole('dialog').getByText('Partie trop tard')).toBeVisible();
  await keep(page, '66-refused-why');
  await page.keyboard.press('Escape');
  await page.reload();
  const collect = here.director.mirror.phases.find(({ kind }) => kind === 'collect')?.id ?? '';
  await here.director.does('phase.reopen', { phase: collect });
  await page.getByRole('button', { name: 'Reprendre ce texte' }).click();
  await expect(field(page)).toHaveValue('Partie trop tard');
  await send(page).click();
  await expect(recorded(page)).toHaveCount(1);
  expect(times(here, 'Partie trop tard')).toBe(1);
});

test('a workshop that ends: said, readable, and what did not leave is kept to be copied', async ({ browser }) => {
  const here = await room();
  const context = await device(browser);
  const page = await comeIn(await context.newPage(), here.code);
  await post(page, 'Arrivée à temps');
  await expect(recorded(page)).toHaveCount(1);
  await field(page).fill('Pas encore partie');
  await here.director.does('workshop.close', {});
  await expect(page.getByText('La séance est terminée').first()).toBeVisible();
  await expect(page.getByText('Arrivée à temps').first()).toBeVisible();
  await expect(field(page)).toHaveValue('Pas encore partie');
  await keep(page, '67-ended');
});

for (const why of ['erased', 'removed'] as const) {
  test(`${why} while inside: said kindly, texts can be taken along, the device forgets`, async ({ browser }) => {
    const here = await room();
    const context = await device(browser);
    const page = await comeIn(await context.newPage(), here.code);
    await field(page).fill('Ce que j’écrivais à ce moment');
    await page.waitForTimeout(300);
    expect(await held(page, here.id)).not.toEqual([]);
    if (why === 'erased') {
      await (await organiserOf(server)).erase(here.id);
    } else {
      const person = await page.evaluate(() => Object.keys(localStorage).find((key) => key.startsWith('atelier.draft'))?.split('.')[3] ?? '');
      await here.director.does('participant.remove', { participant: person });
    }
    const title = why === 'erased' ? 'Cette séance a été effacée' : 'Vous ne faites plus partie de cette séance';
    await expect(page.getByText(title)).toBeVisible();
    await expect(page.getByText('Ce que j’écrivais à ce moment')).toBeVisible();
    await keep(page, why === 'erased' ? '68-erased' : '69-removed');
    await expect.poll(() => held(page, here.id)).toEqual([]);
    await page.reload();
    await expect(page.getByText('Ce que j’écrivais à ce moment')).toHaveCount(0);
  });
}
