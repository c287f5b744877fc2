import { type Browser, expect, type Page, test } from '@playwright/test';
import { organiserOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { sampleIdeas } from '../scenarios/support/material.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// Reviewing, grouping and sorting together, through real pages: a facilitator, a moderator, a
// participant on a phone and the big screen. Every page is checked by axe and kept as a picture.

const phone = { width: 390, height: 844 };
const laptop = { width: 1440, height: 900 };
const hall = { width: 1920, height: 1080 };

let server: Server;
let others: Person[] = [];
let facilitator: Page;
let moderator: Page;
let ada: Page;
let screen: Page;
let code = '';
let links: { facilitator: string; screen: string };
let moderatorLink = '';
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

async function open(browser: Browser, viewport: typeof phone, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('429')) complaints.push(`${address.split('#')[0] ?? ''}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return page;
}

/** By the menu of a step that is over. */
async function goBackTo(title: string): Promise<void> {
  await facilitator.getByRole('button', { name: `Actions : ${title}` }).click();
  await facilitator.getByRole('button', { name: /^Rouvrir/ }).click();
}

const levers = [
  { id: 'entraide', name: 'Entraide et coopération', symbol: 'hands', colour: 'teal' },
  { id: 'innovation', name: 'Innovation locale', symbol: 'bulb', colour: 'amber' },
  { id: 'reseaux', name: 'Réseaux et alliances', symbol: 'network', colour: 'violet' },
  { id: 'protection', name: 'Protection des milieux', symbol: 'shield', colour: 'green' },
  { id: 'transmission', name: 'Transmission', symbol: 'book', colour: 'blue' },
];

const template = {
  title: 'Résilience territoriale',
  question: 'Que pouvons-nous faire ensemble ?',
  boards: [{ id: 'main', levers, scales: [] }],
  phases: [
    {
      id: 'idees', kind: 'collect', title: 'Idées', prompt: 'Quelle action proposez-vous pour votre territoire ?', minutes: 10,
      settings: { moderation: 'before', max_per_person: 20, comments: true },
    },
    {
      id: 'classer', kind: 'sort', title: 'Classement', prompt: 'Sous quel levier rangez-vous chaque idée ?', minutes: 10,
      settings: { board: 'main', mode: 'crowd' },
    },
  ],
};

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  code = made.code;
  links = made.links;
  const link = await (await organiserOf(server)).renewLink(made.id, 'moderator');
  if (!link.ok) throw new Error(link.failure.code);
  moderatorLink = link.value.url;
});
test.afterAll(async () => {
  for (const person of others) person.leave();
  await server.end();
});

test('ideas wait for review, oldest first, and what is looked at is taken', async ({ browser }) => {
  facilitator = await open(browser, laptop, links.facilitator);
  await facilitator.getByRole('button', { name: /^Commencer/ }).click();
  others = await Promise.all(
    ['Ada', 'Bilal', 'Chloé', 'Driss', 'Élodie', 'Fanny', 'Gaël', 'Hugo'].map((name) => Person.join(server, code, { name })),
  );
  const texts = [
    ...sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length < 260).slice(0, 16).map(({ text }) => text),
    'Écrivez-moi sur jean.dupont@exemple.fr ou au 06 12 34 56 78 pour un jardin partagé',
    'IL FAUT ARRÊTER DE BÉTONNER LES TERRES AGRICOLES',
  ];
  for (const [i, text] of texts.entries()) await others[i % others.length]?.does('idea.post', { text });
  screen = await open(browser, hall, links.screen);
  moderator = await open(browser, laptop, moderatorLink);
  await expect(moderator.getByRole('heading', { name: 'Résilience territoriale' })).toBeVisible();
  await keep(facilitator, 'moderation-01-queue');
  await facilitator.keyboard.press('n');
  await expect(moderator.getByText("En relecture par quelqu’un d’autre").first()).toBeVisible();
  await keep(moderator, 'moderation-02-moderator');
});

test('by keyboard: publish, reword, answer, hide, undo', async () => {
  await facilitator.keyboard.press('k');
  await facilitator.keyboard.press('r');
  const dialog = facilitator.getByRole('dialog');
  await dialog.getByLabel('Nouveau texte').fill('Un repair café par mois à la salle des fêtes.');
  await keep(facilitator, 'moderation-03-reword');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(facilitator.getByText('Idée reformulée', { exact: true })).toBeVisible();
  await keep(facilitator, 'moderation-04-reworded');
  await facilitator.keyboard.press('a');
  await dialog.getByLabel('Votre réponse').fill('Merci, nous en parlons tout à l’heure.');
  await dialog.getByRole('button', { name: 'Répondre en privé' }).click();
  await expect(facilitator.getByText('Réponse envoyée')).toBeVisible();
});

test('several together, with Shift', async () => {
  const ticks = moderator.getByRole('checkbox', { name: /^Sélectionner/ });
  await ticks.nth(2).click();
  await ticks.nth(12).click({ modifiers: ['Shift'] });
  await keep(moderator, 'moderation-05-batch');
  await moderator.getByRole('button', { name: /^Publier, ou marquer/ }).click();
  await expect(moderator.getByText(/idées relues/)).toBeVisible();
  await moderator.waitForTimeout(7000);
  await keep(moderator, 'moderation-06-pairs');
  await keep(facilitator, 'moderation-07-pairs');
});

test('groups: one is kept in front, the other stands behind it', async () => {
  await facilitator.getByRole('button', { name: /^Garder celle-ci et regrouper/ }).first().click();
  await expect(facilitator.getByText('2 idées regroupées')).toBeVisible();
  await facilitator.getByRole('radio', { name: /^Publiées/ }).check({ force: true });
  await expect(facilitator.getByText('1 idée regroupée')).toBeVisible();
  await facilitator.getByRole('button', { name: /^Autres actions/ }).nth(1).click();
  await keep(facilitator, 'moderation-08-published');
  await facilitator.getByRole('button', { name: 'Mettre en avant' }).click();
  await expect(facilitator.getByText('1 idée en avant').first()).toBeVisible();
  await keep(screen, 'moderation-09-spotlight');
  await facilitator.getByRole('button', { name: 'Retirer de l’écran' }).click();
  await facilitator.getByRole('button', { name: 'Figer l’écran' }).click();
  await keep(facilitator, 'moderation-10-frozen');
  await facilitator.getByRole('button', { name: 'Libérer l’écran' }).click();
});

test('a crowd sorts; what is contested comes first and is settled', async () => {
  await facilitator.getByRole('button', { name: /^Suivant/ }).click();
  const cards = [...others[0]!.mirror.ideas.values()].filter((idea) => idea.status === 'published' && !idea.group);
  await others[0]!.sees('the sorting', (mirror) => mirror.phases.some(({ kind, status }) => kind === 'sort' && status === 'open'));
  for (const [i, person] of others.entries()) {
    for (const [j, idea] of cards.entries()) {
      const lever = levers[j % 4 === 0 ? i % 4 : i % 5 === 4 ? (j + 1) % 5 : j % 5];
      await person.does('placement.set', { idea: idea.id, lever: lever?.id ?? null });
    }
  }
  await expect(facilitator.getByRole('heading', { name: /^À trancher/ })).toBeVisible();
  await keep(facilitator, 'moderation-11-crowd');
  await facilitator.getByRole('group', { name: /^Fixer la place/ }).first().getByRole('button').first().click();
  await expect(facilitator.getByText(/^Place fixée/).first()).toBeVisible();
  await facilitator.getByRole('button', { name: /^Modifier le levier/ }).first().click();
  await keep(facilitator, 'moderation-12-lever');
  await facilitator.keyboard.press('Escape');
  await keep(screen, 'moderation-13-screen-crowd');
});

test('a participant on a phone: look-alikes, own cards, comments, and being suspended', async ({ browser }) => {
  await goBackTo('Idées');
  ada = await open(browser, phone, `${server.origin}/join#${code}`);
  await ada.getByLabel(/Votre nom/).fill('Inès');
  await ada.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await ada.getByRole('button', { name: 'Participer à l’étape en cours' }).click();
  await ada.getByLabel('Votre idée').fill('un repair café à la salle des fêtes le premier samedi du mois');
  await expect(ada.getByText('Des idées proches sont déjà là')).toBeVisible();
  await keep(ada, 'moderation-14-alike-phone');
  await ada.getByRole('button', { name: /^Dit la même chose/ }).first().click();
  await expect(ada.getByText('Cette idée est déjà proposée').first()).toBeVisible();
  await ada.getByRole('button', { name: 'Reprendre mon texte' }).click();
  await ada.getByRole('button', { name: 'Proposer cette idée' }).click();
  await expect(ada.getByText('Enregistrée, en attente de relecture').first()).toBeVisible();

  const mine = [...others[0]!.mirror.ideas.values()].find(({ status, group }) => status === 'published' && !group);
  await others[1]!.does('comment.post', { idea: mine?.id ?? '', text: 'Nous l’avons fait à Saint-Martin : trois bénévoles suffisent.' });
  await ada.getByText('1 commentaire', { exact: true }).click();
  await ada.getByRole('button', { name: /^Commenter/ }).first().click();
  await ada.getByLabel('Votre commentaire').fill('Je peux prêter des outils.');
  await ada.getByRole('button', { name: 'Envoyer' }).click();

  await facilitator.getByRole('button', { name: /^Idées/ }).click();
  await facilitator.getByRole('radio', { name: /^À relire/ }).check({ force: true });
  await facilitator.getByRole('button', { name: /^Examiner : un repair café à la salle/ }).click();
  await facilitator.keyboard.press('r');
  await facilitator.getByRole('dialog').getByLabel('Nouveau texte').fill('Un repair café chaque premier samedi du mois, à la salle des fêtes.');
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(facilitator.getByText('Idée reformulée', { exact: true })).toBeVisible();
  await facilitator.keyboard.press('a');
  await facilitator.getByRole('dialog').getByLabel('Votre réponse').fill('Merci ! Voyez aussi le groupe de Saint-Martin.');
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Répondre en privé' }).click();
  await expect(facilitator.getByText('Réponse envoyée')).toBeVisible();
  await facilitator.keyboard.press('g');
  await keep(facilitator, 'moderation-15-group');
  await facilitator.getByRole('dialog').getByRole('button', { name: /^Ajouter/ }).first().click();
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Regrouper', exact: true }).click();
  await expect(ada.getByText('Regroupée avec une idée qui dit la même chose').first()).toBeVisible();
  await ada.getByRole('heading', { name: 'Mes idées' }).scrollIntoViewIfNeeded();
  await keep(ada, 'moderation-16-own-phone');

  await facilitator.getByRole('button', { name: 'Suspendre les envois' }).click();
  await expect(ada.getByText('Les envois sont suspendus un moment').first()).toBeVisible();
  await facilitator.getByRole('radio', { name: /^Commentaires/ }).check({ force: true });
  await keep(facilitator, 'moderation-17-comments');
  await ada.evaluate(() => scrollTo(0, 0));
  await keep(ada, 'moderation-18-stopped-phone');
  await facilitator.getByRole('button', { name: 'Rouvrir les envois' }).click();
  await facilitator.getByRole('button', { name: 'Séance', exact: true }).click();
  await facilitator.getByRole('button', { name: 'Journal des actions' }).click();
  await expect(facilitator.getByRole('dialog').getByText('Idée reformulée').first()).toBeVisible();
  await keep(facilitator, 'moderation-19-log');
  await facilitator.keyboard.press('Escape');
});

