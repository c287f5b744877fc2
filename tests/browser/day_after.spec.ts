import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { collectingOn, organiserOf } from '../scenarios/support/organiser.ts';
import { Server } from '../scenarios/support/server.ts';
import { type Ended, kept, nearlyEnded, said } from './support/ended.ts';
import { sizes } from './support/house.ts';
import { keep } from './support/look.ts';

// The day after a workshop: written up, published, put in a series, found again, followed up; then
// anonymised and erased. What somebody asks to have erased goes on the way, and no total changes.

let server: Server;
let ended: Ended;
let workshop: Ended['workshop'];
let director: Ended['director'];
let facilitator: Page;
let organiser: Page;
/** Where everyone reads the summary. */
let address = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  ended = await nearlyEnded(server);
  ({ workshop, director } = ended);
  const { facilitator: other } = await collectingOn(server, 'L’eau du village, suite');
  other.leave();
  const inLaptop = { viewport: sizes.laptop, locale: 'fr-FR', acceptDownloads: true };
  facilitator = await (await browser.newContext(inLaptop)).newPage();
  organiser = await (await browser.newContext(inLaptop)).newPage();
  await facilitator.goto(workshop.links.facilitator);
  await organiser.goto(server.printed.get('organiser') ?? '');
});
test.afterAll(async () => {
  for (const page of [facilitator, organiser]) await page.context().close();
  ended.leave();
  await server.end();
});

const dialog = (page: Page): Locator => page.getByRole('dialog');
const row = (): Locator => organiser.getByRole('row', { name: new RegExp(workshop.code) });

async function part(name: string): Promise<void> {
  await organiser.getByRole('navigation', { name: 'Rubriques' }).getByRole('button', { name }).click();
}

/** Of the workshop's menu, on the organiser's list. */
async function act(name: string): Promise<Locator> {
  await row().getByRole('button', { name: /^Autres actions/ }).click();
  await organiser.locator(':popover-open').getByRole('button', { name, exact: true }).click();
  await expect(dialog(organiser)).toBeVisible();
  return dialog(organiser);
}

test('a facilitator ends the workshop, writes the summary and publishes it', async ({ browser }) => {
  await facilitator.getByRole('button', { name: 'Séance', exact: true }).click();
  await facilitator.getByRole('button', { name: 'Clore la séance' }).click();
  await dialog(facilitator).getByRole('button', { name: /Clore/ }).click();
  await expect(facilitator.getByText(/La séance est close/).first()).toBeVisible();

  const writing = await facilitator.context().newPage();
  await writing.goto(`${server.origin}/write#w=${workshop.id}`);
  await writing.getByLabel('Introduction', { exact: true }).fill('Un soir de mars, dans la salle des fêtes.');
  await writing.getByLabel('Entraide', { exact: true }).fill('La salle a surtout parlé des écoles.');
  await expect(writing.getByText('Enregistré ✓')).toBeVisible();
  await expect(writing.getByRole('region', { name: 'Synthèse' }).getByText('La salle a surtout parlé des écoles.')).toBeVisible();
  await keep(writing, 'day-after-01-write');
  await writing.getByRole('button', { name: 'Publier', exact: true }).click();
  address = await writing.getByRole('textbox', { name: 'Adresse publique' }).inputValue();
  await keep(writing, 'day-after-02-published');
  await writing.close();

  const reading = await browser.newContext({ viewport: sizes.phone, locale: 'fr-FR' });
  const reader = await reading.newPage();
  await reader.goto(address);
  await expect(reader.getByText(said).filter({ visible: true }).first()).toBeVisible();
  await expect(reader.getByText('La salle a surtout parlé des écoles.')).toBeVisible();
  await keep(reader, 'day-after-03-reader');
  await reading.close();
});

