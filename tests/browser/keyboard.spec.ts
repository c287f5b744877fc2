import { expect, type Locator, test } from '@playwright/test';
import { everyStep } from './support/every_step.ts';
import { House, sizes } from './support/house.ts';
import { press, tabTo, type, walk } from './support/keys.ts';

// A participant without a mouse, from the door to the last word, on a small window: they reach
// everything, see where they are, never lose their place to what others do, nor after their own act.

let house: House;
let ada: Awaited<ReturnType<House['participant']>>;
const wrong: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  house = await House.with(browser, everyStep, { reducedMotion: 'reduce' });
  await house.arrive(8);
});
test.afterAll(() => house.end());

const button = (name: RegExp | string): Locator => ada.getByRole('button', { name }).first();
const field = (name: RegExp | string): Locator => ada.getByLabel(name).first();

/** Moves on; a page whose keyboard is in use waits to be told to go along. */
async function goesTo(phase: string, sign: Locator, ideas?: string[]): Promise<void> {
  await house.opens(phase, ideas);
  const go = button('Y aller');
  await expect(go.or(sign).first()).toBeVisible();
  if (await go.isVisible()) await press(ada, go);
  await expect(sign).toBeVisible();
}
/** The focus is on something. */
async function held(): Promise<void> {
  await expect.poll(() => ada.evaluate(() => document.activeElement?.localName)).not.toBe('body');
}
/** What others do meanwhile takes the focus from nobody. */
async function undisturbed(others: () => Promise<unknown>): Promise<void> {
  await held();
  const mark = await ada.evaluateHandle(() => document.activeElement);
  await others();
  await ada.waitForTimeout(250);
  expect(await ada.evaluate((node) => node === document.activeElement, mark), 'the focus stays').toBe(true);
}
const published = (): string[] => [...house.director.mirror.ideas.values()].filter(({ status }) => status === 'published').map(({ id }) => id);

test('in by the link, over a name', async () => {
  ada = await house.open('ada', sizes.small, house.joinAddress);
  await expect(button('Rejoindre la séance')).toBeVisible();
  wrong.push(...(await walk(ada, 'join')));
  await type(ada, field(/Votre nom/), 'Ada');
  await press(ada, button('Rejoindre la séance'));
  await expect(ada.getByText('La séance va commencer')).toBeVisible();
});

test('the first key leads to the content', async () => {
  await ada.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    scrollTo(0, 0);
  });
  await ada.keyboard.press('Tab');
  await expect(ada.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await expect(ada.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport({ ratio: 1 });
  const address = ada.url();
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('main')).toBeFocused();
  expect(ada.url()).toBe(address);
});

test('how she is, and a question', async () => {
  await goesTo('accueil', button('Grand soleil'));
  await press(ada, button('Grand soleil'), 'Space');
  await expect(ada.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await undisturbed(() => Promise.all(house.people.map((each) => each.does('weather.choose', { weather: 'cloud' }))));
  wrong.push(...(await walk(ada, 'welcome')));
  await goesTo('temoignages', field('Votre question'));
  await type(ada, field('Votre question'), 'Qui entretient les haies ?');
  await press(ada, button('Poser cette question'));
  await expect(ada.getByText('Enregistrée, en attente de relecture').first()).toBeVisible();
  await held();
});

test('ideas: posted, changed, withdrawn; new ones wait', async () => {
  await goesTo('idees', field('Votre idée'));
  for (let i = 0; i < 10; ++i) await house.people[i % 8]?.does('idea.post', { text: `Une idée parmi d’autres, la ${String(i + 1)}e` });
  for (const { id } of [...house.director.mirror.ideas.values()]) await house.director.does('idea.publish', { idea: id });
  for (const text of ['Un verger partagé', 'Un atelier vélo', 'Une chose de trop']) {
    await type(ada, field('Votre idée'), text);
    await press(ada, button('Proposer cette idée'));
    await expect(ada.getByText(text, { exact: true }).first()).toBeVisible();
    await held();
  }
  await expect(ada.getByText('Enregistrée, en attente de relecture').nth(2)).toBeVisible();
  await undisturbed(async () => {
    for (const { id, status } of [...house.director.mirror.ideas.values()]) if (status === 'pending') await house.director.does('idea.publish', { idea: id });
  });
  await press(ada, button(/^Modifier : Un verger/));
  await expect(field('Votre idée').or(ada.locator('textarea:focus'))).not.toHaveCount(0);
  await ada.keyboard.press('End');
  await ada.keyboard.type(' derrière la mairie');
  await press(ada, button('Enregistrer'));
  await expect(ada.getByText('Un verger partagé derrière la mairie').first()).toBeVisible();
  await held();
  const edited = (): string | undefined => [...house.director.mirror.ideas.values()].find(({ text }) => text.endsWith('derrière la mairie'))?.id;
  await expect.poll(edited).toBeTruthy();
  await house.director.does('idea.publish', { idea: edited() ?? '' });
  await press(ada, button(/^Retirer : Une chose/));
  await ada.keyboard.press('Escape');
  await expect(button(/^Retirer : Une chose/)).toBeFocused();
  await ada.keyboard.press('Enter');
  await press(ada, ada.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }));
  await expect(ada.getByText('Retirée par vous').first()).toBeVisible();
  await held();
  await press(ada, button(/^Afficher \d+ nouvelle/));
  await held();
  wrong.push(...(await walk(ada, 'ideas')));
});

