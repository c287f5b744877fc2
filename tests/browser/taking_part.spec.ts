import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { sampleIdeas } from '../scenarios/support/material.ts';
import { Person } from '../scenarios/support/person.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep as look } from './support/look.ts';

// The participant's whole way through the resilience template, on a phone and on the smallest one:
// coming in by link, by code and by whatever is pasted; every kind of step by thumb; support for
// ideas; the same person on a second device; someone else on the same one; a late comer.

const sizes = { ada: { width: 390, height: 844 }, bob: { width: 320, height: 568 } };
type Who = keyof typeof sizes;

let server: Server;
let facilitator: Person;
let others: Person[] = [];
let code = '';
const pages = {} as Record<Who, Page>;
const contexts = {} as Record<Who, BrowserContext>;
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

async function visitor(browser: Browser, size: { width: number; height: number }): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', hasTouch: true });
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refusal that the page explains is no complaint.
    if (message.type() === 'error' && !/4(04|09|10|29)/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return [context, page];
}
async function keep(step: string, ...who: Who[]): Promise<void> {
  for (const name of who.length > 0 ? who : (Object.keys(sizes) as Who[])) {
    await look(pages[name], `taking-part-${step}-${name}`);
    await fits(pages[name]);
  }
}
/** Nothing is wider than the phone, and whatever is pressed is big enough for a thumb. */
async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, 'wider than the phone').toBeLessThanOrEqual(0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, summary, a[href], label:has(input), select, input:not([type=radio], [type=checkbox])')]
      .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden'))
      .map((each) => ({ words: each.innerText || each.ariaLabel || each.tagName, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 35 || box.width < 35))
      .map(({ words, box }) => `${words} ${String(Math.round(box.width))}×${String(Math.round(box.height))}`),
  );
  expect(small, 'too small for a thumb').toEqual([]);
}
async function opens(phase: string): Promise<void> {
  await facilitator.does('phase.open', { phase });
  await follow(phase);
}
/** The page comes along by itself, or asks first where somebody is busy. */
async function follow(phase: string): Promise<void> {
  const title = facilitator.mirror.phases.find(({ id }) => id === phase)?.title ?? '';
  for (const page of Object.values(pages)) {
    const there = page.locator('summary', { hasText: title });
    const go = page.getByRole('button', { name: 'Y aller' });
    await expect(there.or(go).first()).toBeVisible();
    if (await go.isVisible()) await go.click();
    await expect(there.first()).toBeVisible();
  }
}
const both = (what: (page: Page, who: Who) => Promise<unknown>) =>
  Promise.all((Object.keys(sizes) as Who[]).map((who) => what(pages[who], who)));
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  const made = await workshopOn(server, { language: 'fr', template: 'resilience-territoriale' });
  code = made.code;
  facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  others = await Promise.all(Array.from({ length: 8 }, (_, i) => Person.join(server, code, { name: `Voix ${String(i + 1)}` })));
});
test.afterAll(async () => {
  for (const each of [facilitator, ...others]) each.leave();
  await server.end();
});

test('by a link one is in with one tap; by a code, however it is typed or pasted', async ({ browser }) => {
  [contexts.ada, pages.ada] = await visitor(browser, sizes.ada);
  await pages.ada.goto(`${server.origin}/join#${code}`);
  await expect(button(pages.ada, 'Rejoindre la séance')).toBeInViewport();
  await keep('01-door', 'ada');
  const since = Date.now();
  await button(pages.ada, 'Rejoindre la séance').click();
  await expect(pages.ada.getByText('La séance va commencer')).toBeVisible();
  expect(Date.now() - since).toBeLessThan(20_000);

  [contexts.bob, pages.bob] = await visitor(browser, sizes.bob);
  await pages.bob.goto(server.origin);
  const field = pages.bob.getByLabel('Code de séance');
  await field.fill('KM4T-9XOO');
  await button(pages.bob, 'Continuer').click();
  await expect(pages.bob.getByText(/Aucun code ne contient O/)).toBeVisible();
  await keep('02-look-alikes', 'bob');
  await field.fill(`${server.origin}/facilitate`);
  await button(pages.bob, 'Continuer').click();
  await expect(pages.bob.getByText(/huit lettres et chiffres/).first()).toBeVisible();
  await field.fill('https://elsewhere.example/join#KM4T-9XQZ');
  await button(pages.bob, 'Continuer').click();
  await expect(pages.bob.getByText(/mène à un autre service/)).toBeVisible();
  await field.fill(`Rejoignez-nous : ${server.origin}/join#${code.toLowerCase()}`);
  await button(pages.bob, 'Continuer').click();
  await pages.bob.getByLabel(/Votre nom/).fill('Bob');
  await keep('03-form', 'bob');
  await pages.bob.getByText('Vos données, en dix lignes').click();
  await expect(pages.bob.getByRole('listitem').filter({ hasText: /.+/ })).toHaveCount(10);
  await button(pages.bob, 'Rejoindre la séance').click();
  await expect(pages.bob.getByText('La séance va commencer')).toBeVisible();
  await keep('04-waiting');
});

