import { sampleIdeas } from '../../../scenarios/support/material.ts';
import { dialog, follow, menu, type Script } from './state.ts';

/** Ideas in every fate, on the participant's page and in the hands of those who review. */
export const ideas: Script = async function* (house) {
  const ada = house.page('ada');
  const facilitator = house.page('facilitator');
  const moderator = house.page('moderator');
  const screen = house.page('screen');
  const { director, people } = house;
  await house.opens('idees');
  await follow(ada);
  const field = ada.getByLabel('Votre idée', { exact: true });
  const post = ada.getByRole('button', { name: 'Proposer cette idée' });
  await field.waitFor();
  yield { name: 'participant, no idea yet', page: ada };
  await post.click();
  yield { name: 'participant, empty idea refused', page: ada };

  const good = sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length < 220).slice(0, 14);
  for (const [i, { text }] of good.entries()) await people[i % people.length]?.does('idea.post', { text });
  await people[0]?.does('idea.post', { text: 'ÉCRIVEZ-MOI sur jean.dupont@exemple.fr ou au 06 12 34 56 78' });
  await facilitator.getByRole('button', { name: /^Idées/ }).click();
  await facilitator.getByRole('button', { name: /^Examiner/ }).first().waitFor();
  yield { name: 'facilitator, queue', page: facilitator };
  await moderator.getByRole('button', { name: /^Idées/ }).click();
  yield { name: 'moderator, queue', page: moderator };
  await moderator.getByRole('checkbox', { name: /^Sélectionner/ }).nth(2).click();
  await moderator.getByRole('checkbox', { name: /^Sélectionner/ }).nth(4).click();
  yield { name: 'moderator, several ticked', page: moderator };
  yield { name: 'facilitator, taken by somebody else', page: facilitator };
  yield* dialog('moderator, group', moderator, moderator.getByRole('button', { name: /^Regrouper/ }).first());
  await moderator.getByRole('button', { name: 'Tout désélectionner' }).click();
  yield* dialog('moderator, reword', moderator, moderator.getByRole('button', { name: /^Reformuler/ }).first());
  yield* dialog('moderator, private answer', moderator, moderator.getByRole('button', { name: /^Répondre en privé/ }).first());
  yield* menu('moderator, more on an idea', moderator, moderator.getByRole('button', { name: /^Autres actions/ }).first());
  await moderator.getByText('Raccourcis clavier').first().click();
  yield { name: 'moderator, shortcuts', page: moderator };
  await moderator.getByText('Raccourcis clavier').first().click();
  yield* dialog('facilitator, add an idea', facilitator, facilitator.getByRole('button', { name: 'Ajouter une idée' }));

  // What a page has in hand is its own until it looks elsewhere.
  await facilitator.getByRole('navigation').getByRole('button', { name: 'Témoignages', exact: true }).click();
  await moderator.getByRole('button', { name: 'Témoignages' }).click();
  await director.sees('all let go', ({ leases }) => leases.length === 0);
  const all = [...director.mirror.ideas.values()];
  for (const { id } of all.slice(0, 12)) await director.does('idea.publish', { idea: id });
  const texts = ['Un four à pain commun', 'Un atelier vélo', 'Un marché du soir', 'Une radio locale'];
  for (const text of texts) {
    await field.fill(text);
    await post.click();
    await ada.getByText(text).first().waitFor();
  }
  await director.sees('the last of them', ({ ideas: known }) => [...known.values()].some(({ text }) => text === texts[3]));
  const mine = texts.map((text) => [...director.mirror.ideas.values()].find((idea) => idea.text === text)?.id ?? '');
  await director.does('idea.publish', { idea: mine[0] ?? '' });
  await director.does('idea.hide', { idea: mine[1] ?? '', reason: 'off_topic' });
  await director.does('idea.reword', { idea: mine[2] ?? '', text: 'Un marché du soir, une fois par mois' });
  await director.does('idea.answer', { idea: mine[2] ?? '', text: 'Merci, nous en parlons tout à l’heure.' });
  await people[1]?.does('comment.post', { idea: mine[0] ?? '', text: 'Nous l’avons fait à Saint-Martin.' });
  await ada.getByText(/Masquée par l.animation/).first().waitFor();
  const more = ada.getByRole('button', { name: /^Afficher \d+ nouvelle/ });
  await more.waitFor();
  yield { name: 'participant, own ideas in every fate, new ones wait', page: ada };
  await more.click();
  await ada.getByText('1 commentaire', { exact: true }).first().click();
  await ada.getByRole('button', { name: /^Commenter/ }).first().click();
  yield { name: 'participant, comments', page: ada };
  await field.fill(good[0]?.text.toLowerCase() ?? '');
  await ada.getByText('Des idées proches sont déjà là').waitFor();
  yield { name: 'participant, look-alikes', page: ada };
  await ada.getByRole('button', { name: /^Dit la même chose/ }).first().click();
  await ada.getByRole('button', { name: 'Reprendre mon texte' }).waitFor();
  yield { name: 'participant, text put aside', page: ada };
  await ada.getByRole('button', { name: /^Modifier/ }).first().click();
  yield { name: 'participant, editing an idea', page: ada };
  await ada.getByRole('button', { name: 'Annuler', exact: true }).first().click();
  yield* dialog('participant, withdraw?', ada, ada.getByRole('button', { name: /^Retirer :/ }).first());
  yield* dialog('participant, own place', ada, ada.getByRole('button', { name: /^Ma place/ }), async function* () {
    await ada.getByRole('button', { name: 'Créer mon lien personnel' }).click();
    await ada.getByRole('img', { name: /QR code/ }).waitFor();
    yield { name: 'participant, a link for another device', page: ada };
  });
  yield* dialog('participant, settings', ada, ada.getByRole('button', { name: 'Réglages' }));

  await facilitator.getByRole('navigation').getByRole('button', { name: /^Idées/ }).click();
  await facilitator.getByRole('radio', { name: /^Publiées/ }).check({ force: true });
  yield { name: 'facilitator, published ideas', page: facilitator };
  yield* menu('facilitator, more on an idea', facilitator, facilitator.getByRole('button', { name: /^Autres actions/ }).first());
  yield* dialog('facilitator, why hide an idea', facilitator, facilitator.getByRole('button', { name: /^Masquer :/ }).first());
  yield { name: 'screen, wall', page: screen };
  await director.does('spotlight.set', { ideas: mine.slice(0, 1) });
  await screen.getByText(/En avant|en avant/).first().waitFor({ timeout: 3_000 }).catch(() => undefined);
  yield { name: 'screen, spotlight', page: screen };
  await director.does('screen.freeze', { frozen: true });
  yield { name: 'facilitator, frozen screen and spotlight', page: facilitator };
  await director.does('screen.freeze', { frozen: false });
  await director.does('spotlight.clear', {});
  await facilitator.getByRole('radio', { name: /^Commentaires/ }).check({ force: true });
  yield { name: 'facilitator, comments', page: facilitator };
  const agenda = facilitator.getByRole('complementary', { name: 'Déroulé' });
  yield* menu('facilitator, step menu', facilitator, agenda.getByRole('button', { name: /^Actions : Silence/ }));
  await agenda.getByRole('button', { name: /^Actions : Silence/ }).click();
  yield* dialog('facilitator, change a step', facilitator, facilitator.locator(':popover-open').getByRole('button', { name: 'Modifier' }));
  yield* dialog('facilitator, insert a step', facilitator, agenda.getByRole('button', { name: 'Ajouter une étape' }));
  for (const [name, label] of [['export', 'Exporter…'], ['log', 'Journal des actions'], ['people', 'Personnes suspendues ou retirées'], ['close?', 'Clore la séance']] as const) {
    await facilitator.getByRole('button', { name: 'Séance', exact: true }).click();
    yield* dialog(`facilitator, ${name}`, facilitator, facilitator.locator(':popover-open').getByRole('button', { name: label }));
  }
  await director.does('posts.stop', { stopped: true });
  await ada.getByText('Les envois sont suspendus un moment').first().waitFor();
  yield { name: 'participant, posts stopped', page: ada };
  yield { name: 'moderator, posts stopped', page: moderator };
  await director.does('posts.stop', { stopped: false });

  await house.opens('silence');
  await follow(ada);
  await field.fill('Une idée qui reste à moi');
  await post.click();
  await ada.getByText(/montrée à tous à la révélation/).first().waitFor();
  yield { name: 'participant, private idea', page: ada };
  yield { name: 'facilitator, private ideas', page: facilitator };
  yield { name: 'screen, private ideas', page: screen };
  await field.fill('Et une autre');
  await post.click();
  await ada.getByText(/Vous avez proposé/).waitFor();
  yield { name: 'participant, all ideas spent', page: ada };
  await director.does('phase.close', { phase: 'silence' });
  await ada.getByText('La collecte est terminée.').waitFor();
  yield { name: 'participant, collection over', page: ada };
};
