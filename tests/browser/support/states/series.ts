import { nearlyEnded } from '../ended.ts';
import { sizes } from '../house.ts';
import { dialog, type Script } from './state.ts';

/** A series from nothing to its page, and a search over everything. */
export const series: Script = async function* (house) {
  const { leave } = await nearlyEnded(house.server, 'Le village en mars');
  const page = await house.open('series', { width: 1280, height: 800 }, house.server.printed.get('organiser') ?? '');
  const part = (name: string) => page.getByRole('navigation', { name: 'Rubriques' }).getByRole('button', { name }).click();
  await part('Séries');
  await page.getByText('Aucune série pour le moment').waitFor();
  yield { name: 'organiser, no series', page };
  yield* dialog('organiser, a new series', page, page.getByRole('button', { name: 'Créer une série' }), async function* () {
    await page.getByRole('dialog').getByRole('button', { name: 'Créer la série' }).click();
    yield { name: 'organiser, a series without a title', page };
    await page.getByRole('dialog').getByLabel('Titre').fill('Le village, saison après saison');
    await page.getByRole('dialog').getByRole('button', { name: 'Créer la série' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Créer une série' }).click();
  });
  yield { name: 'organiser, an empty series', page };
  await page.getByLabel('Ajouter une séance').selectOption({ label: 'Le village en mars' });
  await page.getByRole('article').getByRole('listitem').waitFor();
  await page.getByRole('button', { name: /^Publier sa page/ }).click();
  const address = await page.getByRole('textbox', { name: 'Adresse publique de la série' }).inputValue();
  yield { name: 'organiser, a series with its page', page };
  yield* dialog('organiser, delete a series?', page, page.getByRole('button', { name: /^Supprimer :/ }));
  const reader = await house.open('series page', sizes.phone, address);
  await reader.getByRole('heading', { level: 1 }).waitFor();
  yield { name: 'published series', page: reader };
  await house.close('series page');

  await part('Rechercher');
  const words = page.getByLabel('Mots cherchés');
  await words.waitFor();
  yield { name: 'organiser, search', page };
  await words.press('Enter');
  yield { name: 'organiser, search without words', page };
  await words.fill('cathédrale');
  await words.press('Enter');
  await page.getByText('Rien ne contient ces mots', { exact: true }).waitFor();
  yield { name: 'organiser, nothing found', page };
  await words.fill('ilots');
  await words.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Le village en mars' }).waitFor();
  yield { name: 'organiser, found', page };
  await part('Séances');
  await page.getByRole('row', { name: /Le village en mars/ }).waitFor();
  yield { name: 'organiser, a workshop in a series', page };
  await house.close('series');
  leave();
};
