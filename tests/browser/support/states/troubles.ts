import type { Page } from '@playwright/test';
import { sizes } from '../house.ts';
import type { Script } from './state.ts';

/** Its server can record nothing for now: told by the notice that a full disk would bring. */
async function readOnly(page: Page): Promise<void> {
  await page.routeWebSocket(/\/live/, (line) => {
    const server = line.connectToServer();
    line.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      line.send(message);
      if (String(message).includes('"type":"welcome"')) line.send(JSON.stringify({ type: 'notice', code: 'read_only' }));
    });
  });
  await page.reload();
  await page.getByText(/^L.enregistrement est interrompu/).waitFor();
}

export const troubles: Script = async function* (house) {
  const cleo = await house.participant('cleo');
  await cleo.getByText('La séance va commencer').waitFor();
  await readOnly(cleo);
  yield { name: 'participant, read-only', page: cleo };
  await house.close('cleo');
  const facilitator = await house.open('troubled', sizes.laptop, house.links.facilitator);
  await facilitator.getByRole('button', { name: /^Commencer/ }).waitFor();
  await readOnly(facilitator);
  yield { name: 'facilitator, read-only', page: facilitator };
  await house.close('troubled');
  const line = await house.line();
  const cut = await house.open('cut', sizes.laptop, line.by(house.links.facilitator));
  await cut.getByRole('button', { name: /^Commencer/ }).waitFor();
  line.cut();
  await cut.getByText(/Connexion perdue/).first().waitFor();
  yield { name: 'facilitator, offline', page: cut };
  await house.close('cut');
};
