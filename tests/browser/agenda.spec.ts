import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { organiserOf, secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { sampleIdeas } from '../scenarios/support/material.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep as look } from './support/look.ts';

// The whole agenda of the resilience template through real pages: a facilitator who has no mouse, a
// moderator, the big screen, and three people: on a phone, on a small phone in the dark, on a laptop.
// Every step of every screen is kept as a picture and checked by axe.

const sizes = {
  ada: { width: 390, height: 844 },
  bob: { width: 320, height: 640 },
  cleo: { width: 1280, height: 800 },
  facilitator: { width: 1440, height: 900 },
  moderator: { width: 1280, height: 720 },
  screen: { width: 1920, height: 1080 },
};
type Who = keyof typeof sizes;

let server: Server;
let others: Person[] = [];
let code = '';
let facilitatorLink = '';
const pages = {} as Record<Who, Page>;
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

async function open(browser: Browser, who: Who, address: string): Promise<void> {
  const context = await browser.newContext({
    viewport: sizes[who],
    locale: 'fr-FR',
    colorScheme: who === 'bob' ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('429')) complaints.push(`${who}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${who}: ${error.message}`));
  await page.goto(address);
  pages[who] = page;
}

/** A picture of every screen, and no accessibility violation of weight on any. */
async function keep(step: string, ...who: Who[]): Promise<void> {
  for (const name of who.length > 0 ? who : (Object.keys(sizes) as Who[])) await look(pages[name], `agenda-${step}-${name}`);
}

/** To it by the Tab key alone, as far as that goes. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const there = () => wanted.evaluate((node) => node === document.activeElement);
  for (let steps = 0; steps < 250; ++steps) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get to ${String(wanted)}`);
}
async function press(wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(pages.facilitator, wanted);
  await pages.facilitator.keyboard.press(key);
}
const next = async () => {
  await press(pages.facilitator.getByRole('button', { name: /^(Suivant|Commencer)/ }));
};
/** Participants whose page waits for them to come along. */
async function follow(): Promise<void> {
  for (const who of ['ada', 'bob', 'cleo'] as const) {
    await pages[who].waitForTimeout(300);
    const go = pages[who].getByRole('button', { name: 'Y aller' });
    if (await go.isVisible()) await go.click();
  }
}
async function reveal(): Promise<void> {
  await press(pages.facilitator.getByRole('button', { name: 'Révéler les résultats' }));
  await press(pages.facilitator.getByRole('dialog').getByRole('button', { name: /Révéler/ }));
}

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
});
test.afterAll(async () => {
  for (const person of others) person.leave();
  await server.end();
});

test('welcome: everyone says how they are, on whatever they hold', async ({ browser }) => {
  const made = await workshopOn(server, { language: 'fr', template: 'resilience-territoriale' });
  code = made.code;
  facilitatorLink = made.links.facilitator;
  const moderator = await (await organiserOf(server)).renewLink(made.id, 'moderator');
  if (!moderator.ok) throw new Error(moderator.failure.code);
  await open(browser, 'facilitator', made.links.facilitator);
  await open(browser, 'moderator', moderator.value.url);
  await open(browser, 'screen', made.links.screen);
  for (const who of ['ada', 'bob', 'cleo'] as const) {
    await open(browser, who, `${server.origin}/join#${code}`);
    await pages[who].getByRole('button', { name: 'Rejoindre la séance' }).click();
  }
  others = await Promise.all(Array.from({ length: 20 }, () => Person.join(server, code)));
  await next();
  await pages.ada.getByText('Grand soleil').click();
  await pages.bob.getByText('Nuageux').click();
  await pages.cleo.getByText('Éclaircies').click();
  const weathers = ['sun', 'bright', 'cloud', 'storm'] as const;
  for (const [i, person] of others.entries()) await person.does('weather.choose', { weather: weathers[(i * i) % 4] ?? 'sun' });
  await expect(pages.screen.getByText(/Grand soleil/).first()).toBeVisible();
  await keep('01-welcome');
  await next();
  await follow();
  await keep('02-charter', 'ada', 'screen', 'facilitator');
});

test('questions: asked on the phone, read by the moderator, supported, answered', async () => {
  await next();
  await follow();
  const question = 'Qui entretient les haies une fois plantées ?';
  await pages.ada.getByLabel('Votre question').fill(question);
  await pages.ada.getByRole('button', { name: 'Poser cette question' }).click();
  for (const [i, text] of ['Avec quel budget ?', 'Et les petites communes ?', 'Comment associer les écoles ?'].entries())
    await others[i]?.does('question.ask', { text });
  const first = pages.facilitator.getByText(question).first();
  await expect(first.or(pages.facilitator.getByText(/À relire/).first()).first()).toBeVisible();
  const facilitators = await Person.enter(server, secretOf(facilitatorLink));
  await facilitators.sees('four questions', ({ questions }) => questions.size === 4);
  await pages.moderator.getByRole('button', { name: 'Témoignages' }).click();
  await pages.moderator.getByRole('radio', { name: /relire/ }).check({ force: true });
  for (let done = 1; done <= 4; ++done) {
    await pages.moderator.keyboard.press('p');
    await facilitators.sees('another one published', ({ questions }) => [...questions.values()].filter(({ status }) => status === 'published').length === done);
    await pages.moderator.waitForTimeout(200);
  }
  const asked = [...facilitators.mirror.questions.values()].find(({ text }) => text === question)?.id ?? '';
  for (const person of others.slice(3, 15)) await person.does('question.upvote', { question: asked, value: true });
  await pages.bob.getByRole('button', { name: /^Afficher \d+ nouvelles? questions?/ }).click();
  await pages.bob.getByRole('button', { name: new RegExp(`^Je la soutiens : ${question.slice(0, 12)}`) }).click();
  await facilitators.does('question.answer', { question: [...facilitators.mirror.questions.keys()].find((id) => id !== asked) ?? '' });
  facilitators.leave();
  await expect(pages.screen.getByText(question)).toBeVisible();
  await keep('03-questions');
});

