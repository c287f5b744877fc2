import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { threeSteps } from '../scenarios/support/material.ts';
import { Server } from '../scenarios/support/server.ts';

// What makes the client a thing on a phone: it can be installed, and opens without network.

const phone = { width: 390, height: 844 };
let server: Server;
let code = '';
let staff: Person;

test.use({ viewport: phone, locale: 'fr-FR' });

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  const made = await workshopOn(server, { language: 'fr', template: threeSteps() });
  code = made.code;
  staff = await Person.enter(server, secretOf(made.links.facilitator));
  await staff.does('phase.open', { phase: 'divergence' });
});
test.afterAll(async () => {
  staff.leave();
  await server.end();
});

/** The worker has the page, and what it is made of. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const pages = await (await caches.open('atelier-pages-1')).keys();
          const assets = await (await caches.open('atelier-assets-1')).keys();
          return pages.some(({ url }) => url.endsWith(location.pathname)) && assets.some(({ url }) => url.includes('/inside-'));
        }),
      { timeout: 30_000 },
    )
    .toBe(true);
}

test('it can be installed: a manifest in the language, icons of the sizes it names', async ({ page }) => {
  await page.goto(server.origin);
  const link = page.locator('link[rel=manifest]');
  await expect(link).toHaveAttribute('href', '/app.fr.webmanifest', { timeout: 20_000 });
  const answer = await page.request.get(`${server.origin}/app.fr.webmanifest`);
  expect(answer.headers()['content-type']).toBe('application/manifest+json');
  const manifest = (await answer.json()) as { display: string; icons: { src: string; sizes: string; purpose?: string }[] };
  expect(manifest.display).toBe('standalone');
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
    const size = await page.evaluate(
      (url) =>
        new Promise<string>((resolve, reject) => {
          const image = new Image();
          image.onload = () => resolve(`${String(image.naturalWidth)}x${String(image.naturalHeight)}`);
          image.onerror = () => reject(new Error(url));
          image.src = url;
        }),
      src,
    );
    expect(size, src).toBe(sizes);
  }
  await expect(page.locator('meta[name=viewport]')).toHaveAttribute('content', /viewport-fit=cover/);
});

test('the first visit asks for neither worker nor manifest before it is shown and rests', async ({ page }) => {
  const facts = () =>
    page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      manifests: document.querySelectorAll('link[rel=manifest]').length,
      early: performance.getEntriesByType('resource').filter(({ name }) => /worker|manifest|icons/.test(name)).length,
    }));
  await page.goto(`${server.origin}/join#${code}`, { waitUntil: 'load' });
  await expect(page.getByRole('button', { name: 'Rejoindre la séance' })).toBeVisible();
  expect(await facts()).toEqual({ workers: 0, manifests: 0, early: 0 });
  await expect.poll(facts, { timeout: 20_000 }).toMatchObject({ workers: 1, manifests: 1 });
});

test('a reload without network opens the page, with what was typed; with network it goes on', async ({ page, context }) => {
  await page.goto(`${server.origin}/join#${code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await page.getByLabel('Votre idée').fill('Un banc sous le tilleul');
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Connexion perdue, nouvel essai en cours').first()).toBeVisible();
  await page.screenshot({ path: 'artefacts/screens/offline-reload.png' });
  await context.setOffline(false);
  await expect(page.getByLabel('Votre idée')).toHaveValue('Un banc sous le tilleul', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(page.getByText('Enregistrée et publiée').first()).toBeVisible();
});

test('nothing of the API is kept, and what an earlier worker kept is thrown away', async ({ page }) => {
  await page.goto(`${server.origin}/join#${code}`);
  await page.evaluate(() => caches.open('atelier-pages-0').then((cache) => cache.put('/join', new Response('old'))));
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await kept(page);
  const names = () => page.evaluate(() => caches.keys());
  await expect.poll(names).toEqual(expect.not.arrayContaining(['atelier-pages-0']));
  const urls = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(urls.filter((path) => path.startsWith('/api') || !/^\/(assets\/.+|[a-z]*)$/.test(path))).toEqual([]);
});

test('a page of a newer build is shown at once, whatever was kept', async ({ page }) => {
  await page.goto(`${server.origin}/join#${code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await kept(page);
  await page.evaluate(async () => {
    const cache = await caches.open('atelier-pages-1');
    await cache.put('/join', new Response('<title>old</title>', { headers: { 'content-type': 'text/html' } }));
  });
  await page.reload();
  await expect(page.getByLabel('Votre idée')).toBeVisible();
});

test('the declaration of accessibility needs no script, in both languages, and every page leads there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  await page.goto(`${server.origin}/accessibility#en`);
  await expect(page.getByText('Aucun audit de conformité n’a été réalisé.')).toBeVisible();
  await expect(page.getByText('No compliance audit has been made.')).toBeVisible();
  await context.close();
  const visit = await browser.newContext({ viewport: phone, locale: 'fr-FR' });
  const seen = await visit.newPage();
  await seen.goto(server.origin);
  await seen.getByRole('link', { name: /Accessibilité/ }).click();
  await expect(seen.getByRole('heading', { level: 1 }).first()).toHaveText('Déclaration d’accessibilité');
  const { violations } = await new AxeBuilder({ page: seen }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await seen.screenshot({ path: 'artefacts/screens/accessibility.png', fullPage: true });
  await visit.close();
});

test('with the colours of the system, bars, choices, levers and the focus are still seen', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR', forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/join#${code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  const fixed = await page.evaluate(() => {
    const host = document.createElement('div');
    host.innerHTML =
      '<span class="bar" aria-hidden="true">x</span><button aria-pressed="true">x</button><button aria-pressed="false">x</button><span data-lever="teal">x</span>';
    document.body.append(host);
    const [bar, on, off, lever] = [...host.children].map((each) => getComputedStyle(each));
    const facts = { bar: bar?.outlineStyle, on: on?.backgroundColor, off: off?.backgroundColor, lever: lever?.outlineStyle };
    host.remove();
    return facts;
  });
  expect(fixed.bar).toBe('solid');
  expect(fixed.lever).toBe('solid');
  expect(fixed.on).not.toBe(fixed.off);
  const post = page.getByRole('button', { name: 'Proposer cette idée' });
  const adjust = () => post.evaluate((button) => getComputedStyle(button).getPropertyValue('forced-color-adjust'));
  expect(await adjust(), 'words of a filled button stand on its own colour').toBe('none');
  await page.getByLabel('Votre idée').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe('solid');
  await page.screenshot({ path: 'artefacts/screens/forced-colours.png' });
  await context.close();
});
