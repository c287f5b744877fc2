import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { organiserOf } from '../scenarios/support/organiser.ts';
import { keep } from './support/look.ts';
import { comeIn, device, field, held, leave, phone, post, recorded, room, send, served, server, times } from './support/room.ts';

// What can go wrong on a person's own device: storage, cookies, the clock, and pages that are set aside;
// and what a device forgets when a workshop or its person is gone.

served();

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