test('a card by the menu', async () => {
  await goesTo('ensemble', button(/^Déplacer/));
  const move = button(/^Déplacer : Un verger/);
  await press(ada, move);
  await expect(ada.getByRole('dialog').getByRole('radio').first()).toBeVisible();
  await tabTo(ada, ada.getByRole('dialog').getByRole('radio', { checked: true }).first());
  await ada.keyboard.press('ArrowDown');
  const chosen = await ada.getByRole('dialog').getByRole('radio', { checked: true }).first().evaluate((node) => (node as HTMLInputElement).labels?.[0]?.textContent);
  await press(ada, ada.getByRole('dialog').getByRole('button', { name: 'Déplacer ici' }));
  await expect(move).toBeFocused();
  expect(chosen).toBeTruthy();
  await undisturbed(async () => {
    for (const idea of published().slice(0, 4)) await house.people[0]?.does('placement.set', { board: 'main', idea, lever: 'reseaux' });
  });
  wrong.push(...(await walk(ada, 'board')));
});

test('dots', async () => {
  await goesTo('gommettes', button(/^Ajouter une gommette/), published().slice(0, 6));
  await press(ada, button(/^Ajouter une gommette/));
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('Encore 3 gommettes').first()).toBeVisible();
  await undisturbed(() => Promise.all(house.people.map((each) => each.does('vote.cast', { idea: published()[0] ?? '', value: 1 }))));
  wrong.push(...(await walk(ada, 'dots')));
});

test('one card at a time', async () => {
  await goesTo('lecture', button('Utile'));
  await press(ada, ada.getByRole('button', { name: 'Pas utile', exact: true }));
  await expect(ada.getByText('1 carte jugée', { exact: true })).toBeVisible();
  // She reads the next card first: so soon after the last, a key is taken for one that bounced.
  await ada.waitForTimeout(400);
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('2 cartes jugées')).toBeVisible();
  await held();
  wrong.push(...(await walk(ada, 'useful')));
});

test('grades, scores, and an objection', async () => {
  await goesTo('mentions', ada.getByRole('radio').first(), published().slice(0, 4));
  await tabTo(ada, ada.getByRole('radio').first());
  await ada.keyboard.press('Space');
  await expect(ada.getByText(/^1 sur 4/).first()).toBeVisible();
  await held();
  wrong.push(...(await walk(ada, 'grades')));
  await goesTo('notes', ada.getByText('Effort').first(), published().slice(0, 4));
  await tabTo(ada, ada.getByRole('radio').first());
  await ada.keyboard.press('Space');
  await ada.keyboard.press('Tab');
  await ada.keyboard.press('Space');
  await expect(ada.getByText(/^1 sur 4/).first()).toBeVisible();
  wrong.push(...(await walk(ada, 'scores')));
  await goesTo('accord', ada.getByText('Objection').first(), published().slice(0, 1));
  await tabTo(ada, ada.getByRole('radio').first());
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('ArrowDown');
  await expect(ada.getByRole('radio', { name: /Objection/ })).toBeChecked();
  await type(ada, field('Votre raison'), 'Rien n’est prévu pour l’eau.');
  await press(ada, button('Envoyer ma réponse'));
  await house.director.sees('her answer', ({ people }) => people.voted === 1);
  await held();
  wrong.push(...(await walk(ada, 'consent')));
});

test('a commitment, the last word', async () => {
  await goesTo('engagements', field('Ce que je fais'));
  await type(ada, field('Ce que je fais'), 'Planter une haie');
  await press(ada, button(/^Prendre l.engagement/));
  await expect(ada.getByText('Enregistré et visible de tous, sans votre nom').first()).toBeVisible();
  await held();
  await press(ada, button(/^Retirer mon engagement/));
  await held();
  wrong.push(...(await walk(ada, 'commitments')));
  await goesTo('fin', field('Une phrase pour la fin'));
  await tabTo(ada, ada.getByRole('radio').first());
  await ada.keyboard.press('ArrowRight');
  await type(ada, field('Une phrase pour la fin'), 'Merci.');
  await press(ada, button('Envoyer'));
  await expect(ada.getByText('Merci, vos mots sont enregistrés.').first()).toBeVisible();
  await held();
  wrong.push(...(await walk(ada, 'last words')));
});

test('single keys of the facilitator can be switched off', async () => {
  const page = await house.open('facilitator', sizes.laptop, house.links.facilitator);
  await house.director.does('phase.reopen', { phase: 'idees' });
  for (const [i, person] of house.people.slice(0, 3).entries()) await person.does('idea.post', { text: `À relire, la ${String(i + 1)}e` });
  const waiting = (): number => [...house.director.mirror.ideas.values()].filter(({ status }) => status === 'pending').length;
  await page.getByRole('navigation').getByRole('button', { name: /^Idées/ }).click();
  await expect(page.getByRole('button', { name: /^Examiner/ }).first()).toBeVisible();
  await tabTo(page, page.getByText('Raccourcis clavier').first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Utiliser les raccourcis clavier'));
  await page.keyboard.press('Space');
  const before = waiting();
  await page.keyboard.press('Tab');
  for (const key of ['p', '1', 'x', 'u']) await page.keyboard.press(key);
  await page.waitForTimeout(500);
  expect(waiting()).toBe(before);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Examiner/ }).first()).toBeVisible();
  await page.keyboard.press('p');
  await page.waitForTimeout(300);
  expect(waiting(), 'remembered on the device').toBe(before);
  await page.getByText('Raccourcis clavier').first().click();
  await page.getByLabel('Utiliser les raccourcis clavier').check();
  await page.keyboard.press('Tab');
  await page.keyboard.press('p');
  await expect.poll(waiting).toBe(before - 1);
  wrong.push(...(await walk(page, 'facilitator, queue')));
});

test('the focus was always seen', () => {
  expect(wrong).toEqual([]);
});