test('the weather, and the charter which stays in reach', async () => {
  await opens('accueil');
  await pages.ada.getByText('Grand soleil').click();
  await pages.bob.getByText('Nuageux').click();
  await expect(pages.ada.getByText(/Météo enregistrée|Enregistré/).first()).toBeVisible();
  await keep('05-weather');
  await opens('cadre');
  await keep('06-charter');
  await opens('temoignages');
  await both(async (page) => {
    await button(page, /^Ma place/).click();
    await expect(page.getByRole('dialog').getByText('Une idée par carte, en une ou deux phrases.')).toBeVisible();
  });
  await keep('07-place');
  await both((page) => page.keyboard.press('Escape'));
});

test('a question is asked, and one of somebody else supported', async () => {
  await pages.bob.getByLabel('Votre question').fill('Qui entretient les haies ?');
  await button(pages.bob, 'Poser cette question').click();
  await others[0]?.does('question.ask', { text: 'Avec quel budget ?' });
  await facilitator.sees('two questions', ({ questions }) => questions.size === 2);
  for (const question of facilitator.mirror.questions.keys()) await facilitator.does('question.publish', { question });
  await button(pages.ada, /^Afficher/).click();
  await button(pages.ada, /Je la soutiens : Avec quel budget/).click();
  await expect(button(pages.ada, /Avec quel budget/)).toHaveAttribute('aria-pressed', 'true');
  await expect(pages.ada.getByText('1 soutien').first()).toBeVisible();
  await keep('08-questions');
});

test('[RE1] ideas: written, mended, taken back; answered by the moderators; and supported once shown', async () => {
  await opens('divergence');
  await pages.ada.getByLabel('Votre idée').fill('Planter des haies entre les parcelles');
  await button(pages.ada, 'Proposer cette idée').click();
  await expect(pages.ada.getByText(/Enregistrée, montrée à tous/)).toBeVisible();
  await button(pages.ada, /^Modifier : Planter/).click();
  await pages.ada.getByLabel('Votre idée').last().fill('Planter des haies le long des chemins');
  await button(pages.ada, 'Enregistrer').click();
  await expect(pages.ada.getByText('Planter des haies le long des chemins').first()).toBeVisible();
  for (const text of ['Un verger partagé derrière la mairie', 'Une idée de trop']) {
    await pages.bob.getByLabel('Votre idée').fill(text);
    await button(pages.bob, 'Proposer cette idée').click();
    await expect(pages.bob.getByText(text).first()).toBeVisible();
  }
  await expect(button(pages.bob, 'Retirer : Une idée de trop')).toBeVisible();
  await button(pages.bob, 'Retirer : Une idée de trop').click();
  await button(pages.bob.getByRole('dialog'), 'Retirer').click();
  await expect(pages.bob.getByText('Retirée par vous')).toBeVisible();
  const good = sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length < 300).slice(0, 12);
  for (const [i, { text }] of good.entries()) await others[i % others.length]?.does('idea.post', { text });
  await facilitator.sees('the hedges', ({ ideas }) => [...ideas.values()].some(({ text }) => text.startsWith('Planter des haies le long')));
  const haies = [...facilitator.mirror.ideas.values()].find(({ text }) => text.startsWith('Planter des haies le long'))?.id ?? '';
  await facilitator.does('idea.answer', { idea: haies, text: 'Merci, le syndicat des rivières cherche des volontaires.' });
  await expect(pages.ada.getByText(/syndicat des rivières/)).toBeVisible();
  await expect(pages.bob.getByText(/syndicat des rivières/)).toHaveCount(0);
  await keep('09-ideas-private');

  await facilitator.does('results.reveal', { phase: 'divergence' });
  await both(async (page) => {
    const show = button(page, /^(Y aller|Afficher \d+ nouvelle)/);
    if (await show.isVisible().catch(() => false)) await show.click();
  });
  await expect(pages.bob.getByText('Planter des haies le long des chemins')).toBeVisible();
  await button(pages.bob, /Soutenir : Planter des haies/).click();
  await expect(button(pages.bob, /Vous soutenez : Planter des haies/)).toHaveAttribute('aria-pressed', 'true');
  await others[1]?.does('reaction.set', { idea: haies, value: true });
  await expect(pages.ada.getByText('2 soutiens').first()).toBeVisible();
  await expect(pages.bob.getByText(/Un soutien n.est pas un vote/)).toBeVisible();
  await keep('10-ideas-shown');
});

