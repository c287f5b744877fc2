import { expect, type Page, test } from '@playwright/test';
import { workshopOn } from '../scenarios/support/organiser.ts';
import { Server } from '../scenarios/support/server.ts';
import { keep } from './support/look.ts';

// The organiser rehearses a workshop, by the keyboard alone, on a small laptop.

let server: Server;

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  await workshopOn(server, { language: 'fr', template: 'retrospective', title: 'Bilan du printemps' });
});
test.afterAll(() => server.end());

test('an organiser rehearses, sees the gauge, and is told what it means', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(server.printed.get('organiser') ?? '');
  const row = page.getByRole('row', { name: /Bilan du printemps/ });
  await row.getByRole('button', { name: /^Répéter/ }).focus();
  await keep(page, '60-organiser-workshops');
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: /^Répétition/ });
  const people = dialog.getByLabel('Nombre de participants');
  await expect(people).toHaveValue('500');
  await keep(page, '61-rehearsal-form');
  await people.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('de 1 à');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('500');
  await dialog.getByLabel('Durée').selectOption({ label: '30 secondes' });
  await people.focus();
  await page.keyboard.press('Enter');

  await expect(dialog.getByText('500 personnes arrivées sur 500')).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole('meter', { name: 'Occupation du serveur' })).toBeVisible();
  await expect(dialog.getByText(/de sa puissance/)).toBeVisible({ timeout: 30_000 });
  await keep(page, '62-rehearsal-running');

  // Closing the dialog stops nothing; opening it again shows how far it is.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await row.getByRole('button', { name: /^Répéter/ }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Arrêter la répétition' })).toBeVisible();

  // Which of the two depends on what else the machine does.
  const meaning = dialog.getByText(/^(Ce serveur peut accueillir environ|C’était trop pour ce serveur)/);
  await expect(meaning).toBeVisible({ timeout: 90_000 });
  await expect(dialog.getByText('Tout ce qui a été envoyé est parvenu à tout le monde.')).toBeVisible();
  await keep(page, '63-rehearsal-result');
  await dialog.getByRole('button', { name: 'Répéter à nouveau' }).press('Enter');
  await dialog.getByLabel('Nombre de participants').fill('20');
  await dialog.getByRole('button', { name: 'Lancer la répétition' }).press('Enter');
  await dialog.getByRole('button', { name: 'Arrêter la répétition' }).press('Enter');
  await expect(dialog.getByText(/arrêtée avant la fin/)).toBeVisible({ timeout: 20_000 });
  await keep(page, '64-rehearsal-stopped');
  await context.close();
});
