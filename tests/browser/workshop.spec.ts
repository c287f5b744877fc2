import { type Browser, expect, type Page, test } from '@playwright/test';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import type { Mirror } from '../../web-client/src/core/index.ts';
import { sampleIdeas, threeSteps } from '../scenarios/support/material.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// One workshop through real pages: a facilitator, two participants (one on a phone) and the big
// screen, from the first idea to the files. Every page is checked by axe and kept as a picture.

const phone = { width: 390, height: 844 };
const laptop = { width: 1440, height: 900 };
const hall = { width: 1920, height: 1080 };

let server: Server;
let others: Person[] = [];
let facilitator: Page;
let ada: Page;
let bob: Page;
let screen: Page;
let code = '';
let facilitatorLink = '';
let screenLink = '';
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

async function open(browser: Browser, viewport: typeof phone, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${address.split('#')[0] ?? ''}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (/^https?:/.test(origin) && origin !== server.origin) complaints.push(`a request to ${origin}`);
  });
  await page.goto(address);
  return page;
}

/** An idea as it stands in a list, wherever the page puts it. */
const card = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  const made = await workshopOn(server, { language: 'fr', template: threeSteps() });
  code = made.code;
  facilitatorLink = made.links.facilitator;
  screenLink = made.links.screen;
});
test.afterAll(async () => {
  for (const person of others) person.leave();
  await server.end();
});

test('a facilitator opens their link; the secret leaves the address', async ({ browser }) => {
  facilitator = await open(browser, laptop, facilitatorLink);
  await expect(facilitator.getByRole('button', { name: /^Commencer/ })).toBeVisible();
  expect(facilitator.url()).not.toContain(secretOf(facilitatorLink));
  await keep(facilitator, '01-facilitator-before');
  screen = await open(browser, hall, screenLink);
  await expect(screen.getByText(code)).toBeVisible();
  await keep(screen, '02-screen-before');
});

test('two participants come in, one by the link on a phone, one by typing the code', async ({ browser }) => {
  ada = await open(browser, phone, `${server.origin}/join#${code}`);
  await expect(ada.getByText('Vous rejoignez la séance')).toBeVisible();
  await keep(ada, '03-join-phone');
  await ada.getByLabel(/Votre nom/).fill('Ada');
  await ada.getByLabel(/Catégorie d.acteur/).selectOption('elu');
  await ada.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await expect(ada.getByText('La séance va commencer')).toBeVisible();
  await keep(ada, '04-waiting-phone');

  bob = await open(browser, { width: 1280, height: 800 }, server.origin);
  await keep(bob, '05-start');
  await bob.getByLabel(/Code de séance/).fill('AAAA-AAAA');
  await bob.getByRole('button', { name: 'Continuer' }).click();
  await expect(bob.getByRole('alert').first()).toBeVisible();
  await bob.getByLabel(/Code/).first().fill(code.toLowerCase().replace('-', ' '));
  await bob.getByRole('button', { name: 'Continuer' }).click();
  await bob.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await expect(bob.getByText('La séance va commencer')).toBeVisible();
});

test('ideas: recorded on the phone, shown to all, markup as text, a draft kept, one hidden', async () => {
  await facilitator.getByRole('button', { name: /^Commencer/ }).click();
  const markup = '<b>Planter</b> des haies & des vergers ; « ensemble »';
  await ada.getByLabel('Votre idée').fill(markup);
  await ada.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(ada.getByText('Enregistrée et publiée').first()).toBeVisible();
  await expect(card(screen, markup)).toBeVisible();
  await ada.getByLabel('Votre idée').fill('Un brouillon que je garde');
  await ada.reload();
  await expect(ada.getByLabel('Votre idée')).toHaveValue('Un brouillon que je garde');
  await keep(ada, '06-collect-phone');

  others = await Promise.all(Array.from({ length: 14 }, () => Person.join(server, code)));
  const good = sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length < 400);
  for (const [i, idea] of good.slice(0, 42).entries()) {
    await others[i % others.length]?.does('idea.post', { text: idea.text, ...(idea.scale ? { scale: idea.scale } : {}) });
  }
  await bob.getByLabel('Votre idée').fill('AZERTYUIOP TEST TEST');
  await bob.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(bob.getByText('Enregistrée et publiée').first()).toBeVisible();
  await expect(screen.getByText('AZERTYUIOP TEST TEST')).toBeVisible();

  await keep(facilitator, '07-facilitator-collect');
  await facilitator.getByRole('button', { name: 'Examiner : AZERTYUIOP TEST TEST' }).click();
  await facilitator.getByRole('button', { name: /Hors sujet/ }).click();
  await expect(screen.getByText('AZERTYUIOP TEST TEST')).toHaveCount(0);
  await expect(bob.getByText(/Masquée par l.animation/).first()).toBeVisible();
  await keep(screen, '08-screen-collect');
  await keep(bob, '09-collect-laptop');
});