test('[RM11][RE1] a look-alike is offered while typing, and supported instead', async () => {
  await pages.ada.getByLabel('Votre idée').fill('Un verger partagé juste derrière la mairie');
  await button(pages.ada, /Soutenir plutôt celle-ci : Un verger/).click();
  await expect(pages.ada.getByText('Vous soutenez cette idée. Votre texte est mis de côté.').first()).toBeVisible();
  await keep('11-look-alike', 'ada');
  await button(pages.ada, 'Reprendre mon texte').click();
  await expect(pages.ada.getByLabel('Votre idée')).toHaveValue('Un verger partagé juste derrière la mairie');
  await pages.ada.getByLabel('Votre idée').fill('');
  await expect(button(pages.ada, /Vous soutenez : Un verger/)).toHaveAttribute('aria-pressed', 'true');
});

test('[W4] what is read holds still: what is new waits behind a button', async () => {
  const before = await pages.bob.locator('section[aria-labelledby=published] li').allInnerTexts();
  await others[2]?.does('idea.post', { text: 'Recenser les puits du village avec les anciens' });
  await expect(button(pages.bob, 'Afficher 1 nouvelle idée')).toBeVisible();
  expect(await pages.bob.locator('section[aria-labelledby=published] li').allInnerTexts()).toEqual(before);
  await button(pages.bob, 'Afficher 1 nouvelle idée').click();
  await expect(pages.bob.getByText('Recenser les puits du village')).toBeVisible();
});

test('[HO1] the same person on a second device, by a personal link; the first stays in', async ({ browser }) => {
  await button(pages.ada, /^Ma place/).click();
  await button(pages.ada, 'Créer mon lien personnel').click();
  await expect(pages.ada.getByRole('img', { name: /QR code/ })).toBeVisible();
  await keep('12-personal-link', 'ada');
  const link = await pages.ada.getByRole('textbox', { name: 'Votre lien personnel' }).inputValue();
  await pages.ada.keyboard.press('Escape');
  const [context, tablet] = await visitor(browser, { width: 820, height: 1180 });
  const asked: string[] = [];
  tablet.on('request', (request) => asked.push(request.url()));
  await tablet.goto(link);
  await expect(tablet.getByText('Planter des haies le long des chemins').first()).toBeVisible();
  expect(asked.filter((url) => url.includes('/lookup')), 'no part of the secret is taken for a code').toEqual([]);
  expect(tablet.url()).toBe(`${server.origin}/join#${code}`);
  await tablet.reload();
  await expect(tablet.getByText('Mes idées')).toBeVisible();
  await tablet.getByLabel('Votre idée').fill('Écrite sur la tablette');
  await button(tablet, 'Proposer cette idée').click();
  await expect(pages.ada.getByText('Écrite sur la tablette').first()).toBeVisible();
  const [again, third] = await visitor(browser, sizes.ada);
  await third.goto(link);
  await expect(third.getByRole('alert').filter({ hasText: 'Ce lien a déjà servi' })).toBeVisible();
  await look(third, 'taking-part-13-link-used');
  for (const each of [context, again]) await each.close();
});

test('[HO4][HO7] a shared device: someone else comes in, and nothing of the two is mixed', async () => {
  const page = pages.bob;
  await page.getByLabel('Votre idée').fill('Un brouillon de Bob');
  await button(page, /^Ma place : Bob/).click();
  await button(page.getByRole('dialog'), "Je suis quelqu’un d’autre").click();
  await keep('14-make-room', 'bob');
  await button(page.getByRole('dialog'), 'Laisser la place').click();
  await page.getByLabel(/Votre nom/).fill('Claire');
  await button(page, 'Rejoindre la séance').click();
  const onward = button(page, "Participer à l’étape en cours");
  await expect(onward).toBeVisible();
  await keep('15-late', 'bob');
  await onward.click();
  await expect(button(page, /^Ma place : Claire/)).toBeVisible();
  await expect(page.getByText('Retirée par vous')).toHaveCount(0);
  await expect(page.getByLabel('Votre idée')).toHaveValue('');
  await page.getByLabel('Votre idée').fill('Une idée de Claire');
  await button(page, 'Proposer cette idée').click();
  await facilitator.sees('whose it is', ({ ideas }) => [...ideas.values()].some((idea) => idea.text === 'Une idée de Claire' && idea.author_name === 'Claire'));
  // Ada's link on Claire's device asks first.
  await button(pages.ada, /^Ma place/).click();
  await button(pages.ada, /^Créer/).click();
  const link = await pages.ada.getByRole('textbox', { name: 'Votre lien personnel' }).inputValue();
  await pages.ada.keyboard.press('Escape');
  const tab = await contexts.bob.newPage();
  await tab.goto(link);
  await expect(tab.getByRole('heading', { name: 'Claire participe déjà sur cet appareil' })).toBeVisible();
  await look(tab, 'taking-part-16-taken');
  await button(tab, 'Laisser cet appareil tel quel').click();
  await tab.close();
});

