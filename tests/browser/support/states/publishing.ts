import { nearlyEnded, promised, said } from '../ended.ts';
import { sizes } from '../house.ts';
import { dialog, type Script } from './state.ts';

/** The summary written up and published, what became of a commitment, and somebody's texts erased. */
export const publishing: Script = async function* (house) {
  const { workshop, director, leave } = await nearlyEnded(house.server);
  await director.does('workshop.close', {});
  const writing = await house.open('writing', sizes.laptop, `${house.server.origin}/write`);
  await writing.getByRole('button', { name: 'Réessayer' }).waitFor();
  yield { name: 'write, without a link', page: writing };
  await house.close('writing');

  const page = await house.open('after', sizes.laptop, workshop.links.facilitator);
  await page.getByText(/La séance est close/).first().waitFor();
  yield { name: 'facilitator, the day after', page };
  await page.goto(`${house.server.origin}/write#w=${workshop.id}`);
  await page.getByLabel('Entraide', { exact: true }).fill('La salle a surtout parlé des écoles.');
  await page.getByText('Enregistré ✓').waitFor();
  yield { name: 'write, not published', page };
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  const address = await page.getByRole('textbox', { name: 'Adresse publique' }).inputValue();
  yield { name: 'write, published', page };
  const reader = await house.open('public', sizes.phone, address);
  await reader.getByRole('heading', { level: 1 }).waitFor();
  yield { name: 'published summary', page: reader };

  await page.goto(`${house.server.origin}/facilitate#w=${workshop.id}`);
  await page.getByRole('navigation').getByRole('button', { name: 'Engagements', exact: true }).click();
  yield* dialog('facilitator, following up', page, page.getByRole('button', { name: `Suivi : ${promised}` }));
  await director.does('commitment.follow', { commitment: [...director.mirror.commitments.keys()][0] ?? '', status: 'done', note: 'Quarante mètres.' });
  await page.getByText('Quarante mètres.').waitFor();
  yield { name: 'facilitator, followed up', page };
  await page.getByRole('navigation').getByRole('button', { name: /^Idées/ }).click();
  await page.getByRole('button', { name: `Autres actions : ${said}` }).click();
  const erase = page.locator(':popover-open').getByRole('button', { name: 'Effacer ses textes' });
  yield* dialog('facilitator, erase a person?', page, erase, async function* () {
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer pour de bon' }).click();
    yield { name: 'facilitator, erasing not confirmed', page };
    await page.getByRole('dialog').getByRole('checkbox', { name: /Je comprends/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Effacer pour de bon' }).click();
    await page.getByText(/les totaux restent/).first().waitFor();
  });
  yield { name: 'facilitator, somebody erased', page };
  await reader.reload();
  yield { name: 'published summary, a text erased', page: reader };
  for (const name of ['after', 'public']) await house.close(name);
  leave();
};
