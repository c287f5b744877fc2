import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { House, sizes } from './support/house.ts';
import { heard, listen, mostInAMinute } from './support/said.ts';

// Eighty ideas a minute, from forty people: whoever listens is told of them a few times, and nothing
// moves under the eyes or the hand of whoever reads.

const rate = 80;
const lasting = 65_000;

let house: House;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  house = await House.with(browser, {
    title: 'Beaucoup à la fois',
    boards: [],
    phases: [{ id: 'idees', kind: 'collect', title: 'Idées', prompt: 'Que proposez-vous ?', minutes: 10, settings: { moderation: 'after', max_per_person: 50, comments: true } }],
  });
  await house.arrive(40);
});
test.afterAll(() => house.end());

interface Sight {
  readonly list: string[];
  readonly focus: string | undefined;
  readonly at: number | undefined;
}

/** What is in the list, where the focus is and where that is on the screen. */
async function sight(page: Page): Promise<Sight> {
  return page.evaluate(() => ({
    list: [...document.querySelectorAll('main .cards > li .as-typed')].map((each) => each.textContent),
    focus: document.activeElement?.getAttribute('aria-label') ?? undefined,
    at: document.activeElement?.getBoundingClientRect().top,
  }));
}

test('at most six messages a minute, and everything holds still', async () => {
  const { people } = house;
  await house.opens('idees');
  for (let i = 0; i < 20; ++i) await people[i]?.does('idea.post', { text: `Idée d’avant, la ${String(i + 1)}e` });
  const ada = await house.participant('ada');
  await ada.getByText('Idée d’avant, la 20e').waitFor();
  const bob = await house.participant('bob', sizes.small);
  await bob.getByRole('button', { name: 'Réglages' }).click();
  await bob.getByLabel(/Annonces/).selectOption({ label: 'Désactivées' });
  await bob.keyboard.press('Escape');
  const facilitator = await house.open('facilitator', sizes.laptop, house.links.facilitator);
  const moderator = await house.open('moderator', sizes.laptop, house.links.moderator);
  await facilitator.getByRole('radio', { name: /^Publiées/ }).check({ force: true });
  await moderator.getByText('Idée d’avant, la 20e').waitFor();
  const pages = { ada, bob, facilitator, moderator };
  // In the middle of the list, with the focus on a control of it.
  await ada.getByRole('button', { name: /^Commenter/ }).nth(8).focus();
  await moderator.getByRole('button', { name: /^Examiner/ }).nth(5).focus();
  await ada.waitForTimeout(1_000);
  const before = { ada: await sight(ada), moderator: await sight(moderator) };
  for (const page of Object.values(pages)) await listen(page);

  const end = Date.now() + lasting;
  for (let i = 0; Date.now() < end; ++i) {
    await people[i % people.length]?.does('idea.post', { text: `Une idée de plus, la ${String(i + 1)}e de cette minute` });
    await sleep((60_000 / rate) * (0.5 + ((i * 7) % 11) / 10));
  }
  const posted = [...house.director.mirror.ideas.values()].length - 20;
  expect(posted).toBeGreaterThan(60);

  for (const [name, page] of Object.entries(pages)) {
    const said = await heard(page);
    expect(mostInAMinute(said), `${name}: ${JSON.stringify(said)}`).toBeLessThanOrEqual(6);
    expect(said.filter(({ how }) => how === 'alert'), name).toEqual([]);
    expect(await page.locator('main').locator('[aria-live], [role=status], [role=log], [role=alert], output').count(), name).toBe(0);
  }
  const told = await heard(ada);
  expect(told.length, 'she is told').toBeGreaterThanOrEqual(4);
  expect(told.at(-1)?.words).toMatch(/^\d+ nouvelles idées\.$/);
  expect(await heard(bob), 'he asked for silence').toEqual([]);

  expect(await sight(ada)).toEqual(before.ada);
  const queue = await sight(moderator);
  expect(queue.list.slice(0, before.moderator.list.length), 'new ones join at the end').toEqual(before.moderator.list);
  expect({ focus: queue.focus, at: queue.at }).toEqual({ focus: before.moderator.focus, at: before.moderator.at });

  const more = ada.getByRole('button', { name: /^Afficher \d+ nouvelles idées/ });
  await expect(more).toHaveText(new RegExp(String(posted)));
  await more.click();
  await expect(ada.getByRole('heading', { name: 'Idées publiées' })).toBeFocused();
  await expect.poll(async () => (await sight(ada)).list.length, 'all of them, some at a time').toBe(20 + posted);
});

test('what went wrong is said at once, as an alert', async () => {
  const ada = house.page('ada');
  await listen(ada);
  await ada.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(ada.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await expect(ada.getByLabel('Votre idée')).toBeFocused();
  await house.director.does('phase.close', { phase: 'idees' });
  await house.page('facilitator').waitForTimeout(500);
  const said = await heard(ada);
  expect(said.filter(({ how }) => how === 'alert').map(({ words }) => words)).toEqual([expect.stringMatching(/./)]);
});