test('sorting on the phone: my own board, then what people agree on', async () => {
  await goBackTo('Classement');
  const go = ada.getByRole('button', { name: 'Y aller' });
  await expect(go.or(ada.getByText('À placer, selon vous')).first()).toBeVisible();
  if (await go.isVisible()) await go.click();
  await ada.getByRole('button', { name: /^Déplacer/ }).first().click();
  await ada.getByRole('dialog').getByRole('radio', { name: /Innovation/ }).check();
  await ada.getByRole('dialog').getByRole('button', { name: 'Déplacer ici' }).click();
  await expect(ada.getByText(/1 carte placée/)).toBeVisible();
  await ada.getByRole('heading', { name: /Innovation locale/ }).scrollIntoViewIfNeeded();
  await keep(ada, 'moderation-20-sort-phone');
  await facilitator.getByRole('button', { name: 'Terminer l’étape' }).click();
  await expect(ada.getByText('Le classement est terminé.')).toBeVisible();
  await keep(ada, 'moderation-21-sorted-phone');
});

test('small windows, the dark theme, and a moderators’ link that is made on demand', async ({ browser }) => {
  await facilitator.setViewportSize({ width: 1280, height: 720 });
  await facilitator.getByRole('button', { name: /^Idées/ }).click();
  await facilitator.getByRole('radio', { name: /^À relire/ }).check({ force: true });
  await keep(facilitator, 'moderation-22-queue-small');
  await facilitator.getByRole('button', { name: 'Classement', exact: true }).first().click();
  await facilitator.emulateMedia({ colorScheme: 'dark' });
  await keep(facilitator, 'moderation-23-crowd-dark');
  await ada.setViewportSize({ width: 320, height: 640 });
  await ada.emulateMedia({ colorScheme: 'dark' });
  await keep(ada, 'moderation-24-sorted-narrow');
  expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await moderator.getByRole('button', { name: 'Classement', exact: true }).click();
  await keep(moderator, 'moderation-25-moderator-board');

  const organiser = await open(browser, laptop, `${server.origin}/organise#${server.secret('organiser')}`);
  await organiser.getByRole('button', { name: /^Liens/ }).first().click();
  await organiser.getByRole('button', { name: 'Créer le lien : Modérer' }).click();
  await organiser.getByRole('button', { name: 'Créer le lien', exact: true }).click();
  await expect(organiser.getByRole('textbox', { name: 'Modérer' })).toHaveValue(/\/moderate#/);
  await keep(organiser, 'moderation-26-links');
});

test('nothing complained', () => {
  expect(complaints).toEqual([]);
});