test('[C5] what became of a commitment is told after the end, and told again', async () => {
  await facilitator.getByRole('navigation').getByRole('button', { name: 'Engagements', exact: true }).click();
  await facilitator.getByRole('button', { name: 'Suivi : Planter une haie' }).click();
  await expect(dialog(facilitator).getByText('En cours')).toBeVisible();
  await dialog(facilitator).getByRole('radio', { name: 'Tenu' }).check();
  await dialog(facilitator).getByLabel('En quelques mots').fill('Quarante mètres, avec la classe de CM2.');
  await keep(facilitator, 'day-after-04-follow');
  await dialog(facilitator).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(facilitator.getByText('Suivi enregistré').first()).toBeVisible();
  await expect(facilitator.getByText('Quarante mètres, avec la classe de CM2.')).toBeVisible();
  await keep(facilitator, 'day-after-05-followed');
});

test('[J19] the organiser puts two workshops in a series and publishes its page', async ({ browser }) => {
  await part('Séries');
  await expect(organiser.getByText('Aucune série pour le moment')).toBeVisible();
  await keep(organiser, 'day-after-06-no-series');
  await organiser.getByRole('button', { name: 'Créer une série' }).click();
  await dialog(organiser).getByRole('button', { name: 'Créer la série' }).click();
  await expect(dialog(organiser).getByText('Donnez un titre à la série.')).toBeVisible();
  await dialog(organiser).getByLabel('Titre').fill('Cycle de l’eau');
  await dialog(organiser).getByLabel(/^Question/).fill('Que faire de l’eau qui tombe ?');
  await keep(organiser, 'day-after-07-new-series');
  await dialog(organiser).getByRole('button', { name: 'Créer la série' }).click();
  await expect(dialog(organiser)).toBeHidden();
  await organiser.getByLabel('Ajouter une séance').selectOption({ label: 'L’eau du village, suite' });
  await expect(organiser.getByRole('article').getByRole('listitem')).toHaveCount(1);

  await part('Séances');
  const choice = await act('Série');
  await choice.getByText('Cycle de l’eau').click();
  await keep(organiser, 'day-after-08-choose-series');
  await choice.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row()).toContainText('Série : Cycle de l’eau');

  await part('Séries');
  await organiser.getByRole('button', { name: 'Monter : L’eau du village', exact: true }).click();
  await expect(organiser.getByRole('article').getByRole('listitem').first()).not.toContainText('suite');
  await organiser.getByRole('button', { name: /^Publier sa page/ }).click();
  const url = await organiser.getByRole('textbox', { name: 'Adresse publique de la série' }).inputValue();
  await keep(organiser, 'day-after-09-series');
  const reading = await browser.newContext({ viewport: sizes.phone, locale: 'fr-FR' });
  const reader = await reading.newPage();
  await reader.goto(url);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/Cycle de l.eau/);
  await expect(reader.getByText('Planter une haie').filter({ visible: true }).first()).toBeVisible();
  await expect(reader.getByText(/tenu/).filter({ visible: true }).first()).toBeVisible();
  await keep(reader, 'day-after-10-series-page');
  await reading.close();
});

test('[J20] an idea is found by the beginnings of its words, without its accents', async () => {
  await part('Rechercher');
  const field = organiser.getByLabel('Mots cherchés');
  await field.press('Enter');
  await expect(organiser.getByText('Saisissez au moins un mot.')).toBeVisible();
  await field.fill('cathédrale');
  await field.press('Enter');
  await expect(organiser.getByText('Rien ne contient ces mots', { exact: true })).toBeVisible();
  await keep(organiser, 'day-after-11-nothing-found');
  await field.fill('ILOTS fraich');
  await field.press('Enter');
  const found = organiser.getByRole('region', { name: 'L’eau du village', exact: true });
  await expect(found.getByText(said)).toBeVisible();
  await expect(found.getByRole('link', { name: /^Synthèse/ })).toHaveAttribute('href', new RegExp(workshop.id));
  await keep(organiser, 'day-after-12-found');
});