test('[I8] ideas: posted by everyone in silence, shown to nobody else', async () => {
  await next();
  await follow();
  await pages.bob.getByLabel('Votre idée').fill('Un verger partagé derrière la mairie');
  await pages.bob.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(pages.bob.getByText('Un verger partagé derrière la mairie').first()).toBeVisible();
  const good = sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length < 400);
  for (const [i, idea] of good.slice(0, 40).entries()) await others[i % others.length]?.does('idea.post', { text: idea.text });
  await expect(pages.facilitator.getByText(/L.étape suivante montrera à tout le monde/)).toBeVisible();
  await keep('04-ideas');
  await expect(pages.screen.getByText('Un verger partagé derrière la mairie')).toHaveCount(0);
  await expect(pages.ada.getByText('Un verger partagé derrière la mairie')).toHaveCount(0);
});

test('[V8] cross reading: a card at a time; nobody sees a count before the reveal', async () => {
  await next();
  await expect(pages.ada.getByRole('button', { name: /^(Utile|Y aller)$/ }).first()).toBeVisible();
  await follow();
  for (const who of ['ada', 'bob', 'cleo'] as const) {
    await pages[who].getByRole('button', { name: 'Utile', exact: true }).click();
    await pages[who].getByRole('button', { name: 'Passer', exact: true }).click();
  }
  for (const [i, person] of others.entries())
    for (let round = 0; round < 3; ++round) {
      await person.does('card.draw', {});
      await person.sees('cards', ({ you }) => (you.hands?.['lecture'] ?? []).length > 5 * round);
      for (const [j, card] of (person.mirror.you.hands?.['lecture'] ?? []).slice(5 * round).entries())
        await person.does('vote.cast', { idea: card, value: (i + j) % 3 === 0 ? 'not_useful' : 'useful' });
    }
  await keep('05-cross-reading');
  await reveal();
  await expect(pages.screen.getByText(/Ce qui ressort/).first()).toBeVisible();
  await keep('06-cross-reading-results');
});

test('the board: cards go onto levers by the keyboard', async () => {
  await next();
  await follow();
  await press(pages.facilitator.getByRole('group', { name: 'Ranger dans' }).getByRole('button', { name: /Entraide/ }));
  await press(pages.facilitator.getByRole('group', { name: 'Ranger dans' }).getByRole('button', { name: /Innovation/ }));
  await keep('07-board');
});

test('grades for the shortlist; the tie across its cut is settled by the facilitator', async () => {
  await next();
  const dialog = pages.facilitator.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Ouvrir le vote' })).toBeVisible();
  await keep('08-shortlist', 'facilitator');
  const ticks = dialog.getByRole('checkbox');
  const chosen = await ticks.evaluateAll((boxes) => boxes.filter((box) => (box as HTMLInputElement).checked).length);
  for (let i = chosen, at = 0; i < 15 && at < (await ticks.count()); ++at) {
    if (await ticks.nth(at).isChecked()) continue;
    await press(ticks.nth(at), 'Space');
    ++i;
  }
  await press(dialog.getByRole('button', { name: 'Ouvrir le vote' }));
  await follow();
  await pages.ada.getByText('Très bien').first().click();
  await pages.bob.getByText('Passable').first().click();
  const vote = others[0]?.mirror.phases.find(({ id }) => id === 'vote');
  await others[0]?.sees('the vote', ({ phases }) => phases.some(({ id, status }) => id === 'vote' && status === 'open'));
  const list = others[0]?.mirror.phases.find(({ id }) => id === 'vote')?.ideas ?? vote?.ideas ?? [];
  expect(list).toHaveLength(15);
  for (const [i, person] of others.entries())
    for (const [j, idea] of list.entries()) await person.does('vote.cast', { idea, value: (i * 7 + j * (i % 3)) % 6 });
  await keep('09-grades');
  await reveal();
  await keep('10-grades-results');
});

test('the round table, commitments and the last words', async () => {
  await next();
  await follow();
  await keep('11-round-table', 'screen', 'ada');
  await next();
  await follow();
  await pages.ada.getByLabel('Ce que je fais').fill('Planter une haie avec mes voisins avant mars');
  await pages.ada.getByRole('button', { name: /^Prendre l.engagement/ }).click();
  for (const [i, text] of ['Ouvrir notre atelier de réparation', 'Recenser les puits du village', 'Relancer la bourse aux graines'].entries())
    await others[i]?.does('commitment.make', { text, who: i % 2 === 0 ? 'individual' : 'collective' });
  await expect(pages.screen.getByText('Recenser les puits du village')).toBeVisible();
  await keep('12-commitments');
  await next();
  await follow();
  await pages.ada.getByRole('radio', { name: /^5/ }).check({ force: true });
  await pages.ada.getByLabel('Une phrase pour la fin').fill('Je repars avec trois idées et un rendez-vous.');
  await pages.ada.getByRole('button', { name: 'Envoyer' }).click();
  for (const [i, person] of others.entries()) await person.does('closing.say', { roti: 3 + (i % 3), ...(i % 5 === 0 && { sentence: 'Merci à toutes et à tous.', quote: true }) });
  await keep('13-close');
  expect(complaints).toEqual([]);
});