test('the board: the facilitator moves a card by the menu, everyone sees it', async () => {
  await facilitator.getByRole('button', { name: /^Suivant/ }).click();
  const board = [...others[0]!.mirror.ideas.values()];
  const director = await Person.enter(server, secretOf(facilitatorLink));
  await director.sees('the step that sorts', ({ phases }) => phases.some(({ kind, status }) => kind === 'sort' && status === 'open'));
  for (const idea of board.slice(1)) {
    const sample = sampleIdeas.find((each) => each.text === idea.text);
    if (sample?.lever) await director.does('placement.set', { idea: idea.id, lever: sample.lever, scale: sample.scale });
  }
  director.leave();
  const lies = (words: string, lever: string) => (mirror: Mirror) =>
    [...mirror.placements.values()].some(
      (each) => each.lever === lever && mirror.ideas.get(each.idea)?.text.includes(words),
    );
  // From the tray by a button; from the board by the menu, with the keyboard alone.
  await facilitator.getByRole('group', { name: 'Ranger dans' }).getByRole('button', { name: /Entraide/ }).click();
  await others[0]!.sees('the card in its place', lies('Planter', 'entraide'));
  await facilitator.getByRole('button', { name: /^Déplacer.*repair café chaque premier/ }).first().focus();
  await facilitator.keyboard.press('Enter');
  await facilitator.getByRole('dialog').getByRole('radio', { name: /Innovation/ }).focus();
  await facilitator.keyboard.press('Space');
  await facilitator.keyboard.press('Enter');
  await others[0]!.sees('the card moved', lies('repair café chaque premier', 'innovation'));
  await keep(facilitator, '10-facilitator-sort');
  // The page was not taken from under the draft.
  await expect(ada.getByLabel('Votre idée')).toHaveValue('Un brouillon que je garde');
  await keep(ada, '11-draft-phone');
  await ada.getByRole('button', { name: 'Y aller' }).click();
  await expect(ada.getByText('Entraide et coopération').first()).toBeVisible();
  await keep(ada, '11-sort-phone');
  await keep(screen, '12-screen-sort');
});

test('the vote: dots on the phone, secret until the reveal', async () => {
  await facilitator.getByRole('button', { name: /^Suivant/ }).click();
  const add = ada.getByRole('button', { name: /^Ajouter une gommette/ }).first();
  const go = ada.getByRole('button', { name: 'Y aller' });
  await expect(add.or(go).first()).toBeVisible();
  if (await go.isVisible()) await go.click();
  await add.click();
  await add.click();
  await expect(ada.getByText('Encore 3 gommettes à poser').first()).toBeVisible();
  await expect(ada.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await keep(ada, '13-vote-phone');
  for (const [i, person] of others.entries()) {
    const ideas = [...person.mirror.ideas.keys()].sort();
    for (const dots of [2, 2, 1]) {
      await person.does('vote.cast', { idea: ideas[(i * i + dots * 3) % 12 + (dots === 1 ? 12 : 0)] ?? '', value: dots });
    }
  }
  await keep(screen, '14-screen-vote');
  await keep(facilitator, '15-facilitator-vote');
  await facilitator.getByRole('button', { name: 'Révéler les résultats' }).click();
  await facilitator.getByRole('dialog').getByRole('button', { name: /Révéler/ }).click();
  await expect(screen.getByText('Ce qui ressort du vote')).toBeVisible();
  await keep(screen, '16-screen-results');
  await keep(facilitator, '17-facilitator-results');
  await expect(ada.getByText('Résultats').first()).toBeVisible();
  await keep(ada, '18-results-phone');
});

test('the results leave by the menu, and the summary can be read', async () => {
  await facilitator.getByText('Séance', { exact: true }).first().click();
  await facilitator.getByRole('button', { name: 'Exporter…' }).click();
  const exports = facilitator.getByRole('dialog', { name: 'Emporter les résultats' });
  for (const [name, kind] of [
    ['Texte (Markdown)', 'md'],
    ['Document (ODT)', 'odt'],
    ['Classeur Excel (XLSX)', 'xlsx'],
  ] as const) {
    // Files are made on threads that let everyone else go first.
    const download = facilitator.waitForEvent('download', { timeout: 90_000 });
    await exports.getByRole('button', { name }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d_.*\\.${kind}$`));
  }
  await expect(exports.getByText(/est prêt/).first()).toBeVisible();
  await keep(facilitator, '18-exports');
  await exports.getByRole('button', { name: 'Fermer' }).last().click();
  const summary = await facilitator.context().newPage();
  const id = new URL(facilitator.url()).hash.replace('#w=', '');
  await summary.goto(`${server.origin}/api/v1/workshops/${id}/summary`);
  await expect(summary.getByRole('heading', { level: 1 })).toBeVisible();
  await keep(summary, '19-summary');
  await summary.setViewportSize(phone);
  await keep(summary, '20-summary-phone');
});

test('the organiser sees the list', async ({ browser }) => {
  const organiser = await open(browser, laptop, server.printed.get('organiser') ?? '');
  await expect(organiser.getByText(code)).toBeVisible();
  await keep(organiser, '21-organiser');
});

test('the server goes and comes back; the phone notices and recovers by itself', async () => {
  const { data, port } = server;
  await server.stop('SIGKILL');
  await expect(ada.getByText(/Connexion perdue|Hors ligne/).first()).toBeVisible();
  await keep(ada, '22-offline-phone');
  server = await Server.start({ data, port, args: ['--web', process.env['ATELIER_WEB'] ?? ''] });
  await expect(ada.getByText(/Connexion perdue|Hors ligne/)).toHaveCount(0, { timeout: 30_000 });
});

test('no page asked anything of another site, nor complained', () => {
  const expected = /WebSocket connection|ERR_CONNECTION_REFUSED|404 \(Not Found\)|401 \(Unauthorized\)/;
  expect(complaints.filter((line) => !expected.test(line))).toEqual([]);
});
