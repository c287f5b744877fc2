import { nearlyEnded } from '../ended.ts';
import { dialog, menu, type Script } from './state.ts';

/** A workshop's menu, for how long it is kept, its names taken out, and the certificate of its end. */
export const keeping: Script = async function* (house) {
  const { workshop, director, leave } = await nearlyEnded(house.server, 'Une séance à garder');
  const page = await house.open('keeping', { width: 1280, height: 800 }, house.server.printed.get('organiser') ?? '');
  const row = page.getByRole('row', { name: new RegExp(workshop.code) });
  const more = row.getByRole('button', { name: /^Autres actions/ });
  const act = async (name: string) => {
    await more.click();
    return page.locator(':popover-open').getByRole('button', { name, exact: true });
  };
  await row.waitFor();
  yield* menu('organiser, menu of a workshop', page, more);
  yield* dialog('organiser, in which series?', page, await act('Série'));
  yield* dialog('organiser, keeping', page, await act('Conservation'), async function* () {
    await page.getByRole('dialog').getByRole('radio', { name: /^Un nombre de jours/ }).check();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre de jours' }).fill('beaucoup');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    yield { name: 'organiser, no number of days', page };
  });
  yield* dialog('organiser, anonymise before the end', page, await act('Anonymiser'));
  await director.does('workshop.close', {});
  leave();
  await page.reload();
  yield* dialog('organiser, anonymise?', page, await act('Anonymiser'), async function* () {
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer les noms' }).click();
    yield { name: 'organiser, anonymising not confirmed', page };
  });
  yield* dialog('organiser, erase?', page, await act('Effacer'), async function* () {
    await page.getByRole('dialog').getByRole('textbox').fill('AAAA');
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer définitivement' }).click();
    yield { name: 'organiser, wrong code for erasing', page };
    await page.getByRole('dialog').getByRole('textbox').fill(workshop.code);
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer définitivement' }).click();
    await page.getByText(/Ce service certifie/).waitFor();
    yield { name: 'organiser, certificate', page };
  });
  await house.close('keeping');
};
