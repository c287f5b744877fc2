import { sizes } from '../house.ts';
import { dialog, type Script } from './state.ts';

/** Before anybody is inside: codes, links and what is wrong with them. */
export const doors: Script = async function* (house) {
  const { origin } = house.server;
  const page = await house.open('door', sizes.phone, origin);
  const code = page.getByLabel(/Code de séance/);
  const go = page.getByRole('button', { name: 'Continuer' });
  await code.waitFor();
  yield { name: 'start', page };
  yield* dialog('start, settings', page, page.getByRole('button', { name: 'Réglages' }));
  await code.fill('KM4');
  await go.click();
  await page.getByRole('alert').first().waitFor();
  yield { name: 'start, half a code', page };
  await code.fill('AAAA-AAAA');
  await go.click();
  await page.getByRole('alert').first().waitFor();
  yield { name: 'join, wrong code', page };

  await page.goto(house.joinAddress);
  const join = page.getByRole('button', { name: 'Rejoindre la séance' });
  await join.waitFor();
  yield { name: 'join', page };
  await page.locator('summary').last().click();
  yield { name: 'join, privacy notice', page };
  await page.getByLabel(/Votre nom/).fill('x'.repeat(80));
  await join.click();
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  yield { name: 'join, name refused', page };

  await page.goto(`${origin}/join`);
  await code.waitFor();
  await page.context().setOffline(true);
  await code.fill(house.workshop.code);
  await go.click();
  await page.getByRole('button', { name: 'Réessayer' }).waitFor();
  yield { name: 'join, unreachable', page };
  await page.context().setOffline(false);

  for (const door of ['facilitate', 'moderate', 'screen', 'organise', 'summary']) {
    await page.goto(`${origin}/${door}#${'A'.repeat(32)}`);
    await page.getByRole('main').getByText(/lien/i).first().waitFor();
    yield { name: `${door}, wrong link`, page };
  }
  await page.goto(`${origin}/join#continue.${'A'.repeat(43)}`);
  await page.getByRole('alert').filter({ hasText: /lien/i }).waitFor();
  yield { name: 'join, wrong personal link', page };
  await page.goto(`${origin}/accessibility`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  yield { name: 'accessibility', page };
  await house.close('door');
};
