import { expect, type Page, test } from '@playwright/test';
import { collectingOn } from '../scenarios/support/organiser.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// The organiser imports a wall: looks at what it holds, says which column is which, and makes of it
// a workshop, or adds it to one.

const wall = [
  'Section;Title;Body;Created At (UTC);Author',
  'Nature;Haies;"<p>Planter des haies, même là où « ça gêne »</p>";2020-12-14 09:31:05 UTC;Zoé',
  'Entraide;;"Prêter ses outils et son temps";hier;Anonymous',
  'Nature;;"Prêter ses outils et son temps";2020-12-14 09:33:05 UTC;',
  'Entraide;;Partager les clés de la salle 🌳;2020-12-14 09:34:05 UTC;',
  ';;;;',
].join('\n');

let server: Server;

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  await collectingOn(server, 'La séance qui existe');
});
test.afterAll(() => server.end());

async function open(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await page.goto(server.printed.get('organiser') ?? '');
  await page.getByRole('button', { name: 'Importer' }).click();
  return page.getByRole('dialog', { name: 'Importer des idées' });
}

const file = (text: string, name = 'Mur de la rencontre.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('[IM7] a wall is looked at, mapped, and becomes a workshop', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const dialog = await open(page);
  await keep(page, '70-import-empty');
  await dialog.getByLabel('Choisir un fichier').setInputFiles(file(wall));
  await expect(dialog.getByText('Un tableau · 4 idées · 2 rubriques')).toBeVisible();
  await expect(dialog.getByText(/1 date illisible/)).toBeVisible();
  await expect(dialog.getByLabel('Titre de la séance')).toHaveValue('Mur de la rencontre');
  await keep(page, '71-import-preview');

  await dialog.getByLabel('Levier').selectOption('Aucune');
  await expect(dialog.getByText('Un tableau · 3 idées', { exact: true })).toBeVisible();
  await expect(dialog.getByText(/1 idée déjà présente/)).toBeVisible();
  await dialog.getByLabel('Levier').selectOption('Section');
  await expect(dialog.getByText('Un tableau · 4 idées · 2 rubriques')).toBeVisible();
  await dialog.getByLabel('Titre de la séance').fill('Le mur, en séance');
  await dialog.getByRole('button', { name: 'Créer la séance' }).click();
  await expect(page.getByRole('dialog', { name: 'La séance est prête' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Le mur, en séance/ })).toContainText('4');
  await context.close();
});

test('[IM1] ideas are added to a workshop that exists; what cannot be read is explained', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  const dialog = await open(page);
  await dialog.getByLabel('Choisir un fichier').setInputFiles(file('PK\u0003\u0004', 'mur.zip'));
  await expect(dialog.getByText('Ce fichier est abîmé ou incomplet.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Créer la séance' })).toBeDisabled();
  await keep(page, '72-import-refused');
  await dialog.getByLabel('Choisir un autre fichier').setInputFiles(file(wall));
  await dialog.getByLabel('Dans une séance qui existe').check();
  await dialog.getByLabel('Séance', { exact: true }).selectOption({ label: 'La séance qui existe' });
  await expect(dialog.getByText(/4 idées seront ajoutées/)).toBeVisible();
  await expect(dialog.getByText(/2 leviers seront ajoutés\s:\sNature, Entraide/)).toBeVisible();
  await keep(page, '73-import-into');
  await dialog.getByRole('button', { name: 'Ajouter les idées' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /La séance qui existe/ })).toContainText('4');
  await context.close();
});
