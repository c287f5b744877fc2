import { type Browser, expect, type Page, test } from '@playwright/test';
import { Axis } from '../../web-client/src/view/replay/axis.ts';
import { threeSteps } from '../scenarios/support/material.ts';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { coloursIn, complaints } from './support/axe.ts';
import { lost, tooSmall } from './support/fits.ts';
import { keep } from './support/look.ts';
import { longReplay, start } from './support/replayed.ts';
import { leave, phone, served, server } from './support/room.ts';

// A workshop is played again: by hand, by keys and by itself, on a phone and on a laptop.

served();

const laptop = { width: 1440, height: 900 };
const scrubber = (page: Page) => page.getByRole('slider', { name: 'Moment de la séance' });
const now = (page: Page) => scrubber(page).getAttribute('aria-valuetext');
const cards = (page: Page) => page.getByRole('main').getByRole('listitem');

/** The page of a long workshop; asking for less motion unless told otherwise. */
async function replayed(browser: Browser, viewport: { width: number; height: number }, reducedMotion: 'reduce' | 'no-preference' = 'reduce'): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion, hasTouch: viewport.width < 500 });
  leave.push(() => context.close());
  const page = await context.newPage();
  await page.route('**/s/longue-abcdefgh/replay.json', (route) => route.fulfill({ json: longReplay() }));
  await page.goto(`${server.origin}/replay#s=longue-abcdefgh`);
  await expect(scrubber(page)).toBeVisible();
  return page;
}

