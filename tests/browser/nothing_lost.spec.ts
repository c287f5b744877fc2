import { expect, test } from '@playwright/test';
import { Proxy } from '../scenarios/support/proxy.ts';
import { keep } from './support/look.ts';
import { comeIn, device, field, held, leave, post, recorded, room, send, served, server, times } from './support/room.ts';

// What can go wrong between a person and the server: each is explained kindly, and nothing is lost that
// could be kept. One workshop for each test, one server for all.

served();

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
