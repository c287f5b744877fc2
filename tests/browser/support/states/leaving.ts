import { organiserOf } from '../../../scenarios/support/organiser.ts';
import { sizes } from '../house.ts';
import { dialog, follow, type Script } from './state.ts';

/** Commitments, last words, what can go wrong, and the end. */
export const leaving: Script = async function* (house) {
  const ada = house.page('ada');
  const facilitator = house.page('facilitator');
  const moderator = house.page('moderator');
  const screen = house.page('screen');
  const { director, people, server } = house;

  await house.opens('engagements');
  await follow(ada);
  await ada.getByLabel('Ce que je fais').waitFor();
  yield { name: 'participant, no commitment yet', page: ada };
  await ada.getByRole('button', { name: /^Prendre l.engagement/ }).click();
  await ada.getByText(/Préciser/).click();
  yield { name: 'participant, commitment refused, details open', page: ada };
  await ada.getByLabel('Ce que je fais').fill('Planter une haie avec mes voisins');
  await ada.getByRole('button', { name: /^Prendre l.engagement/ }).click();
  await ada.getByText('Enregistré et visible de tous, sans votre nom').first().waitFor();
  for (const [i, text] of ['Recenser les puits du village', 'Relancer la bourse aux graines'].entries())
    await people[i]?.does('commitment.make', { text, who: i === 0 ? 'individual' : 'collective', by: 'fin mars', looking_for: 'des bras' });
  yield { name: 'participant, commitments', page: ada };
  await ada.getByRole('button', { name: /^Modifier mon engagement/ }).click();
  yield { name: 'participant, changing a commitment', page: ada };
  await ada.getByRole('button', { name: 'Annuler', exact: true }).click();
  await facilitator.getByRole('navigation').getByRole('button', { name: 'Engagements', exact: true }).click();
  yield { name: 'facilitator, commitments', page: facilitator };
  yield* dialog('facilitator, why hide a commitment', facilitator, facilitator.getByRole('button', { name: /^Masquer/ }).first());
  yield { name: 'screen, commitments', page: screen };

  await house.opens('fin');
  await follow(ada);
  await ada.getByLabel('Une phrase pour la fin').waitFor();
  yield { name: 'participant, last words', page: ada };
  await ada.getByRole('radio', { name: /^5/ }).check({ force: true });
  await ada.getByLabel('Une phrase pour la fin').fill('Je repars avec trois idées.');
  await ada.getByRole('button', { name: 'Envoyer' }).click();
  await ada.getByText('Merci, vos mots sont enregistrés.').first().waitFor();
  for (const [i, person] of people.entries()) await person.does('closing.say', { roti: 1 + (i % 5), ...(i < 3 && { sentence: 'Merci à toutes et à tous.', ...(i !== 1 && { quote: true as const }) }) });
  yield { name: 'participant, last words said', page: ada };
  await facilitator.getByRole('navigation').getByRole('button', { name: 'Fin', exact: true }).click();
  yield { name: 'facilitator, last words', page: facilitator };
  yield { name: 'screen, last words', page: screen };

  const adaId = [...director.mirror.ideas.values()].find(({ text }) => text === 'Un four à pain commun')?.author ?? '';
  await director.does('participant.mute', { participant: adaId, muted: true });
  await director.does('phase.reopen', { phase: 'idees' });
  await follow(ada);
  await ada.getByText('Votre participation est suspendue').first().waitFor();
  yield { name: 'participant, muted', page: ada };
  await director.does('participant.mute', { participant: adaId, muted: false });
  const line = await house.line();
  const bob = await house.participant('bob', sizes.phone, line.by(house.joinAddress));
  const onward = bob.getByRole('button', { name: 'Participer à l’étape en cours' });
  await onward.waitFor();
  yield { name: 'participant, coming late', page: bob };
  await onward.click();
  await bob.getByLabel('Votre idée', { exact: true }).waitFor();
  line.cut();
  await bob.getByText(/Connexion perdue/).first().waitFor();
  await bob.getByLabel('Votre idée', { exact: true }).fill('Écrit sans connexion');
  await bob.getByRole('button', { name: 'Proposer cette idée' }).click();
  await bob.getByText('Sur cet appareil, partira dès que possible').first().waitFor();
  yield { name: 'participant, offline with an idea kept', page: bob };
  await director.does('phase.reopen', { phase: 'fin' });
  line.mend();
  await bob.getByText(/n.a pas pu être enregistré/).first().waitFor({ timeout: 60_000 });
  yield { name: 'participant, a text refused', page: bob };
  yield* dialog('participant, the refused text', bob, bob.getByRole('button', { name: 'Voir lequel et pourquoi' }));
  await director.does('participant.remove', { participant: adaId });
  await ada.getByText('Vous ne faites plus partie de cette séance').waitFor();
  yield { name: 'participant, removed', page: ada };
  await facilitator.getByRole('button', { name: 'Séance', exact: true }).click();
  yield* dialog('facilitator, people removed', facilitator, facilitator.locator(':popover-open').getByRole('button', { name: 'Personnes suspendues ou retirées' }));

  await director.does('workshop.close', {});
  await bob.getByText('La séance est terminée').first().waitFor();
  yield { name: 'participant, workshop over', page: bob };
  await screen.waitForTimeout(300);
  yield { name: 'facilitator, workshop over', page: facilitator };
  yield { name: 'moderator, workshop over', page: moderator };
  yield { name: 'screen, thanks', page: screen };
  const late = await house.open('late', sizes.phone, house.joinAddress);
  await late.getByRole('button', { name: 'Saisir un autre code' }).waitFor();
  yield { name: 'join, workshop over', page: late };
  const reader = await house.open('reader', { width: 1280, height: 800 }, house.links.reader);
  await reader.getByRole('heading', { level: 1 }).waitFor();
  await reader.waitForURL(/summary$/);
  yield { name: 'summary', page: reader };

  await (await organiserOf(server)).erase(house.workshop.id);
  await bob.getByText('Cette séance a été effacée').waitFor();
  yield { name: 'participant, workshop erased', page: bob };
  yield { name: 'facilitator, workshop erased', page: facilitator };
};