/** By hand to what the clock said so many minutes after the first step was opened. */
async function scrub(page: Page, minute: number): Promise<void> {
  const { moments } = longReplay();
  const axis = new Axis(moments);
  const share = axis.placeOf(moments.findLastIndex(({ at }) => at <= start + minute * 60_000)) / axis.length;
  await scrubber(page).evaluate((slider: HTMLInputElement, share) => {
    slider.value = String(Math.round(share * Number(slider.max)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, share);
}

for (const [name, size] of [['phone', phone], ['laptop', laptop]] as const) {
  test(`scrubbing shows what stood at each moment, and axe has nothing to say (${name})`, async ({ browser }) => {
    const page = await replayed(browser, size);
    expect(await now(page)).toMatch(/^13\sh\s54, avant la première étape$/);
    const seen: string[] = [];
    for (const [minute, label] of [[-5.9, 'before'], [30, 'ideas'], [54, 'board'], [70, 'vote'], [82, 'results'], [105, 'end']] as const) {
      await scrub(page, minute);
      seen.push((await now(page)) ?? '');
      await keep(page, `70-replay-${name}-${label}`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const words = `replay, ${label}, ${name}`;
      expect(await complaints(page)).toEqual([]);
      expect([...(await coloursIn(page, 'light')), ...(await coloursIn(page, 'dark'))]).toEqual([]);
      expect(await lost(page), words).toEqual([]);
      expect(await tooSmall(page, 24), words).toEqual([]);
    }
    expect(seen.map((words) => words.replace(/^.*?, /, ''))).toEqual([
      'avant la première étape',
      expect.stringMatching(/^Idées en silence\s: en cours$/),
      expect.stringMatching(/^Ranger par levier\s: en cours$/),
      expect.stringMatching(/^Choisir ensemble\s: en cours$/),
      expect.stringMatching(/^Choisir ensemble\s: en cours$/),
      'séance terminée',
    ]);
    await scrub(page, 30);
    const text = await page.getByRole('main').innerText();
    await scrub(page, 95);
    await scrub(page, 30);
    expect(await page.getByRole('main').innerText()).toBe(text);
  });
}

test('everything is in reach at 320 px', async ({ browser }) => {
  const page = await replayed(browser, { width: 320, height: 568 });
  for (const minute of [-5, 30, 54, 82, 105]) {
    await scrub(page, minute);
    expect(await lost(page)).toEqual([]);
  }
  await keep(page, '71-replay-320');
});

test('it plays, pauses and ends by itself, and never begins by itself', async ({ browser }) => {
  const page = await replayed(browser, laptop, 'no-preference');
  const before = await now(page);
  await page.waitForTimeout(1_500);
  expect(await now(page)).toBe(before);
  await page.getByRole('button', { name: 'Lire', exact: true }).click();
  await expect.poll(() => now(page)).not.toBe(before);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await now(page);
  await page.waitForTimeout(1_000);
  expect(await now(page)).toBe(paused);
  await page.getByLabel('Vitesse').selectOption('600');
  await page.getByRole('button', { name: 'Lire', exact: true }).click();
  await expect(page.getByText('séance terminée')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Lire', exact: true })).toBeVisible();
});

test('with less motion asked for, what plays stands still for a second at a time', async ({ browser }) => {
  const page = await replayed(browser, laptop);
  await page.getByLabel('Vitesse').selectOption('15');
  await page.evaluate(() => {
    const slider = document.querySelector('input[type=range]');
    const seen = ((window as never as { seen: number[] }).seen = []) as number[];
    let last = slider?.getAttribute('aria-valuetext');
    const look = (): void => {
      const words = slider?.getAttribute('aria-valuetext');
      if (words !== last) seen.push(performance.now());
      last = words;
      requestAnimationFrame(look);
    };
    look();
  });
  await page.getByRole('button', { name: 'Lire', exact: true }).click();
  await page.waitForTimeout(6_500);
  const seen = await page.evaluate(() => (window as never as { seen: number[] }).seen);
  for (const [index, at] of seen.entries()) if (index > 0) expect(at - (seen[index - 1] ?? 0)).toBeGreaterThan(800);
});

test('by the keyboard alone: from moment to moment, from step to step, and by the list', async ({ browser }) => {
  const page = await replayed(browser, laptop);
  await scrubber(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  expect(await now(page)).toMatch(/14\sh\s15, Idées en silence/);
  await page.keyboard.press('ArrowRight');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('ArrowLeft');
  await expect(cards(page)).toHaveCount(1);
  await expect(scrubber(page)).toBeFocused();
  await expect(page.getByRole('status')).toContainText('Idée');
  await page.keyboard.press('End');
  expect(await now(page)).toMatch(/séance terminée/);
  await page.keyboard.press('Home');
  expect(await now(page)).toMatch(/avant la première étape/);

  const line = page.getByRole('complementary').getByRole('button', { name: /Résultats révélés/ });
  await page.getByRole('complementary').getByRole('button', { name: /Étape ouverte.*Choisir ensemble/ }).press('Enter');
  await expect(page.getByText('Les résultats ne sont pas encore révélés')).toBeVisible();
  await line.press('Enter');
  await expect(line).toHaveAttribute('aria-current', 'true');
  await expect(line).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Résultats' })).toBeVisible();
  await page.getByRole('button', { name: 'Idées', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Idées', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Suivre l’étape' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Résultats' })).toBeVisible();
});

test('a facilitator goes there from the menu, a reader from the published summary', async ({ browser }) => {
  const made = await workshopOn(server, { language: 'fr', template: threeSteps() as never });
  const director = await Person.enter(server, secretOf(made.links.facilitator));
  leave.push(() => director.leave());
  const step = (kind: string): string => director.mirror.phases.find((each) => each.kind === kind)?.id ?? '';
  await director.does('phase.open', { phase: step('collect') });
  await director.does('idea.post', { text: 'Une haie au bord du champ' });
  await director.does('phase.open', { phase: step('sort') });
  await director.does('workshop.close', {});

  const context = await browser.newContext({ viewport: laptop, locale: 'fr-FR' });
  leave.push(() => context.close());
  const page = await context.newPage();
  await page.goto(made.links.facilitator);
  await page.getByRole('button', { name: 'Séance', exact: true }).click();
  const [replay] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Revoir la séance' }).click()]);
  await scrubber(replay).press('End');
  await expect(replay.getByText('Une haie au bord du champ').first()).toBeVisible();
  await expect(replay).toHaveTitle(/^Revoir\s: /);

  const published = await director.api.publish(made.id);
  const stranger = await browser.newContext({ viewport: phone, locale: 'en-GB' });
  leave.push(() => stranger.close());
  const reader = await stranger.newPage();
  await reader.goto(published.ok ? (published.value.url ?? '') : '');
  await reader.getByRole('link', { name: 'Revoir la séance' }).click();
  await reader.getByRole('slider', { name: 'Moment of the workshop' }).press('End');
  await expect(reader.getByRole('main').getByText('Une haie au bord du champ')).toBeVisible();
  await reader.getByRole('link', { name: 'Read the summary' }).click();
  await expect(reader).toHaveURL(/\/s\//);
});
