import { dialog, follow, menu, type Script } from './state.ts';

/** Cards onto levers: by the facilitators, by everyone, by each for themselves. */
export const sorting: Script = async function* (house) {
  const ada = house.page('ada');
  const facilitator = house.page('facilitator');
  const moderator = house.page('moderator');
  const screen = house.page('screen');
  const { director, people } = house;
  const cards = [...director.mirror.ideas.values()].filter(({ status, group }) => status === 'published' && !group).map(({ id }) => id);
  const levers = ['entraide', 'innovation', 'reseaux', 'protection', 'transmission'];
  const boardTab = (title: string) => facilitator.getByRole('navigation').getByRole('button', { name: title, exact: true });

  await house.opens('classer');
  for (const [i, idea] of cards.slice(0, 6).entries())
    await director.does('placement.set', { board: 'main', idea, lever: levers[i % 5] ?? null, scale: i % 2 === 0 ? 'commune' : null });
  await follow(ada);
  await ada.getByText('L’animation classe les idées', { exact: false }).or(ada.getByText('Entraide et coopération')).first().waitFor();
  yield { name: 'participant, watching the board', page: ada };
  await boardTab('Classer à deux mains').click();
  await facilitator.getByRole('group', { name: 'Ranger dans' }).waitFor();
  yield { name: 'facilitator, board', page: facilitator };
  await facilitator.getByText('Par levier et échelle').click();
  yield { name: 'facilitator, board by scale', page: facilitator };
  await facilitator.getByText('Par levier', { exact: true }).click();
  yield* menu('facilitator, lever menu', facilitator, facilitator.getByRole('button', { name: /^Modifier le levier/ }).first());
  await facilitator.getByRole('button', { name: /^Modifier le levier/ }).first().click();
  yield* dialog('facilitator, split a lever', facilitator, facilitator.locator(':popover-open').getByRole('button', { name: /^Scinder/ }));
  yield* menu('facilitator, add a lever', facilitator, facilitator.getByRole('button', { name: 'Ajouter un levier' }));
  await facilitator.getByRole('button', { name: /^Déplacer : / }).first().press('Enter');
  await facilitator.getByRole('dialog').waitFor();
  yield { name: 'facilitator, move a card', page: facilitator };
  await facilitator.keyboard.press('Escape');
  await moderator.getByRole('button', { name: 'Classer à deux mains' }).click();
  yield { name: 'moderator, board', page: moderator };
  yield { name: 'screen, board', page: screen };

  await house.opens('ensemble');
  await follow(ada);
  await ada.getByRole('button', { name: /^Déplacer/ }).first().waitFor();
  yield { name: 'participant, shared board', page: ada };
  yield* dialog('participant, move a card', ada, ada.getByRole('button', { name: /^Déplacer/ }).first());

  await house.opens('foule');
  for (const [i, person] of people.entries())
    for (const [j, idea] of cards.slice(0, 5).entries())
      await person.does('placement.set', { board: 'foule', idea, lever: levers[(j % 2 === 0 ? i : j) % 5] ?? null });
  await follow(ada);
  await ada.getByText('À placer, selon vous').first().waitFor();
  yield { name: 'participant, own board', page: ada };
  await boardTab('Classer chacun').click();
  await facilitator.getByRole('heading', { name: /^À trancher/ }).waitFor();
  yield { name: 'facilitator, contested cards', page: facilitator };
  yield { name: 'screen, what the crowd says', page: screen };
  await director.does('phase.close', { phase: 'foule' });
  await ada.getByText('Le classement est terminé.').waitFor();
  yield { name: 'participant, sorted', page: ada };
  yield { name: 'facilitator, between two steps', page: facilitator };
};