test('[E1] who asks is erased: their texts go from every page, and the totals stay', async ({ browser }) => {
  await facilitator.getByRole('navigation').getByRole('button', { name: /^Idées/ }).click();
  await facilitator.getByRole('button', { name: `Autres actions : ${said}` }).click();
  await facilitator.locator(':popover-open').getByRole('button', { name: 'Effacer ses textes' }).click();
  await expect(dialog(facilitator).getByText('Mirabelle')).toBeVisible();
  await dialog(facilitator).getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(dialog(facilitator).getByText('Cochez la case pour confirmer.')).toBeVisible();
  await keep(facilitator, 'day-after-13-erase-person');
  await dialog(facilitator).getByRole('checkbox', { name: /Je comprends/ }).check();
  await dialog(facilitator).getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(facilitator.getByText('1 idée effacée, les totaux restent').first()).toBeVisible();
  await expect(facilitator.getByText(said)).toHaveCount(0);
  expect(director.mirror.ideas.size).toBe(2);
  await keep(facilitator, 'day-after-14-erased');

  const reading = await browser.newContext({ viewport: sizes.phone, locale: 'fr-FR' });
  const reader = await reading.newPage();
  await reader.goto(address);
  await expect(reader.getByText(kept).filter({ visible: true }).first()).toBeVisible();
  await expect(reader.getByText(said)).toHaveCount(0);
  await expect(reader.getByText(/2 idées/).filter({ visible: true }).first()).toBeVisible();
  await keep(reader, 'day-after-15-reader-after');
  await reading.close();
});

test('[E5] how long it is kept is chosen, and its names are taken out', async () => {
  await part('Séances');
  const keeping = await act('Conservation');
  await keeping.getByRole('radio', { name: /^Un nombre de jours/ }).check();
  await keeping.getByRole('textbox', { name: 'Nombre de jours' }).fill('quatre');
  await keeping.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(keeping.getByRole('alert')).toContainText('De 1 à 3');
  await keeping.getByRole('button', { name: '3 mois' }).click();
  await keep(organiser, 'day-after-16-keeping');
  await keeping.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(keeping).toBeHidden();
  const told = await (await organiserOf(server)).workshop(workshop.id);
  expect(told).toMatchObject({ ok: true, value: { keep_days: 90 } });

  const names = await act('Anonymiser');
  await names.getByRole('button', { name: 'Retirer les noms' }).click();
  await expect(names.getByText('Cochez la case pour confirmer.')).toBeVisible();
  await names.getByRole('checkbox', { name: /Je comprends/ }).check();
  await keep(organiser, 'day-after-17-anonymise');
  await names.getByRole('button', { name: 'Retirer les noms' }).click();
  await expect(row()).toContainText('noms retirés');

  // One that is still open is not, and it is said why.
  const open = organiser.getByRole('row', { name: /L’eau du village, suite/ });
  await open.getByRole('button', { name: /^Autres actions/ }).click();
  await organiser.locator(':popover-open').getByRole('button', { name: 'Anonymiser' }).click();
  await expect(dialog(organiser).getByText(/Elle n’est pas encore close/)).toBeVisible();
  await organiser.keyboard.press('Escape');
});

test('[J10] erased for good, it leaves a certificate that is saved to read and as data', async () => {
  await row().getByRole('button', { name: /^Autres actions/ }).click();
  await expect(organiser.locator(':popover-open').getByRole('link', { name: 'Page publique de la synthèse' })).toHaveAttribute('href', address);
  await organiser.keyboard.press('Escape');
  const erasing = await act('Effacer');
  await erasing.getByRole('textbox').fill(workshop.code);
  await erasing.getByRole('button', { name: 'Effacer définitivement' }).click();
  const certificate = organiser.getByRole('dialog', { name: 'Certificat d’effacement' });
  await expect(certificate.getByText(/Ce service certifie/)).toBeVisible();
  await keep(organiser, 'day-after-18-certificate');
  const saved = async (name: string): Promise<string> => {
    const [download] = await Promise.all([organiser.waitForEvent('download'), certificate.getByRole('button', { name }).click()]);
    return readFile(await download.path(), 'utf8');
  };
  const data = JSON.parse(await saved('Enregistrer les données')) as { workshop: string; counts: { ideas: number } };
  expect(data).toMatchObject({ workshop: workshop.id, counts: { ideas: 2, participants: 2 } });
  const page = await saved('Enregistrer à lire');
  expect(page).toContain(workshop.id);
  expect(page).not.toMatch(/<script|https?:/);
  await certificate.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(row()).toHaveCount(0);
  expect((await fetch(address)).status).toBe(404);
});
