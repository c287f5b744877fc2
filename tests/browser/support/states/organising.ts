import { dialog, type Script } from './state.ts';

/** The organiser's list and each of its dialogs. */
export const organising: Script = async function* (house) {
  const page = await house.open('organiser', { width: 1280, height: 800 }, house.server.printed.get('organiser') ?? '');
  const row = page.getByRole('row', { name: new RegExp(house.workshop.code) });
  await row.waitFor();
  yield { name: 'organiser, list', page };
  yield* dialog('organiser, create', page, page.getByRole('button', { name: 'Créer une séance' }));
  yield* dialog('organiser, import', page, page.getByRole('button', { name: 'Importer' }));
  yield* dialog('organiser, links', page, row.getByRole('button', { name: /^Liens/ }), async function* () {
    await page.getByRole('button', { name: 'Remplacer par un nouveau lien : Projeter' }).click();
    yield { name: 'organiser, replace a link?', page };
    await page.getByRole('button', { name: 'Remplacer', exact: true }).click();
    await page.getByText('Lien remplacé').first().waitFor();
    yield { name: 'organiser, a new link', page };
  });
  yield* dialog('organiser, rehearse', page, row.getByRole('button', { name: /^Répéter/ }));
  await page.getByRole('button', { name: 'Créer une séance' }).click();
  await page.getByRole('dialog').getByLabel(/^Titre/).fill('L’eau du village');
  await page.getByRole('dialog').getByRole('button', { name: 'Créer une séance' }).or(page.getByRole('dialog').getByRole('button', { name: 'Créer', exact: true })).last().click();
  await page.getByRole('heading', { name: 'La séance est prête' }).waitFor();
  yield { name: 'organiser, the links of a new workshop', page };
  await house.close('organiser');
};