test('[V8] one card at a time', async () => {
  await opens('lecture');
  await both(async (page) => {
    for (const answer of ['Utile', 'Pas utile', 'Passer']) {
      await expect(page.getByRole('button', { name: answer, exact: true })).toBeInViewport();
      await page.getByRole('button', { name: answer, exact: true }).click();
      await page.waitForTimeout(200);
    }
  });
  await keep('17-cards');
  for (const person of others) {
    await person.does('card.draw', {});
    await person.sees('cards', ({ you }) => (you.hands?.['lecture'] ?? []).length > 0);
    for (const idea of person.mirror.you.hands?.['lecture'] ?? []) await person.does('vote.cast', { idea, value: 'useful' });
  }
  await facilitator.does('results.reveal', { phase: 'lecture' });
  await keep('18-cards-results');
});

test('the board is followed on a phone', async () => {
  await opens('classement');
  const some = [...facilitator.mirror.ideas.values()].filter(({ status }) => status === 'published').slice(0, 3);
  const levers = facilitator.mirror.boards[0]?.levers ?? [];
  for (const [i, { id }] of some.entries()) await facilitator.does('placement.set', { idea: id, lever: levers[i]?.id ?? null });
  await keep('19-board');
});

test('[V4] grades by thumb', async () => {
  const ideas = [...facilitator.mirror.ideas.values()].filter(({ status }) => status === 'published').slice(0, 5).map(({ id }) => id);
  await facilitator.does('phase.open', { phase: 'vote', ideas });
  await follow('vote');
  await both((page) => page.getByText('Très bien', { exact: true }).first().click());
  await keep('20-grades');
});

test('commitments and the last words; a late comer sees what there was', async ({ browser }) => {
  await facilitator.does('results.reveal', { phase: 'vote' });
  await opens('engagement');
  await pages.ada.getByLabel('Ce que je fais').fill('Planter une haie avec mes voisins');
  await button(pages.ada, /^Prendre l.engagement/).click();
  await expect(pages.ada.getByText('Planter une haie avec mes voisins').first()).toBeVisible();
  await keep('21-commit');
  const [context, late] = await visitor(browser, sizes.bob);
  await late.goto(`${server.origin}/join#${code}`);
  await button(late, 'Rejoindre la séance').click();
  await expect(late.getByText('Vous arrivez en cours de séance')).toBeVisible();
  await expect(button(late, "Participer à l’étape en cours")).toBeInViewport();
  await look(late, 'taking-part-22-late');
  await fits(late);
  await button(late, /^Revoir : Évaluation/).click();
  await expect(late.getByText('Vous relisez une étape terminée.')).toBeVisible();
  await button(late, "Revenir à l’étape en cours").click();
  await expect(late.getByLabel('Ce que je fais')).toBeVisible();
  await context.close();
  await opens('cloture');
  await both(async (page) => {
    await page.locator('label', { has: page.getByRole('radio', { name: '5 : excellent' }) }).click();
    await button(page, 'Envoyer').click();
    await expect(page.getByText(/Merci, vos mots sont enregistrés/).first()).toBeVisible();
  });
  await keep('23-close');
  await facilitator.does('workshop.close', {});
  await both((page) => expect(page.getByText(/La séance est terminée/).first()).toBeVisible());
  await keep('24-ended');
  expect(complaints).toEqual([]);
});

test('who comes back on the same device is asked nothing', async () => {
  await pages.ada.reload();
  await expect(pages.ada.getByText(/La séance est terminée/).first()).toBeVisible();
  // The device forgot, the server did not: one tap.
  await pages.ada.evaluate(() => localStorage.clear());
  await pages.ada.reload();
  await button(pages.ada, /^Continuer/).click();
  await expect(pages.ada.getByText(/La séance est terminée/).first()).toBeVisible();
});
