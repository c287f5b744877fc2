import { type Browser, expect, type Page, test } from '@playwright/test';
import { threeSteps } from '../scenarios/support/material.ts';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { Proxy } from '../scenarios/support/proxy.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// Two offices whose proxies are in the way: one lets no WebSocket through, the other keeps back every
// answer until it is complete as well. Their people take part all the same, and the facilitator knows.

const phone = { width: 390, height: 844 };
const laptop = { width: 1440, height: 900 };

let server: Server;
let strict: Proxy;
let stricter: Proxy;
let workshop: Awaited<ReturnType<typeof workshopOn>>;
let director: Person;
let facilitator: Page;
let ada: Page;
let bob: Page;

test.describe.configure({ mode: 'serial' });

async function open(browser: Browser, viewport: typeof phone, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'fr-FR' })).newPage();
  await page.goto(address);
  return page;
}

async function join(browser: Browser, place: Proxy): Promise<Page> {
  const page = await open(browser, phone, `${place.origin}/join#${workshop.code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  return page;
}

/** Moves on, and has everyone follow. */
async function openStep(kind: string): Promise<void> {
  const phase = director.mirror.phases.find((each) => each.kind === kind)?.id ?? '';
  await director.does('phase.open', { phase });
}

async function post(page: Page, text: string): Promise<void> {
  await page.getByLabel('Votre idée').fill(text);
  await page.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(page.getByText('Enregistrée et publiée').first()).toBeVisible();
}

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  workshop = await workshopOn(server, { language: 'fr', template: threeSteps() });
  director = await Person.enter(server, secretOf(workshop.links.facilitator));
  strict = await Proxy.before(server, ({ upgrade }) => (upgrade ? { refuse: 403 } : {}));
  stricter = await Proxy.before(server, ({ name, upgrade }) => (upgrade ? { refuse: 400 } : { hold: name === 'stream' }));
});
test.afterAll(async () => {
  director.leave();
  await Promise.all([strict.end(), stricter.end()]);
  await server.end();
});

test('both come in: one by a stream, one by polls', async ({ browser }) => {
  await openStep('collect');
  facilitator = await open(browser, laptop, workshop.links.facilitator);
  [ada, bob] = await Promise.all([join(browser, strict), join(browser, stricter)]);
  for (const page of [ada, bob]) await expect(page.getByLabel('Votre idée')).toBeVisible();
  await director.sees('one by each', ({ people }) => people.transports?.stream === 1 && people.transports.poll === 1);
  expect([strict.seen.get('stream'), strict.seen.get('poll')]).toEqual([1, undefined]);
});

test('they post, and see what the others post', async () => {
  await post(ada, 'Une haie le long du chemin');
  await post(bob, 'Un verger partagé derrière la mairie');
  await expect(facilitator.getByText('Une haie le long du chemin').first()).toBeVisible();
  await expect(facilitator.getByText('Un verger partagé derrière la mairie').first()).toBeVisible();
  await openStep('sort');
  for (const page of [ada, bob]) {
    await page.getByRole('button', { name: 'Y aller' }).or(page.getByText('Une haie le long du chemin')).first().waitFor();
    const go = page.getByRole('button', { name: 'Y aller' });
    if (await go.isVisible()) await go.click();
    await expect(page.getByText('Une haie le long du chemin').first()).toBeVisible();
    await expect(page.getByText('Un verger partagé derrière la mairie').first()).toBeVisible();
  }
});

test('they vote', async () => {
  await openStep('vote');
  for (const page of [ada, bob]) {
    const add = page.getByRole('button', { name: /^Ajouter une gommette/ }).first();
    const go = page.getByRole('button', { name: 'Y aller' });
    await expect(add.or(go).first()).toBeVisible();
    if (await go.isVisible()) await go.click();
    await add.click();
    await expect(page.getByText('Encore 4 gommettes à poser').first()).toBeVisible();
    await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/Connexion perdue|Hors ligne/)).toHaveCount(0);
  }
  await director.sees('two votes', ({ people }) => people.voted === 2);
});

test('the facilitator sees how they come', async () => {
  await facilitator.getByRole('button', { name: '2 connexions de secours' }).click();
  const figure = (label: RegExp) => facilitator.locator('dl div', { hasText: label }).locator('dd');
  await expect(figure(/Par flux continu/)).toHaveText('1');
  await expect(figure(/Par relevés répétés/)).toHaveText('1');
  await keep(facilitator, '23-facilitator-ways');
  await ada.screenshot({ path: 'artefacts/screens/24-vote-by-stream-phone.png' });
  await bob.screenshot({ path: 'artefacts/screens/25-vote-by-polls-phone.png' });
});

test('a reload goes straight to what worked', async () => {
  await bob.reload();
  await expect(bob.getByRole('button', { name: /^Ajouter une gommette/ }).first()).toBeVisible({ timeout: 4_000 });
  expect(stricter.seen.get('live')).toBe(1);
});
